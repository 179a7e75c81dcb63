"""The grid: what stands in each cell of the screen, as read from the frames that Textual writes."""

from __future__ import annotations

import re

from rich.cells import get_character_cell_size

from pmo_tui.domain.text import clean
from screens.terminal.sgr import PLAIN, Rendition, after

UNKNOWN = "\x00"
"""Stands in a cell of which nobody knows what it shows."""

# Characters that every terminal places in one cell: for them a text is a list of cells as it is.
_NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u03ff\u0400-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]*"
)
_TOKEN = re.compile(
    r"\x1b\[(?P<y>\d*)(?:;(?P<x>\d*))?H|\x1b\[(?P<sgr>[\d;:]*)m|(?P<line>\r?\n)|(?P<text>[^\x1b\r\n]+)|(?P<other>.)",
    re.DOTALL,
)
_FRAME = re.compile(r"\x1b\[\d*(?:;\d*)?H")

Row = tuple[list[str], list[Rendition]]


def is_frame(data: str) -> bool:
    """Tell whether data is a frame: Textual begins each with a place, and nothing else so."""
    return _FRAME.match(data) is not None


def is_narrow(text: str) -> bool:
    """Tell whether every terminal gives each character of a text one cell."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


class Grid:
    """The cells of a screen; a wide character stands in its first cell and leaves "" in the second."""

    def __init__(self, width: int, height: int, filling: str = UNKNOWN) -> None:
        self.width = width
        self.height = height
        self.rows: list[Row] = [self._row(filling) for _ in range(height)]
        self.changed: set[int] = set()
        self.cursor = (0, 0)  # where the last frame left the cursor on purpose, as for an input method

    def _row(self, filling: str) -> Row:
        """Make a row of one sign."""
        return [filling] * self.width, [PLAIN] * self.width

    def forget(self, y: int) -> None:
        """Hold a row for unknown."""
        self.rows[y] = self._row(UNKNOWN)

    def read(self, frame: str) -> None:
        """Take a frame in: places, renditions and text; anything else in it is not obeyed but shown as a sign."""
        x = y = 0
        now = PLAIN
        for token in _TOKEN.finditer(frame):
            kind = token.lastgroup
            self.cursor = (0, 0)
            if kind == "text":
                x = self._put(y, x, clean(token["text"]), now)
            elif kind == "sgr":
                now = after(now, token["sgr"])
            elif kind == "line":
                x, y = 0, y + 1
            elif kind == "other":
                x = self._put(y, x, clean(token["other"]), now)
            else:
                y, x = max(0, int(token["y"] or 1) - 1), max(0, int(token["x"] or 1) - 1)
                self.cursor = (y, x)

    def _put(self, y: int, x: int, text: str, rendition: Rendition) -> int:
        """Put a text at a place and give the place after it; what lies outside the screen is dropped."""
        if y >= self.height or x >= self.width:
            return x + len(text)
        cells = list(text) if is_narrow(text) else _cells(text)
        end = x + len(cells)
        if end > self.width:
            cells = cells[: self.width - x]
            if _is_half(cells):
                cells[-1] = " "
        chars, renditions = self.rows[y]
        last = x + len(cells)
        if chars[x] == "" and x > 0:
            chars[x - 1] = " "
        if last < self.width and chars[last] == "":
            chars[last] = " "
        chars[x:last] = cells
        renditions[x:last] = [rendition] * len(cells)
        self.changed.add(y)
        return end


def _is_half(cells: list[str]) -> bool:
    """Tell whether the last cell holds a wide character whose second half was cut off."""
    return cells[-1] != "" and get_character_cell_size(cells[-1][0]) == 2


def _cells(text: str) -> list[str]:
    """Give the cells of a text: marks stay with their letter, a wide character takes two."""
    cells: list[str] = []
    for char in text:
        size = get_character_cell_size(char)
        if size == 0:
            place = next((index for index in range(len(cells) - 1, -1, -1) if cells[index]), None)
            if place is not None:
                cells[place] += char
            continue
        cells.append(char)
        if size == 2:
            cells.append("")
    return cells
