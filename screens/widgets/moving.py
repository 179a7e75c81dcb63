"""Moving: pure arithmetic of a cursor in a list whose headings hold no cursor."""

from __future__ import annotations

from collections.abc import Callable, Hashable

KeyAt = Callable[[int], Hashable]
"""Gives the key of a row by its number; None is a heading."""


def next_row(count: int, key_at: KeyAt, wanted: int, direction: int = 1) -> int:
    """Give the row nearest to `wanted` that can hold the cursor, looked for in a direction first; -1 for none."""
    if count <= 0:
        return -1
    wanted = max(0, min(wanted, count - 1))
    for step in (direction, -direction):
        number = wanted
        while 0 <= number < count:
            if key_at(number) is not None:
                return number
            number += step
    return -1


def placed_again(count: int, key_at: KeyAt, key: Hashable, was: int) -> int:
    """Give where a key stands among new rows, looked for around its old place; else the old place itself."""
    if count <= 0:
        return -1
    was = max(0, min(was, count - 1))
    if key is not None:
        for away in range(count):
            for number in (was - away, was + away):
                if 0 <= number < count and key_at(number) == key:
                    return number
    return next_row(count, key_at, was)


def moved(move: str, at: int, count: int, page: int) -> int:
    """Give the row to which a move leads, by its id, from a row in a list of which a page is seen.

    It may lie beyond the ends; whoever moves there stops at them.
    """
    half = max(1, page // 2)
    rows = {
        "move.down": at + 1,
        "move.up": at - 1,
        "move.first": 0,
        "move.last": count - 1,
        "move.page_down": at + page,
        "move.page_up": at - page,
        "move.half_down": at + half,
        "move.half_up": at - half,
    }
    return rows[move]


def top_for(cursor: int, top: int, height: int, count: int) -> int:
    """Give the first row to show so that the cursor is in sight, moved no further than needed."""
    if height <= 0:
        return max(0, top)
    if cursor >= 0:
        top = max(min(top, cursor), cursor - height + 1)
    return max(0, min(top, count - height))
