"""The report on risks: what it counts, and what has become of the risks since a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pmo_tui.domain.fields import Value
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risks import Level
from pmo_tui.services import projects, risk_lives, risks
from pmo_tui.services.risk_changes import by_kind
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
        "A": ("better band",),
        "B": ("closed",),
        "C": ("escalated",),
        "D": ("occurred",),
        "F": ("raised",),
    }
    before, after = told["A"].before.grade, told["A"].after.grade
    assert before
    assert after
    assert (before.score, after.score) == (16, 8)
    assert list(by_kind(found.changes)) == ["occurred", "escalated", "raised", "better band", "closed"]
    assert len(found.open_rows) == 4
    assert found.bands == {"low": 0, "moderate": 1, "high": 0, "critical": 2}


@pytest.mark.parametrize(
    ("side", "changes", "told"),
    [
        ("threat", {"impact": 3}, ("worse score",)),
        ("threat", {"impact": 5}, ("worse band",)),
        ("threat", {"cost": 200_000_00}, ("worse exposure",)),
        ("threat", {"cost": 50_000_00}, ("better exposure",)),
        ("threat", {"probability": None}, ("withdrawn",)),
        ("opportunity", {"impact": 1}, ("worse band",)),
        ("opportunity", {"cost": 200_000_00}, ("better exposure",)),
        ("threat", {"title": "Renamed"}, ()),
    ],
)
def test_more_of_a_threat_is_worse_and_more_of_an_opportunity_is_better(
    session: Session, clock: Clock, side: str, changes: dict[str, Value], told: tuple[str, ...]
):
    risk = risks.add(
        session, {"title": "A", "side": side, "probability": 3, "impact": 2, "chance": 50, "cost": 100_000_00}
    )
    clock.now += timedelta(weeks=6)
    risks.save(session, risk, changes)
    found = report(session, since=clock.now.date())
    assert [change.happened for change in found.changes] == ([told] if told else [])


def test_a_first_assessment_is_neither_worse_nor_better(session: Session, clock: Clock):
    risk = risks.add(session, {"title": "A"})
    clock.now += timedelta(weeks=6)
    risks.save(session, risk, {"probability": 5, "impact": 5})
    [change] = report(session, since=clock.now.date()).changes
    assert change.happened == ("assessed",)


def test_a_report_looks_back_thirty_days_and_never_ahead(session: Session):
    assert report(session).since == session.today() - timedelta(days=30)
    with pytest.raises(Refusal, match="still to come"):
        report(session, since=session.today() + timedelta(days=1))
