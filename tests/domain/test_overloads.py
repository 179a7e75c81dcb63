"""Who is over-allocated: in a cell, in a row, in the heading."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.capacities import WHOLE
from pmo_tui.domain.overloads import Week, counted, overload

FIRST = date(2026, 11, 23)


def week(number: int, demand: int, available: int = 5, *, allowed: bool = False) -> Week:
    """Make a week of some days."""
    return Week(FIRST + timedelta(weeks=number), demand * WHOLE, available * WHOLE, allowed)


rows = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 5), st.booleans()), max_size=12).map(
    lambda told: [week(number, *both, allowed=allowed) for number, (*both, allowed) in enumerate(told)]
)


def test_a_row_tells_its_first_week_and_all_days_over():
    found = overload([week(0, 5), week(1, 7), week(2, 3), week(3, 6)])
    assert (found.first, found.over) == (FIRST + timedelta(weeks=1), 3 * WHOLE)


def test_within_the_tolerance_nothing_is_over_and_beyond_it_all_is():
    assert overload([week(0, 6)], tolerance=20).first is None
    assert overload([week(0, 7)], tolerance=20).over == 2 * WHOLE


def test_what_is_overbooked_on_purpose_rests():
    assert overload([week(0, 9, allowed=True), week(1, 6)]).weeks == (FIRST + timedelta(weeks=1),)


def test_work_in_a_week_of_leave_is_over():
    assert overload([week(0, 1, 0)]).over == WHOLE


@given(rows, st.integers(0, 50))
def test_more_tolerance_never_finds_more(row: list[Week], tolerance: int):
    assert set(overload(row, tolerance).weeks) <= set(overload(row).weeks)


@given(st.lists(rows, max_size=5))
def test_the_heading_counts_the_rows_that_are_over(some: list[list[Week]]):
    assert sum(counted(some).values()) == sum(len(overload(row).weeks) for row in some)
