"""Health: the weather of a project, declared per dimension; the overall is the worst, never an average."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.refusal import N_


class Health(Enum):
    """The weather: green, amber, red, or grey where nothing was reported."""

    GREY = "grey"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def severity(self) -> int:
        """How bad it is: 0 for not reported, then 1 (green) to 3 (red)."""
        return _SEVERITY[self]


_SEVERITY = {health: rank for rank, health in enumerate(Health)}

HEALTH_LABELS = {
    Health.GREY: N_("not reported"),
    Health.GREEN: N_("green"),
    Health.AMBER: N_("amber"),
    Health.RED: N_("red"),
}


class Dimension(Enum):
    """What a health is declared on; a project's overall health is the worst of these."""

    TIME = "time"
    COST = "cost"
    SCOPE = "scope"
    RESOURCES = "resources"
    RISK = "risk"


DIMENSION_LABELS = {
    Dimension.TIME: N_("Time"),
    Dimension.COST: N_("Cost"),
    Dimension.SCOPE: N_("Scope"),
    Dimension.RESOURCES: N_("Resources"),
    Dimension.RISK: N_("Risk"),
}


DIMENSION_FIELDS = {dimension: f"health_{dimension.value}" for dimension in Dimension}
"""The name of the field that holds the health of each dimension."""

DECLARED_PARTS = ("", "_comment", "_date")
"""What stands behind the name of a health for what is declared with it: the colour itself, the comment, the day."""


class Declaration(NamedTuple):
    """What was declared of one dimension: the health, why, and on which day."""

    health: Health = Health.GREY
    comment: str = ""
    on: date | None = None


def worst(healths: Iterable[Health]) -> Health:
    """Give the worst of `healths`; what was not reported counts only where nothing was."""
    return max(healths, key=lambda health: health.severity, default=Health.GREY)


def overall(declared: Health, dimensions: Iterable[Health]) -> Health:
    """Give a project's health: the worst dimension, or what was declared as a whole where no dimension was."""
    by_dimension = worst(dimensions)
    return declared if by_dimension is Health.GREY else by_dimension
