"""Use cases of the project's page: all that is known of one project, asked for at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db import gates as gates_kept
from db import projects as kept
from db.names import Directory
from pmo_tui.domain.curves import Known
from pmo_tui.domain.portfolio import GateDecision
from pmo_tui.services import boards, curves, gates, histories, raid_rows, risk_lists
from pmo_tui.services.boards import Detail
from pmo_tui.services.gates import Gate
from pmo_tui.services.histories import Entry
from pmo_tui.services.portfolio import Surroundings, surroundings
from pmo_tui.services.risk_lists import Row
from pmo_tui.services.session import Session, one_moment


@dataclass(frozen=True, slots=True)
class Dossier:
    """A project with its weather, its gates, the decisions taken there, its risks and other items, and its history."""

    detail: Detail
    around: Surroundings
    gates: tuple[Gate, ...]
    decisions: tuple[GateDecision, ...]
    history: tuple[Entry, ...]
    amounts: tuple[Known, ...]
    """Budget, forecast and actual over time."""
    risks: tuple[Row, ...] = ()
    """Its risks: the open ones first, of these the worst."""
    raid: Mapping[str, tuple[raid_rows.Row, ...]] = field(default_factory=dict)
    """By noun the items beside the risks of which something is awaited: what is late first."""


@one_moment
def dossier(session: Session, key: int | None, code: str = "") -> Dossier | None:
    """Give all that is known of the project with a key or a code, None where there is none."""
    key = kept.key_of(code) if key is None else key
    directory = Directory()
    detail = boards.detail(session, key, directory) if key is not None else None
    if detail is None or key is None:
        return None
    around = surroundings(session)
    history = histories.history(session, key, detail.catalogue, directory)
    return Dossier(
        detail,
        around,
        gates.leading(detail.project, around.phases, around.catalogue),
        tuple(gates_kept.decisions(key, directory)),
        history,
        curves.amounts(detail.project, history, session.today()),
        risk_lists.of_project(session, key),
        raid_rows.awaited_of_project(session, key),
    )
