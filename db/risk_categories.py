"""Reads what stands in the categories of risks, and the limits of the appetite that are theirs alone."""

from __future__ import annotations

from typing import NamedTuple

from db import sql


def risks_in() -> dict[int, int]:
    """Give how many risks stand in each category itself, by its key; one without any is left out."""
    return dict(
        sql.ask("SELECT category_id, COUNT(*) FROM risk WHERE category_id IS NOT NULL GROUP BY category_id")
    )


class Limit(NamedTuple):
    """A limit of the appetite as it is kept, with its key."""

    key: int
    version: int
    most: int


def limits_of(category: int) -> dict[str, Limit]:
    """Give the limits of a category by the level."""
    rows = sql.ask("SELECT level, id, version, most FROM risk_appetite WHERE category_id = ?", (category,))
    return {level: Limit(*rest) for level, *rest in rows}


def last_position() -> int:
    """Give the position of the category that stands last."""
    [(position,)] = sql.ask("SELECT COALESCE(MAX(position), 0) FROM risk_category")
    return int(position)
