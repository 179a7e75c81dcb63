"""Paragraphs: nothing of a text is lost in its rows, and the cursor finds its way through them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from screens.cells import safe, width
from screens.forms.paragraphs import moved, pressed, row_at, rows_of
from screens.shell.editing import Edit

TEXTS = st.text(alphabet="ab é数🎉\n ", max_size=80)
CELLS = st.integers(2, 20)


@given(TEXTS, CELLS)
def test_the_rows_hold_the_whole_text_in_order(text, cells):
    rows = list(rows_of(text, cells))
    assert rows[0][0] == 0
    assert rows[-1][1] == len(text)
    for (_start, end), (after, _end) in pairwise(rows):
        assert text[end:after] in ("", "\n")


@given(TEXTS, CELLS)
def test_no_row_is_wider_than_it_may_be_but_for_spaces(text, cells):
    for start, end in rows_of(text, cells):
        assert width(safe(text[start:end].rstrip(" "))) <= cells


@given(TEXTS, CELLS, st.data())
def test_each_step_is_one_row(text, cells, data):
    at = data.draw(st.integers(0, len(text)))
    rows = list(rows_of(text, cells))
    for step in (-1, 1):
        edit = moved(Edit(text, at), step, cells)
        now = row_at(rows, at)
        if edit is None:
            assert not 0 <= now + step < len(rows)
        else:
            assert row_at(rows, edit.at) == now + step


@given(
    TEXTS, st.data(), st.sampled_from(["home", "end", "ctrl+u", "ctrl+k", "ctrl+w", "backspace", "delete"])
)
def test_the_keys_of_a_line_leave_the_other_lines_alone(text, data, key):
    at = data.draw(st.integers(0, len(text)))
    edit = pressed(Edit(text, at), key)
    assert edit is not None
    assert 0 <= edit.at <= len(edit.text)
    number = text[:at].count("\n")
    before, after = text.split("\n"), edit.text.split("\n")
    if len(before) == len(after):
        assert before[:number] == after[:number]
        assert before[number + 1 :] == after[number + 1 :]
    else:
        assert key in ("backspace", "delete")
        assert len(after) == len(before) - 1
