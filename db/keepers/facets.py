"""Facets: facts of a thing that stand in tables of their own, each read and written as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, ClassVar

from db import sql
from db.keepers.base import Row, by_keys
from pmo_tui.domain.health import DECLARED_PARTS, DIMENSION_FIELDS, Health
from pmo_tui.domain.journal import Facts, Kept


class Facet:
    """Facts of a thing in another table, which is named after it: `project_tag` with the column `project_id`."""

    part: str
    """What the table is called after the name of the thing."""
    columns: tuple[str, ...]

    def __init__(self, owner: str) -> None:
        self.owner = f"{owner}_id"
        self.table = f"{owner}_{self.part}"

    def names(self) -> frozenset[str]:
        """Give the names of the facts that stand here."""
        return frozenset(self.defaults())

    def defaults(self) -> Row:
        """Give these facts where no row stands."""
        raise NotImplementedError

    def settle(self, facts: Row, given: Collection[str]) -> None:
        """Make these facts agree before they are written, where any of them is `given`."""

    def rows(self, facts: Facts) -> list[tuple[Kept, ...]]:
        """Give the rows that hold these facts, without the key of their thing."""
        raise NotImplementedError

    def take(self, facts: Row, row: tuple[Kept, ...]) -> None:
        """Put one row's facts among those of its thing."""
        raise NotImplementedError

    def read_into(self, facts: dict[int, Row]) -> None:
        """Add to each thing's facts what its rows here hold."""
        statement = f"SELECT {self.owner}, {', '.join(self.columns)} FROM {self.table} WHERE {self.owner} IN "
        for key, *kept in by_keys(statement, list(facts)):
            self.take(facts[key], tuple(kept))
        for thing in facts.values():
            self.arrange(thing)

    def arrange(self, facts: Row) -> None:
        """Put what was taken row by row into its order."""

    def insert(self, things: Sequence[tuple[int, Facts]]) -> None:
        """Insert the rows of new things."""
        columns = (self.owner, *self.columns)
        sql.many(
            f"INSERT INTO {self.table} ({', '.join(columns)}) VALUES ({sql.marks(len(columns))})",
            [(key, *row) for key, facts in things for row in self.rows(facts)],
        )

    def replace(self, key: int, facts: Facts) -> None:
        """Replace the rows of one thing."""
        sql.run(f"DELETE FROM {self.table} WHERE {self.owner} = ?", (key,))
        self.insert([(key, facts)])


class Listed(Facet):
    """A list of values without an order, one row each."""

    name: ClassVar[str]

    def settle(self, facts: Row, given: Collection[str]) -> None:
        """Sort the list and drop doubles, so that equal lists look equal."""
        if self.name in given:
            facts[self.name] = sorted(set(listed(facts[self.name])))

    def defaults(self) -> Row:
        """Give an empty list."""
        return {self.name: []}

    def take(self, facts: Row, row: tuple[Kept, ...]) -> None:
        """Add one value; the list is made anew, since an empty one is shared."""
        facts[self.name] = [*listed(facts[self.name]), row[0]]

    def arrange(self, facts: Row) -> None:
        """Sort the list, so that equal lists look equal."""
        facts[self.name] = sorted(listed(facts[self.name]))

    def rows(self, facts: Facts) -> list[tuple[Kept, ...]]:
        """Give one row for each value."""
        return [(value,) for value in listed(facts[self.name])]


class Tags(Listed):
    """The tags of a thing."""

    name = "tags"
    part = "tag"
    columns = ("tag",)


class Objectives(Listed):
    """The objectives of a project, as ids."""

    name = "objectives"
    part = "objective"
    columns = ("objective_id",)


class Links(Listed):
    """The links of a thing, in the order in which they were given."""

    name = "links"
    part = "link"
    columns = ("position", "line")

    def settle(self, facts: Row, given: Collection[str]) -> None:
        """Leave the links in their order."""

    def take(self, facts: Row, row: tuple[Kept, ...]) -> None:
        """Add one link with its position, until they are arranged."""
        facts[self.name] = [*listed(facts[self.name]), row]

    def arrange(self, facts: Row) -> None:
        """Put the links into their order."""
        facts[self.name] = [line for _, line in sorted(listed(facts[self.name]))]

    def rows(self, facts: Facts) -> list[tuple[Kept, ...]]:
        """Give one row for each link."""
        return list(enumerate(listed(facts[self.name])))


_NAMES = {dimension.value: name for dimension, name in DIMENSION_FIELDS.items()}


class Dimensions(Facet):
    """What was declared of each dimension of a project's health."""

    HEALTHS: ClassVar = tuple(DIMENSION_FIELDS.values())
    part = "dimension"
    columns = ("dimension", "health", "comment", "declared_on")

    def defaults(self) -> Row:
        """Give every dimension as not reported."""
        return {
            name + part: (Health.GREY.value if not part else None)
            for name in self.HEALTHS
            for part in DECLARED_PARTS
        }

    def take(self, facts: Row, row: tuple[Kept, ...]) -> None:
        """Put one declaration among the facts."""
        dimension, facts_health, comment, on = row
        name = _NAMES[str(dimension)]
        facts[name], facts[f"{name}_comment"], facts[f"{name}_date"] = facts_health, comment, on

    def rows(self, facts: Facts) -> list[tuple[Kept, ...]]:
        """Give a row for each dimension of which anything was said."""
        declared = [
            (dimension, facts[name], facts[f"{name}_comment"], facts[f"{name}_date"])
            for dimension, name in _NAMES.items()
        ]
        return [row for row in declared if row[1] != Health.GREY.value or row[2] or row[3]]


def listed(kept: Kept) -> list[Any]:
    """Give a kept value that is a list."""
    return kept if isinstance(kept, list) else []
