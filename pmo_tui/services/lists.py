"""Use cases of lists: things of one kind that a query finds, in its order, in groups with their sub-totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from db import asking
from db.asking import Question
from db.queries.place import Entity
from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.lists import Figures, Heading, Sum, Table
from pmo_tui.domain.queries.terms import Query, SortKey
from pmo_tui.domain.queries.values import Names
from pmo_tui.services.session import Session, one_moment


class Things(NamedTuple):
    """Things of one kind, as they are listed; `name` is that of the journal."""

    name: str
    entity: Callable[[date], Entity]
    """Gives how they are asked for on a day."""
    catalogue: Callable[[], Catalogue]
    named: Callable[[], Names]
    """Gives all names of what there are few of, so that a query for another one is told."""
    total: Callable[[], int]
    """Gives how many there are in all."""
    order: tuple[SortKey, ...]
    """The order where none is asked for."""
    summed: tuple[str, ...]
    """The amounts of which groups have sub-totals; the first one is that of the whole."""
    measured: tuple[str, ...]
    """The fields of which a table asks whether they hold anything."""


def read_query(session: Session, things: Things, text: str, *, live: bool = False) -> Query:
    """Read a query on things of one kind, in their usual order where it names none. Raises Refusal."""
    if not text.strip():
        return Query(sort=things.order)
    from pmo_tui.domain.queries.reading import parse
    from pmo_tui.services.people import me

    query = parse(
        text, things.catalogue(), today=session.today(), me=me(session), named=things.named(), live=live
    )
    return query if query.sort else query._replace(sort=things.order)


def question(session: Session, things: Things, text: str, *, live: bool = False) -> Question:
    """Give what a query asks of things of one kind. Raises Refusal where it can't be read."""
    return Question(
        read_query(session, things, text, live=live), things.catalogue(), things.entity(session.today())
    )


@one_moment
def keys(session: Session, things: Things, text: str) -> list[int]:
    """Give the keys of the things that meet a query, in its order."""
    return asking.keys(question(session, things, text))


@one_moment
def table(session: Session, things: Things, text: str, *, live: bool = False) -> Table:
    """Give the things that meet a query as rows in its order, with a heading for each group where it has any."""
    asked = question(session, things, text, live=live)
    filled, longest = asking.filled(asked, things.measured)
    rows, figures = _rows(asked, things.summed)
    return Table(rows, figures, things.total(), asked.query.sort, asked.query.group, filled, longest)


def _rows(asked: Question, summed: Sequence[str]) -> tuple[tuple[int | Heading, ...], Figures]:
    """Give the rows of a table and their figures."""
    if asked.query.group is None:
        return tuple(asking.keys(asked)), asking.figures(asked, summed[:1])
    field = asked.catalogue.get(asked.query.group)
    groups: dict[Value, _Group] = {}
    for value, key, amounts in asking.keys_by(asked, field, summed):
        groups.setdefault(value, _Group(field, value, len(summed))).add(key, amounts)
    headings = [(group.heading(summed), group.keys) for group in groups.values()]
    rows: list[Any] = []
    for heading, keys in headings:
        rows += [heading, *keys]
    return tuple(rows), sum((heading.figures for heading, _keys in headings), Figures())


class _Group:
    """The things of a group that have been met, wherever the order of the query puts them."""

    def __init__(self, field: Field, value: Value, sums: int) -> None:
        self.field = field
        self.value = value
        self.keys: list[int] = []
        self.sums = [Sum()] * sums

    def add(self, key: int, amounts: Sequence[int | None]) -> None:
        """Take in one thing."""
        self.keys.append(key)
        self.sums = [total.plus(amount) for total, amount in zip(self.sums, amounts, strict=True)]

    def heading(self, summed: Sequence[str]) -> Heading:
        """Give the heading of the group."""
        return Heading(
            self.field, self.value, Figures(len(self.keys), dict(zip(summed, self.sums, strict=True)))
        )
