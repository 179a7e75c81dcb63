"""The dossier: all that is known of one project, asked for without asking the same again and again."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.portfolio import Decision
from pmo_tui.services import dossiers, gates, journal, portfolio, projects
from pmo_tui.services.gates import Verdict
from pmo_tui.services.session import Session
from tests.driving.dossier import with_a_life
from tests.driving.person import session_on

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a portfolio in which a project has a life behind it."""
    session = session_on(with_a_life(tmp_path / "portfolio.db"))
    yield session
    session.close()


def asked_for(session: Session) -> Counter[str]:
    """Give the statements that a dossier asks, numbers left out, each with how often."""
    statements: list[str] = []
    connection: sqlite3.Connection = session.store.database.connection()
    connection.set_trace_callback(statements.append)
    dossiers.dossier(session, 1)
    connection.set_trace_callback(None)
    return Counter(re.sub(r"[0-9]+(, [0-9]+)*", "N", statement) for statement in statements)


def test_a_dossier_holds_all_that_is_known(session: Session):
    found = dossiers.dossier(session, None, "p-0001")
    assert found is not None
    assert found == dossiers.dossier(session, 1)
    assert (found.detail.project.code, found.detail.last_decision) == ("P-0001", found.decisions[-1])
    assert found.gates[0].phase.name == "Delivery"
    assert found.gates == gates.gates(session, found.detail.project)
    assert [decision.decision for decision in found.decisions] == [Decision.CONDITIONAL]
    assert [entry.group.label for entry in found.history] == [
        "Edited P-0001",
        "P-0001: conditional go at Business case",
        "Added P-0001 ERP finance",
    ]
    assert found.amounts[-1].budget == found.detail.project.budget


def test_what_is_not_there_has_no_dossier(session: Session):
    assert dossiers.dossier(session, None, "P-9999") is None
    assert dossiers.dossier(session, 9999) is None


def test_the_history_tells_what_was_taken_back(session: Session):
    taken = journal.undo(session).group
    redone = journal.redo(session).group
    assert taken == redone
    found = dossiers.dossier(session, 2)
    assert found is not None
    assert [(entry.group.undoes is None, entry.undone) for entry in found.history] == [
        (False, False),
        (False, True),
        (True, False),
    ]


def test_a_long_history_and_many_phases_ask_no_more_than_a_short_one(session: Session):
    before = asked_for(session)
    project = projects.find(session, "P-0001")
    for number in range(12):
        project = projects.save(session, project, {"budget": number})
        gate = gates.gates(session, project)[0]
        project = gates.decide(session, project, gate, Verdict(Decision.HOLD, TODAY))
    for _time in range(3):
        journal.undo(session)
    with session.writing("more phases") as group:
        for place in range(7, 20):
            group.create("phase", {"name": f"Phase {place}", "position": place, "needs": '["pm", "budget"]'})
        portfolio.add_own_fields(group, [Field("sites", Kind.INTEGER, "Sites")])
    after = asked_for(session)
    assert after.total() == before.total() + 1, "for the values of own fields"
    assert max(count for statement, count in after.items() if '"name" FROM ' in statement) == 1
