"""Use cases of rows of the registers beside the risks: items with what their projects are called, and what is late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from db import projects as projects_kept
from db import raid as kept
from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.queries.values import Names
from pmo_tui.domain.raid import ItemKind
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.services import forms
from pmo_tui.services.session import Session, one_moment

AWAITED = ("due", "review")
"""The days on which something is awaited of an item."""


class Row(NamedTuple):
    """An item as a row of its register: with its fields, what the projects it names are called, and the day it is."""

    item: Item
    catalogue: Catalogue
    projects: Mapping[str, str]
    today: date

    @property
    def id(self) -> int:
        """Its key."""
        return self.item.id

    def value(self, name: str) -> Value:
        """Give the value of a field."""
        return self.item.value(name)

    def late(self, name: str) -> int | None:
        """By how many days the day in a field has passed, None where it has not or nothing is awaited any more."""
        day = self.value(name)
        late = isinstance(day, date) and day < self.today and self.value("active")
        return (self.today - day).days if late and isinstance(day, date) else None

    @property
    def awaited(self) -> date | None:
        """The day on which something is awaited of it."""
        day = next((self.value(name) for name in AWAITED if name in self.catalogue.by_name), None)
        return day if isinstance(day, date) else None

    @property
    def overdue(self) -> bool:
        """Whether that day has passed and something is still awaited."""
        return any(self.late(name) is not None for name in AWAITED)


@one_moment
def awaited_of_project(session: Session, project: int) -> dict[str, tuple[Row, ...]]:
    """Give by noun the items of which a project awaits something: of each kind first what is late."""
    keys = {noun: kept.awaited_of_project(kind, project) for noun, kind in BY_NOUN.items()}
    found = {noun: rows(session, some, BY_NOUN[noun]) for noun, some in keys.items() if some}
    return {noun: tuple(sorted(some, key=_urgency)) for noun, some in found.items()}


def _urgency(row: Row) -> tuple[date, str]:
    """Give by what the items of a project are sorted."""
    return row.awaited or date.max, row.item.code


@one_moment
def rows(session: Session, keys: Sequence[int], kind: ItemKind) -> list[Row]:
    """Give items as rows, in the order of their keys; those that have gone are left out."""
    items = kept.read(kind, keys, session.today())
    named = [field.name for field in kind.catalogue if field.of == "project"]
    codes = {str(code) for item in items for name in named if (code := item.value(name))}
    called = projects_kept.names(codes)
    return [Row(item, kind.catalogue, called, session.today()) for item in items]


def row(session: Session, key: int, kind: ItemKind) -> Row | None:
    """Give one item as a row, None where it has gone."""
    return next(iter(rows(session, [key], kind)), None)


@one_moment
def names(session: Session) -> Names:
    """Give the names in use, to complete queries with."""
    return forms.known(session).names
