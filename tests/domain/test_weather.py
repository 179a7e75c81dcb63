"""Weather: what the figures say, exactly at the limits, and when a declaration is too old to be believed."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.health import Dimension, Health
from pmo_tui.domain.portfolio import Thresholds
from pmo_tui.domain.projects import Project
from pmo_tui.domain.weather import (
    LATE,
    OVER_BUDGET,
    OVERDUE,
    Weather,
    computed,
    passed_by,
    stale,
    working_days,
)

USUAL = Thresholds()
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def weather(*, closed: bool = False, limits: Thresholds = USUAL, **facts: object) -> Weather:
    """Compute the weather of a project with these facts, on a Monday."""
    project = Project(1, 1, "P-0001", "x", "Idea", **facts)  # type: ignore[arg-type]
    return computed(project, limits, MONDAY, closed=closed)


def finishing(day: date) -> Health:
    """Give what the time says of a project whose baseline ends on a Monday and that ends on a day to come."""
    return weather(baseline_finish=date(2027, 1, 4), finish=day).of(Dimension.TIME).health


# --- cost -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("forecast", "health", "limit"),
    [
        (90_000, Health.GREEN, 5),
        (105_000, Health.GREEN, 5),
        (105_001, Health.AMBER, 5),
        (110_000, Health.AMBER, 5),
        (110_001, Health.RED, 10),
        (110_049, Health.RED, 10),
        (200_000, Health.RED, 10),
    ],
)
def test_a_forecast_is_judged_exactly_and_only_what_is_shown_is_rounded(
    forecast: int, health: Health, limit: int
):
    reading = weather(budget=100_000, forecast=forecast).of(Dimension.COST)
    assert (reading.health, reading.limit, reading.reason) == (health, limit, OVER_BUDGET)
    assert reading.figure == round(Decimal(forecast - 100_000) / 1000, 1)


def test_the_limits_are_those_of_the_portfolio():
    strict = Thresholds(overrun_amber=0, overrun_red=1)
    assert weather(limits=strict, budget=1000, forecast=1001).health is Health.AMBER
    assert weather(limits=strict, budget=1000, forecast=1011).health is Health.RED


def test_a_budget_below_nothing_is_judged_as_its_overrun_is_shown():
    assert weather(budget=-1000, forecast=-1200).of(Dimension.COST).health is Health.RED
    assert weather(budget=-1000, forecast=-900).of(Dimension.COST).health is Health.GREEN


@pytest.mark.parametrize("facts", [{}, {"budget": 100}, {"forecast": 100}, {"budget": 0, "forecast": 100}])
def test_a_cost_of_which_something_is_unknown_says_nothing(facts: dict[str, Any]):
    assert weather(**facts) == Weather(())
    assert weather(**facts).health is Health.GREY


# --- time -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "days"),
    [
        (date(2026, 11, 20), 0),
        (date(2026, 11, 21), 0),
        (date(2026, 11, 22), 0),
        (date(2026, 11, 23), 1),
        (date(2026, 11, 27), 5),
        (date(2026, 12, 18), 20),
        (date(2026, 11, 19), -1),
    ],
)
def test_working_days_are_monday_to_friday(last: date, days: int):
    assert working_days(FRIDAY, last) == days


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-800, 800))
def test_working_days_are_counted_one_by_one(first: date, days: int):
    last = first + timedelta(days)
    early, late = min(first, last), max(first, last)
    between = [early + timedelta(n) for n in range(1, (late - early).days + 1)]
    worked = sum(day.weekday() < 5 for day in between)
    assert working_days(first, last) == (worked if days >= 0 else -worked)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 5_000))
def test_a_day_is_passed_by_when_more_working_days_lie_after_it(today: date, days: int):
    day = passed_by(today, days)
    assert working_days(day, today) == days + 1
    assert working_days(day + timedelta(days=1), today) == days


def test_a_limit_that_no_calendar_reaches_is_passed_by_no_day():
    assert passed_by(date(2026, 1, 1), 1_000_000) == date.min


@pytest.mark.parametrize(
    ("day", "health"),
    [
        (date(2026, 12, 1), Health.GREEN),
        (date(2027, 1, 10), Health.GREEN),  # 6 calendar days, 4 working days
        (date(2027, 1, 11), Health.GREEN),  # 7 and 5
        (date(2027, 1, 12), Health.AMBER),  # 8 and 6
        (date(2027, 1, 31), Health.AMBER),  # 27 and 19
        (date(2027, 2, 1), Health.AMBER),  # 28 and 20
        (date(2027, 2, 2), Health.RED),  # 29 and 21
    ],
)
def test_a_finish_after_its_baseline_is_judged_in_working_days(day: date, health: Health):
    assert finishing(day) is health


def test_the_actual_finish_counts_where_there_is_one():
    late = weather(
        baseline_finish=date(2026, 10, 5), finish=date(2026, 10, 5), actual_finish=date(2026, 11, 20)
    )
    reading = late.of(Dimension.TIME)
    assert (reading.health, reading.reason, reading.figure) == (Health.RED, LATE, 34)


def test_a_finish_that_has_passed_counts_until_the_project_is_finished_or_closed():
    passed = date(2026, 10, 5)
    reading = weather(finish=passed).of(Dimension.TIME)
    assert (reading.health, reading.reason, reading.figure) == (Health.RED, OVERDUE, 35)
    assert weather(finish=passed, closed=True).readings == ()
    assert weather(finish=passed, actual_finish=passed).readings == ()
    assert weather(finish=MONDAY).readings == (), "today is not over yet"


def test_of_a_slip_and_a_finish_that_has_passed_the_worse_counts():
    reading = weather(baseline_finish=date(2026, 11, 12), finish=date(2026, 11, 13)).of(Dimension.TIME)
    assert (reading.health, reading.reason) == (Health.AMBER, OVERDUE)


def test_the_whole_is_the_worst_and_its_reasons_are_those_that_make_it_so():
    found = weather(budget=100, forecast=108, baseline_finish=date(2027, 1, 4), finish=date(2027, 3, 1))
    assert found.health is Health.RED
    assert [reading.dimension for reading in found.reasons] == [Dimension.TIME]
    assert weather(budget=100, forecast=100).reasons == ()


# --- declarations that are too old ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "closed", "told"),
    [(None, False, False), (0, False, False), (45, False, False), (46, False, True), (46, True, False)],
)
def test_a_declaration_is_stale_when_it_is_older_than_the_portfolio_lets_it_be(
    today: date, age: int | None, closed: bool, told: bool
):
    declared = None if age is None else today - timedelta(days=age)
    project = Project(1, 1, "P-0001", "x", "Idea", health_date=declared)
    assert stale(project, Thresholds(), today, closed=closed) is told
    assert not stale(project, Thresholds(report_stale=100), today, closed=closed)
