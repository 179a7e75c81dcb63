"""Makes of a query a condition and an order that any SQL database understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.queries.ordering import order

if TYPE_CHECKING:
    from db.queries.place import Entity
    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.domain.queries.terms import Query

__all__ = ["meeting", "order"]


def meeting(select: Any, query: Query, catalogue: Catalogue, entity: Entity) -> Any:
    """Give a selection narrowed to the things that meet a query."""
    if not query.terms:
        return select  # the morning's first look asks for nothing: what compiles terms is not even read
    from db.queries.compiling import where

    return select.where(where(query, catalogue, entity))
