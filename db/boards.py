"""Reads what the board shows: totals, the cards of each phase, and the order of a table's rows."""

from __future__ import annotations

from typing import Any

from peewee import OP, Case, Expression, fn

from db import sql
from db.models import CustomFieldRecord, CustomValueRecord, ProjectRecord
from db.names import Directory
from db.packing import unpack
from db.queries import order, where
from pmo_tui.domain.boards import Card, Figures
from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.queries.terms import Query
from pmo_tui.domain.text import fold

_CARD = (
    ProjectRecord.id,
    ProjectRecord.code,
    ProjectRecord.name,
    ProjectRecord.health,
    ProjectRecord.health_previous,
    ProjectRecord.budget,
)
_HALF = 10**9
"""Amounts are summed in two halves, above and below this: the sum of whole ones can pass a 64-bit integer."""

_FIGURES = (
    fn.COUNT(ProjectRecord.id),
    fn.SUM(ProjectRecord.budget / _HALF),
    fn.SUM(Expression(ProjectRecord.budget, OP.MOD, _HALF)),
    fn.COUNT(ProjectRecord.budget),
)


def figures(query: Query, catalogue: Catalogue) -> Figures:
    """Give number and sum of the projects that meet a query."""
    [row] = sql.tuples(_meeting(ProjectRecord.select(*_FIGURES), query, catalogue))
    return _figures(*row)


def figures_by_phase(query: Query, catalogue: Catalogue) -> dict[int, Figures]:
    """Give number and sum of the projects that meet a query, by the id of their phase."""
    select = ProjectRecord.select(ProjectRecord.phase, *_FIGURES).group_by(ProjectRecord.phase)
    return {phase: _figures(*row) for phase, *row in sql.tuples(_meeting(select, query, catalogue))}


def cards(query: Query, catalogue: Catalogue, phase: int, limit: int | None) -> tuple[Card, ...]:
    """Give the cards of one phase in the order of the query, at most `limit`."""
    select = _meeting(ProjectRecord.select(*_CARD), query, catalogue).where(ProjectRecord.phase == phase)
    select = select.order_by(*order(query, catalogue))
    return tuple(map(Card._make, sql.tuples(select.limit(limit) if limit is not None else select)))


MEASURED = (
    *("programme", "pm", "sponsor", "department", "priority", "score"),
    *("budget", "forecast", "actual", "overrun"),
    *("start", "finish", "baseline_finish", "actual_finish", "slip"),
)
"""The fields of which a table asks whether they hold anything."""


def filled(query: Query, catalogue: Catalogue) -> tuple[frozenset[str], int]:
    """Give which of the MEASURED fields hold anything in what meets a query, and the length of the longest code."""
    counts = [fn.COUNT(getattr(ProjectRecord, name)) for name in MEASURED]
    select = ProjectRecord.select(fn.MAX(fn.LENGTH(ProjectRecord.code)), *counts)
    [(longest, *found)] = sql.tuples(_meeting(select, query, catalogue))
    return frozenset(name for name, count in zip(MEASURED, found, strict=True) if count), int(longest or 0)


def search(typed: str, limit: int) -> tuple[Card, ...]:
    """Give the cards of projects in whose code, name or tags each of the typed words stands."""
    words = fold(typed).split()
    select = ProjectRecord.select(*_CARD)
    for word in words:
        select = select.where(ProjectRecord.search.contains(word))
    begins = Case(None, [(ProjectRecord.folded.startswith(fold(typed).strip()), 0)], 1)
    return tuple(map(Card._make, sql.tuples(select.order_by(begins, ProjectRecord.folded).limit(limit))))


def keys(query: Query, catalogue: Catalogue) -> list[int]:
    """Give the keys of the projects that meet a query, in its order."""
    select = _meeting(ProjectRecord.select(ProjectRecord.id), query, catalogue)
    return [key for (key,) in sql.tuples(select.order_by(*order(query, catalogue)))]


def keys_by(query: Query, catalogue: Catalogue, group: Field) -> list[tuple[Value, int]]:
    """Give the keys of the projects that meet a query, in its order, each with the value that it is grouped by."""
    select = _meeting(ProjectRecord.select(_grouping(group), ProjectRecord.id), query, catalogue)
    rows = sql.tuples(select.order_by(*order(query, catalogue)))
    values = _values(group, {kept for kept, _key in rows})
    return [(values[kept], key) for kept, key in rows]


def figures_by(query: Query, catalogue: Catalogue, group: Field) -> dict[Value, Figures]:
    """Give number and sum of the projects that meet a query, by the value that they are grouped by."""
    column = _grouping(group)
    rows = sql.tuples(_meeting(ProjectRecord.select(column, *_FIGURES), query, catalogue).group_by(column))
    values = _values(group, {kept for kept, *_row in rows})
    return {values[kept]: _figures(*row) for kept, *row in rows}


def _grouping(field: Field) -> Any:
    """Give the column by whose values projects are grouped."""
    if field.custom:
        value = CustomValueRecord.select(fn.COALESCE(CustomValueRecord.text, CustomValueRecord.number))
        declared = CustomFieldRecord.select(CustomFieldRecord.id).where(CustomFieldRecord.key == field.name)
        return value.where(
            (CustomValueRecord.project == ProjectRecord.id) & (CustomValueRecord.field == declared)
        )
    return getattr(ProjectRecord, field.name)


def _values(field: Field, kept: set[Any]) -> dict[Any, Value]:
    """Give the values that stand for what is kept."""
    directory = Directory()
    if field.kind is Kind.DATE:
        return {
            day: day if day is None or hasattr(day, "year") else unpack(field, day, directory) for day in kept
        }
    return {value: unpack(field, value, directory) for value in kept}


def _meeting(select: Any, query: Query, catalogue: Catalogue) -> Any:
    """Give a selection narrowed to what meets a query."""
    condition = where(query, catalogue)
    return select if condition is None else select.where(condition)


def _figures(count: int, high: int | None, low: int | None, budgeted: int) -> Figures:
    """Give the figures of a row; both halves of a negative amount are negative, so they add up as others do."""
    return Figures(count, (high or 0) * _HALF + (low or 0), budgeted)
