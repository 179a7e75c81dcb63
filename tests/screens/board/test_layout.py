"""Where the columns of the board stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from screens.board.layout import GAP, placed

boards = st.lists(st.tuples(st.integers(4, 30), st.booleans()), min_size=1, max_size=12)


@given(boards, st.integers(20, 250), st.data())
def test_columns_never_overlap_nor_leave_the_screen(
    columns: list[tuple[int, bool]], cells: int, data: st.DataObject
):
    cursor = data.draw(st.integers(0, len(columns) - 1))
    places = placed([title for title, _ in columns], [filled for _, filled in columns], cells, cursor)
    assert places
    for before, after in pairwise(places):
        assert before.left + before.width + GAP == after.left
    assert places[0].left == 1
    assert places[-1].left + places[-1].width <= max(cells, places[-1].left + 1)


@given(boards, st.integers(20, 250), st.data())
def test_the_column_of_the_cursor_is_seen_if_it_holds_anything(
    columns: list[tuple[int, bool]], cells: int, data: st.DataObject
):
    filled = [number for number, (_title, full) in enumerate(columns) if full]
    if not filled:
        return
    cursor = data.draw(st.sampled_from(filled))
    places = placed([title for title, _ in columns], [full for _, full in columns], cells, cursor)
    assert cursor in [place.number for place in places]


def test_six_usual_phases_stand_side_by_side_on_a_wide_terminal():
    places = placed([7, 10, 11, 14, 10, 9], [True] * 6, 120, 0)
    assert [place.width for place in places] == [18] * 6


def test_empty_phases_take_no_more_than_their_title():
    places = placed([6, 9, 10, 14, 9, 8], [False, True, True, True, True, True], 120, 3)
    assert places[0].width == 6


def test_many_empty_phases_yield_to_the_one_that_holds_projects():
    places = placed([6, 9, 10, 14, 9, 8], [False, False, False, True, False, False], 120, 3)
    assert [(place.number, place.width) for place in places] == [(3, 118)]
