"""Steps in the life of a risk: what a form asks for one, and what becomes of it where someone was quicker."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple

from pmo_tui.domain.conflicts import Side as ClashSide
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.services import conflicts
from pmo_tui.services.editing import Conflict
from pmo_tui.services.risk_forms import Subject
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session
from pmo_tui.words import _
from pmo_tui.words.numbers import point
from screens.conflict.flow import choose
from screens.forms.drafting import Drafting
from screens.forms.fields import FormField
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.risks.flows import read_subject
from screens.shell.page import Page
from screens.things import flows
from screens.things.edited import told_of


class Step(NamedTuple):
    """One step in the life of a risk: what is asked, what is done with the answers, and what is told then."""

    name: str
    title: str
    """A translated sentence with `code` and `name`."""
    fields: Callable[[Subject], list[FormField]]
    act: Callable[[Page, Item, FormState], Awaitable[Item]]
    told: Callable[[Item], str]
    """Gives a translated sentence with `code`, `name` and the `key` that undoes."""
    at: str = ""
    begun: Mapping[str, Value] = {}


async def taken(page: Page, key: int, step: Step) -> Item | None:
    """Take a step with a risk in a form.

    Where someone changes the risk meanwhile, one chooses where both have changed the same, and the form comes back on
    what stands then, with all else that was typed.
    """
    said, typed = "", dict[str, str]()
    subject = await read_subject(page, key)
    while subject is not None:
        state = _state(subject, step)
        state.take(typed)
        draft = Drafting(subject.known.place, f"{step.name}/risk/{key}", subject.risk.version)
        answer: Item | Conflict | None = await page.talk(_form(page, subject, step, state, draft, said))
        if not isinstance(answer, Conflict):
            if answer is not None:
                undo = page.key_of("shell.undo")
                page.say(told_of(step.told(answer), RISK, answer, key=undo), role="good")
            return answer
        typed = state.texts()
        chosen = None if answer.theirs is None else await choose(page, answer, answer.clashes, _("take"))
        if answer.theirs is not None and chosen is None:
            continue  # back to the form as it was: what another has changed is asked about again
        typed = {
            name: text for name, text in typed.items() if (chosen or {}).get(name) is not ClashSide.THEIRS
        }
        said = _("Someone has changed it meanwhile: look again, then save.")
        subject = await read_subject(page, key)
    return None


def _state(subject: Subject, step: Step) -> FormState:
    """Give the state of a form that has just been opened."""
    fields = step.fields(subject)
    values = {each.name: subject.risk.value(each.name) for each in fields if not each.name.startswith("@")}
    return FormState(fields, {**values, **step.begun}, subject.known.around.today, at=step.at, point=point())


def _form(page: Page, subject: Subject, step: Step, state: FormState, draft: Drafting, said: str) -> Form:
    """Give the form of a step."""

    async def save(state: FormState) -> Item | Conflict:
        read = await page.ask(_as_read, subject.risk, draft.version)
        return await flows.or_conflict(step.act(page, read, state))

    return Form(told_of(step.title, RISK, subject.risk), state, save, draft=draft, said=said)


def _as_read(session: Session, risk: Item, version: int) -> Item:
    """Give a risk as it stood in the version over which one has typed."""
    return conflicts.as_read(session, RISK, risk, version)
