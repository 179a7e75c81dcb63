"""Places: where the value of each field of a project is kept, and how one asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, cast

from peewee import Case, Expression

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
from db.queries.parts import Column, folded, ranked
from pmo_tui.domain.fields import Field, Kind

TENTHS = 10
"""A percentage is kept as a whole number of tenths."""

MOMENTS = {"created": "created_at", "updated": "updated_at"}
"""The fields that are the day of a moment, with the column of the moment."""

DIMENSION = "health_"
REFERRED: dict[str, Any] = {"programme": ProgrammeRecord, "phase": PhaseRecord, "person": PersonRecord}


class Place(NamedTuple):
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
    slow: bool = False
    """True where much is folded row by row, so that it is better asked last."""


def place(field: Field) -> Place:
    """Give the place of a field of projects."""
    if field.custom:
        return _own_field(field)
    if field.name in _BY_NAME:
        return _BY_NAME[field.name]()
    if field.kind is Kind.REFERENCE:
        return _reference(field)
    if field.name.startswith(DIMENSION) and not hasattr(ProjectRecord, field.name):
        return _dimension(field)
    return _text(field) if field.kind in {Kind.LINE, Kind.TEXT} else _column(field)


def _column(field: Field) -> Place:
    """Give the place of a field that is a column of the project."""
    column = getattr(ProjectRecord, MOMENTS.get(field.name, field.name))
    filled = column.is_null(False)
    return Place(
        value=column,
        holds=(lambda condition: filled & condition) if column.null else lambda condition: condition,
        filled=filled,
        keys=(column,),
        scale={Kind.DECIMAL: DECIMALS, Kind.PERCENT: TENTHS}.get(field.kind, 1),
        moment=field.name in MOMENTS,
    )


def _text(field: Field) -> Place:
    """Give the place of a text of the project that has no folded twin: it is folded row by row."""
    column = getattr(ProjectRecord, field.name)
    return _column(field)._replace(
        value=folded(column),
        # texts that fold alike stay apart, so that each is one group
        keys=(Case(None, [(column.is_null(False), folded(column))], None), column),
        slow=True,
    )


def _code() -> Place:
    """Give the place of the code, which is a part of the column `search` and sorted as it is written."""
    column = ProjectRecord.code
    return Place(
        ProjectRecord.code_folded,
        lambda condition: condition,
        column.is_null(False),
        (column,),
        searched=True,
    )


def _name() -> Place:
    """Give the place of the name, which has a folded twin."""
    column = ProjectRecord.folded
    return Place(column, lambda condition: condition, column.is_null(False), (column,))


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
    return Place(folded(LinkRecord.line), lambda condition: _in(rows, condition), _in(rows), slow=True)


_BY_NAME = {"code": _code, "name": _name, "tags": _tags, "objectives": _objectives, "links": _links}
"""The fields that are kept like no other."""


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
