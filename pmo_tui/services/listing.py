"""Use cases of listing: the projects that meet a query, in its order, and the things that order projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db import portfolio as portfolio_kept
from db import projects as kept
from db.names import Directory
from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.domain.lists import Heading
from pmo_tui.domain.projects import Project
from pmo_tui.services.session import Session, one_moment

CHUNK = 500
"""How many projects are read at once: a list of thousands need not be in memory as a whole."""


class Listing(NamedTuple):
    """What a query found: rows in its order, of how many projects in all, and the fields they have.

    A row is the key of a project, or the heading of the group of those that follow.
    """

    rows: tuple[int | Heading, ...]
    total: int
    catalogue: Catalogue

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of the projects."""
        return tuple(row for row in self.rows if isinstance(row, int))

    def fields(self, names: list[str]) -> tuple[Field, ...]:
        """Give the fields called `names`. Raises Refusal that names the nearest one."""
        return tuple(self.catalogue.get(name) for name in names)


@one_moment
def listing(session: Session, text: str) -> Listing:
    """Ask for the projects that meet the query `text`. Raises Refusal where it can't be read."""
    catalogue = portfolio_kept.catalogue()
    return Listing(tuple(_rows(session, text)), kept.count(), catalogue)


def _rows(session: Session, text: str) -> Sequence[int | Heading]:
    """Give the projects that meet a query; the empty one needs no words read, so none are imported."""
    if not text.strip():
        return kept.usual_keys()
    from db import asking
    from pmo_tui.services.boards import PROJECTS
    from pmo_tui.services.lists import question, table

    asked = question(session, PROJECTS, text)
    return asking.keys(asked) if asked.query.group is None else table(session, PROJECTS, text).rows


def projects(session: Session, found: Listing) -> Iterator[Project]:
    """Walk the projects of a listing; those deleted meanwhile are left out."""
    directory, keys = Directory(), found.keys
    for start in range(0, len(keys), CHUNK):
        yield from kept.read(keys[start : start + CHUNK], found.catalogue, directory, today=session.today())


@one_moment
def counts(session: Session) -> dict[str, int]:
    """Give how many projects stand in each phase, by its name."""
    by_id = kept.counts_by_phase()
    return {phase.name: by_id.get(phase.id, 0) for phase in portfolio_kept.phases()}
