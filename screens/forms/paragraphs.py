"""Paragraphs: a text of several lines as it is broken to a width, and the cursor's way through it; pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from screens.cells import safe, width
from screens.shell.editing import Edit

Row = tuple[int, int]
"""The first character of a row and the one after its last."""


@lru_cache(maxsize=4096)
def _broken(text: str, cells: int) -> tuple[Row, ...]:
    """Break one line at spaces into rows of at most `cells`; spaces at the end of a row hang over its edge."""
    rows: list[Row] = []
    start = taken = 0
    space = 0  # the place after the last space of this row
    for at, char in enumerate(text):
        char_cells = 1 if " " <= char <= "~" else width(safe(char))
        while taken + char_cells > cells and char != " " and at > start:
            cut = space if space > start else at
            rows.append((start, cut))
            start = cut
            taken = width(safe(text[start:at]))
        taken += char_cells
        if char == " ":
            space = at + 1
    return (*rows, (start, len(text)))


def rows_of(text: str, cells: int) -> Iterator[Row]:
    """Give the rows of a text of several lines, each by its first character and the one after its last."""
    at = 0
    for line in text.split("\n"):
        for start, end in _broken(line, max(2, cells)):
            yield at + start, at + end
        at += len(line) + 1


def row_at(rows: list[Row], at: int) -> int:
    """Give the number of the row in which a character stands."""
    for number in range(len(rows) - 1, -1, -1):
        if rows[number][0] <= at:
            return number
    return 0


def moved(edit: Edit, step: int, cells: int) -> Edit | None:
    """Give the edit with the cursor a row lower or higher, about where it was; None past the first or last row."""
    rows = list(rows_of(edit.text, cells))
    now = row_at(rows, edit.at)
    wanted = now + step
    if not 0 <= wanted < len(rows):
        return None
    across = width(safe(edit.text[rows[now][0] : edit.at]))
    start, end = rows[wanted]
    last = end if wanted + 1 == len(rows) or rows[wanted + 1][0] > end else end - 1
    at = start
    while at < last and width(safe(edit.text[start : at + 1])) <= across:
        at += 1
    return Edit(edit.text, at)


def pressed(edit: Edit, key: str) -> Edit | None:
    """Give the edit after a key that works within one line of the text, or None where the key does not edit."""
    start = edit.text.rfind("\n", 0, edit.at) + 1
    end = edit.text.find("\n", edit.at)
    end = len(edit.text) if end < 0 else end
    if (
        key in ("left", "right")
        or (key == "backspace" and edit.at == start)
        or (key == "delete" and edit.at == end)
    ):
        return edit.pressed(key)
    done = Edit(edit.text[start:end], edit.at - start).pressed(key)
    if done is None:
        return None
    return Edit(edit.text[:start] + done.text + edit.text[end:], start + done.at)
