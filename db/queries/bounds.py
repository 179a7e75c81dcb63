"""Bounds: the ends of the spans that a query asks for, in the form in which values are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil, floor
from operator import ge, gt, le, lt
from typing import Any

from db.queries.place import Place
from pmo_tui.domain.fields import Field
from pmo_tui.domain.health import Health
from pmo_tui.domain.queries.terms import Bound, Empty, Op, Operand, Span
from pmo_tui.moments import midnight

Compare = Callable[[Any, Any], Any]

SIDES: dict[Op, tuple[tuple[Compare, bool], ...]] = {
    Op.HAS: ((ge, False), (le, True)),
    Op.BELOW: ((lt, False),),
    Op.AT_MOST: ((le, True),),
    Op.ABOVE: ((gt, True),),
    Op.AT_LEAST: ((ge, False),),
}
"""How a value is compared with a span: with its lower or, where True, its upper end."""

_LAST = date.max - timedelta(1)
"""The last day that has a midnight after it."""


def bounds(span: Span, op: Op, found: Place) -> list[tuple[Compare, object]]:
    """Give the comparisons with a column, each with the bound as the column has it."""
    return [_kept(compare, bound, found, upper=upper) for compare, bound, upper in _ends(span, op)]


def healths(operand: Operand, op: Op) -> list[Health]:
    """Give the healths that an operand asks for."""
    if isinstance(operand, Empty):
        return [health for health in Health if (health is not Health.GREY) == operand.filled]
    assert isinstance(operand, Span)
    ends = _ends(operand, op)
    return [health for health in Health if all(compare(health.severity, bound) for compare, bound, _ in ends)]


def choices(span: Span, op: Op, field: Field) -> list[str]:
    """Give the choices of a field that a span of their numbers asks for."""
    ends = _ends(span, op)
    return [
        choice
        for number, choice in enumerate(field.choices)
        if all(compare(number, bound) for compare, bound, _ in ends)
    ]


def _ends(span: Span, op: Op) -> list[tuple[Compare, Bound, bool]]:
    """Give the ends of a span that are compared, each with how, and whether it is the upper one."""
    ends = ((compare, span.high if upper else span.low, upper) for compare, upper in SIDES[op])
    return [(compare, bound, upper) for compare, bound, upper in ends if bound is not None]


def _kept(compare: Compare, bound: Bound, found: Place, *, upper: bool) -> tuple[Compare, object]:
    """Give one comparison in the form of the column.

    A number between two that are kept is compared as the next one on its side; a day is compared with a moment as
    the midnight here at which it begins or, at the upper end, as the one at which it is over.
    """
    if not isinstance(bound, date):
        return compare, (floor if upper else ceil)(bound * found.scale)
    if found.moment and upper:
        return (lt if compare is le else ge), midnight(min(bound, _LAST) + timedelta(1))
    if found.moment:
        return compare, midnight(bound)
    return compare, bound.isoformat() if found.iso else bound
