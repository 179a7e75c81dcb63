"""Use cases of what a portfolio sets for its risks: categories, scales, bands and appetite."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from pmo_tui.domain.journal import Facts
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Appetite, Band, Step

if TYPE_CHECKING:
    from db.door import Writing

PERCENT = 10_000
"""Percentages are kept in ten-thousandths."""


def set_up(group: Writing, scales: Scales, categories: Iterable[Category]) -> None:
    """Write what a portfolio has set for its risks where nothing is set yet."""
    group.create_many("risk_band", [band_facts(band) for band in scales.bands])
    group.create_many(
        "risk_step", [*step_facts("probability", scales.probabilities), *step_facts("impact", scales.impacts)]
    )
    keys: dict[str, int] = {}
    for category in categories:
        keys[category.name] = group.create("risk_category", category_facts(category, keys))
    group.create_many("risk_appetite", appetite_facts(scales.appetite, keys))


def band_facts(band: Band) -> Facts:
    """Give a band as it is kept."""
    return {"name": band.name, "least": band.least}


def step_facts(axis: str, steps: Iterable[Step]) -> list[Facts]:
    """Give the steps of a scale as they are kept."""
    return [
        {"axis": axis, "rank": rank, "word": step.word, "least": _kept(step.least), "most": _kept(step.most)}
        for rank, step in enumerate(steps, 1)
    ]


def _kept(percent: Decimal | None) -> int | None:
    """Give a percentage as it is kept."""
    return None if percent is None else int(percent * PERCENT)


def category_facts(category: Category, keys: dict[str, int]) -> Facts:
    """Give a category as it is kept; `keys` are those of the categories that there are."""
    parent = None if category.parent is None else keys[category.parent]
    return {"name": category.name, "parent": parent, "position": category.position}


def appetite_facts(appetite: Appetite, keys: dict[str, int]) -> list[Facts]:
    """Give the limits of the appetite as they are kept; `keys` are those of the categories."""
    levels: list[Facts] = [
        {"level": level.value, "category": None, "most": most} for level, most in appetite.by_level.items()
    ]
    return levels + [
        {"level": level.value, "category": keys[name], "most": most}
        for (level, name), most in appetite.by_category.items()
    ]
