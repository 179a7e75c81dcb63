"""A plain evaluator of queries on projects, slow and simple, against which the database's answers are held."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.projects import Project
from pmo_tui.domain.queries.terms import Empty, Match, Op, Operand, Query, SortKey, Term, Text, Word
from pmo_tui.domain.text import fold

PHASES = ("Idea", "Scoping", "Planning", "Delivery", "Closing", "Closed")


def meets(project: Project, query: Query, catalogue: Catalogue) -> bool:
    """Tell whether a project meets all terms."""
    return all(_term(project, term, catalogue) for term in query.terms)


def _term(project: Project, term: Term, catalogue: Catalogue) -> bool:
    if isinstance(term, Word):
        lines = (project.code, project.name, *project.tags)
        return any(fold(term.text) in fold(line) for line in lines) != term.negated
    field = catalogue.get(term.field)
    value = project.value(field.name)
    return any(_operand(value, operand, term, field) for operand in term.operands) != term.negated


def _operand(value: Value, operand: Operand, term: Match, field: Field) -> bool:
    if isinstance(operand, Empty):
        return (value != field.empty) == operand.filled
    if isinstance(operand, Text):
        values = value if isinstance(value, tuple) else () if value is None else (value,)
        return any(_text(fold(str(one)), operand, term.op, field) for one in values)
    if value is None:
        return False
    number = comparable(value)
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


def in_order(first: Project, second: Project, keys: tuple[SortKey, ...], catalogue: Catalogue) -> bool:
    """Tell whether two projects may stand in this order."""
    for key in keys:
        one, other = (_sort_value(project, catalogue.get(key.field)) for project in (first, second))
        if one == other:
            continue
        if one is None or other is None:
            return other is None
        return bool(one > other if key.descending else one < other)
    return first.id < second.id


def _sort_value(project: Project, field: Field) -> Any:
    moments = {"created": project.created_at, "updated": project.updated_at}
    if field.name in moments:
        return moments[field.name]
    value = project.value(field.name)
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
