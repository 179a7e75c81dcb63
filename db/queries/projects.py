"""Where the fields of projects are kept, and how one asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from peewee import Expression, fn

from db.models.portfolio import CustomFieldRecord, ObjectiveRecord, PersonRecord, PhaseRecord, ProgrammeRecord
from db.models.projects import (
    CustomValueRecord,
    DecisionRecord,
    DimensionRecord,
    LinkRecord,
    ProjectObjectiveRecord,
    ProjectRecord,
    TagRecord,
)
from db.packing import SCALES
from db.queries.parts import Column, folded, ranked
from db.queries.place import HEALTHS, Entity, Place, named, plain
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import DECLARED_PARTS, DIMENSION_FIELDS, Health


def _apart(field: Field, health: Callable[[], Column]) -> Place | None:
    """Give the place of a field that is kept like no other, or that follows from others and the day.

    `health` gives the computed health, for which something is read.
    """
    if field.custom:
        return _own_field(field)
    if field.name in _BY_NAME:
        return _BY_NAME[field.name](field)
    if field.name in _BY_DAY:
        return _on_day(field.name, health())
    if field.name in _DECLARED:
        return _dimension(field)
    if field.name in _OF_RISKS:
        from db.queries import rollups

        return rollups.place(field)
    return None


def _code(_field: Field) -> Place:
    """Give the place of the code, which is a part of the column `search` and sorted as it is written."""
    column = ProjectRecord.code
    return named(ProjectRecord.code_folded, column)._replace(keys=(column,), searched=True)


def _name(_field: Field) -> Place:
    """Give the place of the name, which has a folded twin."""
    return named(ProjectRecord.folded, ProjectRecord.name)


def _health(field: Field) -> Place:
    """Give the place of the health as a whole, whose severity is kept so that the order of the board is an index."""
    return plain(ProjectRecord.health, field)._replace(keys=(ProjectRecord.severity,))


def _in(parts: Column, condition: Expression | None = None) -> Expression:
    """Ask for the projects that a selection of keys names, of those rows of which `condition` holds."""
    return ProjectRecord.id.in_(parts if condition is None else parts.where(condition))


def _tags(_field: Field) -> Place:
    """Give the place of tags, which are kept folded."""
    rows = TagRecord.select(TagRecord.project)
    return Place(TagRecord.tag, lambda condition: _in(rows, condition), _in(rows))


def _objectives(_field: Field) -> Place:
    """Give the place of objectives."""
    rows = ProjectObjectiveRecord.select(ProjectObjectiveRecord.project)
    return Place(
        ObjectiveRecord.folded, lambda condition: _in(rows.join(ObjectiveRecord), condition), _in(rows)
    )


def _links(_field: Field) -> Place:
    """Give the place of links."""
    rows = LinkRecord.select(LinkRecord.project)
    return Place(folded(LinkRecord.line), lambda condition: _in(rows, condition), _in(rows), slow=True)


def _decision(field: Field) -> Place:
    """Give the place of the last decision at a gate."""
    there = ProjectRecord.id.in_(DecisionRecord.select(DecisionRecord.project))
    column = last_decision()
    rank = ranked(column, field.choices)
    return Place(column, lambda condition: there & condition, there, (rank,), column, slow=True)


def last_decision() -> Column:
    """Give the last decision at a gate of the project at hand, NULL where there is none."""
    taken = (
        DecisionRecord.select(DecisionRecord.decision)
        .where(DecisionRecord.project == ProjectRecord.id)
        .order_by(DecisionRecord.decided_on.desc(), DecisionRecord.id.desc())
        .limit(1)
    )
    return fn.COALESCE(taken, None)  # a selection is no column, and can't be compared


def _on_day(name: str, health: Column) -> Place:
    """Give the place of a field that follows from the computed health."""
    from db.queries import weather

    return weather.computed(health) if name == "computed" else weather.optimistic(health)


_BY_DAY = frozenset({"computed", "optimistic"})
_OF_RISKS = frozenset({"risks", "risk", "exposure"})
_BY_NAME: dict[str, Callable[[Field], Place]] = {
    "code": _code,
    "name": _name,
    "health": _health,
    "tags": _tags,
    "objectives": _objectives,
    "links": _links,
    "decision": _decision,
}
"""The fields that are kept like no other."""

_PARTS = (DimensionRecord.health, DimensionRecord.comment, DimensionRecord.declared_on)
_DECLARED: dict[str, tuple[str, Column]] = {
    f"{name}{part}": (dimension.value, column)
    for dimension, name in DIMENSION_FIELDS.items()
    for part, column in zip(DECLARED_PARTS, _PARTS, strict=True)
}
"""Of which dimension a field is, and the column that holds it."""


def _dimension(field: Field) -> Place:
    """Give the place of one of the three fields of a dimension's declaration."""
    dimension, column = _DECLARED[field.name]
    of_dimension = DimensionRecord.dimension == dimension
    rows = DimensionRecord.select(DimensionRecord.project).where(of_dimension)
    value = folded(column) if field.kind is Kind.TEXT else column
    there = (column != "") if field.kind is Kind.TEXT else column.is_null(False)
    found = Place(value, lambda condition: _in(rows, there & condition), _in(rows, there))

    def of_project(kept: Column) -> Column:
        """Give what is kept of the project at hand."""
        return DimensionRecord.select(kept).where(
            of_dimension & (DimensionRecord.project == ProjectRecord.id)
        )

    if field.kind is not Kind.HEALTH:
        return found._replace(keys=(of_project(column),), raw=of_project(column))
    # a dimension of which nothing is kept is grey, which is rank 0
    grey = Health.GREY.value
    rank = fn.COALESCE(of_project(ranked(column, HEALTHS)), 0)
    return found._replace(keys=(rank,), raw=fn.COALESCE(of_project(column), grey), absent=grey)


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

    def of_project(kept: Column) -> Column:
        """Give what is kept of the project at hand."""
        return CustomValueRecord.select(kept).where(
            is_field & (CustomValueRecord.project == ProjectRecord.id)
        )

    raw = of_project(CustomValueRecord.number if number else CustomValueRecord.text)
    return Place(
        value=value,
        holds=lambda condition: _in(rows, condition),
        filled=_in(rows),
        keys=(of_project(kept),),
        raw=raw,
        scale=SCALES.get(field.kind, 1),
        iso=field.kind is Kind.DATE,
    )


def projects(today: date) -> Entity:
    """Give how projects are asked for on a day, for one question: the limits are read once for all its parts."""

    @cache
    def health() -> Column:
        """Give the computed health; what it takes is read when one asks for it, and not again for each part."""
        from db.queries.weather import health as computed

        return computed(today)

    return Entity(
        record=ProjectRecord,
        search=ProjectRecord.search,
        apart=lambda field: _apart(field, health),
        moments={"created": "created_at", "updated": "updated_at"},
        referred={"programme": ProgrammeRecord, "phase": PhaseRecord, "person": PersonRecord},
    )
