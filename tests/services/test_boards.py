"""The board as use cases: projects by phase with their sums, and what is told of the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from db import sql
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import boards, gates, journal, lists, projects
from pmo_tui.services.gates import Verdict
from pmo_tui.services.session import Session, open_session

NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - moments are kept without a zone


class Calendar:
    """A clock that a test sets to so many weeks ago."""

    def __init__(self) -> None:
        self.weeks = 0

    def __call__(self) -> datetime:
        """Tell the moment."""
        return NOON - timedelta(weeks=self.weeks)


@pytest.fixture
def clock() -> Calendar:
    """Give the clock of the session."""
    return Calendar()


@pytest.fixture
def session(tmp_path: Path, clock: Calendar) -> Iterator[Session]:
    """Open a new portfolio."""
    session = open_session(tmp_path / "portfolio.db", create=True, who="alice", clock=clock)
    yield session
    session.close()


def test_a_board_has_every_phase_with_its_cards_and_sums(session: Session):
    for name, phase, budget in (("One", "Idea", 100), ("Two", "Delivery", 300), ("Three", "Delivery", None)):
        projects.add(session, {"name": name, "phase": phase, "budget": budget})
    found = boards.board(session, "")
    told = {
        column.phase.name: ([card.name for card in column.cards], column.figures.count)
        for column in found.columns
    }
    assert told["Delivery"] == (["Three", "Two"], 2)
    assert (told["Idea"], told["Closed"]) == ((["One"], 1), ([], 0))
    assert (found.figures.count, found.of, found.whole) == (3, 3, True)
    narrowed = boards.board(session, "phase:delivery", limit=1)
    assert (narrowed.figures.count, narrowed.of, narrowed.whole) == (2, 3, False)


def test_a_query_that_can_t_be_read_is_refused(session: Session):
    with pytest.raises(Refusal, match="no field “bugdet”"):
        boards.board(session, "bugdet>1M")


def test_the_first_look_begins_with_the_first_card_of_the_worst_column(session: Session):
    assert boards.first_look(session, "", 5).detail is None
    projects.add(session, {"name": "Well", "phase": "Idea", "health": Health.GREEN})
    projects.add(session, {"name": "Ill", "phase": "Delivery", "health": Health.RED})
    look = boards.first_look(session, "", 5)
    assert look.detail is not None
    assert look.detail.project.name == "Ill"
    assert look.detail == boards.detail(session, look.detail.project.id)


def test_a_detail_tells_what_was_declared_at_the_end_of_each_of_the_last_weeks(
    session: Session, clock: Calendar
):
    clock.weeks = 4
    project = projects.add(session, {"name": "ERP", "health": Health.GREEN})
    clock.weeks = 2
    project = projects.save(session, project, {"health": Health.AMBER})
    clock.weeks = 0
    project = projects.save(session, project, {"health": Health.RED})
    detail = boards.detail(session, project.id)
    assert detail is not None
    green, amber, red = Health.GREEN, Health.AMBER, Health.RED
    assert detail.weeks == (green, green, amber, amber, red)
    projects.delete(session, detail.project)
    journal.undo(session)
    again = boards.detail(session, project.id)
    assert again is not None
    assert again.weeks == detail.weeks, "as if it had never been away"
    assert boards.detail(session, 99) is None


def test_a_detail_tells_the_last_decision_and_whether_the_declaration_is_stale(
    session: Session, clock: Calendar
):
    clock.weeks = 7
    project = projects.add(session, {"name": "ERP", "health": Health.GREEN})
    clock.weeks = 0
    for decision in (Decision.HOLD, Decision.RECYCLE):
        gate = gates.gates(session, project)[0]
        project = gates.decide(session, project, gate, Verdict(decision, date(2026, 11, 23)))
    detail = boards.detail(session, project.id)
    assert detail is not None
    assert detail.last_decision is not None
    assert (detail.last_decision.decision, detail.stale) == (Decision.RECYCLE, True)
    killed = gates.decide(
        session, project, gates.gates(session, project)[0], Verdict(Decision.KILL, date(2026, 11, 23))
    )
    closed = boards.detail(session, killed.id)
    assert closed is not None
    assert not closed.stale, "for of work that is over nobody reports"
    journal.undo(session)
    assert boards.detail(session, project.id) is not None


def test_a_few_letters_find_what_begins_with_them_first(session: Session):
    for name, tags in (("Old ERP", ()), ("ERP finance", ()), ("Wifi", ("erp",)), ("Data lake", ())):
        projects.add(session, {"name": name, "tags": tags})
    assert [card.name for card in boards.search(session, "érp")] == ["ERP finance", "Old ERP", "Wifi"]
    assert len(boards.search(session, "e", limit=2)) == 2


def test_a_table_of_the_computed_weather_reads_the_limits_once(session: Session):
    projects.add(session, {"name": "ERP", "budget": 100, "forecast": 200, "health": Health.GREEN})
    asked: list[str] = []
    connection = sql.database().connection()
    connection.set_trace_callback(asked.append)
    table = lists.table(session, boards.PROJECTS, "computed:red optimistic:yes sort:computed group:computed")
    connection.set_trace_callback(None)
    assert table.figures.count == 1
    assert sum('FROM "portfolio"' in statement for statement in asked) == 1
