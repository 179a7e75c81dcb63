"""The gate form: take the decision at a gate, fill what that gate asks for, and see where the project stands then."""

from __future__ import annotations

from pmo_tui.domain.fields import Value
from pmo_tui.domain.portfolio import DECISION_LABELS, Decision
from pmo_tui.domain.projects import Project
from pmo_tui.services import forms, gates
from pmo_tui.services.forms import Subject
from pmo_tui.services.gates import Gate
from pmo_tui.services.projects import Conflict
from pmo_tui.words import _
from screens.forms.drafting import Drafting
from screens.forms.form import Form
from screens.forms.projects import point
from screens.forms.state import FormState
from screens.project.gate_fields import BY, DECISION, ON, TO, gate_fields, verdict_of
from screens.shell.page import Page


async def decide(page: Page, subject: Subject, phase: str = "") -> Project | None:
    """Take the decision at a gate of a project: that of the next phase, unless another is chosen.

    Where someone changes the project meanwhile, the form comes back on what stands then, with all that was typed.
    """
    said = ""
    typed: dict[str, str] = {}
    while True:
        found = await page.ask(gates.gates, subject.project)
        if not found:
            page.say(_("There is no other phase to lead to."), role="warn")
            return None
        state = _state(subject, found, phase)
        state.take(typed)
        answer: Project | Conflict | None = await page.talk(_form(page, subject, found, state, said))
        if not isinstance(answer, Conflict):
            if answer is not None:
                page.say(_told(state, answer), role="good")
            return answer
        again = await page.ask(forms.subject, subject.project.id)
        if again is None:
            page.say(_("It is not there any more: someone has deleted it."), role="warn")
            return None
        said = _("Someone has changed it meanwhile: look again. It stands in {phase} now.")
        said, typed, subject = said.format(phase=again.project.phase), state.texts(), again


def _state(subject: Subject, found: tuple[Gate, ...], phase: str) -> FormState:
    """Give the state of a form that has just been opened."""
    project, known = subject.project, subject.known
    fields = gate_fields(known, found)
    values = {each.name: project.value(each.name) for each in fields if not each.name.startswith("@")}
    first = phase if any(gate.phase.name == phase for gate in found) else found[0].phase.name
    begun: dict[str, Value] = {
        TO: first,
        DECISION: Decision.GO.value,
        ON: known.around.today,
        BY: known.me or None,
    }
    return FormState(fields, {**values, **begun}, known.around.today, at=DECISION, point=point())


def _form(page: Page, subject: Subject, found: tuple[Gate, ...], state: FormState, said: str) -> Form:
    """Give the form that records the decision."""
    project, known = subject.project, subject.known

    async def save(state: FormState) -> Project | Conflict:
        gate = next(gate for gate in found if gate.phase.name == state.value(TO))
        try:
            return await page.ask(gates.decide, project, gate, verdict_of(state))
        except Conflict as conflict:
            return conflict

    title = _("Decide at a gate, now in {phase}: {code} {name}")
    told = title.format(code=project.code, name=project.name, phase=project.phase)
    return Form(told, state, save, draft=Drafting(known.place, f"gate/{project.id}"), said=said)


def _told(state: FormState, after: Project) -> str:
    """Say what was decided and where the project stands."""
    decision = _(DECISION_LABELS[Decision(str(state.value(DECISION)))])
    told = _("{code}: {decision}. It stands in {phase}.")
    return told.format(code=after.code, decision=decision, phase=after.phase)
