"""Tables as plain text: columns aligned, numbers to the right, cut to the width of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmo_tui.words.cells import cut, width

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
        return max(width(self.heading), *map(width, self.cells), 0)

    @property
    def narrowest(self) -> int:
        """The width below which it says too little: of a number the whole."""
        return self.width if self.right else min(self.width, self.least)


def drawn(columns: Sequence[Column], most: int | None = None) -> Iterator[str]:
    """Draw a table line by line, headings first; no line is longer than `most`."""
    widths = fitting(columns, most)
    shown = [(column, cells) for column, cells in zip(columns, widths, strict=True) if cells]
    yield _line([(column.heading, cells, column.right) for column, cells in shown])
    for row in range(len(columns[0].cells) if columns else 0):
        yield _line([(column.cells[row], cells, column.right) for column, cells in shown])


def fitting(columns: Sequence[Column], most: int | None) -> list[int]:
    """Give widths that fit, 0 for a column that is left out: from the right, until each can be read."""
    widths = [column.width for column in columns]
    if most is None:
        return widths
    fit = [column.narrowest for column in columns]
    while _room(fit, most) < 0 and len(shown := [place for place, cells in enumerate(fit) if cells]) > 1:
        fit[next((place for place in reversed(shown) if not columns[place].main), shown[-1])] = 0
    if _room(fit, most) < 0:
        return [min(cells, most) for cells in fit]
    while _room(fit, most) and (short := [n for n, cells in enumerate(fit) if 0 < cells < widths[n]]):
        fit[min(short, key=lambda place: (not columns[place].main, fit[place], -place))] += 1
    return fit


def _room(fit: Sequence[int], most: int) -> int:
    """Give how many cells widths leave free, gaps counted."""
    return most - sum(fit) - len(GAP) * (sum(map(bool, fit)) - 1)


def _line(cells: Sequence[tuple[str, int, bool]]) -> str:
    """Give one line, without spaces at its end."""
    return GAP.join(fitted(text, room, right=right) for text, room, right in cells).rstrip()


def fitted(text: str, cells: int, *, right: bool = False) -> str:
    """Give a text that takes exactly so many cells: padded, or cut with an ellipsis."""
    text = cut(text, cells)
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks
