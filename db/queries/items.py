"""Where the fields are kept that items of every kind have: risks and all others of a register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from peewee import Case, Expression, fn

from db import sql
from db.models.portfolio import PersonRecord, ProgrammeRecord
from db.models.projects import ProjectRecord
from db.queries.parts import Column, all_of, any_of, folded
from db.queries.place import Entity, Place, computed, named, reference
from pmo_tui.domain.fields import Field
from pmo_tui.domain.text import fold

Apart = Callable[[Field, date], Place | None]
"""Gives the place of a field that is kept like no other, on a day."""


class Items:
    """The items of a kind by their records, the field that says where one stands, and the states that end it."""

    def __init__(self, record: Any, tag: Any, link: Any, state: str, ended: Collection[str]) -> None:
        self.record = record
        self._tag = tag
        self._link = link
        self._state = getattr(record, state)
        self._ended = list(ended)
        self._by_name: dict[str, Callable[[], Place]] = {
            "code": self._code,
            "title": self._title,
            "tags": self._tags,
            "links": self._links,
            "programme": self._programme,
            "active": self._active,
        }

    def entity(self, apart: Apart, today: date) -> Entity:
        """Give how they are asked for on a day; `apart` comes before what items have in common."""
        return Entity(
            record=self.record,
            search=self.record.search,
            apart=lambda field: apart(field, today) or self._apart(field, today),
            moments={"created": "created_at", "updated": "updated_at"},
            referred={"person": PersonRecord},
        )

    def _apart(self, field: Field, today: date) -> Place | None:
        """Give the place of a field that is no column of its own, or that follows from others and the day."""
        if field.name == "age":
            return since(self.record.raised, today)
        if field.of == "project":
            return self.project(getattr(self.record, field.name))
        return self._by_name[field.name]() if field.name in self._by_name else None

    def _code(self) -> Place:
        """Give the place of the code, which is a part of the column `search` and sorted as it is written."""
        return named(self.record.code_folded, self.record.code)._replace(
            keys=(self.record.code,), searched=True
        )

    def _title(self) -> Place:
        """Give the place of the title, which has a folded twin."""
        return named(self.record.folded, self.record.title)

    def _in(self, parts: Column, condition: Expression | None = None) -> Expression:
        """Ask for the items that a selection of keys names, of those rows of which `condition` holds."""
        found: Expression = self.record.id.in_(parts if condition is None else parts.where(condition))
        return found

    def _owned(self, part: Any) -> Column:
        """Select the keys of the items that have rows of a part."""
        return part.select(getattr(part, self.record._meta.table_name))

    def _tags(self) -> Place:
        """Give the place of tags, which are kept folded."""
        rows = self._owned(self._tag)
        return Place(self._tag.tag, lambda condition: self._in(rows, condition), self._in(rows))

    def _links(self) -> Place:
        """Give the place of links."""
        rows, line = self._owned(self._link), folded(self._link.line)
        return Place(line, lambda condition: self._in(rows, condition), self._in(rows), slow=True)

    def project(self, column: Any) -> Place:
        """Give the place of a project, which is found by its code and by its name."""
        keys = ProjectRecord.select(ProjectRecord.id)
        filled = column.is_null(False)
        code = ProjectRecord.select(ProjectRecord.code_folded).where(ProjectRecord.id == column)
        return Place(
            ProjectRecord.code_folded,
            lambda condition: all_of([filled, column.in_(keys.where(condition))]),
            filled,
            (code, column),
            column,
            also=ProjectRecord.folded,
        )

    def of_project(self) -> Column:
        """Give the column that says of which project an item is."""
        return self.record.project

    def _programme(self) -> Place:
        """Give the place of the programme: the item's own or, of one that has a project, the project's."""
        project = self.of_project()
        of_project: Any = ProjectRecord.select(ProjectRecord.programme).where(ProjectRecord.id == project)
        column = fn.COALESCE(of_project, self.record.programme)
        filled = column.is_null(False)
        named_so = ProgrammeRecord.select(ProgrammeRecord.id)

        def holds(condition: Expression) -> Expression:
            """Ask for the items of the programmes of which `condition` holds."""
            found = named_so.where(condition)
            projects = ProjectRecord.select(ProjectRecord.id).where(ProjectRecord.programme.in_(found))
            own = all_of([self.record.programme.is_null(False), self.record.programme.in_(found)])
            return any_of([own, all_of([project.is_null(False), project.in_(projects)])])

        shown = ProgrammeRecord.select(ProgrammeRecord.folded).where(ProgrammeRecord.id == column)
        return Place(ProgrammeRecord.folded, holds, filled, (shown, column), column)

    def _active(self) -> Place:
        """Give the place of whether anything is awaited of an item."""
        return computed(Case(None, [(self._state.in_(self._ended), 0)], 1))


def since(column: Column, day: Any) -> Place:
    """Give the place of the days from one day to another, which is a column too or a day that is given."""
    return computed(fn.pmo_days_since(column, day.isoformat() if isinstance(day, date) else day))


def to_code(column: Any, record: Any) -> Place:
    """Give the place of a reference to an item, which is found by its code and by its title."""
    found = reference(column, record)
    code = record.select(record.code_folded).where(record.id == column)
    return found._replace(value=record.code_folded, keys=(code, column), also=record.folded)


def found(record: Any, state: Any, over: Sequence[str], typed: str, limit: int) -> list[tuple[int, str, str]]:
    """Give key, code and title of items in whose code, title or tags each typed word stands, those still awaited first.

    Those that begin with what is typed come before the others; `over` are the states after which nothing is awaited.
    """
    select = record.select(record.id, record.code, record.title)
    for word in fold(typed).split():
        select = select.where(record.search.contains(word))
    begins = Case(None, [(record.folded.startswith(fold(typed).strip()), 0)], 1)
    ended = Case(None, [(state.in_(list(over)), 1)], 0)
    return list(sql.tuples(select.order_by(ended, begins, record.folded).limit(limit)))
