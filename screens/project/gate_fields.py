"""The fields of a decision at a gate: where it leads, what is decided, and what that gate asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pmo_tui.domain import gates as rule
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.portfolio import DECISION_LABELS, Decision, Phase, destination
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.forms import Known
from pmo_tui.services.gates import DECIDED_BY, Gate, Verdict
from pmo_tui.words import _
from screens.forms.fields import FormField, Reader
from screens.forms.projects import field_of
from screens.forms.state import FormState

# The names begin with a sign that no field of a project can have, the portfolio's own included.
TO, GATE, DECISION, ON, BY, CONDITIONS, NOTE = (
    "@to",
    "@gate",
    "@decision",
    "@on",
    "@by",
    "@conditions",
    "@note",
)


def gate_fields(known: Known, gates: Sequence[Gate], here: str, counts: Mapping[str, int]) -> list[FormField]:
    """Give the fields of a decision; what a gate asks for is asked only while that gate is chosen.

    `here` is the phase in which the project stands, `counts` tells how many projects stand in each.
    """
    by_phase = {gate.phase.name: gate for gate in gates}
    section, needs = _("Decision"), _("What the gate asks for")
    decisions: dict[Value, str] = {decision.value: _(label) for decision, label in DECISION_LABELS.items()}
    return [
        FormField(
            Field(TO, Kind.CHOICE, N_("Into phase"), choices=tuple(by_phase)),
            section,
            options=tuple(by_phase),
            warns=_full(known.around.phases, here, counts),
        ),
        FormField(
            Field(GATE, Kind.LINE, N_("Gate")),
            section,
            fixed=True,
            follows=lambda read: by_phase[str(read(TO))].name,
        ),
        FormField(
            Field(DECISION, Kind.CHOICE, N_("Decision"), choices=tuple(each.value for each in Decision)),
            section,
            options=tuple(decisions),
            words=decisions,
            proposes=_usual(known.around.phases, here),
        ),
        FormField(
            Field(ON, Kind.DATE, N_("Taken on")), section, required=True, check=_not_after(known.around.today)
        ),
        FormField(
            Field(BY, Kind.REFERENCE, DECIDED_BY.label, of="person"),
            section,
            known=known.names["person"],
            new=_("new person"),
            required=True,
        ),
        FormField(
            Field(CONDITIONS, Kind.TEXT, N_("Conditions")),
            section,
            when=lambda read: read(DECISION) == Decision.CONDITIONAL.value,
            check=_conditions,
        ),
        FormField(Field(NOTE, Kind.TEXT, N_("Note")), section),
        *_needed(known, gates, needs),
    ]


def _usual(phases: Sequence[Phase], here: str) -> Callable[[Reader], Value]:
    """Give the decision that is usual: a go ahead, and none on the way back into a former phase."""
    places = {phase.name: phase.position for phase in phases}

    def usual(read: Reader) -> Value:
        back = places[str(read(TO))] < places.get(here, 0)
        decision: Decision = Decision.RECYCLE if back else Decision.GO
        return str(decision.value)

    return usual


def _full(phases: Sequence[Phase], here: str, counts: Mapping[str, int]) -> Callable[[Reader], str]:
    """Give the warning that a phase will hold more projects than it should."""
    by_name = {phase.name: phase for phase in phases}

    def warning(read: Reader) -> str:
        phase = by_name[str(read(TO))]
        leads = destination(here, phase, Decision(str(read(DECISION))), phases) == phase.name
        count = counts.get(phase.name, 0) + 1
        if not leads or phase.wip_limit is None or count <= phase.wip_limit:
            return ""
        told = _("{phase} is full: {count} with this one, {limit} at most.")
        return told.format(phase=phase.name, count=count, limit=phase.wip_limit)

    return warning


def _needed(known: Known, gates: Sequence[Gate], section: str) -> list[FormField]:
    """Give the fields that any of the gates asks for, each shown for its gates alone."""
    asking: dict[str, set[str]] = {}
    fields = {}
    for gate in gates:
        for field in gate.needs:
            fields[field.name] = field
            asking.setdefault(field.name, set()).add(gate.phase.name)
    found = []
    for name, field in fields.items():
        usual = field_of(field, known, section=section)
        found.append(
            FormField(
                field,
                section,
                known=usual.known,
                new=usual.new,
                options=usual.options,
                words=usual.words,
                when=_asked(asking[name]),
                check=_filled(field),
            )
        )
    return found


def _asked(phases: set[str]) -> Callable[[Reader], bool]:
    """Give the question whether one of these phases is chosen."""
    return lambda read: str(read(TO)) in phases


def _filled(field: Field) -> Callable[[Value, Reader], None]:
    """Give the check that a go finds a field filled."""

    def check(value: Value, read: Reader) -> None:
        if rule.lacking(Decision(str(read(DECISION))), [field], lambda _name: value):
            raise Refusal(N_("A go needs this: fill it, or decide hold or recycle."))

    return check


def _not_after(today: date) -> Callable[[Value, Reader], None]:
    """Give the check that a decision is not dated in the future."""

    def check(value: Value, _read: Reader) -> None:
        if isinstance(value, date):
            rule.taken_by(value, today)

    return check


def _conditions(value: Value, read: Reader) -> None:
    """Check that a conditional go has its conditions."""
    rule.conditioned(Decision(str(read(DECISION))), _text(value))


def verdict_of(state: FormState) -> Verdict:
    """Give the decision as it is typed."""
    evidence = {name: value for name, value in state.changes().items() if not name.startswith("@")}
    on = state.value(ON)
    assert isinstance(on, date)
    return Verdict(
        Decision(str(state.value(DECISION))),
        on,
        _text(state.value(BY)),
        _text(state.value(CONDITIONS)),
        _text(state.value(NOTE)),
        evidence,
    )


def _text(value: Value) -> str | None:
    """Give a text, or nothing."""
    return value if isinstance(value, str) else None
