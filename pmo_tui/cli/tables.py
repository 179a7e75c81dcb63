"""Tables as plain text: columns aligned, numbers to the right, cut to the width of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

GAP = "  "
LEAST = 8
"""How narrow a column of text may become before the last columns are left out."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its cells, whether they stand to the right as numbers do, how narrow it may become."""

    heading: str
    cells: Sequence[str]
    right: bool = False
    least: int = LEAST
    main: bool = False
    """Whether it is what the table is about: it stays, and takes the cells that are left."""

    @property
    def width(self) -> int:
        """The width at which nothing is cut."""
        return max(cells_of(self.heading), *(cells_of(cell) for cell in self.cells), 0)

    @property
    def narrowest(self) -> int:
        """The width below which it says too little: of a number the whole."""
        return self.width if self.right else min(self.width, self.least)


def drawn(columns: Sequence[Column], width: int | None = None) -> Iterator[str]:
    """Draw a table line by line, headings first; with a `width` every line fits it."""
    widths = fitting(columns, width)
    shown = [(column, cells) for column, cells in zip(columns, widths, strict=True) if cells]
    yield _line([(column.heading, cells, column.right) for column, cells in shown])
    for row in range(len(columns[0].cells) if columns else 0):
        yield _line([(column.cells[row], cells, column.right) for column, cells in shown])


def fitting(columns: Sequence[Column], width: int | None) -> list[int]:
    """Give widths that fit, 0 for a column that is left out: from the right, until each can be read."""
    widths = [column.width for column in columns]
    if width is None:
        return widths
    fit = [column.narrowest for column in columns]
    while _room(fit, width) < 0 and len(shown := [place for place, cells in enumerate(fit) if cells]) > 1:
        fit[next((place for place in reversed(shown) if not columns[place].main), shown[-1])] = 0
    if _room(fit, width) < 0:
        return [min(cells, width) for cells in fit]
    while _room(fit, width) and (short := [n for n, cells in enumerate(fit) if 0 < cells < widths[n]]):
        fit[min(short, key=lambda place: (not columns[place].main, fit[place], -place))] += 1
    return fit


def _room(fit: Sequence[int], width: int) -> int:
    """Give how many cells widths leave free, gaps counted."""
    return width - sum(fit) - len(GAP) * (sum(map(bool, fit)) - 1)


def _line(cells: Sequence[tuple[str, int, bool]]) -> str:
    """Give one line, without spaces at its end."""
    return GAP.join(fitted(text, width, right=right) for text, width, right in cells).rstrip()


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Give a text that takes exactly `width` cells: padded, or cut with an ellipsis."""
    room = width - cells_of(text)
    if room < 0:
        text = _cut(text, width - 1) + "…"
        room = width - cells_of(text)
    return " " * room + text if right else text + " " * room


def cells_of(text: str) -> int:
    """Give how many cells of a terminal a text takes: wide letters two, marks upon letters none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    """Give the cells of one character."""
    if combining(char) or char in "\u200b\u200c\u200d\ufe0e\ufe0f":
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def _cut(text: str, room: int) -> str:
    """Give as much of the beginning of a text as `room` holds."""
    kept = []
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept)
