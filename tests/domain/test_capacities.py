"""Net capacity and load: the worked examples of the field, and the laws."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.calendars import DAY, FULL_TIME, Leave, Pattern, checked, days_of, halves_left
from pmo_tui.domain.capacities import WHOLE, Load, Working, capacity, fte, in_days, load, percent
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.timescales import Span, Zoom, span, spans

BEGIN = date(2026, 1, 1)
days = st.dates(BEGIN, date(2027, 12, 31))
patterns = st.lists(st.integers(0, DAY), min_size=7, max_size=7).map(Pattern._make)


@st.composite
def leaves(draw: st.DrawFn) -> Leave:
    """Make up a leave of some days."""
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 40)))
    from_noon, to_noon = draw(st.booleans()), draw(st.booleans())
    return Leave(first, last, from_noon, to_noon and not (first == last and from_noon))


workings = st.builds(
    Working,
    st.none() | days,
    st.none() | days,
    patterns,
    st.integers(0, 100).filter(lambda part: part % 5 == 0),
)
holidays = st.frozensets(days, max_size=30)
absences = st.lists(leaves(), max_size=5)


def test_the_worked_example_of_the_field():
    """(21 − 5) × 0.8 × 0.85 = 10.88 days."""
    september = Span(date(2025, 9, 1), date(2025, 9, 29))  # 21 working days
    working = Working(pattern=Pattern(80, 80, 80, 80, 80), factor=85)
    week_off = Leave(date(2025, 9, 8), date(2025, 9, 14))
    assert capacity(Working(), (), (), september) == 21 * WHOLE
    assert in_days(capacity(working, (), [week_off], september)) == Decimal("10.88")


def test_a_holiday_takes_a_day_and_a_leave_on_it_nothing_more():
    week = Span(date(2026, 12, 21), date(2026, 12, 27))
    christmas = {date(2026, 12, 25)}
    away = [Leave(date(2026, 12, 24), date(2026, 12, 25))]
    assert in_days(capacity(Working(), christmas, (), week)) == 4
    assert in_days(capacity(Working(), christmas, away, week)) == 3


def test_part_time_is_exact():
    week = Span(date(2026, 11, 23), date(2026, 11, 29))
    without_wednesday = Working(pattern=FULL_TIME._replace(wednesday=50))
    assert in_days(capacity(without_wednesday, (), (), week)) == Decimal("4.50")
    noon = [Leave(date(2026, 11, 25), date(2026, 11, 25), from_noon=True)]
    assert in_days(capacity(without_wednesday, (), noon, week)) == Decimal("4.25")


def test_who_begins_on_a_wednesday_gives_three_days_of_that_week():
    week = Span(date(2026, 11, 23), date(2026, 11, 29))
    assert in_days(capacity(Working(first=date(2026, 11, 25)), (), (), week)) == 3
    assert in_days(capacity(Working(last=date(2026, 11, 23)), (), (), week)) == 1


@given(workings, holidays, absences, days)
def test_capacity_is_never_negative_and_no_more_than_the_pattern(working, holidays, absences, day):
    found = capacity(working, holidays, absences, span(Zoom.WEEK, day))
    assert 0 <= found <= working.pattern.week * 2 * 100


@given(workings, holidays, absences, days)
def test_a_quarter_has_the_capacity_of_its_months_and_of_its_days(working, holidays, absences, day):
    quarter = span(Zoom.QUARTER, day)
    whole = capacity(working, holidays, absences, quarter)
    months = spans(Zoom.MONTH, quarter.first, 3)
    assert whole == sum(capacity(working, holidays, absences, month) for month in months)
    singles = (Span(each, each) for each in days_of(quarter))
    assert whole == sum(capacity(working, holidays, absences, single) for single in singles)


@given(workings, holidays, absences, leaves(), days)
def test_one_more_leave_never_gives_more(working, holidays, absences, another, day):
    month = span(Zoom.MONTH, day)
    without = capacity(working, holidays, absences, month)
    assert capacity(working, holidays, [*absences, another], month) <= without
    assert capacity(working, holidays, [*absences, another, another], month) == capacity(
        working, holidays, [*absences, another], month
    )


@given(leaves(), days)
def test_two_half_days_are_a_day(leave: Leave, day: date):
    both = [Leave(day, day, from_noon=True), Leave(day, day, to_noon=True)]
    assert halves_left(day, both) == 0
    assert halves_left(day, [*both, leave]) == 0


@pytest.mark.parametrize(
    ("leave", "said"),
    [
        (Leave(date(2026, 5, 4), date(2026, 5, 1)), "ends on"),
        (Leave(date(2026, 5, 4), date(2026, 5, 4), from_noon=True, to_noon=True), "takes nothing"),
    ],
)
def test_a_leave_that_takes_nothing_is_refused(leave: Leave, said: str):
    with pytest.raises(Refusal, match=said):
        checked(leave)


@pytest.mark.parametrize(
    ("demand", "available", "tolerance", "found"),
    [
        (0, 5, 0, Load.FREE),
        (3, 5, 0, Load.OK),
        (5, 5, 0, Load.FULL),
        (6, 5, 0, Load.OVER),
        (6, 5, 20, Load.FULL),
        (0, 0, 0, Load.AWAY),
        (1, 0, 20, Load.OVER),
    ],
)
def test_how_loaded_a_time_is(demand: int, available: int, tolerance: int, found: Load):
    assert load(demand * WHOLE, available * WHOLE, tolerance) is found


def test_percent_and_full_time_equivalents():
    assert percent(6 * WHOLE, 5 * WHOLE) == 120
    assert percent(WHOLE, 0) is None
    assert fte(10 * WHOLE, 20) == Decimal("0.50")
    assert fte(WHOLE, 0) is None
