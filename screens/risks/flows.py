"""Flows that change a risk from any page: each asks only what it needs, then tells what came of it.

Each gives the risk as it stands then, None where nothing was changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.risk_parts import ResponseAction, State
from pmo_tui.services import risk_actions, risk_forms
from pmo_tui.services.risk_forms import Subject
from pmo_tui.services.risks import RISK
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from pmo_tui.words.numbers import point
from screens.forms.state import FormState
from screens.risks.fields import SCORED, review_proposed, risk_fields
from screens.shell.choose import Choice
from screens.shell.page import Page
from screens.things import flows
from screens.things.edited import Edited, told_of

EDITED = Edited(
    RISK,
    goes=N_("Its actions and comments go with it. {key} brings all back."),
    comes_back=N_("Its actions and comments come back with it."),
)
"""Risks, as a screen edits them."""


async def add_risk(page: Page, defaults: Mapping[str, Value] | None = None) -> Item | None:
    """Add a risk in a form that holds `defaults`, such as the project of the row under the cursor."""
    about = await page.ask(risk_forms.known)
    fields = [
        replace(each, proposes=review_proposed(about)) if each.name == "review" else each
        for each in risk_fields(about, adding=True)
    ]
    begun: dict[str, Value] = {"side": "threat", "status": "open", "raised": about.known.around.today}
    begun |= {"owner": about.known.me or None, **(defaults or {})}
    state = FormState(fields, begun, about.known.around.today, at="title", point=point())
    return await flows.add(page, EDITED, state, _("New risk"), about.known.place)


async def edit_risk(page: Page, key: int, section: str = "", field: str = "") -> Item | None:
    """Change any field of a risk in a form that opens at a section or at a field."""
    subject = await read_subject(page, key)
    if subject is None:
        return None
    fields = risk_fields(subject.about)
    at = field or next((each.name for each in fields if each.field.group == section), "")
    values = {each.name: subject.risk.value(each.name) for each in fields if not each.name.startswith(SCORED)}
    state = FormState(fields, values, subject.known.around.today, at=at, point=point())
    title = told_of(_("Edit {code} {name}"), RISK, subject.risk)
    told = _("Saved: {code} {name}.")
    return await flows.change(page, EDITED, subject.risk, state, title, subject.known.place, told=told)


async def change_field_of_risks(page: Page, keys: Sequence[int]) -> int:
    """Set one field of many risks, after a look at what would change; gives how many were changed."""
    from screens.bulk.flows import change_field_of_many

    return await change_field_of_many(page, RISK, keys)


async def delete_risk(page: Page, key: int) -> Item | None:
    """Delete a risk after asking; gives what it was."""
    subject = await read_subject(page, key)
    return None if subject is None else await flows.delete(page, EDITED, subject.risk)


async def read_subject(page: Page, key: int) -> Subject | None:
    """Ask for a risk, and say where it is gone."""
    subject = await page.ask(risk_forms.subject, key)
    if subject is None:
        flows.say_gone(page)
    return subject


async def finish_action(page: Page, key: int) -> Item | None:
    """Record that an action is done: the only one that is open, or the one that a person chooses."""
    subject = await read_subject(page, key)
    if subject is None:
        return None
    awaited = [each for each in subject.actions if each.state in {State.PLANNED, State.UNDERWAY}]
    if not awaited:
        told = _("{code} awaits no action: {key} adds one.")
        page.say(told.format(code=subject.risk.code, key=page.key_of(f"{page.ID}.act")), role="warn")
        return None
    action = awaited[0] if len(awaited) == 1 else await _chosen(page, subject, awaited)
    if action is None:
        return None
    await page.ask(risk_actions.finish, action)
    told = _("Done: {title}. {key} takes it back.")
    page.say(told.format(title=action.title, key=page.key_of("shell.undo")), role="good")
    return subject.risk


async def _chosen(page: Page, subject: Subject, awaited: Sequence[ResponseAction]) -> ResponseAction | None:
    """Let a person choose an action of several."""
    choices = [
        Choice(each, each.title, " · ".join(filter(None, (each.owner, date_(each.due) if each.due else ""))))
        for each in awaited
    ]
    title = told_of(_("Which action of {code} is done?"), RISK, subject.risk)
    chosen: ResponseAction | None = await page.choose(title, choices)
    return chosen
