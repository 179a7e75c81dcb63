"""Editing a line, matching what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.cells import width
from screens.shell.editing import Edit, at_end
from screens.shell.matching import best, rank
from screens.shell.prompt import typed_line

KEYS = st.lists(
    st.sampled_from(
        ["left", "right", "home", "end", "backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+k", "x", "数", " "]
    )
)


@given(KEYS, st.integers(1, 12))
def test_no_key_leads_the_cursor_out_of_the_text(keys, cells):
    edit = Edit()
    for key in keys:
        edit = edit.pressed(key) or edit.typed(key)
        assert 0 <= edit.at <= len(edit.text)
        before, under, after = edit.shown(cells)
        assert width(before + under + after) <= max(cells, width(under))


@pytest.mark.parametrize(
    ("key", "text", "at"),
    [
        ("left", "rag red", 6),
        ("home", "rag red", 0),
        ("backspace", "rag re", 6),
        ("ctrl+u", "", 0),
        ("ctrl+w", "rag ", 4),
        ("ctrl+k", "rag red", 7),
        ("delete", "rag red", 7),
    ],
)
def test_keys_edit_as_in_a_shell(key, text, at):
    assert at_end("rag red").pressed(key) == Edit(text, at)


def test_other_keys_do_not_edit():
    assert at_end("x").pressed("f5") is None


def test_a_paste_is_one_safe_line():
    assert at_end("a").typed("b\r\nc\x1b") == Edit("ab c�", 5)


def test_every_word_must_be_there_and_the_start_of_a_word_is_best():
    things = ["Core insurance", "ERP finance", "Insurance portal", "Réassurance"]
    assert best(things, "ins", str) == ["Insurance portal", "Core insurance"]
    assert best(things, "reas", str) == ["Réassurance"]
    assert best(things, "fin erp", str) == ["ERP finance"]
    assert best(things, "", str) == things
    assert rank("ERP", "x") is None


@pytest.mark.parametrize("label", ["Name", "名前", "Name\x1b[2J"])
def test_the_cursor_stays_in_sight_behind_any_label(label):
    drawn = typed_line(label, at_end("x" * 100), 30)
    assert sum(width(text) for text, _role in drawn.spans) == 29
    assert drawn.spans[-1] == (" ", "cursor")
