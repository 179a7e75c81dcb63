"""Scrolling: finds the rows that only moved up or down, so that the terminal can move them itself."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from screens.terminal.grid import UNKNOWN, Grid, Row

FEWEST = 4
"""Rows that must have moved alike before it pays to let the terminal move them."""


class Shift(NamedTuple):
    """Rows top to bottom (both meant) whose content moves up by `by`, or down where it is negative."""

    top: int
    bottom: int
    by: int


def found_shift(sent: Grid, wanted: Grid) -> Shift | None:
    """Give the shift that turns most rows of what was sent into what is wanted; None where few moved."""
    differing = [y for y in wanted.changed if wanted.rows[y] != sent.rows[y]]
    if len(differing) < FEWEST:
        return None
    places: dict[tuple[str, ...], list[int]] = {}
    for y, row in enumerate(sent.rows):
        places.setdefault(_key(row), []).append(y)
    votes: Counter[int] = Counter()
    moved: dict[int, list[int]] = {}
    for y in differing:
        came_from = places.get(_key(wanted.rows[y]), [])
        if len(came_from) == 1 and came_from[0] != y and sent.rows[came_from[0]] == wanted.rows[y]:
            votes[came_from[0] - y] += 1
            moved.setdefault(came_from[0] - y, []).append(y)
    if not votes:
        return None
    by, count = votes.most_common(1)[0]
    if count < FEWEST:
        return None
    ys = moved[by]
    return Shift(min(*ys, min(ys) + by), max(*ys, max(ys) + by), by)


def _key(row: Row) -> tuple[str, ...]:
    """Give a row as something to look up."""
    return tuple(row[0])


def shifted(sent: Grid, shift: Shift) -> None:
    """Move the rows of what was sent as the terminal will; the rows that come free are unknown."""
    top, bottom, by = shift
    block = sent.rows[top : bottom + 1]
    count = min(abs(by), len(block))
    free: list[Row] = [([UNKNOWN] * sent.width, list(block[0][1])) for _ in range(count)]
    sent.rows[top : bottom + 1] = [*block[count:], *free] if by > 0 else [*free, *block[:-count]]


def shift_sequence(shift: Shift) -> str:
    """Give what makes the terminal move the rows; the cursor is in the first cell after it."""
    top, bottom, by = shift
    steps = f"\x1b[{bottom + 1}H" + "\n" * by if by > 0 else f"\x1b[{top + 1}H" + "\x1bM" * -by
    return f"\x1b[{top + 1};{bottom + 1}r{steps}\x1b[r"
