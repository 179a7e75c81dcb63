"""Folding: what is compared without case and accents, and that parts fold as the whole does."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.text import REPLACEMENT, clean, clean_line, fold, kept_line, kept_text, nearest

texts = st.text(
    st.sampled_from("aÉéœßΣσςŁøİıℌ™½Ⅷ’ -\u0301\u0345Ꭰ漢") | st.characters(codec="utf-8"), max_size=40
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Réseau", "reseau"),
        ("ŻÓŁW", "zolw"),
        ("Œuvre", "oeuvre"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ℌ", "h"),
    ],
)
def test_folds_to(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(texts, st.integers(0, 40))
def test_parts_fold_as_the_whole(text: str, at: int) -> None:
    assert fold(text) == fold(text[:at]) + fold(text[at:])


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert not any(char.isascii() and char.isupper() for char in fold(text))


controls = st.text(
    st.sampled_from(
        "a é\t\n\r\x00\x07\x0b\x0c\x1b\x7f\x85\x9b\u200e\u2028\u202e\u2066\ud800\u00a0\u2003\u0301\u212b"
    )
    | st.characters(),
    max_size=30,
)
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("rule", [clean, clean_line, kept_text, kept_line])
@given(text=controls)
def test_no_control_character_is_left_and_cleaning_twice_changes_nothing_more(rule, text: str):
    once = rule(text)
    assert not BAD.search(once)
    assert rule(once) == once
    once.encode("utf-8")


@given(controls)
def test_cleaning_hides_nothing(text: str):
    assert len(clean(text)) == len(clean_line(text)) == len(text)
    assert all(was == is_ or is_ == REPLACEMENT for was, is_ in zip(text, clean_line(text), strict=True))


@given(controls)
def test_a_line_is_one_line_and_a_text_keeps_its_lines(text: str):
    assert "\n" not in kept_line(text)
    assert "\t" not in kept_line(text)
    assert "\n" not in clean_line(text)
    assert kept_text(text).count("\n") <= text.count("\n") + text.count("\r")


@pytest.mark.parametrize("rule", [kept_text, kept_line])
@given(text=controls)
def test_what_is_kept_is_composed_and_has_no_space_around(rule, text: str):
    kept = rule(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()


@pytest.mark.parametrize(
    ("typed", "line", "text"),
    [
        ("  a  b ", "a b", "a  b"),
        ("a\r\nb\rc", "a b c", "a\nb\nc"),
        ("e\u0301", "é", "é"),
        ("\x1b[31m", "\ufffd[31m", "\ufffd[31m"),
        ("\u202egpj.exe", "\ufffdgpj.exe", "\ufffdgpj.exe"),
        (" \n\t ", "", ""),
    ],
)
def test_kept_as(typed: str, line: str, text: str):
    assert (kept_line(typed), kept_text(typed)) == (line, text)


def test_the_nearest_word_is_one_that_can_be_meant():
    known = ["budget", "forecast", "étape"]
    assert nearest("budjet", known) == "budget"
    assert nearest("ETAPES", known) == "étape"
    assert nearest("zzzzzz", known) is None


@pytest.mark.parametrize("text", ["\u200b", "\u00ad \ufeff", "\u3164\n\u2060", "\U000e0041"])
def test_what_can_t_be_seen_is_blank(text: str):
    assert (kept_line(text), kept_text(text)) == ("", "")


def test_what_dresses_other_signs_stays_but_makes_no_other_name():
    assert kept_line("می\u200cخواهم 👍\U0001f3fd") == "می\u200cخواهم 👍\U0001f3fd"
    assert fold("E\u200bRP\u00ad 👍\U0001f3fd") == "erp 👍"


def test_the_arabic_letter_mark_is_made_visible_as_other_marks_of_direction_are():
    assert clean("a\u061cb\u200fc") == "a�b�c"
