"""Declaring: a health or its comment that is changed is declared on that day, unless another day is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Dimension, Health
from pmo_tui.domain.projects import Project

DECLARED = ("health", *(f"health_{dimension.value}" for dimension in Dimension))
"""The fields that are declared, each with a comment and a day beside it."""


def dated(changes: Mapping[str, Value], base: Project, today: date) -> dict[str, Value]:
    """Give changes of a project with the day of every declaration among them, where no other day is given.

    A dimension that is declared declares the whole as well; what is no longer reported has no day.
    """
    found = dict(changes)
    for name in (*DECLARED[1:], DECLARED[0]):
        declared = name in changes or f"{name}_comment" in changes
        if name == "health":
            declared = declared or any(each in changes for each in DECLARED)
        if declared and f"{name}_date" not in changes:
            reported = changes.get(name, base.value(name)) is not Health.GREY
            found[f"{name}_date"] = today if reported or _any_reported(name, found, base) else None
    return found


def declared(changes: Mapping[str, Value], base: Project, day: date) -> dict[str, Value]:
    """Give changes of a project that is declared as a whole on a day: what has a colour is declared again."""
    found = dict(changes)
    for name in (*DECLARED[1:], DECLARED[0]):
        reported = found.get(name, base.value(name)) is not Health.GREY or _any_reported(name, found, base)
        found[f"{name}_date"] = day if reported else None
    return {name: value for name, value in found.items() if value != base.value(name)}


def _any_reported(name: str, changes: Mapping[str, Value], base: Project) -> bool:
    """Tell whether the health of the whole is reported by one of its dimensions."""
    if name != "health":
        return False
    return any(changes.get(each, base.value(each)) is not Health.GREY for each in DECLARED[1:])
