"""Compiling: what a query asks for as a condition on projects, exact and never unknown."""

from __future__ import annotations

from typing import cast

from peewee import Expression

from db.models import ProjectRecord
from db.queries.bounds import bounds, healths
from db.queries.ordering import HEALTHS, of_dimension
from db.queries.parts import Column, all_of, any_of
from db.queries.places import Place, place
from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.queries.comparing import WHOLE, chosen
from pmo_tui.domain.queries.terms import Empty, Match, Op, Query, Span, Term, Text, Word
from pmo_tui.domain.text import fold


def where(query: Query, catalogue: Catalogue) -> Expression | None:
    """Give the condition on ProjectRecord that `query` asks for, None where it asks for everything."""
    conditions = [
        _condition(term, catalogue) for term in sorted(query.terms, key=lambda term: _slow(term, catalogue))
    ]
    return all_of(conditions) if conditions else None


def _slow(term: Term, catalogue: Catalogue) -> bool:
    """Tell whether a term takes long for each project, so that the others should leave it few."""
    return isinstance(term, Match) and place(catalogue.get(term.field)).slow


def _condition(term: Term, catalogue: Catalogue) -> Expression:
    """Give the condition of one term, never unknown."""
    if isinstance(term, Word):
        positive = _like(ProjectRecord.search, term.text)
    else:
        positive = _match(term, catalogue.get(term.field))
    return cast(Expression, ~positive) if term.negated else positive


def _match(term: Match, field: Field) -> Expression:
    """Give the condition that a field is as any of the operands say."""
    found = place(field)
    if field.kind is Kind.HEALTH:
        return _of_health(term, found)
    parts, values = [], []
    for operand in term.operands:
        if isinstance(operand, Empty):
            parts.append(found.filled if operand.filled else cast(Expression, ~found.filled))
        else:
            values.append(_compared(operand, term.op, field, found))
    return any_of([*parts, *([found.holds(any_of(values))] if values else [])])


def _of_health(term: Match, found: Place) -> Expression:
    """Ask for healths; nothing kept of a dimension is grey."""
    wanted = {health.value for operand in term.operands for health in healths(operand, term.op)}
    if not of_dimension(found):
        return cast(Expression, found.value.in_(sorted(wanted)))
    if Health.GREY.value not in wanted:
        return found.holds(found.value.in_(sorted(wanted)))
    return cast(Expression, ~found.holds(found.value.in_(sorted(set(HEALTHS) - wanted))))


def _compared(operand: Text | Span, op: Op, field: Field, found: Place) -> Expression:
    """Compare the value in a place with one operand."""
    if isinstance(operand, Span):
        return all_of([compare(found.value, bound) for compare, bound in bounds(operand, op, found)])
    if field.kind is Kind.CHOICE:
        return cast(Expression, found.value.in_(chosen(field, operand, op)))
    if op is Op.IS or operand.me or field.kind in WHOLE:
        condition = cast(Expression, found.value == operand.folded)
    else:
        condition = _like(found.value, operand.text)
    # asking the column that is folded already leaves far fewer rows to fold
    return _like(ProjectRecord.search, operand.text) & condition if found.searched else condition


def _like(column: Column, text: str) -> Expression:
    """Ask for a part of a folded column, letter by letter: the wildcards of LIKE stand for themselves."""
    return cast(Expression, column.contains(fold(text)))
