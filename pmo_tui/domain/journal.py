"""The journal: what was changed, by whom, when and through which door; and what undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import NamedTuple

Kept = str | int | bool | list[str] | list[int] | None
"""A value as the journal keeps it: JSON, with dates as ISO text, money in cents and references as ids."""

Facts = Mapping[str, Kept]
"""Kept values by field name."""


End = tuple[str, int]
"""A thing as the journal names it: its entity and its key."""

_ENDS = (("entity", "key"), ("from_entity", "from_key"), ("to_entity", "to_key"))
"""The facts that name another thing whatever it is: of a comment, and of both sides of a relation."""


def ends(facts: Facts) -> tuple[End, ...]:
    """Give the things that facts name by entity and key."""
    named = ((facts.get(entity), facts.get(key)) for entity, key in _ENDS)
    return tuple((entity, key) for entity, key in named if isinstance(entity, str) and isinstance(key, int))


class Door(Enum):
    """The way by which a change came in."""

    SCREEN = "screen"
    COMMAND = "command"
    IMPORT = "import"


class Change(NamedTuple):
    """One change of one thing: `before` is None where it was made, `after` is None where it was deleted.

    Otherwise both hold the changed fields alone. `about` is the key of the project that it tells of, None for none.
    """

    entity: str
    key: int
    before: Facts | None
    after: Facts | None
    id: int = 0
    about: int | None = None

    @property
    def inverse(self) -> Change:
        """The change that takes this one back; the inverse of the inverse is the change itself."""
        return Change(self.entity, self.key, self.after, self.before, about=self.about)


class Group(NamedTuple):
    """Changes made in one go, that are undone in one go: one edit, one bulk edit or one import.

    `undoes` is the group that this one takes back, None for a change of its own.
    """

    id: int
    at: datetime
    who: str
    door: Door
    label: str
    undoes: int | None = None
    size: int = 0
