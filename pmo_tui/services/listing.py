"""Use cases of listing: the things that meet a query, in its order, and the things that order projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db.names import Directory
from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.services.kinds import Kind, kind
from pmo_tui.services.session import Session, one_moment

if TYPE_CHECKING:
    from pmo_tui.domain.lists import Heading

CHUNK = 500
"""How many things are read at once: a list of thousands need not be in memory as a whole."""


class Listing(NamedTuple):
    """What a query found: rows in its order, of how many things in all, and the fields they have.

    A row is the key of a thing, or the heading of the group of those that follow.
    """

    noun: str
    rows: tuple[int | Heading, ...]
    total: int
    catalogue: Catalogue

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of the things."""
        return tuple(row for row in self.rows if isinstance(row, int))

    def fields(self, names: list[str]) -> tuple[Field, ...]:
        """Give the fields called `names`. Raises Refusal that names the nearest one."""
        return tuple(self.catalogue.get(name) for name in names)


@one_moment
def listing(session: Session, noun: str, text: str) -> Listing:
    """Ask for the things that meet the query `text`. Raises Refusal where it can't be read."""
    asked = kind(noun)
    return Listing(noun, tuple(_rows(session, asked, text)), asked.total(), asked.catalogue())


def _rows(session: Session, asked: Kind, text: str) -> Sequence[int | Heading]:
    """Give the things that meet a query; the empty one needs no words read, so none are imported."""
    if not text.strip():
        return asked.usual_keys()
    from db import asking
    from pmo_tui.services.lists import question, table

    things = asked.things()
    found = question(session, things, text)
    return asking.keys(found) if found.query.group is None else table(session, things, text).rows


def walked(session: Session, found: Listing) -> Iterator[Any]:
    """Walk the things of a listing; those deleted meanwhile are left out."""
    return read(session, kind(found.noun), found.keys)


def read(session: Session, asked: Kind, keys: Sequence[int]) -> Iterator[Any]:
    """Walk things in the order of their keys, some at a time."""
    directory = Directory()
    for start in range(0, len(keys), CHUNK):
        yield from asked.read(session, keys[start : start + CHUNK], directory)


@one_moment
def counts(session: Session) -> dict[str, int]:
    """Give how many projects stand in each phase, by its name."""
    by_id = projects_kept.counts_by_phase()
    return {phase.name: by_id.get(phase.id, 0) for phase in portfolio_kept.phases()}
