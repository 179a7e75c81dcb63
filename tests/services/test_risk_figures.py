"""Figures on risks: exposure netted and over time, the largest, the distribution; what other settings would move."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from db import risks as kept
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risks import PROBABILITIES, Appetite, Band, Level, Step
from pmo_tui.services import journal, risk_details, risk_figures, risk_lives, risk_settings, risk_weeks, risks
from pmo_tui.services.session import Session
from tests.keeping import Clock, replayed, standing, tables

K = 1000_00


@pytest.fixture
def session(timed: Session) -> Session:
    """Work in a new portfolio whose clock a test can set."""
    return timed


def vector(session: Session) -> None:
    """Add the three risks of the field's own example, one without a cost, and one that is over."""
    risks.add(
        session, {"title": "A", "chance": Decimal(30), "cost": 100 * K, "reserve": 20 * K, "drawn": 5 * K}
    )
    risks.add(session, {"title": "B", "chance": Decimal(10), "cost": 400 * K})
    risks.add(session, {"title": "C", "side": "opportunity", "chance": Decimal(25), "cost": 60 * K})
    risks.add(session, {"title": "D", "probability": 5, "impact": 5})
    gone = risks.add(session, {"title": "E", "chance": Decimal(100), "cost": 999 * K, "reserve": 300 * K})
    risk_lives.close(session, gone, "over")


def test_exposure_is_netted_and_says_what_it_leaves_out(session: Session):
    vector(session)
    found = risk_figures.outlook(session)
    assert (found.exposure.threats, found.exposure.opportunities, found.exposure.net) == (
        70 * K,
        15 * K,
        55 * K,
    )
    assert (found.exposure.valued, found.exposure.of) == (3, 4)
    assert [risk.value("title") for risk in found.top] == ["B", "A", "C"]
    assert [found.reserve.sum(name).amount for name in ("reserve", "drawn")] == [20 * K, 5 * K]


def test_the_distribution_is_the_same_each_time_and_its_mean_is_the_exposure(session: Session):
    vector(session)
    first, again = (risk_figures.outlook(session).distribution for _time in range(2))
    assert first == again
    mean = sum(first.totals) / len(first.totals)
    assert abs(mean - 55 * K) < 3 * K
    assert first.percentile(50) <= first.percentile(80) <= first.percentile(90) <= 500 * K


def test_exposure_over_time_is_read_back_from_the_journal(session: Session, clock: Clock):
    first = risks.add(
        session, {"title": "A", "probability": 5, "impact": 3, "chance": Decimal(50), "cost": 100 * K}
    )
    clock.now += timedelta(weeks=1)
    risks.add(session, {"title": "B", "chance": Decimal(50), "cost": 20 * K})
    clock.now += timedelta(weeks=1)
    first = risk_lives.review(session, first, session.today(), {"chance": Decimal(10), "probability": 1})
    clock.now += timedelta(weeks=1)
    risk_lives.close(session, first, "over")
    points = risk_weeks.over_time(session, weeks=5)
    assert [point.exposure.threats for point in points] == [50 * K, 60 * K, 20 * K, 10 * K]
    assert [point.bands for point in points] == [(0, 0, 0, 1), (0, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 0)]
    assert points[-1].day == date(2026, 12, 14)
    assert [point.exposure.of for point in risk_weeks.over_time(session, "title:B", weeks=2)] == [1, 1]
    for asked in ("active:yes", "actif:oui", "-active:no", "status:open,responding,draft", "-status:closed"):
        assert risk_weeks.over_time(session, asked, weeks=5) == points
    assert [point.exposure.of for point in risk_weeks.over_time(session, "status:closed", weeks=2)] == [1, 0]
    assert [point.exposure.of for point in risk_weeks.over_time(session, "title:A active:yes", weeks=2)] == [
        1,
        0,
    ]


def test_other_bands_are_previewed_set_and_undone(session: Session):
    moderate = risks.add(session, {"title": "M", "probability": 3, "impact": 3})
    risks.add(session, {"title": "L", "probability": 1, "impact": 1})
    bands = (Band("green", 1), Band("red", 8))
    before = tables()
    moved = risk_settings.preview(session, bands)
    assert [(each.risk.value("title"), each.before, each.after) for each in moved] == [
        ("M", "moderate", "red"),  # low is but called green
    ]
    assert tables() == before
    risk_settings.set_bands(session, bands)
    assert risks.find(session, moderate.code).value("band") == "red"
    journal.undo(session)
    assert tables() == before
    assert replayed() == standing()
    with pytest.raises(Refusal, match="begins at 1"):
        risk_settings.preview(session, bands[1:])


def test_a_band_that_is_only_called_otherwise_moves_nothing(session: Session):
    risks.add(session, {"title": "M", "probability": 3, "impact": 3})
    low, moderate, *rest = kept.bands()
    assert risk_settings.preview(session, (low, moderate._replace(name="medium"), *rest)) == ()
    [moved] = risk_settings.preview(
        session, (low._replace(name="green"), moderate._replace(least=10), *rest[1:])
    )
    assert (moved.before, moved.after) == ("moderate", "green")


def test_another_scale_weighs_the_risks_anew(session: Session):
    risk = risks.add(session, {"title": "M", "probability": 3, "cost": 100 * K})
    wider = PROBABILITIES[2]._replace(most=Decimal(40))
    with pytest.raises(Refusal, match="“likely” must begin where the one before it ends"):
        risk_settings.set_steps(session, "probability", (*PROBABILITIES[:2], wider, *PROBABILITIES[3:]))
    with pytest.raises(Refusal, match="A scale has 5 steps"):
        risk_settings.set_steps(session, "probability", PROBABILITIES[:3])
    likely = PROBABILITIES[3]._replace(least=Decimal(40))
    risk_settings.set_steps(session, "probability", (*PROBABILITIES[:2], wider, likely, PROBABILITIES[4]))
    assert risks.find(session, risk.code).value("exposure") == 35 * K
    journal.undo(session)
    assert risks.find(session, risk.code).value("exposure") == 40 * K


@pytest.mark.parametrize(
    ("number", "step", "told"),
    [
        (4, Step("certain", Decimal(70), Decimal(500)), "ends above 100 %"),
        (0, Step("rare", Decimal(-50), Decimal(10)), "begins below 0 %"),
        (0, Step("rare", Decimal(10), Decimal(10)), "must end above its beginning"),
    ],
)
def test_a_chance_lies_between_never_and_always(session: Session, number: int, step: Step, told: str):
    steps = list(PROBABILITIES)
    steps[number] = step
    with pytest.raises(Refusal, match=told):
        risk_settings.set_steps(session, "probability", steps)


def test_what_somebody_has_set_meanwhile_is_not_written_over(session: Session):
    bands, steps, appetite = kept.bands(), kept.steps("probability"), kept.appetite()
    risk_settings.set_appetite(session, Appetite({Level.PROJECT: 5}))
    risk_settings.set_bands(session, (Band("green", 1), Band("red", 8)))
    risk_settings.set_steps(session, "probability", [step._replace(word=step.word + "!") for step in steps])
    before = tables()
    with pytest.raises(Refusal, match="Somebody has set this meanwhile"):
        risk_settings.set_appetite(session, Appetite({Level.PORTFOLIO: 3}), appetite)
    with pytest.raises(Refusal, match="Somebody has set this meanwhile"):
        risk_settings.set_bands(session, bands[:2], bands)
    with pytest.raises(Refusal, match="Somebody has set this meanwhile"):
        risk_settings.set_steps(session, "probability", steps, steps)
    assert tables() == before
    risk_settings.set_appetite(session, Appetite({Level.PORTFOLIO: 3}), kept.appetite())
    assert kept.appetite() == Appetite({Level.PORTFOLIO: 3})


def test_no_more_is_drawn_of_a_reserve_than_was_held(session: Session):
    with pytest.raises(Refusal, match="More of the reserve is drawn than was held"):
        risks.add(session, {"title": "A", "reserve": 100, "drawn": 500})
    assert risks.add(session, {"title": "A", "reserve": 500, "drawn": 500}).value("drawn") == 500


def test_the_appetite_is_set_by_level_and_stricter_by_category(session: Session):
    risk = risks.add(session, {"title": "M", "probability": 2, "impact": 3, "category": "Security"})
    assert risk.value("over") is False
    strict = Appetite(by_category={(Level.PORTFOLIO, "Technical"): 5})
    risk_settings.set_appetite(session, strict)
    assert risks.find(session, risk.code).value("over") is True
    with pytest.raises(Refusal, match="no category “Nothing”"):
        risk_settings.set_appetite(session, Appetite(by_category={(Level.PROJECT, "Nothing"): 5}))
    with pytest.raises(Refusal, match="0 to 25, not 26"):
        risk_settings.set_appetite(session, Appetite({Level.PROJECT: 26}))
    journal.undo(session)
    assert risks.find(session, risk.code).value("over") is False


def test_a_risk_that_was_deleted_and_came_back_has_kept_its_past(session: Session, clock: Clock):
    risk = risks.add(session, {"title": "A", "probability": 3, "impact": 3, "cost": 100 * K})
    clock.now += timedelta(weeks=5)
    before = risk_weeks.over_time(session, weeks=6)
    risks.delete(session, risk)
    journal.undo(session)
    assert risk_weeks.over_time(session, weeks=6) == before
    assert sum(point.exposure.valued for point in before) == 6


def test_the_months_of_a_risk_are_told_however_often_it_was_changed_since(session: Session, clock: Clock):
    clock.now += timedelta(weeks=4)
    risk = risks.add(session, {"title": "A", "probability": 5, "impact": 5})
    clock.now += timedelta(weeks=4)
    risk = risks.save(session, risk, {"probability": 1})
    for number in range(40):
        risk = risks.save(session, risk, {"title": f"A {number}"})
    found = risk_details.detail(session, risk.id)
    assert found is not None
    assert [(day.isoformat(), grade and grade.score) for day, grade in found.months] == [
        ("2026-12-31", 25),
        ("2027-01-18", 5),
    ]
