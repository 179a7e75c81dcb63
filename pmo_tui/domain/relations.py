"""Relations: how one thing has come of another, asks for it, or has to do with it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.refusal import N_


class Tie(Enum):
    """How one thing is related to another."""

    BECAME = "became"
    ASKS = "asks"
    RELATES = "relates"


TIE_LABELS = {
    (Tie.BECAME, True): N_("Became"),
    (Tie.BECAME, False): N_("Came of"),
    (Tie.ASKS, True): N_("Asks for"),
    (Tie.ASKS, False): N_("Asked for by"),
    (Tie.RELATES, True): N_("Related to"),
    (Tie.RELATES, False): N_("Related to"),
}
"""What a relation is called, seen from the thing from which it goes (True) and from the other one."""


class Related(NamedTuple):
    """A thing to which another one is related: `id` and `version` are the relation's own.

    `onward` says that the relation goes to this thing, and not from it.
    """

    id: int
    version: int
    tie: Tie
    onward: bool
    entity: str
    key: int
    code: str
    title: str
    status: str
    """The state of an item, the phase of a project."""


class Bond(NamedTuple):
    """A relation that names both things by their codes, as a file does."""

    entity: str
    code: str
    to: str
    to_code: str
    tie: Tie
