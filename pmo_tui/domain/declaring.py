"""Declaring: a health or its comment that is changed is declared on that day, unless another day is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import DIMENSION_FIELDS, Health

DECLARED = ("health", *DIMENSION_FIELDS.values())
"""The fields that are declared, each with a comment and a day beside it."""

_SAID = frozenset({*DECLARED, *(f"{name}_comment" for name in DECLARED)})

Before = Callable[[str], Value]
"""Gives the value that a field has before the changes, by its name."""


def dated(changes: Mapping[str, Value], before: Before, today: date) -> dict[str, Value]:
    """Give changes of a project with the day of every declaration among them, where no other day is given.

    A dimension that is declared declares the whole as well; what is no longer reported has no day. What is given as
    it stands already declares nothing.
    """
    found = dict(changes)
    differing = {name for name in _SAID & changes.keys() if changes[name] != before(name)}
    for name in DECLARED if differing else ():
        said = {name, f"{name}_comment", *(DECLARED if name == "health" else ())}
        if said & differing and f"{name}_date" not in changes:
            found[f"{name}_date"] = today if _reported(name, changes, before) else None
    return found


def declared(changes: Mapping[str, Value], before: Before, day: date) -> dict[str, Value]:
    """Give changes of a project that is declared as a whole on a day: what has a colour is declared again.

    What is given stands among them even where it says the same again, for it may have followed from another before.
    """
    found = dict(changes)
    for name in DECLARED:
        found[f"{name}_date"] = day if _reported(name, changes, before) else None
    return {name: value for name, value in found.items() if name in changes or value != before(name)}


def _reported(name: str, changes: Mapping[str, Value], before: Before) -> bool:
    """Tell whether a health is reported after the changes; that of the whole follows from its dimensions."""
    if name == "health":
        if any(_reported(each, changes, before) for each in DECLARED[1:]):
            return True
        if name not in changes and any(before(each) is not Health.GREY for each in DECLARED[1:]):
            return False  # the dimensions behind it are withdrawn
    return changes.get(name, before(name)) is not Health.GREY
