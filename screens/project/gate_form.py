"""The gate form: take the decision at a gate, fill what that gate asks for, and see where the project stands then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pmo_tui.domain.conflicts import Side
from pmo_tui.domain.fields import Value
from pmo_tui.domain.portfolio import DECISION_LABELS, Decision
from pmo_tui.domain.projects import Project
from pmo_tui.services import conflicts, gates, listing
from pmo_tui.services.editing import Conflict
from pmo_tui.services.forms import Subject
from pmo_tui.services.gates import Gate
from pmo_tui.services.projects import PROJECT
from pmo_tui.services.session import Session
from pmo_tui.words import _
from pmo_tui.words.numbers import point
from screens.conflict.flow import choose
from screens.forms.drafting import Drafting
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.project.gate_fields import BY, DECISION, ON, TO, gate_fields, verdict_of
from screens.shell.page import Page


async def decide(page: Page, subject: Subject) -> Project | None:
    """Take the decision at a gate of a project: that of the next phase, unless another is chosen.

    Where someone changes the project meanwhile, one chooses field by field where both have changed what the gate asks
    for, and the form comes back on what stands then, with all else that was typed.
    """
    said, draft = "", _draft(subject)
    typed: dict[str, str] = {}
    while True:
        found = await page.ask(gates.gates, subject.project)
        if not found:
            page.say(_("There is no other phase to lead to."), role="warn")
            return None
        counts = await page.ask(listing.counts)
        state = _state(subject, found, counts, await page.ask(gates.left, subject.project))
        state.take(typed)
        form = _form(page, subject, found, state, draft, said)
        answer: Project | Conflict | None = await page.talk(form)
        if not isinstance(answer, Conflict):
            if answer is not None:
                page.say(_told(state, answer), role="good")
            return answer
        if answer.theirs is None:
            page.say(_("It is not there any more: someone has deleted it."), role="warn")
            return None
        settled = await _settled(page, answer, state.texts())
        typed = state.texts() if settled is None else settled
        if settled is not None:
            subject = replace(subject, project=answer.theirs)
            draft = _draft(subject)
            said = _("Someone has changed it meanwhile: look again. It stands in {phase} now.")
            said = said.format(phase=answer.theirs.phase)


def _draft(subject: Subject) -> Drafting:
    """Give the draft of the decision on what stands now."""
    return Drafting(subject.known.place, f"gate/{subject.project.id}", subject.project.version)


async def _settled(page: Page, conflict: Conflict, typed: dict[str, str]) -> dict[str, str] | None:
    """Let a person choose where both have changed the same; give what stays typed, None where they go back.

    What was typed for another gate and is not shown now gives way to what others have put there.
    """
    assert conflict.theirs is not None
    base, theirs, mine = conflict.base, conflict.theirs, conflict.mine
    chosen = await choose(page, conflict, conflict.clashes, _("take"))
    if chosen is None:
        return None
    gone = {name for name, side in chosen.items() if side is Side.THEIRS}
    gone |= {name for name in typed.keys() - mine.keys() if base.value(name) != theirs.value(name)}
    return {name: text for name, text in typed.items() if name not in gone}


def _state(
    subject: Subject, found: tuple[Gate, ...], counts: Mapping[str, int], left: str | None
) -> FormState:
    """Give the state of a form that has just been opened; `left` is the phase before a project was closed."""
    project, known = subject.project, subject.known
    fields = gate_fields(known, found, project.phase, counts)
    values = {each.name: project.value(each.name) for each in fields if not each.name.startswith("@")}
    first = next((gate.phase for gate in found if gate.phase.name == left), found[0].phase)
    begun: dict[str, Value] = {
        TO: first.name,
        ON: known.around.today,
        BY: known.me or None,
    }
    return FormState(fields, {**values, **begun}, known.around.today, at=DECISION, point=point())


def _form(
    page: Page, subject: Subject, found: tuple[Gate, ...], state: FormState, draft: Drafting, said: str
) -> Form:
    """Give the form that records the decision."""
    project = subject.project

    async def save(state: FormState) -> Project | Conflict:
        gate = next(gate for gate in found if gate.phase.name == state.value(TO))
        try:
            read = await page.ask(_as_read, project, draft.version)
            return await page.ask(gates.decide, read, gate, verdict_of(state))
        except Conflict as conflict:
            return conflict

    title = _("Decide at a gate, now in {phase}: {code} {name}")
    told = title.format(code=project.code, name=project.name, phase=project.phase)
    return Form(told, state, save, draft=draft, said=said)


def _as_read(session: Session, project: Project, version: int) -> Project:
    """Give a project as it stood in the version over which one has typed."""
    return conflicts.as_read(session, PROJECT, project, version)


def _told(state: FormState, after: Project) -> str:
    """Say what was decided and where the project stands."""
    decision = _(DECISION_LABELS[Decision(str(state.value(DECISION)))])
    told = _("{code}: {decision}. It stands in {phase}.")
    return told.format(code=after.code, decision=decision, phase=after.phase)
