"""Matching of short texts, as markers, tables of values and headers need it: case, accents and space ignored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

from pmo_tui.domain.text import fold, kept_line

WILDCARD = "*"
Meaning = TypeVar("Meaning")


def squeezed(text: str) -> str:
    """Give `text` for comparison: on one line, without case and accents."""
    return fold(kept_line(text))


class Matcher(Generic[Meaning]):
    """Texts with a meaning each, found again in spite of case, accents and space; `*` stands for anything."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._exact = {squeezed(text): meaning for text, meaning in meanings.items() if WILDCARD not in text}
        self._longest = max(map(len, self._exact), default=0)
        self._patterns = [(_pattern(text), meaning) for text, meaning in meanings.items() if WILDCARD in text]

    def __bool__(self) -> bool:
        """Tell whether there is anything to find."""
        return bool(self._exact or self._patterns)

    def find(self, text: str) -> Meaning | None:
        """Give the meaning of `text`, exact texts first, then patterns in their order; None where it has none."""
        if not self._patterns and len(text) > 4 * self._longest + 16:
            return None
        key = squeezed(text)
        if key in self._exact:
            return self._exact[key]
        return next((meaning for pattern, meaning in self._patterns if pattern.fullmatch(key)), None)


def _pattern(text: str) -> re.Pattern[str]:
    """Give the regular expression of a text in which `*` stands for anything."""
    return re.compile(".*".join(re.escape(part) for part in squeezed(text).split(WILDCARD)), re.DOTALL)
