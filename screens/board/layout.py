"""Layout: which columns of the board are seen, where each begins and how wide it is; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GAP = 2
"""Cells between two columns."""
LEAST = 17
"""The least cells of a column with cards: two for the health, the trend, and a dozen letters of a name."""
EMPTY_MOST = 14
"""The most cells that a phase without projects takes."""


class Placed(NamedTuple):
    """A column's place: its number on the board, where it begins and its width, both in cells."""

    number: int
    left: int
    width: int


def placed(titles: Sequence[int], filled: Sequence[bool], cells: int, cursor: int) -> tuple[Placed, ...]:
    """Give the places of the columns that are seen in so many `cells`.

    `titles` are the cells each title needs, `filled` whether it has cards, `cursor` the column that must be seen.
    Empty ones yield where all can't stand side by side or where they would take more than a third; then the ones
    farthest from the cursor yield.
    """
    numbers = list(range(len(titles)))
    stubs = sum(min(title, EMPTY_MOST) + GAP for title, full in zip(titles, filled, strict=True) if not full)
    if any(filled) and (_needed(numbers, titles, filled) > cells or stubs > cells // 3):
        numbers = [number for number in numbers if filled[number]]
    while len(numbers) > 1 and _needed(numbers, titles, filled) > cells:
        numbers.remove(max(numbers, key=lambda number: (abs(number - cursor), number)))
    return _spread(numbers, titles, filled, cells)


def _needed(numbers: Sequence[int], titles: Sequence[int], filled: Sequence[bool]) -> int:
    """Give the least cells that these columns take together."""
    widths = [LEAST if filled[number] else min(titles[number], EMPTY_MOST) for number in numbers]
    return sum(widths) + GAP * max(0, len(widths) - 1) + 2


def _spread(
    numbers: Sequence[int], titles: Sequence[int], filled: Sequence[bool], cells: int
) -> tuple[Placed, ...]:
    """Give each empty column what its title needs, and the others equal shares of the rest."""
    full = sum(filled[number] for number in numbers)
    if not full:
        share = max(1, (cells - 2) // max(1, len(numbers)) - GAP)
        return tuple(Placed(number, 1 + place * (share + GAP), share) for place, number in enumerate(numbers))
    empty = {number: min(titles[number], EMPTY_MOST) for number in numbers if not filled[number]}
    room = cells - 2 - sum(empty.values()) - GAP * (len(numbers) - 1)
    share, left_over = divmod(max(full, room), full)
    places = []
    left = 1
    for number in numbers:
        width = empty.get(number, share)
        if number not in empty and left_over:
            width, left_over = width + 1, left_over - 1
        places.append(Placed(number, left, width))
        left += width + GAP
    return tuple(places)
