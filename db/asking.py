"""Asking: the keys of the things that meet a query, in its order and by its groups, and figures on them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from peewee import OP, Expression, fn

from db import sql
from db.names import Directory
from db.packing import unpacker
from db.queries import meeting, order
from db.queries.place import Entity, Place
from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.lists import Figures, Sum
from pmo_tui.domain.money import Cents
from pmo_tui.domain.queries.terms import Query
from pmo_tui.moments import local_day

_HALF = 10**9
"""Amounts are summed in two halves, above and below this: the sum of whole ones can pass a 64-bit integer."""


class Question(NamedTuple):
    """What is asked: a query, on the fields of a catalogue, of things of one kind."""

    query: Query
    catalogue: Catalogue
    entity: Entity

    def select(self, *columns: Any) -> Any:
        """Give a selection of columns of the things that meet the query."""
        return meeting(self.entity.record.select(*columns), self.query, self.catalogue, self.entity)

    def ordered(self, select: Any) -> Any:
        """Give a selection in the order of the query."""
        return select.order_by(*order(self.query, self.catalogue, self.entity))

    def column(self, name: str) -> Any:
        """Give what is kept of a field."""
        return self.entity.place(self.catalogue.get(name)).raw


def keys(question: Question) -> list[int]:
    """Give the keys of the things that meet a query, in its order."""
    return [key for (key,) in sql.tuples(question.ordered(question.select(question.entity.record.id)))]


def columns(question: Question, names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Give the key of each thing that meets a query, in its order, with what is kept of some fields."""
    kept = [question.column(name) for name in names]
    return sql.tuples(question.ordered(question.select(question.entity.record.id, *kept)))


def keys_by(
    question: Question, group: Field, summed: Sequence[str]
) -> list[tuple[Value, int, list[Cents | None]]]:
    """Give the keys of the things that meet a query, in its order, each with its group and the amounts to be summed."""
    found = question.entity.place(group)
    amounts = [question.column(name) for name in summed]
    select = question.select(found.raw, question.entity.record.id, *amounts)
    values = _Values(group, found)
    return [(values[kept], key, list(row)) for kept, key, *row in sql.tuples(question.ordered(select))]


def figures(question: Question, summed: Sequence[str]) -> Figures:
    """Give the number of the things that meet a query, and the sums of their amounts."""
    [row] = sql.tuples(question.select(*figure_columns(question, summed)))
    return figures_of_row(row, summed)


def figure_columns(question: Question, summed: Sequence[str]) -> list[Any]:
    """Give what is selected for figures."""
    columns = [question.column(name) for name in summed]
    return [fn.COUNT(question.entity.record.id), *(part for column in columns for part in _parts(column))]


def figures_of_row(row: Sequence[Any], summed: Sequence[str]) -> Figures:
    """Give the figures of a row of `figure_columns`.

    Both halves of a negative amount are negative, so they add up as others do.
    """
    count, *parts = row
    thirds = zip(*[iter(parts)] * 3, strict=True)
    sums = {
        name: Sum((high or 0) * _HALF + (low or 0), over)
        for name, (high, low, over) in zip(summed, thirds, strict=True)
    }
    return Figures(count, sums)


def _parts(column: Any) -> tuple[Any, Any, Any]:
    """Give both halves of the sum of a column, and how many it is over."""
    return fn.SUM(column / _HALF), fn.SUM(Expression(column, OP.MOD, _HALF)), fn.COUNT(column)


def filled(question: Question, names: Sequence[str]) -> tuple[frozenset[str], int]:
    """Give which of some fields hold anything in what meets a query, and the length of the longest code."""
    places = [question.entity.place(question.catalogue.get(name)) for name in names]
    holding = [fn.MAX(place.filled) for place in places]
    longest_code = fn.MAX(fn.LENGTH(question.column("code")))
    [(longest, *found)] = sql.tuples(question.select(longest_code, *holding))
    return frozenset(name for name, any_ in zip(names, found, strict=True) if any_), int(longest or 0)


class _Values(dict[Any, Value]):
    """The values that stand for what is kept of a field, each worked out when it is first met."""

    def __init__(self, field: Field, found: Place) -> None:
        self._made = _day_of if found.moment else _unpacking(field)

    def __missing__(self, kept: Any) -> Value:
        value = self[kept] = self._made(kept)
        return value


def _day_of(moment: datetime) -> date:
    """Give the day of a moment here."""
    return local_day(moment)


def _unpacking(field: Field) -> Callable[[Any], Value]:
    """Give what makes values of what is kept, where the database gives days as such."""
    unpack = unpacker(field, Directory())
    return lambda kept: kept if isinstance(kept, date) else unpack(kept)
