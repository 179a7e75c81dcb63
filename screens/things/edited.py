"""Edited: what is said once of a kind of thing, so that a screen can edit it."""

from __future__ import annotations

from typing import Generic, NamedTuple

from pmo_tui.domain.items import Thing
from pmo_tui.services.editing import Editable, T


class Edited(NamedTuple, Generic[T]):
    """A kind of thing, what the question before a deletion tells of it, and what comes back where it is added again.

    Both are English sentences to be translated when shown; the first one names the `key` that undoes.
    """

    kind: Editable[T]
    goes: str
    comes_back: str


def titled(kind: Editable[T], thing: Thing) -> str:
    """Give the title of a thing."""
    return str(thing.value(kind.title))


def told_of(told: str, kind: Editable[T], thing: Thing, **further: str) -> str:
    """Fill a translated sentence with the `code` and the `name` of a thing."""
    return told.format(code=thing.code, name=titled(kind, thing), **further)
