"""Kinds of things that are listed and exported, by their noun; what one needs is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from db.names import Directory
from pmo_tui.domain.fields import Catalogue
from pmo_tui.services.session import Session

if TYPE_CHECKING:
    from pmo_tui.services.lists import Things


class Kind(NamedTuple):
    """What there is to know of a kind of thing to list it."""

    catalogue: Callable[[], Catalogue]
    total: Callable[[], int]
    usual_keys: Callable[[], list[int]]
    """Gives all keys in the usual order: what the empty query answers, without what it takes to read one."""
    read: Callable[[Session, Sequence[int], Directory], Sequence[Any]]
    """Gives things in the order of their keys, as they are today; those that have gone are left out."""
    things: Callable[[], Things]


def kind(noun: str) -> Kind:
    """Give the kind of thing that is called by a noun."""
    return _KINDS[noun]()


def _projects() -> Kind:
    """Give projects."""
    from db import portfolio as portfolio_kept
    from db import projects as kept

    def read(session: Session, keys: Sequence[int], directory: Directory) -> Sequence[Any]:
        """Read some of them."""
        return kept.read(keys, portfolio_kept.catalogue(), directory, today=session.today())

    def things() -> Things:
        """Give how they are asked for."""
        from pmo_tui.services.boards import PROJECTS

        return PROJECTS

    return Kind(portfolio_kept.catalogue, kept.count, kept.usual_keys, read, things)


def _risks() -> Kind:
    """Give risks."""
    from db import risks as kept

    def read(session: Session, keys: Sequence[int], directory: Directory) -> Sequence[Any]:
        """Read some of them."""
        return kept.read(keys, session.today(), directory=directory)

    def things() -> Things:
        """Give how they are asked for."""
        from pmo_tui.services.risk_lists import RISKS

        return RISKS

    return Kind(kept.catalogue, kept.count, kept.usual_keys, read, things)


def _items(noun: str) -> Kind:
    """Give the items of one of the other kinds of a register."""
    from db import raid as kept
    from pmo_tui.domain.raid_kinds import BY_NOUN

    asked = BY_NOUN[noun]

    def read(session: Session, keys: Sequence[int], directory: Directory) -> Sequence[Any]:
        """Read some of them."""
        return kept.read(asked, keys, session.today(), directory=directory)

    def things() -> Things:
        """Give how they are asked for."""
        from pmo_tui.services.raid_lists import THINGS

        return THINGS[asked.thing]

    return Kind(
        lambda: asked.catalogue,
        lambda: kept.count(asked.thing),
        lambda: kept.usual_keys(asked),
        read,
        things,
    )


ITEMS = ("issues", "assumptions", "dependencies", "actions", "decisions", "changes")
"""The nouns for the items beside the risks; a test holds that these are all."""

_KINDS: dict[str, Callable[[], Kind]] = {
    "projects": _projects,
    "risks": _risks,
    **{noun: partial(_items, noun) for noun in ITEMS},
}
NOUNS = tuple(_KINDS)
"""The nouns for what can be listed by a query and exported."""
