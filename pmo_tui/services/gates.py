"""Use cases of gates: what a gate asks for, the decision taken there, and the project's way through the phases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from db import gates as kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db.door import StaleVersion
from db.names import Directory
from db.packing import packed
from pmo_tui.domain import gates as rule
from pmo_tui.domain.checks import kept as settled
from pmo_tui.domain.declaring import dated
from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import Decision, GateDecision, Phase, destination
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_text
from pmo_tui.services.editing import Conflict, check_changes, ready_values, references
from pmo_tui.services.projects import PROJECT, get
from pmo_tui.services.session import Session
from pmo_tui.words import _
from pmo_tui.words.labels import label


class _Create(Protocol):
    """The part of the door that makes things."""

    def __call__(self, entity: str, facts: Facts) -> int:
        """Make one thing and give its key."""


DECIDED_BY = Field("decided_by", Kind.REFERENCE, N_("Decided by"), of="person")


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate between a project and a phase: what it is called, where it leads, what it asks for."""

    name: str
    phase: Phase
    needs: tuple[Field, ...]
    """The fields that have to be filled before it opens, those that are filled already included."""
    missing: tuple[Field, ...]
    """Those of them that are empty now."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision as it is typed: what, when, by whom, on which conditions, and the fields that the gate asked for."""

    decision: Decision
    on: date
    by: str | None = None
    conditions: str | None = None
    note: str | None = None
    evidence: Mapping[str, Value] | None = None


def gates(session: Session, project: Project) -> tuple[Gate, ...]:
    """Give the gates that lead from the project's phase to every other one, the next phase's first."""
    return leading(project, portfolio_kept.phases(), portfolio_kept.catalogue())


def leading(project: Project, phases: Sequence[Phase], catalogue: Catalogue) -> tuple[Gate, ...]:
    """Give the same gates where the portfolio's phases and fields are known already."""
    here = next((place for place, phase in enumerate(phases) if phase.name == project.phase), 0)
    others = [*phases[here + 1 :], *reversed(phases[:here])]
    return tuple(_gate(project, phase, catalogue) for phase in others)


def _gate(project: Project, phase: Phase, catalogue: Catalogue) -> Gate:
    """Give the gate that leads the project into `phase`."""
    needs = tuple(field for name in phase.needs if (field := catalogue.find(name)) is not None)
    return Gate(phase.gate or phase.name, phase, needs, tuple(rule.missing(needs, project.value)))


def decisions(session: Session, project: Project) -> list[GateDecision]:
    """Give the decisions taken at the gates of a project, oldest first."""
    return kept.decisions(project.id)


def left(session: Session, project: Project) -> str | None:
    """Give the phase that a closed project stood in before it was closed by a decision, None for any other."""
    closed = {phase.name for phase in portfolio_kept.phases() if phase.closed}
    taken = decisions(session, project) if project.phase in closed else []
    return taken[-1].from_phase if taken else None


def decide(session: Session, base: Project, gate: Gate, verdict: Verdict) -> Project:
    """Record the decision taken at a gate, and move the project where it leads.

    A go moves it into the gate's phase, a recycle back into that phase where it is a former one, a kill into the
    phase that is closed; a hold leaves it where it is. Raises Refusal where a go lacks what the gate asks for or a
    conditional go its conditions, where the day is in the future, and as `save` does; Conflict where someone else has
    changed the project since it was read.
    """
    catalogue = portfolio_kept.catalogue()
    evidence = ready_values(verdict.evidence or {}, catalogue)
    _check(session, gate, verdict, lambda name: evidence[name] if name in evidence else base.value(name))
    label = _("{code}: {decision} at {gate}").format(
        code=base.code, decision=_(verdict.decision.value), gate=gate.name
    )
    try:
        with session.writing(label) as group:
            check_changes(PROJECT, evidence, base.value, catalogue, base.id)
            directory = references(group, evidence, catalogue)
            phase = destination(base.phase, gate.phase, verdict.decision, portfolio_kept.phases())
            changes = {**dated(evidence, base.value, group.day), "phase": phase}
            # a hold changes nothing of the project, yet is decided on what was read
            group.change("project", base.id, base.version, packed(changes, catalogue, directory))
            _record(group.create, base, gate, verdict, _person(group.create, verdict.by))
    except StaleVersion:
        raise Conflict(PROJECT, base, get(session, base.id), evidence) from None
    return projects_kept.read([base.id], catalogue, today=session.today())[0]


def _check(session: Session, gate: Gate, verdict: Verdict, value: Callable[[str], Value]) -> None:
    """Refuse a decision that lacks what it needs."""
    rule.taken_by(verdict.on, session.today())
    rule.conditioned(verdict.decision, verdict.conditions)
    missing = rule.lacking(verdict.decision, gate.needs, value)
    if missing:
        raise Refusal(
            N_("The gate “{gate}” asks for: {missing}. Fill them, or decide hold or recycle."),
            gate=gate.name,
            missing=", ".join(map(label, missing)),
        )


def _person(create: _Create, name: str | None) -> int | None:
    """Give the key of the person called `name`, added where they aren't there yet."""
    wanted = settled(DECIDED_BY, name)
    if not isinstance(wanted, str):
        return None
    return Directory().of("person").find(wanted) or create("person", {"name": wanted})


def _record(create: _Create, base: Project, gate: Gate, verdict: Verdict, person: int | None) -> None:
    """Write the decision."""
    phases: Sequence[Phase] = portfolio_kept.phases()
    left = next((phase.id for phase in phases if phase.name == base.phase), None)
    create(
        "decision",
        {
            "project": base.id,
            "gate": gate.name,
            "decision": verdict.decision.value,
            "decided_on": verdict.on.isoformat(),
            "from_phase": left,
            "to_phase": gate.phase.id,
            "decided_by": person,
            "conditions": kept_text(verdict.conditions or "") or None,
            "note": kept_text(verdict.note or "") or None,
        },
    )
