"""The keeper of a thing that is one row of one table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import BooleanField

from db import sql
from db.models.base import Record
from pmo_tui.domain.journal import Facts, Kept
from pmo_tui.domain.text import fold

if TYPE_CHECKING:
    from db.keepers.facets import Facet

CHUNK = 500
"""How many keys one question names; SQLite takes 999 parameters at the least."""

Row = dict[str, Kept]


class Past(NamedTuple):
    """What was before of a thing that comes back: the version it takes, and when it was first made."""

    version: int
    made: str


class Keeper:
    """Lays the facts of one entity into its tables; facts are named as the record's fields are.

    A `named` thing has its name folded beside it, to be found without case and accents. `project` names the fact that
    says to which project a thing belongs. `facets` are its facts in tables of their own, `follows` names the columns
    that `derived` gives. A record with the columns `created_at` and `updated_at` is stamped with both.
    """

    HIDDEN = frozenset({"id", "version", "folded", "created_at", "updated_at"})
    """What is no fact: it follows from the others or from how they were written."""

    def __init__(
        self,
        entity: str,
        record: type[Record],
        *,
        named: bool = False,
        project: str | None = None,
        facets: Sequence[Facet] = (),
        follows: Collection[str] = (),
    ) -> None:
        self.entity = entity
        self.record = record
        self.named = named
        self.project = project
        self.facets = facets
        self.table: str = record._meta.table_name
        hidden = self.HIDDEN.union(follows)
        fields = {name: field for name, field in record._meta.fields.items() if name not in hidden}
        self.columns = {name: field.column_name for name, field in fields.items()}
        self.booleans = [name for name, field in fields.items() if isinstance(field, BooleanField)]
        self.stamped = "created_at" in record._meta.fields

    def defaults(self) -> Row:
        """Give the facts of a thing of which nothing was said."""
        facts = {name: self.record._meta.fields[name].default for name in self.columns}
        for facet in self.facets:
            facts |= facet.defaults()
        return facts

    def read(self, keys: Iterable[int]) -> dict[int, Row]:
        """Give all facts of the things with these keys; a key without a row is left out."""
        names = list(self.columns)
        statement = f'SELECT id, {sql.names(self.columns.values())} FROM "{self.table}" WHERE id IN '
        found = {row[0]: dict(zip(names, row[1:], strict=True)) for row in by_keys(statement, keys)}
        for facts in found.values():
            for name in self.booleans:  # SQLite keeps them as 0 and 1
                facts[name] = bool(facts[name])
        for facet in self.facets:
            empty = facet.defaults()
            for facts in found.values():
                facts |= empty
            facet.read_into(found)
        return found

    def versions(self, keys: Iterable[int]) -> dict[int, int]:
        """Give the versions of rows by key; a key without a row is left out."""
        return dict(by_keys(f'SELECT id, version FROM "{self.table}" WHERE id IN ', keys))

    def settle(self, facts: Row, before: Facts | None, given: Collection[str], *, undoing: bool) -> None:
        """Make the facts of a thing agree before they are written; `before` is what stood, `given` what is being set.

        `undoing` tells that a former state comes back, from which nothing new follows.
        """
        del before, undoing
        for facet in self.facets:
            facet.settle(facts, given)

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
        """Insert things with their keys; each must hold every fact. `at` is the moment, as ISO text.

        `pasts` tells what was before of the things that come back.
        """
        if not rows:
            return
        columns = ["id", "version", *self.columns.values(), *self.derived(rows[0][1]), *self._stamps(at, at)]
        sql.many(
            f'INSERT INTO "{self.table}" ({sql.names(columns)}) VALUES ({sql.marks(len(columns))})',
            [self._inserted(key, facts, pasts.get(key, Past(1, at)), at) for key, facts in rows],
        )
        for facet in self.facets:
            facet.insert(rows)

    def _inserted(self, key: int, facts: Facts, past: Past, at: str) -> tuple[Kept, ...]:
        """Give the columns of one row as they are inserted."""
        facts_kept = (facts[name] for name in self.columns)
        stamps = self._stamps(past.made, at)
        return (key, past.version, *facts_kept, *self.derived(facts).values(), *stamps.values())

    def _stamps(self, made: str, changed: str) -> Row:
        """Give the columns that tell when a row was made and changed, where it has them."""
        return {"created_at": made, "updated_at": changed} if self.stamped else {}

    def update(self, key: int, version: int, facts: Facts, changed: Iterable[str], at: str) -> bool:
        """Write the `changed` facts out of all `facts`, if the row still has `version`; tell whether it had."""
        names = set(changed)
        values = {self.columns[name]: facts[name] for name in names if name in self.columns}
        values |= self.derived(facts)
        if self.stamped:
            values["updated_at"] = at
        if not self._set(key, version, values):
            return False
        elsewhere = names - self.columns.keys()
        for facet in self.facets:
            if not elsewhere:
                break  # above all before own fields are asked for, which takes a question each time
            if theirs := elsewhere & facet.names():
                facet.replace(key, facts)
                elsewhere -= theirs
        return True

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
            if (
                reference.on_delete != "CASCADE" and not record.__subclasses__()
            ):  # those have no table of their own
                column, table = f'"{reference.column_name}"', f'"{record._meta.table_name}"'
                itself = "id" if record is self.record else "NULL"  # what goes along uses nothing any more
                rows = by_keys(f"SELECT {column}, {itself} FROM {table} WHERE {column} IN ", keys)
                found.update(key for key, row in rows if row not in keys)
        return found

    def delete(self, keys: Sequence[int]) -> None:
        """Delete the rows with these keys."""
        sql.many(f'DELETE FROM "{self.table}" WHERE id = ?', [(key,) for key in keys])


def by_keys(
    statement: str, keys: Iterable[int | str], before: sql.Parameters = (), after: str = ""
) -> Iterator[tuple[Any, ...]]:
    """Ask `statement`, then keys, then `after`, as often as the number of parameters in one question demands.

    `before` are the parameters that stand in `statement` itself.
    """
    left = iter(keys)
    while chunk := tuple(islice(left, CHUNK)):
        yield from sql.ask(f"{statement}({sql.marks(len(chunk))}){after}", (*before, *chunk))
