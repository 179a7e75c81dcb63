"""Moving: a cursor in a list with headings."""

from hypothesis import example, given
from hypothesis import strategies as st

from screens.widgets.moves import MOVES
from screens.widgets.moving import moved, next_row, placed_again, top_for

KEYS = st.lists(st.one_of(st.none(), st.integers(0, 40)), max_size=40)


@given(KEYS, st.integers(-5, 50), st.sampled_from([1, -1]))
def test_the_cursor_stands_on_a_row_and_never_on_a_heading(keys, wanted, direction):
    number = next_row(len(keys), keys.__getitem__, wanted, direction)
    if any(key is not None for key in keys):
        assert keys[number] is not None
    else:
        assert number == -1


def test_headings_are_passed_over_in_the_direction_of_the_step():
    keys = [None, "a", None, None, "b", None]
    assert next_row(6, keys.__getitem__, 2, 1) == 4
    assert next_row(6, keys.__getitem__, 3, -1) == 1
    assert next_row(6, keys.__getitem__, 0, -1) == 1
    assert next_row(6, keys.__getitem__, 5, 1) == 4


@example(list(range(27_132)), 0, 27_131)
@given(st.lists(st.integers(0, 60), unique=True, min_size=1), st.integers(0, 60), st.integers(-1, 80))
def test_a_row_is_found_again_wherever_it_went(keys, wanted, was):
    number = placed_again(len(keys), keys.__getitem__, wanted, was)
    if wanted in keys:
        assert keys[number] == wanted
    else:
        assert number == max(0, min(was, len(keys) - 1))


@given(st.integers(-1, 200), st.integers(0, 200), st.integers(1, 50), st.integers(0, 201))
def test_the_cursor_is_in_sight(cursor, top, height, count):
    cursor = min(cursor, count - 1)
    top = top_for(cursor, top, height, count)
    assert 0 <= top <= max(0, count - height)
    if cursor >= 0:
        assert top <= cursor < top + height


def test_the_view_moves_no_further_than_needed():
    assert top_for(5, 0, 10, 100) == 0
    assert top_for(10, 0, 10, 100) == 1
    assert top_for(3, 5, 10, 100) == 3
    assert top_for(3, 5, 0, 100) == 5


def test_every_move_has_a_row_to_lead_to():
    rows = {move.id.removeprefix("move."): moved(move.id, 20, 100, 9) for move in MOVES}
    assert rows == {
        "down": 21,
        "up": 19,
        "first": 0,
        "last": 99,
        "page_down": 29,
        "page_up": 11,
        "half_down": 24,
        "half_up": 16,
    }
    assert moved("move.half_down", 0, 5, 1) == 1
