"""The moves that clear an over-allocated week."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.allocations import Demand
from pmo_tui.domain.clearings import Ask, Move, Other, Way, applied, filled, moves

WEEK = date(2026, 11, 30)


def later(number: int) -> date:
    """Give the week so many weeks later."""
    return WEEK + timedelta(weeks=number)


ERP = Ask(1, "ERP finance", 300, Demand.COMMITTED, priority=1, slack=0)
CORE = Ask(2, "Core insurance", 250, Demand.SOFT, priority=2, slack=9)
PAYMENTS = Ask(3, "Payments", 100, Demand.REQUESTED, priority=4, slack=4)

asks = st.lists(
    st.builds(
        Ask,
        st.integers(1, 99),
        st.sampled_from(["ERP", "IAM", "CRM"]),
        st.integers(1, 700),
        st.sampled_from(Demand),
        st.none() | st.integers(1, 9),
        st.none() | st.integers(0, 9),
    ),
    max_size=5,
)
free = st.dictionaries(st.integers(1, 30).map(later), st.integers(-200, 500), max_size=20)
others = st.lists(
    st.builds(Other, st.integers(1, 9), st.sampled_from(["Costa", "Leroy"]), st.integers(0, 500)), max_size=3
)


def told(found: list[Move]) -> list[tuple[Way, str, int]]:
    """Give moves in short."""
    return [(move.way, move.ask.project, move.days) for move in found]


def test_the_architect_of_the_picture_is_cleared_without_harm():
    room = {later(number): 100 for number in range(5, 9)}
    found = moves(WEEK, 150, [ERP, CORE, PAYMENTS], room, [Other(7, "Costa, Rui", 600)])
    assert told(found)[:2] == [(Way.HAND, "Core insurance", 250), (Way.HAND, "ERP finance", 300)]
    assert (Way.SHIFT, "Core insurance", 250) in told(found)
    shift = next(move for move in found if move.way is Way.SHIFT and move.ask is CORE)
    assert (shift.to, shift.late, shift.beyond) == ({later(5): 100, later(6): 100, later(7): 50}, 7, 0)
    assert found[-1].way is Way.CUT


def test_what_a_project_cannot_spare_is_told():
    found = moves(WEEK, 100, [ERP], {later(2): 500}, [])
    assert [(move.way, move.beyond) for move in found] == [(Way.SPLIT, 2), (Way.SHIFT, 2), (Way.CUT, 0)]
    assert not any(move.harmless for move in found)


def test_nobody_free_and_no_room_leaves_only_the_cut():
    assert told(moves(WEEK, 50, [PAYMENTS, CORE], {}, [])) == [
        (Way.CUT, "Payments", 50),
        (Way.CUT, "Core insurance", 50),
    ]


def test_a_week_that_is_not_over_needs_no_move():
    assert moves(WEEK, 0, [ERP], {}, []) == []


@given(st.integers(1, 700), asks, free, others)
def test_every_move_takes_what_is_over_and_loses_no_day_but_by_a_cut(over, some, room, people):
    for move in moves(WEEK, over, some, room, people):
        assert over <= move.days <= move.ask.days
        done = sum(move.to.values()) + (move.days if move.other else 0)
        assert done == (0 if move.way is Way.CUT else move.days)
        assert all(days <= room[week] for week, days in move.to.items())
        assert move.other is None or move.days <= move.other.free
        row = applied(move, WEEK, {WEEK: move.ask.days})
        assert sum(row.values()) == move.ask.days - (0 if move.to else move.days)


@given(st.integers(1, 700), asks, free, others)
def test_what_hurts_nobody_comes_first_and_cuts_come_last(over, some, room, people):
    ways = [
        0 if move.harmless else 2 if move.way is Way.CUT else 1
        for move in moves(WEEK, over, some, room, people)
    ]
    assert ways == sorted(ways)


@given(st.integers(1, 2_000), free)
def test_later_weeks_are_filled_in_their_order(days, room):
    found = filled(WEEK, days, room)
    assert sum(found.values()) in {0, days}
    weeks = sorted(found)
    assert all(found[week] == room[week] for week in weeks[:-1])
