"""Parts of SQL that several places and conditions are made of."""

from __future__ import annotations

from collections.abc import Callable
from operator import and_, or_
from typing import Any

from peewee import Case, Expression, fn

Column = Any
"""A column, or what is computed from one; peewee's own types don't tell them apart."""


def folded(column: Column) -> Column:
    """Fold a column while asking; `fold` can't be given NULL."""
    return fn.pmo_fold(fn.COALESCE(column, ""))


def ranked(column: Column, words: tuple[str, ...]) -> Column:
    """Give the rank of a column's word among `words`, NULL for another."""
    return Case(column, [(word, rank) for rank, word in enumerate(words)], None)


def all_of(conditions: list[Expression]) -> Expression:
    """Join conditions by AND, as a flat tree that no database finds too deep."""
    return _joined(and_, conditions)


def any_of(conditions: list[Expression]) -> Expression:
    """Join conditions by OR, as a flat tree that no database finds too deep."""
    return _joined(or_, conditions)


def _joined(operator: Callable[[Any, Any], Any], conditions: list[Expression]) -> Expression:
    """Join the two halves of conditions, each joined in the same way."""
    if len(conditions) == 1:
        return conditions[0]
    half = len(conditions) // 2
    joined: Expression = operator(_joined(operator, conditions[:half]), _joined(operator, conditions[half:]))
    return joined
