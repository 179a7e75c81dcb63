"""Cells: whatever a person wrote takes exactly the cells it is given."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from pmo_tui.words.cells import char_cells
from screens.cells import BLANK, Line, cut, fit, laid_out, line, plain, safe, width, wrapped

ODD = st.text(
    st.sampled_from(
        "ab é数😀👩\u200d💻🇫🇷❤\ufe0f\u0301\u0300\u0302שלםمر\x1b\x07\x9b\u202e\t\n\u200b\U0001f3fd\ue000\u0e33"
    )
)
TEXTS = st.one_of(st.text(), ODD)


@example("\U0001f1e6\u0300")
@given(TEXTS)
def test_a_safe_text_has_nothing_that_a_terminal_obeys_or_misplaces(text):
    made = safe(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for char in made)
    assert not any(char in made for char in "\u200d\ufe0f\n\t")
    assert safe(made) == made


@given(TEXTS, st.integers(0, 30), st.sampled_from(["left", "right"]), st.sampled_from(["…", "~"]))
def test_a_fitted_text_takes_exactly_its_cells(text, cells, align, ellipsis):
    assert cell_len(fit(text, cells, align, ellipsis)) == cells


@given(TEXTS, st.integers(0, 30))
def test_a_cut_text_never_takes_more(text, cells):
    assert cell_len(cut(safe(text), cells)) <= cells


@given(
    st.lists(st.tuples(TEXTS, st.sampled_from(["", "bad", "muted"])), max_size=5),
    st.lists(st.tuples(TEXTS, st.just("muted")), max_size=2),
    st.integers(0, 60),
)
def test_a_line_takes_exactly_its_cells(left, right, cells):
    spans = laid_out(Line(tuple(left), tuple(right)), cells)
    assert sum(cell_len(text) for text, _ in spans) == cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ERP finance", "ERP finance"),
        ("a\tb\nc", "a b c"),
        ("\x1b]0;x\x07", "�]0;x�"),
        ("👩\u200d💻", "👩💻"),
        ("❤\ufe0f", "❤"),
        ("🇫🇷", "FR"),
        ("👍🏽", "👍"),
        ("e\u0301", "é"),
        ("x\u0301\u0300\u0302\u0304", "x\u0301\u0300"),
        ("\u0301x", "x"),
        ("a\u00a0b", "a b"),
        ("\ue0b0", "�"),
    ],
)
def test_odd_text_becomes_what_every_terminal_places_alike(text, expected):
    assert safe(text) == expected


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("ERP finance", 11, "ERP finance"),
        ("ERP finance", 6, "ERP f…"),
        ("数据迁移", 6, "数据…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_a_long_text_ends_in_an_ellipsis(text, cells, expected):
    assert cut(text, cells) == expected


def test_text_is_aligned_in_its_cells():
    assert fit("42", 5, "right") == "   42"
    assert fit("数", 5) == "数   "


def test_the_right_part_stays_and_the_left_part_yields():
    drawn = line("P-0007 ", ("ERP finance", "strong"), right=[("▲R", "bad")])
    assert "".join(text for text, _ in laid_out(drawn, 16)) == "P-0007 ERP …  ▲R"
    assert "▲R" not in "".join(text for text, _ in laid_out(drawn, 4))


def test_lines_are_read_as_plain_text():
    assert plain([line("a ", ("b", "bad"), right=["c"]), BLANK]) == "a b  c\n"
    assert line("a", "", ("b", "bad")).spans == (("a", ""), ("b", "bad"))
    assert line("a").on("selected").ground == "selected"


@given(st.text(st.sampled_from("ab 数")), st.integers(2, 12))
def test_wrapped_lines_fit_and_lose_no_letter(text, cells):
    lines = wrapped(text, cells)
    assert all(width(each) <= cells for each in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_every_sign_is_as_wide_as_textual_takes_it_for():
    left = [chr(code) for code in range(0x20, sys.maxunicode + 1)]
    known = [sign for sign in left if unicodedata.category(sign) not in ("Co", "Cn", "Cs", "Cc")]
    assert [sign for sign in known if char_cells(sign) != get_character_cell_size(sign)] == []
