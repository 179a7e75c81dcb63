"""Cells: pure functions that make text safe for a terminal, measure it and cut it to a width in cells.

They measure as Rich and Textual do, so that both rooms lay out alike, without importing either at a start.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from pmo_tui.domain.text import INVISIBLE, REPLACEMENT, clean

Align = Literal["left", "right"]

_DRESSING = frozenset({"Mn", "Me", "Mc", "Cf", "Zl", "Zp"})
"""The categories of what takes no cell of its own."""
_SHOWN = re.compile("[\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
"""What takes a cell although its category says otherwise: the soft hyphen, signs before a number."""
_UNSHOWN = re.compile("[\u1160-\u11ff\u3164\ud7b0-\ud7ff\uffa0\U0001f3fb-\U0001f3ff]")
"""What takes none although its category says otherwise: vowels and ends of Hangul in pieces, skin tones."""
_WIDE = re.compile("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d356\U0001d360-\U0001d376]")
"""What is wide since Unicode 16, of which older Pythons do not know."""

_REGIONAL_FIRST, _REGIONAL_LAST = 0x1F1E6, 0x1F1FF
_TO_BLANKS = str.maketrans("\t\n", "  ")
_MOST_MARKS = 2


def safe(text: str) -> str:
    """Give `text` as one line that every terminal places alike: no controls, no joiners, no piled-up marks."""
    if text.isascii() and text.isprintable():
        return text
    return _safe(text)


@lru_cache(maxsize=8192)
def _safe(text: str) -> str:
    """Make an unusual text safe; what cannot be placed becomes a visible sign."""
    # terminals do not agree on how wide invisible signs make a text; those they dress stay
    text = INVISIBLE.sub("", clean(unicodedata.normalize("NFC", text.translate(_TO_BLANKS))))
    placed: list[str] = []
    marks = _MOST_MARKS
    for char in text:
        kind = unicodedata.category(char)
        if char_cells(char) == 0:
            marks += 1
            if marks <= _MOST_MARKS and kind in ("Mn", "Me"):
                placed.append(char)
            continue
        marks = 0
        placed.append(_placed(char, kind))
    return unicodedata.normalize(
        "NFC", "".join(placed)
    )  # a letter put for a sign may take the mark behind it


def _placed(char: str, kind: str) -> str:
    """Give one character that takes cells as a terminal places it, or the sign for what none knows."""
    if kind in ("Zs", "Zl", "Zp"):
        return " "
    if _REGIONAL_FIRST <= ord(char) <= _REGIONAL_LAST:
        return chr(ord(char) - _REGIONAL_FIRST + ord("A"))
    if kind in ("Co", "Cn", "Cs", "Cc", "Cf"):
        return REPLACEMENT
    return char


def width(text: str) -> int:
    """Tell how many cells a text takes."""
    return len(text) if text.isascii() else _width(text)


@lru_cache(maxsize=8192)
def _width(text: str) -> int:
    """Measure an unusual text."""
    return sum(map(char_cells, text))


@lru_cache(maxsize=8192)
def char_cells(char: str) -> int:
    """Tell how many cells a character takes: none where it only dresses another, two where it is wide."""
    if _UNSHOWN.match(char) or (unicodedata.category(char) in _DRESSING and not _SHOWN.match(char)):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} or _WIDE.match(char) else 1


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """Give a safe text cut to at most `cells`, its end replaced by an ellipsis where something is lost."""
    if cells <= 0:
        return ""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return ellipsis[:cells]
    if text.isascii():
        return text[:room] + ellipsis
    return _head(text, room) + ellipsis


def _head(text: str, cells: int) -> str:
    """Give as many whole characters, with their marks, as fit into `cells`."""
    taken = 0
    for index, char in enumerate(text):
        taken += char_cells(char)
        if taken > cells:
            return text[:index]
    return text


def fit(text: str, cells: int, align: Align = "left", ellipsis: str = "…") -> str:
    """Give `text` made safe, cut and padded to exactly `cells`."""
    text = cut(safe(text), cells, ellipsis)
    room = cells - width(text)
    if room <= 0:
        return text
    return text + " " * room if align == "left" else " " * room + text


def wrapped(text: str, cells: int) -> list[str]:
    """Break a safe text at spaces into lines of at most `cells`; a longer word is broken where it must be.

    A no-break space holds what it stands between together, as a colon and the word before it in French.
    """
    lines: list[str] = []
    now = ""
    for word in filter(None, safe(text).replace("\n", " ").replace("\t", " ").split(" ")):
        if now and width(now) + 1 + width(word) <= cells:
            now = f"{now} {word}"
            continue
        if now:
            lines.append(now)
        while width(word) > cells > 0:
            start = _head(word, cells) or word[:1]
            lines.append(start)
            word = word[len(start) :]
        now = word
    return [*lines, now] if now else lines
