"""A plain evaluator of queries on things, slow and simple, against which the database's answers are held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.items import Thing
from pmo_tui.domain.queries.terms import Empty, Match, Op, Operand, Query, SortKey, Term, Text, Word
from pmo_tui.domain.text import fold

Also = Callable[[Field, Value], tuple[str, ...]]
"""Gives by which texts else the value of a field is found."""

PHASES = ("Idea", "Scoping", "Planning", "Delivery", "Closing", "Closed")


def nothing_else(_field: Field, _value: Value) -> tuple[str, ...]:
    """Give no other text: what most fields are found by."""
    return ()


def meets(thing: Thing, query: Query, catalogue: Catalogue, also: Also = nothing_else) -> bool:
    """Tell whether a thing meets all terms."""
    return all(_term(thing, term, catalogue, also) for term in query.terms)


def _term(thing: Thing, term: Term, catalogue: Catalogue, also: Also) -> bool:
    if isinstance(term, Word):
        tags = thing.value("tags")
        called = thing.value("name" if catalogue.thing == "project" else "title")
        lines = (thing.code, str(called), *(tags if isinstance(tags, tuple) else ()))
        return any(fold(term.text) in fold(line) for line in lines) != term.negated
    field = catalogue.get(term.field)
    value = thing.value(field.name)
    others = also(field, value)
    found = (
        _operand(each, operand, term, field)
        for operand in term.operands
        for each in (value, *(() if isinstance(operand, Empty) else others))
    )
    return any(found) != term.negated


def _operand(value: Value, operand: Operand, term: Match, field: Field) -> bool:
    if isinstance(operand, Empty):
        return (value != field.empty) == operand.filled
    if isinstance(operand, Text):
        values = value if isinstance(value, tuple) else () if value is None else (value,)
        return any(_text(fold(str(one)), operand, term.op, field) for one in values)
    if value is None:
        return False
    number = field.choices.index(str(value)) if field.kind is Kind.CHOICE else comparable(value)
    low: Any = operand.low
    high: Any = operand.high
    match term.op:
        case Op.BELOW:
            return bool(number < low)
        case Op.ABOVE:
            return bool(number > high)
        case Op.AT_MOST:
            return bool(number <= high)
        case Op.AT_LEAST:
            return bool(number >= low)
    return (low is None or number >= low) and (high is None or number <= high)


def _text(value: str, operand: Text, op: Op, field: Field) -> bool:
    if op is Op.IS or operand.me or field.kind is Kind.TAGS:
        return value == operand.folded
    return operand.folded in value


def comparable(value: Value) -> Any:
    """Give a value as the spans of a query have it."""
    if isinstance(value, Health):
        return value.severity
    assert isinstance(value, int | Decimal | date)
    return value


def in_order(first: Thing, second: Thing, keys: tuple[SortKey, ...], catalogue: Catalogue) -> bool:
    """Tell whether two projects may stand in this order."""
    for key in keys:
        one, other = (_sort_value(thing, catalogue.get(key.field)) for thing in (first, second))
        if one == other:
            continue
        if one is None or other is None:
            return other is None
        return bool(one > other if key.descending else one < other)
    return first.id < second.id


def _sort_value(thing: Thing, field: Field) -> Any:
    if field.name in {"created", "updated"}:
        return getattr(thing, f"{field.name}_at")
    value = thing.value(field.name)
    if field.name == "phase":
        return PHASES.index(str(value))
    if field.kind is Kind.CHOICE:
        return field.choices.index(str(value)) if value is not None else None
    if field.name == "code":
        return value
    if isinstance(value, str):
        # two departments that fold alike stay apart, so that each is one group
        return fold(value), value if field.name == "department" else ""
    return value.severity if isinstance(value, Health) else value
