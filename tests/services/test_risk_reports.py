"""The report on risks: what it counts, and what has become of the risks since a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risks import Level
from pmo_tui.services import projects, risk_lives, risks
from pmo_tui.services.risk_reports import report
from pmo_tui.services.session import Session
from tests.keeping import Clock


@pytest.fixture
def session(timed: Session) -> Session:
    """Work in a new portfolio whose clock a test can set."""
    return timed


def test_what_has_become_of_each_risk_is_told_with_its_score_then_and_now(session: Session, clock: Clock):
    project = projects.add(session, {"name": "Warehouse"}).code
    scored, ended, lifted, happened, still = (
        risks.add(session, {"title": title, "project": project, "probability": 4, "impact": 4})
        for title in "ABCDE"
    )
    clock.now += timedelta(weeks=6)
    since = clock.now.date()
    risk_lives.review(session, scored, session.today(), {"probability": 2})
    risk_lives.close(session, ended, "no longer so")
    risk_lives.escalate(session, lifted, Level.PORTFOLIO, "too much for us")
    risk_lives.occur(session, happened)
    risks.save(session, still, {"title": "E again"})
    risks.add(session, {"title": "F"})
    found = report(session, since=since)
    told = {str(change.row.value("title")): change for change in found.changes}
    assert {title: change.happened for title, change in told.items()} == {
        "A": ("scored", "band"),
        "B": ("closed",),
        "C": ("escalated",),
        "D": ("occurred",),
        "F": ("raised",),
    }
    before, after = told["A"].before, told["A"].after
    assert before
    assert after
    assert (before.score, after.score) == (16, 8)
    assert len(found.open_rows) == 4
    assert found.bands == {"low": 0, "moderate": 1, "high": 0, "critical": 2}


def test_a_report_looks_back_thirty_days_and_never_ahead(session: Session):
    assert report(session).since == session.today() - timedelta(days=30)
    with pytest.raises(Refusal, match="still to come"):
        report(session, since=session.today() + timedelta(days=1))
