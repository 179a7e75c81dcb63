"""The portfolio: its settings, phases and gates, programmes, objectives, people and the decisions taken at gates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.refusal import N_


class Thresholds(NamedTuple):
    """Beyond what a figure is amber or red: overrun in percent, slip in working days, a report's age in days.

    The slip of a project, as a field and in queries, counts calendar days.
    """

    overrun_amber: int = 5
    overrun_red: int = 10
    slip_amber: int = 5
    slip_red: int = 20
    report_stale: int = 45


class Portfolio(NamedTuple):
    """The settings of a portfolio; `fiscal_month` is the month (1–12) in which its fiscal year starts."""

    version: int = 1
    name: str = ""
    currency: str = "EUR"
    fiscal_month: int = 1
    thresholds: Thresholds = Thresholds()


def settings_of(portfolio: Portfolio) -> dict[str, str | int]:
    """Give all settings of a portfolio by name, thresholds among them."""
    return {
        "name": portfolio.name,
        "currency": portfolio.currency,
        "fiscal_month": portfolio.fiscal_month,
        **portfolio.thresholds._asdict(),
    }


class Phase(NamedTuple):
    """A phase of a project's life; `gate` is the decision that opens it, `needs` the fields that decision asks for.

    `wip_limit` is how many projects it should hold at most (None: no limit); `closed` says that work is over.
    """

    id: int
    version: int
    name: str
    position: int
    gate: str | None = None
    needs: tuple[str, ...] = ()
    wip_limit: int | None = None
    closed: bool = False


class Programme(NamedTuple):
    """A programme: projects steered together."""

    id: int
    version: int
    name: str
    description: str | None = None


class Objective(NamedTuple):
    """A strategic objective that projects serve."""

    id: int
    version: int
    name: str
    description: str | None = None


class Person(NamedTuple):
    """Someone who manages or sponsors projects; `login` is their account on this host."""

    id: int
    version: int
    name: str
    login: str | None = None
    email: str | None = None
    active: bool = True


class Decision(Enum):
    """What can be decided at a gate."""

    GO = "go"
    CONDITIONAL = "conditional go"
    HOLD = "hold"
    RECYCLE = "recycle"
    KILL = "kill"

    @property
    def opens(self) -> bool:
        """Whether the project passes into the phase that the gate opens."""
        return self in {Decision.GO, Decision.CONDITIONAL}


DECISION_LABELS = {
    Decision.GO: N_("go"),
    Decision.CONDITIONAL: N_("conditional go"),
    Decision.HOLD: N_("hold"),
    Decision.RECYCLE: N_("recycle"),
    Decision.KILL: N_("kill"),
}


def destination(here: str, to: Phase, decision: Decision, phases: Sequence[Phase]) -> str:
    """Give the name of the phase in which a project stands after a decision at the gate that leads `to` a phase.

    A go leads into it, a recycle back into it where it comes before the present one, a kill into the last phase
    that is closed; otherwise the project stays `here`. So does one that is killed where no phase is closed: that it
    was decided is worth keeping, and a portfolio without a closed phase has no place that would tell it better.
    """
    if decision.opens:
        return to.name
    if decision is Decision.RECYCLE:
        now = next((phase.position for phase in phases if phase.name == here), 0)
        return to.name if to.position < now else here
    if decision is Decision.KILL:
        return next((phase.name for phase in reversed(phases) if phase.closed), here)
    return here


class GateDecision(NamedTuple):
    """A decision taken at a gate of a project: which, when, what, by whom, under which conditions."""

    id: int
    version: int
    project: str
    gate: str
    decision: Decision
    decided_on: date
    from_phase: str | None = None
    to_phase: str | None = None
    decided_by: str | None = None
    conditions: str | None = None
    note: str | None = None


_PHASES = (
    # name, gate that opens it, fields that the gate asks for, limit of work in progress, closed
    (N_("Idea"), None, (), None, False),
    (N_("Scoping"), N_("Idea accepted"), ("sponsor",), None, False),
    (N_("Planning"), N_("Business case"), ("pm", "sponsor", "budget"), None, False),
    (N_("Delivery"), N_("Go for delivery"), ("pm", "sponsor", "budget", "start", "finish"), None, False),
    (N_("Closing"), N_("Acceptance"), ("actual",), None, False),
    (N_("Closed"), N_("Closure"), ("actual", "actual_finish"), None, True),
)


def default_phases(said: Callable[[str], str] = str) -> tuple[Phase, ...]:
    """Give the phases of a new portfolio, to be changed in its settings, in the words that `said` gives."""
    return tuple(
        Phase(0, 1, said(name), position, said(gate) if gate else None, needs, limit, closed)
        for position, (name, gate, needs, limit, closed) in enumerate(_PHASES, 1)
    )


class View(NamedTuple):
    """A saved view of things of one kind: a query with the way it is shown.

    `owner` is a login, or None where all see it; `thing` is what it is of, as the journal names it.
    """

    id: int
    version: int
    name: str
    query: str = ""
    mode: str = "board"
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    group: str | None = None
    owner: str | None = None
    thing: str = "project"
