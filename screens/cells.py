"""Cells: pure functions that make text safe for a terminal, measure it and cut it to a width in cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rich.cells import cell_len, get_character_cell_size

from pmo_tui.domain.text import INVISIBLE, REPLACEMENT, clean

Span = tuple[str, str]
"""A piece of text and its role; several roles are separated by spaces."""

Align = Literal["left", "right", "centre"]

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
        if get_character_cell_size(char) == 0:
            marks += 1
            if marks <= _MOST_MARKS and kind in ("Mn", "Me"):
                placed.append(char)
            continue
        marks = 0
        placed.append(_placed(char, kind))
    return "".join(placed)


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
    """Tell how many cells a safe text takes."""
    return len(text) if text.isascii() else cell_len(text)


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
        taken += get_character_cell_size(char)
        if taken > cells:
            return text[:index]
    return text


def fit(text: str, cells: int, align: Align = "left", ellipsis: str = "…") -> str:
    """Give `text` made safe, cut and padded to exactly `cells`."""
    text = cut(safe(text), cells, ellipsis)
    room = cells - width(text)
    if room <= 0:
        return text
    if align == "left":
        return text + " " * room
    if align == "right":
        return " " * room + text
    return " " * (room // 2) + text + " " * (room - room // 2)


class Line(NamedTuple):
    """A line of the screen: spans from the left, spans kept at the right end, and the ground below them.

    An empty ground means that of the widget which shows the line.
    """

    spans: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    ground: str = ""

    @property
    def text(self) -> str:
        """The text alone, for copying and for tests."""
        parts = ["".join(text for text, _ in self.spans), "".join(text for text, _ in self.right)]
        return "  ".join(part for part in parts if part)

    def on(self, ground: str) -> Line:
        """Give the same line on another ground."""
        return self._replace(ground=ground)


def line(*parts: str | Span, right: Sequence[str | Span] = (), ground: str = "") -> Line:
    """Make a line from texts and (text, role) spans.

    For example: line("P-0007 ", ("ERP finance", "strong"), right=[("computed ", "muted"), ("▲R", "bad")])
    """
    return Line(_spans(parts), _spans(right), ground)


def _spans(parts: Iterable[str | Span]) -> tuple[Span, ...]:
    """Give parts as spans; a text alone has the role of plain text."""
    return tuple((part, "") if isinstance(part, str) else part for part in parts if part)


BLANK = Line()
"""An empty line."""


def laid_out(drawn: Line, cells: int, ellipsis: str = "…") -> list[Span]:
    """Give the spans of a line safe, cut and padded to exactly `cells`; the right part yields last.

    Where both do not fit, the left part is cut, as long as some of it stays; then the right part is left out.
    """
    right = [(safe(text), role) for text, role in drawn.right]
    right_cells = sum(width(text) for text, _ in right)
    if right and right_cells + 2 > cells - _least(drawn.spans, cells):
        right, right_cells = [], 0
    gap = 2 if right and drawn.spans else 0
    left, left_cells = _taken(drawn.spans, cells - right_cells - gap, ellipsis)
    room = cells - left_cells - right_cells
    if room > 0:
        left.append((" " * room, ""))
    return left + right


def _least(spans: Iterable[Span], cells: int) -> int:
    """Tell how many cells the left part must keep: what it needs, up to a third of the line."""
    return min(sum(width(safe(text)) for text, _ in spans), cells // 3)


def _taken(spans: Iterable[Span], cells: int, ellipsis: str) -> tuple[list[Span], int]:
    """Give as many spans as fit into `cells`, the last one cut, and the cells they take."""
    taken: list[Span] = []
    used = 0
    for text, role in spans:
        text = safe(text)
        needed = width(text)
        if used + needed > cells:
            text = cut(text, cells - used, ellipsis)
            if text:
                taken.append((text, role))
            return taken, used + width(text)
        taken.append((text, role))
        used += needed
    return taken, used


def plain(lines: Iterable[Line]) -> str:
    """Give lines as plain text, for copying."""
    return "\n".join(each.text.rstrip() for each in lines)


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
            head = _head(word, cells) or word[:1]
            lines.append(head)
            word = word[len(head) :]
        now = word
    return [*lines, now] if now else lines
