"""Matching: which of many things a few typed letters mean; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from pmo_tui.domain.text import fold

Thing = TypeVar("Thing")


def rank(text: str, typed: str) -> int | None:
    """Tell how well a text answers what was typed, 0 the best; None where a word of it is not there."""
    text, words = fold(text), fold(typed).split()
    total = 0
    for word in words:
        at = text.find(word)
        if at < 0:
            return None
        starts = at == 0 or not text[at - 1].isalnum() or any(f"{edge}{word}" in text for edge in " -_./·")
        total += (0 if at == 0 else 1) if starts else 2
    return total


def best(things: Iterable[Thing], typed: str, words: Callable[[Thing], str]) -> list[Thing]:
    """Give the things that answer what was typed, the best first, else in their order."""
    ranked = [(rank(words(thing), typed), thing) for thing in things]
    found = [(value, thing) for value, thing in ranked if value is not None]
    return [thing for _, thing in sorted(found, key=lambda pair: pair[0])]
