"""Ordering: what a query sorts and groups by as an order of things, with the empty last."""

from __future__ import annotations

from peewee import Asc, Desc, Ordering

from db.queries.parts import Column
from db.queries.place import Entity
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.queries.terms import Query, SortKey


def order(query: Query, catalogue: Catalogue, entity: Entity) -> list[Ordering]:
    """Give the order that `query` asks for: its group, its keys, at last the row's own key.

    What is empty stands last in both directions.
    """
    keys = (*((SortKey(query.group),) if query.group else ()), *query.sort)
    ordered = [
        _directed(column, descending=key.descending)
        for key in keys
        for column in entity.place(catalogue.get(key.field)).keys
    ]
    return [*ordered, Asc(entity.record.id)]


def _directed(column: Column, *, descending: bool) -> Ordering:
    """Give the order by one column; where it is never empty nothing is said of it, for that would hide an index."""
    nulls = "LAST" if getattr(column, "null", True) else None
    return Desc(column, nulls=nulls) if descending else Asc(column, nulls=nulls)
