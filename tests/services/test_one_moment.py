"""One moment: what a use case reads in several questions holds together, whatever others write in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from db import portfolio as portfolio_kept
from pmo_tui.domain.portfolio import Decision, Person
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import (
    boards,
    dossiers,
    exports,
    forms,
    gates,
    journal,
    listing,
    lists,
    portfolio,
    projects,
)
from pmo_tui.services.session import Session, open_session
from tests.driving.colleague import colleague_adds

USE_CASES: dict[str, Callable[[Session], Any]] = {
    "whole portfolio": exports.portfolio,
    "projects": lambda session: exports.projects(session, "name!=nobody", "json"),
    "board": lambda session: boards.board(session, "", limit=5),
    "table": lambda session: lists.table(session, boards.PROJECTS, "group:phase"),
    "detail": lambda session: boards.detail(session, 1),
    "first frame": lambda session: boards.first_look(session, "", 5),
    "dossier": lambda session: dossiers.dossier(session, None, "P-0001"),
    "listing": lambda session: listing.listing(session, "projects", "name!=nobody"),
    "counts": listing.counts,
    "form": lambda session: forms.subject(session, 1),
    "surroundings": portfolio.surroundings,
}

ELSEWHERE = """
INSERT INTO phase (version, name, folded, position, needs, closed) VALUES (1, 'New', 'new', 9, '[]', 0);
INSERT INTO programme (version, name, folded) VALUES (1, 'New', 'new');
INSERT INTO person (version, name, folded, active) VALUES (1, 'New', 'new', 1);
INSERT INTO view (version, thing, name, query, mode, columns, sort)
VALUES (1, 'project', 'New', '', 'board', '[]', '[]');
UPDATE portfolio SET name = name || 'x', overrun_red = overrun_red + 1;
INSERT INTO project (version, code, code_folded, name, folded, phase_id, search, health, severity, health_previous,
created_at, updated_at)
SELECT 1, code || 'x', code_folded || 'x', name, folded, phase_id, search, 'red', 3, 'grey',
created_at, updated_at FROM project;
UPDATE project SET name = name || 'x', phase_id = 2, programme_id = 2, department = name;
UPDATE gate_decision SET note = 'x';
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a portfolio with two projects and a decision, on one day."""
    session = open_session(
        tmp_path / "pmo.db",
        create=True,
        who="alice",
        clock=lambda: datetime.fromisoformat("2026-11-23 09:00"),
    )
    erp = projects.add(session, {"name": "ERP", "programme": "Digital", "sponsor": "Zoé", "budget": 5})
    projects.add(session, {"name": "Wifi", "phase": "Planning"})
    verdict = gates.Verdict(Decision.HOLD, date(2026, 11, 20), by="Zoé")
    gates.decide(session, erp, gates.gates(session, erp)[0], verdict)
    yield session
    session.close()


@pytest.mark.parametrize("use_case", USE_CASES.values(), ids=USE_CASES)
def test_what_another_writes_in_between_is_not_half_in_it(
    session: Session, monkeypatch: pytest.MonkeyPatch, use_case: Callable[[Session], Any]
):
    before = use_case(session)
    database: Any = session.store.database
    execute = database.execute_sql
    asked: list[str] = []
    written: list[bool] = []

    def disturbed(statement: str, *args: Any) -> Any:
        if asked and not written:
            with closing(sqlite3.connect(session.store.path)) as elsewhere:
                elsewhere.executescript(ELSEWHERE)
            written.append(True)
        answer = execute(statement, *args)
        if statement.startswith("SELECT"):
            asked.append(statement)
        return answer

    monkeypatch.setattr(database, "execute_sql", disturbed)
    assert use_case(session) == before
    assert written, "and someone did write"
    assert use_case(session) != before
    assert not database.in_transaction()


def test_a_colleague_adds_a_project_while_the_portfolio_is_exported(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    whole = exports.document(session)
    people = portfolio_kept.people

    def meanwhile() -> tuple[Person, ...]:
        colleague_adds(session.store.path, "Warehouse", "Delivery")
        return people()

    monkeypatch.setattr(portfolio_kept, "people", meanwhile)
    assert exports.document(session) == whole
    monkeypatch.undo()
    assert [project.name for project in exports.document(session).projects] == ["ERP", "Wifi", "Warehouse"]


def test_reading_ends_whatever_happens_inside_and_changes_can_follow(session: Session):
    mark = journal.mark(session)
    with pytest.raises(Refusal, match="no field"):
        exports.projects(session, "budjet>1", "json")
    with session.reading(), session.reading():
        assert journal.mark(session) == mark
    assert not session.store.database.in_transaction()
    projects.add(session, {"name": "Life goes on"})
    assert journal.mark(session) > mark


def test_reading_while_writing_reads_what_was_written(session: Session):
    with session.writing("x") as group:
        group.create("programme", {"name": "Réseau"})
        assert "Réseau" in forms.known(session).names["programme"]
    assert exports.document(session).programmes[1].name == "Réseau"
