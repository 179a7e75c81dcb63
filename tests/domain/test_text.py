"""Folding: what is compared without case and accents, and that parts fold as the whole does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.text import fold

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
