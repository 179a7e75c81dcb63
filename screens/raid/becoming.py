"""Flows that make one item of another: what a failed assumption becomes, and what an issue asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_
from pmo_tui.services import raid_forms, raid_lives
from pmo_tui.services.editing import Conflict
from pmo_tui.services.raid import CHANGE_REQUEST, DECISION, ISSUE
from pmo_tui.words import _
from pmo_tui.words.numbers import point
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.forms.usual import usual_field
from screens.shell.choose import Choice
from screens.shell.page import Page
from screens.things import flows
from screens.things.edited import told_of


class Asked(NamedTuple):
    """What an issue can ask for: how it is made, of which kind it is, and the words for it."""

    entity: str
    make: Callable[..., Item]
    title: str
    told: str


DECISION_ASKED = Asked(
    DECISION.entity,
    raid_lives.ask_decision,
    N_("Ask for a decision on {code} {name}"),
    N_("{code} asks for decision {made}. {key} takes it back."),
)
CHANGE_ASKED = Asked(
    CHANGE_REQUEST.entity,
    raid_lives.ask_change,
    N_("Ask for a change because of {code} {name}"),
    N_("{code} asks for change request {made}. {key} takes it back."),
)


async def ask_for(page: Page, key: int, asked: Asked) -> Item | None:
    """Make what an issue asks for in a form of its title and its day, and say its code."""
    subject = await page.ask(raid_forms.subject, ISSUE, key)
    if subject is None:
        flows.say_gone(page)
        return None
    catalogue = raid_lives.BY_ENTITY[asked.entity].catalogue()
    fields = [usual_field(catalogue.by_name[name], subject.known, "") for name in ("title", "due")]
    today, due = subject.known.around.today, subject.item.value("due")
    to_come = (
        due if isinstance(due, date) and due >= today else None
    )  # what is late asks for an answer of its own day
    begun: dict[str, Value] = {"title": subject.item.value("title"), "due": to_come}

    async def save(state: FormState) -> Item | Conflict:
        return await flows.or_conflict(page.ask(asked.make, subject.item, state.values()))

    state = FormState(fields, begun, today, point=point())
    made: Item | Conflict | None = await page.talk(
        Form(told_of(_(asked.title), ISSUE, subject.item), state, save)
    )
    if isinstance(made, Conflict):
        say_changed(page)
    elif made is not None:
        undo = page.key_of("shell.undo")
        page.say(told_of(_(asked.told), ISSUE, subject.item, made=made.code, key=undo), role="good")
        return made
    return None


async def fail_assumption(page: Page, item: Item) -> Item | None:
    """Record that an assumption has failed, after asking whether it becomes an issue or a risk."""
    choices = [
        Choice("issue", _("An issue: it is felt now")),
        Choice("risk", _("A risk: it may still go well")),
    ]
    into: str | None = await page.choose(
        _("{code} has failed: what does it become?").format(code=item.code), choices
    )
    if into is None:
        return None
    try:
        made = await page.ask(raid_lives.fail, item, into)
    except Conflict:
        say_changed(page)
        return None
    told = {
        "issue": _("{code} has failed and is now issue {made}. {key} takes it back."),
        "risk": _("{code} has failed and is now risk {made}. {key} takes it back."),
    }[into]
    page.say(told.format(code=item.code, made=made.code, key=page.key_of("shell.undo")), role="good")
    return made


def say_changed(page: Page) -> None:
    """Say that someone was quicker."""
    page.say(_("Someone has changed it meanwhile: look again and repeat."), role="warn")
