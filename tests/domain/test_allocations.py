"""What is done to rows of allocations loses no hundredth of a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.allocations import evenly, merged, moved_out, shifted, split, spread

FIRST = date(2026, 12, 14)  # among the weeks are the last of a year
weeks = st.integers(0, 80).map(lambda number: FIRST + timedelta(weeks=number))
rows = st.dictionaries(weeks, st.integers(1, 700), max_size=20)


@given(rows, st.integers(-60, 60))
def test_shifting_conserves_the_days_and_comes_back(row, by):
    there = shifted(row, by)
    assert sorted(there.values()) == sorted(row.values())
    assert shifted(there, -by) == row
    assert all(week.weekday() == 0 for week in there)


@given(
    st.integers(0, 100_000),
    st.dictionaries(weeks, st.integers(0, 700), min_size=1).filter(lambda w: any(w.values())),
)
def test_spreading_conserves_the_total_to_the_hundredth(total, weights):
    found = spread(total, weights)
    assert sum(found.values()) == total
    whole = sum(weights.values())
    assert all(abs(found.get(week, 0) * whole - total * weight) < whole for week, weight in weights.items())


@given(st.integers(0, 5_000), st.lists(weeks, min_size=1, unique=True))
def test_even_weeks_differ_by_a_hundredth_at_most(total, chosen):
    found = evenly(total, chosen)
    told = [found.get(week, 0) for week in chosen]
    assert max(told) - min(told) <= 1


def test_twelve_days_over_five_weeks():
    chosen = [FIRST + timedelta(weeks=number) for number in range(5)]
    assert list(evenly(1200, chosen).values()) == [240] * 5
    assert list(spread(1000, dict(zip(chosen, (500, 500, 250, 0, 0), strict=True))).values()) == [
        400,
        400,
        200,
    ]


def test_nothing_can_be_spread_over_nothing():
    with pytest.raises(ValueError, match="nothing to spread over"):
        spread(100, {FIRST: 0})


@given(rows, st.integers(0, 100))
def test_split_and_merged_is_the_same(row, percent):
    assert merged(*split(row, percent)) == row


@given(st.lists(rows, max_size=4), rows)
def test_merging_adds_up_in_any_order(some, last):
    both = merged(*some, last)
    assert both == merged(last, *reversed(some))
    assert sum(both.values()) == sum(sum(row.values()) for row in (*some, last))


@given(rows, st.lists(weeks))
def test_what_is_moved_out_and_what_stays_are_the_whole(row, gone):
    stays, moved = moved_out(row, gone)
    assert sum(stays.values()) + moved == sum(row.values())
    assert not set(stays) & set(gone)
