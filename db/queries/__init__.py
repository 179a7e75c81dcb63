"""Makes of a query on projects a condition and an order that any SQL database understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.ordering import order

if TYPE_CHECKING:
    from peewee import Expression

    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.domain.queries.terms import Query

__all__ = ["order", "where"]


def where(query: Query, catalogue: Catalogue) -> Expression | None:
    """Give the condition on ProjectRecord that `query` asks for, None where it asks for everything."""
    if not query.terms:
        return None  # the morning's first look asks for nothing: what compiles terms is not even read
    from db.queries import compiling

    return compiling.where(query, catalogue)
