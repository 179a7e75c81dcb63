"""The keeper of a thing that is one row of one table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from peewee import BooleanField

from db import sql
from db.models import Record
from pmo_tui.domain.journal import Facts, Kept
from pmo_tui.domain.text import fold

CHUNK = 500
"""How many keys one question names; SQLite takes 999 parameters at the least."""

Row = dict[str, Kept]


class Past(NamedTuple):
    """What was before of a thing that comes back: the version it takes, and when it was first made."""

    version: int
    made: str


class Keeper:
    """Lays the facts of one entity into its table; facts are named as the record's fields are.

    A `named` thing has its name folded beside it, to be found without case and accents. `project` names the fact that
    says to which project a thing belongs.
    """

    HIDDEN = frozenset({"id", "version", "folded"})
    """What is no fact: it follows from the others or from how they were written."""

    def __init__(
        self, entity: str, record: type[Record], *, named: bool = False, project: str | None = None
    ) -> None:
        self.entity = entity
        self.record = record
        self.named = named
        self.project = project
        self.table: str = record._meta.table_name
        fields = {name: field for name, field in record._meta.fields.items() if name not in self.HIDDEN}
        self.columns = {name: field.column_name for name, field in fields.items()}
        self.booleans = [name for name, field in fields.items() if isinstance(field, BooleanField)]

    def defaults(self) -> Row:
        """Give the facts of a row of which nothing was said."""
        return {name: self.record._meta.fields[name].default for name in self.columns}

    def read(self, keys: Iterable[int]) -> dict[int, Row]:
        """Give the facts of the rows with these keys; a key without a row is left out."""
        names = list(self.columns)
        statement = f'SELECT id, {sql.names(self.columns.values())} FROM "{self.table}" WHERE id IN '
        found = {row[0]: dict(zip(names, row[1:], strict=True)) for row in by_keys(statement, keys)}
        for facts in found.values():
            for name in self.booleans:  # SQLite keeps them as 0 and 1
                facts[name] = bool(facts[name])
        return found

    def versions(self, keys: Iterable[int]) -> dict[int, int]:
        """Give the versions of rows by key; a key without a row is left out."""
        return dict(by_keys(f'SELECT id, version FROM "{self.table}" WHERE id IN ', keys))

    def settle(self, facts: Row, before: Facts | None, given: Collection[str], *, undoing: bool) -> None:
        """Make the facts of a row agree before they are written; `before` is what stood, `given` what is being set.

        `undoing` tells that a former state comes back, from which nothing new follows.
        """

    def holding(self, standing: Facts, given: Facts) -> list[str]:
        """Give the facts among those `standing` that hold another fact, so that what is `given` for it can't stand."""
        del standing, given
        return []

    def derived(self, facts: Facts) -> Row:
        """Give the columns that follow from `facts`, which are all the facts of a row."""
        return {"folded": fold(str(facts["name"]))} if self.named else {}

    def about(self, key: int, facts: Facts) -> int | None:
        """Give the key of the project of which a thing with `facts` tells, None where it is of none."""
        del key
        project = facts[self.project] if self.project else None
        return project if isinstance(project, int) else None

    def insert(self, rows: Sequence[tuple[int, Facts]], pasts: Mapping[int, Past], at: str) -> None:
        """Insert rows with their keys; each must hold every fact. `at` is the moment, as ISO text.

        `pasts` tells what was before of the rows that come back.
        """
        if not rows:
            return
        extra = list(self.derived(rows[0][1]))
        columns = ["id", "version", *self.columns.values(), *extra]
        sql.many(
            f'INSERT INTO "{self.table}" ({sql.names(columns)}) VALUES ({sql.marks(len(columns))})',
            [
                (
                    key,
                    pasts[key].version if key in pasts else 1,
                    *(facts[name] for name in self.columns),
                    *self.derived(facts).values(),
                )
                for key, facts in rows
            ],
        )

    def update(self, key: int, version: int, facts: Facts, changed: Iterable[str], at: str) -> bool:
        """Write the `changed` facts out of all `facts`, if the row still has `version`; tell whether it had."""
        values = {self.columns[name]: facts[name] for name in changed if name in self.columns}
        values |= self.derived(facts)
        return self._set(key, version, values)

    def _set(self, key: int, version: int, values: Row) -> bool:
        """Set columns of one row and raise its version, if it still has `version`."""
        assignments = "".join(f'"{column}" = ?, ' for column in values)
        done = sql.run(
            f'UPDATE "{self.table}" SET {assignments}version = version + 1 WHERE id = ? AND version = ?',
            (*values.values(), key, version),
        )
        return done > 0

    def used(self, keys: Collection[int]) -> set[int]:
        """Give those of the keys to which rows refer that would not go with them."""
        found: set[int] = set()
        for reference, record in self.record._meta.backrefs.items():
            if reference.on_delete != "CASCADE":
                column, table = f'"{reference.column_name}"', f'"{record._meta.table_name}"'
                rows = by_keys(f"SELECT {column} FROM {table} WHERE {column} IN ", keys)
                found.update(key for (key,) in rows)
        return found

    def delete(self, keys: Sequence[int]) -> None:
        """Delete the rows with these keys."""
        sql.many(f'DELETE FROM "{self.table}" WHERE id = ?', [(key,) for key in keys])


def by_keys(
    statement: str, keys: Iterable[int], before: sql.Parameters = (), after: str = ""
) -> Iterator[tuple[Any, ...]]:
    """Ask `statement`, then keys, then `after`, as often as the number of parameters in one question demands.

    `before` are the parameters that stand in `statement` itself.
    """
    left = iter(keys)
    while chunk := tuple(islice(left, CHUNK)):
        yield from sql.ask(f"{statement}({sql.marks(len(chunk))}){after}", (*before, *chunk))
