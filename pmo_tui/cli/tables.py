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
    """A column: its heading, its cells, and whether they stand to the right as numbers do."""

    heading: str
    cells: Sequence[str]
    right: bool = False

    @property
    def width(self) -> int:
        """The width at which nothing is cut."""
        return max(cells_of(self.heading), *(cells_of(cell) for cell in self.cells), 0)


def drawn(columns: Sequence[Column], width: int | None = None) -> Iterator[str]:
    """Draw a table line by line, headings first; with a `width` every line fits it."""
    widths = [column.width for column in columns]
    if width is not None:
        widths = _fitting(columns, widths, width)
    shown = [(column, cells) for column, cells in zip(columns, widths, strict=False) if cells]
    yield _line([(column.heading, cells, column.right) for column, cells in shown])
    for row in range(len(columns[0].cells) if columns else 0):
        yield _line([(column.cells[row], cells, column.right) for column, cells in shown])


def _fitting(columns: Sequence[Column], widths: list[int], room: int) -> list[int]:
    """Give widths that fit: the widest texts give way first, then the last columns go."""
    fitting = list(widths)
    while fitting and sum(fitting) + len(GAP) * (len(fitting) - 1) > room:
        texts = [
            place for place in range(len(fitting)) if not columns[place].right and fitting[place] > LEAST
        ]
        if texts:
            fitting[max(texts, key=lambda place: fitting[place])] -= 1
        elif len(fitting) > 1:
            fitting.pop()
        else:
            fitting[0] = room
    return fitting


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
