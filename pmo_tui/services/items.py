"""Use cases of the page of an item: all that is known of one item of a register, asked for at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from db.comments import comments
from db.names import Directory
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.relations import Related
from pmo_tui.domain.risk_parts import Comment
from pmo_tui.domain.text import kept_line
from pmo_tui.services import histories, relations, risk_details
from pmo_tui.services.histories import Entry
from pmo_tui.services.portfolio import Surroundings, surroundings
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session, one_moment


class Kind(NamedTuple):
    """What there is to know of a kind of item to tell all of one; `told` gives what is its kind's own."""

    catalogue: Callable[[], Catalogue]
    key_of: Callable[[str], int | None]
    told: Callable[[Session, int], Any]


def _kind(entity: str) -> Kind:
    """Give the kind that the journal calls so."""
    if entity == "risk":
        return Kind(RISK.catalogue, RISK.key_of, risk_details.detail)
    from pmo_tui.services.raid import EDITABLES
    from pmo_tui.services.raid_rows import row

    of, kind = EDITABLES[entity], BY_THING[entity]
    return Kind(of.catalogue, of.key_of, partial(row, kind=kind))


@dataclass(frozen=True, slots=True)
class Dossier:
    """An item with its fields, its history, and what its kind tells besides."""

    item: Item
    catalogue: Catalogue
    history: tuple[Entry, ...]
    comments: tuple[Comment, ...]
    """What was said of it, the newest first."""
    related: tuple[Related, ...]
    """The things to which it is related, whichever way that goes."""
    around: Surroundings
    told: Any


@one_moment
def dossier(session: Session, entity: str, key: int | None, code: str = "") -> Dossier | None:
    """Give all that is known of the item with a key or a code, None where there is none."""
    kind = _kind(entity)
    key = kind.key_of(kept_line(code)) if key is None else key
    told = kind.told(session, key) if key is not None else None
    if told is None or key is None:
        return None
    catalogue, directory = kind.catalogue(), Directory()
    history = histories.history_of(session, entity, key, catalogue, directory)
    said = tuple(reversed(comments(entity, key)))
    tied = tuple(relations.related(session, entity, key))
    return Dossier(told.item, catalogue, history, said, tied, surroundings(session), told)
