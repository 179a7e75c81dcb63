"""Lists: the rows of a table with its groups, and totals that say what they stand on; for things of any kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.money import Cents

if TYPE_CHECKING:
    from pmo_tui.domain.queries.terms import SortKey


class Sum(NamedTuple):
    """A sum of amounts, over so many things that have one."""

    amount: Cents = 0
    over: int = 0

    def plus(self, amount: Cents | None) -> Sum:
        """Give the sum with one thing more, which may have no amount."""
        return self if amount is None else Sum(self.amount + amount, self.over + 1)

    def and_(self, other: Sum) -> Sum:
        """Give both together."""
        return Sum(self.amount + other.amount, self.over + other.over)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many things there are, and the sums of their amounts by field."""

    count: int = 0
    sums: Mapping[str, Sum] = field(default_factory=dict)

    def sum(self, name: str) -> Sum:
        """Give the sum of one field, nothing over none where it was not asked for."""
        return self.sums.get(name, Sum())

    def __add__(self, other: Figures) -> Figures:
        """Give both together."""
        names = {**self.sums, **other.sums}
        return Figures(
            self.count + other.count, {name: self.sum(name).and_(other.sum(name)) for name in names}
        )


class Heading(NamedTuple):
    """The heading of a group in a table, with its sub-totals."""

    field: Field
    value: Value
    figures: Figures


class Table(NamedTuple):
    """The things that meet a query as rows: the key of each in order, with the headings of groups between them."""

    rows: tuple[int | Heading, ...]
    figures: Figures
    of: int
    order: tuple[SortKey, ...]
    group: str | None
    filled: frozenset[str]
    """The names of the fields that hold anything in any of the things."""
    longest_code: int
    """How many characters the longest code of them has."""

    @property
    def first(self) -> int | None:
        """The key of the first thing, None where there is none."""
        return next((row for row in self.rows if isinstance(row, int)), None)
