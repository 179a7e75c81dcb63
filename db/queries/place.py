"""Places: where the value of a field is kept, and how one asks for it, sorts and groups by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from peewee import Case, Expression

from db.models.base import Record
from db.packing import SCALES
from db.queries.parts import Column, folded, ranked
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import Health

HEALTHS = tuple(health.value for health in Health)
"""The healths as they are kept, from the least severe to the worst."""


class Place(NamedTuple):
    """Where a field is kept: `value` is the column compared, as a whole number of `1 / scale` where it is a number.

    `holds` makes of a condition on `value` one on things that is never unknown, so that its negation is exactly
    the rest; `filled` asks whether anything is there. `keys` are what things are sorted by, `raw` is what is kept of
    one thing, by which they are grouped.
    """

    value: Column
    holds: Callable[[Expression], Expression]
    filled: Expression
    keys: tuple[Column, ...] = ()
    raw: Column = None
    scale: int = 1
    absent: str | None = None
    """The word for a thing of which nothing is kept here, where that is a value like others."""
    moment: bool = False
    """True where a moment is kept, of which the field is the day."""
    iso: bool = False
    """True where a day is kept as ISO text."""
    searched: bool = False
    """True where the folded value is a part of the searched text, which is quicker to ask first."""
    also: Column = None
    """Another text by which it is found as well, None where there is none."""
    slow: bool = False
    """True where much is folded row by row, so that it is better asked last."""


class Entity(NamedTuple):
    """How things of one kind are asked for: their record, where a bare word is searched, and their fields' places.

    `apart` gives the places of the fields that are kept like no other; `columns` the columns that are named otherwise
    than their fields, `referred` the records that references refer to.
    """

    record: type[Record]
    search: Column
    apart: Callable[[Field], Place | None]
    moments: Mapping[str, str]
    referred: Mapping[str, Any]

    def place(self, field: Field) -> Place:
        """Give the place of a field."""
        apart = self.apart(field)
        if apart is not None:
            return apart
        if field.kind is Kind.REFERENCE:
            return reference(getattr(self.record, field.name), self.referred[field.of])
        column = getattr(self.record, self.moments.get(field.name, field.name))
        if field.kind in {Kind.LINE, Kind.TEXT}:
            return text(column, field)
        return plain(column, field, moment=field.name in self.moments)


def plain(column: Any, field: Field, *, moment: bool = False) -> Place:
    """Give the place of a field that is a column of its own."""
    filled = column.is_null(False)
    words = HEALTHS if field.kind is Kind.HEALTH else field.choices
    return Place(
        value=column,
        holds=(lambda condition: filled & condition) if column.null else lambda condition: condition,
        filled=filled,
        keys=(ranked(column, words),) if words else (column,),
        raw=column,
        scale=SCALES.get(field.kind, 1),
        moment=moment,
    )


def computed(column: Column, scale: int = 1) -> Place:
    """Give the place of what follows from columns, NULL where it is unknown."""
    filled: Expression = column.is_null(False)
    return Place(column, lambda condition: filled & condition, filled, (column,), column, scale)


def text(column: Any, field: Field) -> Place:
    """Give the place of a text that has no folded twin: it is folded row by row."""
    key = Case(None, [(column.is_null(False), folded(column))], None)
    # texts that fold alike stand together, those that are written alike side by side
    return plain(column, field)._replace(value=folded(column), keys=(key, column), slow=True)


def named(folded_twin: Any, column: Any) -> Place:
    """Give the place of a text that is never empty and has a folded twin."""
    return Place(folded_twin, lambda condition: condition, column.is_null(False), (folded_twin,), column)


def reference(key: Any, record: Any) -> Place:
    """Give the place of a reference: the name of another thing, found by its folded twin."""
    filled = key.is_null(False)

    def holds(condition: Expression) -> Expression:
        """Ask for the things that refer to one of which `condition` holds."""
        return cast(Expression, filled & key.in_(record.select(record.id).where(condition)))

    shown = record.position if hasattr(record, "position") else record.folded
    return Place(record.folded, holds, filled, (record.select(shown).where(record.id == key), key), key)
