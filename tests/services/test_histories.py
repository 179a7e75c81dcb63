"""Histories: all that happened to a project, what was taken back too, however much it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.projects import Project
from pmo_tui.services import dossiers, gates, histories, journal, projects
from pmo_tui.services.session import Session
from tests.keeping import opened

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new portfolio."""
    session = opened(tmp_path / "portfolio.db")
    yield session
    session.close()


def held(session: Session, project: Project, day: date) -> Project:
    """Hold a project at its next gate."""
    return gates.decide(session, project, gates.gates(session, project)[0], gates.Verdict(Decision.HOLD, day))


def test_a_decision_that_was_taken_back_is_told_with_its_undoing(session: Session):
    project = held(session, projects.add(session, {"name": "ERP"}), TODAY)
    journal.undo(session)
    told = [
        (entry.group.label, entry.undone) for entry in histories.history(session, project.id, PROJECT_FIELDS)
    ]
    assert told == [
        ("Undone: P-0001: hold at Idea accepted", False),
        ("P-0001: hold at Idea accepted", True),
        ("Added P-0001 ERP", False),
    ]


def test_what_another_project_went_through_is_not_told(session: Session):
    project = projects.add(session, {"name": "ERP"})
    held(session, projects.add(session, {"name": "Wifi"}), TODAY)
    assert len(histories.history(session, project.id, PROJECT_FIELDS)) == 1


def test_a_project_with_a_hundred_decisions_is_opened(session: Session):
    project = projects.add(session, {"name": "ERP"})
    for number in range(100):
        project = held(session, project, TODAY - timedelta(number))
    dossier = dossiers.dossier(session, project.id)
    assert dossier is not None
    assert (len(dossier.decisions), len(dossier.history)) == (100, 101)
