"""Use cases of the lists of items beside the risks: each kind as it is asked for, by queries on its fields."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from db import raid as kept
from db.queries.raid import items
from db.queries.raid import search as found
from pmo_tui.domain.fields import NUMERIC, Kind
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.domain.raid import ItemKind
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.services.lists import Things
from pmo_tui.services.session import Session


def _things(kind: ItemKind) -> Things:
    """Give how the items of a kind are listed: those that are due first before the others."""
    names = kind.catalogue.by_name
    due = next((name for name in ("due", "review") if name in names), None)
    measured = (Kind.REFERENCE, Kind.DATE, *NUMERIC)
    return Things(
        name=kind.thing,
        entity=partial(items, kind),
        catalogue=lambda: kind.catalogue,
        named=dict,
        total=partial(kept.count, kind.thing),
        order=(*([SortKey(due)] if due else ()), SortKey("code")),
        summed=tuple(field.name for field in kind.catalogue if field.kind is Kind.MONEY),
        measured=tuple(field.name for field in kind.catalogue if field.kind in measured),
    )


THINGS = {thing: _things(kind) for thing, kind in BY_THING.items()}
"""Each kind as it is listed, by what the journal calls it."""


class Found(NamedTuple):
    """An item that a few letters found."""

    entity: str
    key: int
    code: str
    title: str


def search(session: Session, typed: str, limit: int = 5) -> list[Found]:
    """Give the items that a few letters find in code, title or tags, of each kind not more than `limit`."""
    del session
    return [Found(thing, *one) for thing, kind in BY_THING.items() for one in found(kind, typed, limit)]
