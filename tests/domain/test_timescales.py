"""Weeks, months and quarters: where they begin and end, and how weeks fall to months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.timescales import (
    WORKING_DAYS,
    Span,
    Zoom,
    monday,
    moved,
    number,
    shares,
    span,
    spans,
    weeks,
)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
zooms = st.sampled_from(Zoom)


@given(zooms, days)
def test_a_day_lies_in_its_span(zoom: Zoom, day: date):
    assert day in span(zoom, day)


@given(zooms, days, st.integers(-60, 60))
def test_spans_follow_one_another_without_gap(zoom: Zoom, day: date, by: int):
    here, after = moved(zoom, day, by), moved(zoom, day, by + 1)
    assert after.first - here.last == timedelta(days=1)
    assert moved(zoom, here.first, -by) == span(zoom, day)


@given(zooms, days, st.integers(1, 30))
def test_so_many_spans_are_given(zoom: Zoom, day: date, wanted: int):
    found = spans(zoom, day, wanted)
    assert len(found) == wanted
    assert found[0] == span(zoom, day)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 25), 48),
        (date(2020, 12, 28), 53),  # a year of 53 weeks
        (date(2021, 1, 3), 53),  # its last day lies in the next year
        (date(2021, 1, 4), 1),
        (date(2024, 12, 30), 1),  # a week of the year that has its Thursday
    ],
)
def test_weeks_are_those_of_iso(day: date, week: int):
    assert number(monday(day)) == week


def test_a_quarter_has_three_months():
    assert span(Zoom.QUARTER, date(2026, 11, 25)) == Span(date(2026, 10, 1), date(2026, 12, 31))


@given(days)
def test_what_falls_to_months_of_a_week_is_the_whole_week(day: date):
    week = monday(day)
    months = {span(Zoom.MONTH, week + timedelta(days=number)) for number in range(7)}
    told = sum(share.working for month in months for share in shares(month) if share.week == week)
    assert told == WORKING_DAYS


@given(days)
def test_a_quarter_has_what_its_months_have(day: date):
    quarter = span(Zoom.QUARTER, day)
    months = spans(Zoom.MONTH, quarter.first, 3)
    by_week: dict[date, int] = {}
    for month in months:
        for week, working in shares(month):
            by_week[week] = by_week.get(week, 0) + working
    assert by_week == dict(shares(quarter))


def test_a_week_that_straddles_a_month_is_divided_by_its_working_days():
    november = dict(shares(Span(date(2026, 11, 1), date(2026, 11, 30))))
    december = dict(shares(Span(date(2026, 12, 1), date(2026, 12, 31))))
    assert (november[date(2026, 11, 30)], december[date(2026, 11, 30)]) == (1, 4)
    # the first of November is a Sunday: the week before has none of its working days there
    assert date(2026, 10, 26) not in november


def test_the_weeks_of_a_span_are_those_it_touches():
    assert weeks(Span(date(2026, 11, 29), date(2026, 12, 1))) == [date(2026, 11, 23), date(2026, 11, 30)]


def test_the_calendar_ends():
    with pytest.raises(OverflowError):
        moved(Zoom.MONTH, date(9999, 12, 1), 1)
