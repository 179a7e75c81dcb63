"""Compiling: what a query asks for as a condition on things of one kind, exact and never unknown."""

from __future__ import annotations

from typing import cast

from peewee import Expression

from db.queries.bounds import bounds, choices, healths
from db.queries.parts import Column, all_of, any_of
from db.queries.place import HEALTHS, Entity, Place
from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.queries.comparing import WHOLE, chosen
from pmo_tui.domain.queries.terms import Empty, Match, Op, Query, Span, Term, Text, Word
from pmo_tui.domain.text import fold


def where(query: Query, catalogue: Catalogue, entity: Entity) -> Expression:
    """Give the condition that the terms of `query` ask for, of which there is at least one."""
    terms = sorted(query.terms, key=lambda term: _slow(term, catalogue, entity))
    return all_of([_condition(term, catalogue, entity) for term in terms])


def _slow(term: Term, catalogue: Catalogue, entity: Entity) -> bool:
    """Tell whether a term takes long for each thing, so that the others should leave it few."""
    return isinstance(term, Match) and entity.place(catalogue.get(term.field)).slow


def _condition(term: Term, catalogue: Catalogue, entity: Entity) -> Expression:
    """Give the condition of one term, never unknown."""
    if isinstance(term, Word):
        positive = _like(entity.search, term.text)
    else:
        positive = _match(term, catalogue.get(term.field), entity)
    return cast(Expression, ~positive) if term.negated else positive


def _match(term: Match, field: Field, entity: Entity) -> Expression:
    """Give the condition that a field is as any of the operands say."""
    found = entity.place(field)
    if field.kind is Kind.HEALTH:
        return _of_health(term, found)
    parts, values = [], []
    for operand in term.operands:
        if isinstance(operand, Empty):
            parts.append(found.filled if operand.filled else cast(Expression, ~found.filled))
        else:
            values.append(_compared(operand, term.op, field, entity))
    return any_of([*parts, *([found.holds(any_of(values))] if values else [])])


def _of_health(term: Match, found: Place) -> Expression:
    """Ask for healths; where nothing kept is a health too, asking for it asks for what is not any other."""
    wanted = {health.value for operand in term.operands for health in healths(operand, term.op)}
    if found.absent not in wanted:
        return found.holds(found.value.in_(sorted(wanted)))
    return cast(Expression, ~found.holds(found.value.in_(sorted(set(HEALTHS) - wanted))))


def _compared(operand: Text | Span, op: Op, field: Field, entity: Entity) -> Expression:
    """Compare the value of a field with one operand."""
    found = entity.place(field)
    if isinstance(operand, Span) and field.kind is Kind.CHOICE:
        return cast(Expression, found.value.in_(choices(operand, op, field)))
    if isinstance(operand, Span):
        return all_of([compare(found.value, bound) for compare, bound in bounds(operand, op, found)])
    if field.kind is Kind.CHOICE:
        return cast(Expression, found.value.in_(chosen(field, operand, op)))
    columns = [found.value] if found.also is None else [found.value, found.also]
    if op is Op.IS or operand.me or field.kind in WHOLE:
        condition = any_of([cast(Expression, column == operand.folded) for column in columns])
    else:
        condition = any_of([_like(column, operand.text) for column in columns])
    # asking the column that is folded already leaves far fewer rows to fold
    return _like(entity.search, operand.text) & condition if found.searched else condition


def _like(column: Column, text: str) -> Expression:
    """Ask for a part of a folded column, letter by letter: the wildcards of LIKE stand for themselves."""
    return cast(Expression, column.contains(fold(text)))
