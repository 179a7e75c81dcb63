"""Places: where the value of each field of a project is kept, and how one asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import and_, or_
from typing import Any, cast

from peewee import Case, Expression, fn

from db.models import (
    CustomFieldRecord,
    CustomValueRecord,
    DimensionRecord,
    LinkRecord,
    ObjectiveRecord,
    PersonRecord,
    PhaseRecord,
    ProgrammeRecord,
    ProjectObjectiveRecord,
    ProjectRecord,
    TagRecord,
)
from db.packing import DECIMALS
from pmo_tui.domain.fields import Field, Kind

Column = Any
"""A column, or what is computed from one; peewee's own types don't tell them apart."""

TENTHS = 10
"""A percentage is kept as a whole number of tenths."""

MOMENTS = {"created": "created_at", "updated": "updated_at"}
"""The fields that are the day of a moment, with the column of the moment."""

DIMENSION = "health_"
REFERRED: dict[str, Any] = {"programme": ProgrammeRecord, "phase": PhaseRecord, "person": PersonRecord}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field is kept: `value` is the column compared, as a whole number of `1 / scale` where it is a number.

    `holds` makes of a condition on `value` one on projects that is never unknown, so that its negation is exactly
    the rest; `filled` asks whether anything is there. `keys` are what projects are sorted by.
    """

    value: Column
    holds: Callable[[Expression], Expression]
    filled: Expression
    keys: tuple[Column, ...] = ()
    scale: int = 1
    moment: bool = False
    """True where a moment is kept, of which the field is the day."""
    iso: bool = False
    """True where a day is kept as ISO text."""
    searched: bool = False
    """True where the folded value is a part of the column `search`, which is quicker to ask first."""


def place(field: Field) -> Place:
    """Give the place of a field of projects."""
    if field.custom:
        return _own_field(field)
    if field.name in _LISTS:
        return _LISTS[field.name]()
    if field.kind is Kind.REFERENCE:
        return _reference(field)
    if field.name.startswith(DIMENSION) and not hasattr(ProjectRecord, field.name):
        return _dimension(field)
    return _column(field)


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


def _column(field: Field) -> Place:
    """Give the place of a field that is a column of the project."""
    column = getattr(ProjectRecord, MOMENTS.get(field.name, field.name))
    nullable = column.null
    filled = column.is_null(False)
    text = field.kind in {Kind.LINE, Kind.TEXT}
    value = folded(column) if text else column
    key = Case(None, [(filled, value)], None) if text and nullable else value
    return Place(
        value=value,
        holds=(lambda condition: filled & condition) if nullable else lambda condition: condition,
        filled=filled,
        keys=(key, column) if text else (key,),
        scale={Kind.DECIMAL: DECIMALS, Kind.PERCENT: TENTHS}.get(field.kind, 1),
        moment=field.name in MOMENTS,
        searched=field.name in {"code", "name"},
    )


def _reference(field: Field) -> Place:
    """Give the place of a reference: the name of another thing, found by its folded twin."""
    key = getattr(ProjectRecord, field.name)
    record = REFERRED[field.of]
    filled = key.is_null(False)

    def holds(condition: Expression) -> Expression:
        """Ask for the projects that refer to a thing of which `condition` holds."""
        return cast(Expression, filled & key.in_(record.select(record.id).where(condition)))

    shown = record.position if field.of == "phase" else record.folded
    return Place(record.folded, holds, filled, (record.select(shown).where(record.id == key), key))


def _in(parts: Column, condition: Expression | None = None) -> Expression:
    """Ask for the projects that a selection of keys names, of those rows of which `condition` holds."""
    return ProjectRecord.id.in_(parts if condition is None else parts.where(condition))


def _tags() -> Place:
    """Give the place of tags, which are kept folded."""
    rows = TagRecord.select(TagRecord.project)
    return Place(TagRecord.tag, lambda condition: _in(rows, condition), _in(rows))


def _objectives() -> Place:
    """Give the place of objectives."""
    rows = ProjectObjectiveRecord.select(ProjectObjectiveRecord.project)
    return Place(
        ObjectiveRecord.folded, lambda condition: _in(rows.join(ObjectiveRecord), condition), _in(rows)
    )


def _links() -> Place:
    """Give the place of links."""
    rows = LinkRecord.select(LinkRecord.project)
    return Place(folded(LinkRecord.line), lambda condition: _in(rows, condition), _in(rows))


_LISTS = {"tags": _tags, "objectives": _objectives, "links": _links}


def _dimension(field: Field) -> Place:
    """Give the place of one of the three fields of a dimension's declaration."""
    _, dimension, *part = field.name.split("_")
    column: Column = {
        "": DimensionRecord.health,
        "comment": DimensionRecord.comment,
        "date": DimensionRecord.declared_on,
    }[part[0] if part else ""]
    of_dimension = DimensionRecord.dimension == dimension
    rows = DimensionRecord.select(DimensionRecord.project).where(of_dimension)
    value = folded(column) if field.kind is Kind.TEXT else column
    key = DimensionRecord.select(column).where(of_dimension & (DimensionRecord.project == ProjectRecord.id))
    there = (column != "") if field.kind is Kind.TEXT else column.is_null(False)
    return Place(value, lambda condition: _in(rows, there & condition), _in(rows, there), (key,))


def _own_field(field: Field) -> Place:
    """Give the place of a field that the portfolio declares."""
    number = field.kind in {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.YES_NO}
    text: Column = (
        CustomValueRecord.text if field.kind in {Kind.DATE, Kind.CHOICE} else CustomValueRecord.folded
    )
    value: Column = CustomValueRecord.number if number else text
    declared = CustomFieldRecord.select(CustomFieldRecord.id).where(CustomFieldRecord.key == field.name)
    is_field = CustomValueRecord.field == declared
    rows = CustomValueRecord.select(CustomValueRecord.project).where(is_field)
    kept = ranked(value, field.choices) if field.kind is Kind.CHOICE else value
    key = CustomValueRecord.select(kept).where(is_field & (CustomValueRecord.project == ProjectRecord.id))
    return Place(
        value=value,
        holds=lambda condition: _in(rows, condition),
        filled=_in(rows),
        keys=(key,),
        scale=DECIMALS if field.kind is Kind.DECIMAL else 1,
        iso=field.kind is Kind.DATE,
    )
