"""Ordering: what a query sorts and groups by as an order of projects, with the empty last."""

from __future__ import annotations

from peewee import Asc, Desc, Ordering, fn

from db.models import DimensionRecord, ProjectRecord
from db.queries.parts import Column, ranked
from db.queries.places import Place, place
from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.queries.terms import Query, SortKey

HEALTHS = tuple(health.value for health in Health)
"""The healths as they are kept, from the least severe to the worst."""


def order(query: Query, catalogue: Catalogue) -> list[Ordering]:
    """Give the order of ProjectRecord that `query` asks for: its group, its keys, at last the row's own key.

    What is empty stands last in both directions.
    """
    keys = (*((SortKey(query.group),) if query.group else ()), *query.sort)
    ordered = [
        _directed(column, descending=key.descending)
        for key in keys
        for column in _sort_columns(catalogue.get(key.field))
    ]
    return [*ordered, Asc(ProjectRecord.id)]


def _directed(column: Column, *, descending: bool) -> Ordering:
    """Give the order by one column; where it is never empty nothing is said of it, for that would hide an index."""
    nulls = "LAST" if getattr(column, "null", True) else None
    return Desc(column, nulls=nulls) if descending else Asc(column, nulls=nulls)


def _sort_columns(field: Field) -> tuple[Column, ...]:
    """Give what a field is sorted by: a health by how bad it is, a phase by its place, a text by its letters."""
    found = place(field)
    if field.kind is not Kind.HEALTH:
        return found.keys
    if field.name == "health":
        return (ProjectRecord.severity,)  # kept beside it, so that the order of the board is an index
    if not of_dimension(found):
        return (ranked(found.value, HEALTHS),)
    # a dimension of which nothing is kept is grey, which is rank 0
    return tuple(fn.COALESCE(key.select(ranked(found.value, HEALTHS)), 0) for key in found.keys)


def of_dimension(found: Place) -> bool:
    """Tell whether a health is that of a dimension, of which no row need be kept."""
    return found.value is DimensionRecord.health
