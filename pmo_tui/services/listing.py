"""Use cases of listing: the projects that meet a query, in its order, and the things that order projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db import boards as boards_kept
from db import portfolio as portfolio_kept
from db import projects as kept
from db.names import Directory
from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.domain.projects import Project
from pmo_tui.services.boards import read_query
from pmo_tui.services.session import Session

CHUNK = 500
"""How many projects are read at once: a list of thousands need not be in memory as a whole."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a query found: the keys in its order, of how many projects in all, and the fields they have."""

    keys: tuple[int, ...]
    total: int
    catalogue: Catalogue

    def fields(self, names: list[str]) -> tuple[Field, ...]:
        """Give the fields called `names`. Raises Refusal that names the nearest one."""
        return tuple(self.catalogue.get(name) for name in names)


def listing(session: Session, text: str) -> Listing:
    """Ask for the projects that meet the query `text`. Raises Refusal where it can't be read."""
    catalogue = portfolio_kept.catalogue()
    keys = boards_kept.keys(read_query(session, text), catalogue)
    return Listing(tuple(keys), kept.count(), catalogue)


def projects(session: Session, found: Listing) -> Iterator[Project]:
    """Walk the projects of a listing; those deleted meanwhile are left out."""
    directory = Directory()
    for start in range(0, len(found.keys), CHUNK):
        yield from kept.read(found.keys[start : start + CHUNK], found.catalogue, directory)


def counts(session: Session) -> dict[str, int]:
    """Give how many projects stand in each phase, by its name."""
    catalogue = portfolio_kept.catalogue()
    by_id = boards_kept.figures_by_phase(read_query(session, ""), catalogue)
    return {
        phase.name: by_id[phase.id].count if phase.id in by_id else 0 for phase in portfolio_kept.phases()
    }
