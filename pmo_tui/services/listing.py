"""Use cases of listing: the things that meet a query, in its order, and the things that order projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db.names import Directory
from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.services.kinds import Kind, kind
from pmo_tui.services.session import Session, one_moment

CHUNK = 500
"""How many things are read at once: a list of thousands need not be in memory as a whole."""


class Listing(NamedTuple):
    """What a query found: the keys in its order, of how many things in all, and the fields they have."""

    noun: str
    keys: tuple[int, ...]
    total: int
    catalogue: Catalogue

    def fields(self, names: list[str]) -> tuple[Field, ...]:
        """Give the fields called `names`. Raises Refusal that names the nearest one."""
        return tuple(self.catalogue.get(name) for name in names)


@one_moment
def listing(session: Session, noun: str, text: str) -> Listing:
    """Ask for the things that meet the query `text`. Raises Refusal where it can't be read."""
    asked = kind(noun)
    return Listing(noun, tuple(keys(session, asked, text)), asked.total(), asked.catalogue())


def keys(session: Session, asked: Kind, text: str) -> list[int]:
    """Give the keys of the things that meet a query; the empty one needs no words read, so none are imported."""
    if not text.strip():
        return asked.usual_keys()
    from db import asking
    from pmo_tui.services.lists import question

    return asking.keys(question(session, asked.things(), text))


def walked(session: Session, found: Listing) -> Iterator[Any]:
    """Walk the things of a listing; those deleted meanwhile are left out."""
    return read(session, kind(found.noun), found.keys)


def read(session: Session, asked: Kind, keys: tuple[int, ...]) -> Iterator[Any]:
    """Walk things in the order of their keys, some at a time."""
    directory = Directory()
    for start in range(0, len(keys), CHUNK):
        yield from asked.read(session, keys[start : start + CHUNK], directory)


@one_moment
def counts(session: Session) -> dict[str, int]:
    """Give how many projects stand in each phase, by its name."""
    by_id = projects_kept.counts_by_phase()
    return {phase.name: by_id.get(phase.id, 0) for phase in portfolio_kept.phases()}
