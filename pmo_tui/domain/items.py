"""Items: what a register lists, of any kind, as one set of values; and what can be listed and edited at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pmo_tui.domain.fields import Value


class Thing(Protocol):
    """What can be listed and edited: a project, or an item of a register."""

    @property
    def id(self) -> int:
        """Its key."""

    @property
    def version(self) -> int:
        """Which state of it was read."""

    @property
    def code(self) -> str:
        """Its code."""

    def value(self, name: str) -> Value:
        """Give the value of a field."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a register as it is known now: `thing` says of which kind, as the journal names it.

    `id` and `version` say which row and which state of it was read; `values` holds every field, what follows from
    others and the day included.
    """

    thing: str
    id: int
    version: int
    values: Mapping[str, Value]
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def code(self) -> str:
        """Its code."""
        return str(self.values["code"])

    def value(self, name: str) -> Value:
        """Give the value of the field called `name` (its stable name); what is unknown is empty."""
        return self.values.get(name)
