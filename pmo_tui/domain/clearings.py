"""Clearing an over-allocated week: the moves that would do it, each with what it costs elsewhere.

All amounts are hundredths of a day. A move takes days out of the week and says where they go: to later weeks of the
same person, to somebody else in the same week, or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pmo_tui.domain.allocations import Demand, Row

HORIZON = 26
"""How many weeks ahead free time is looked for."""

_FIRMNESS = {Demand.REQUESTED: 0, Demand.SOFT: 1, Demand.COMMITTED: 2}
_NO_PRIORITY = 1_000_000
"""What has no priority comes after all that has one."""


class Ask(NamedTuple):
    """Who asks for days of the week: the allocation, its project's priority (1 is the highest), and its slack."""

    key: int
    project: str
    days: int
    demand: Demand
    priority: int | None = None
    slack: int | None = None
    """The weeks by which the work can slip before its project is late, None where nobody knows."""


class Other(NamedTuple):
    """Somebody else with the same role or skill, and what they have free in the week."""

    key: int
    name: str
    free: int


class Way(StrEnum):
    """How a week is cleared."""

    SHIFT = "shift"
    SPLIT = "split"
    HAND = "hand"
    CUT = "cut"


class Move(NamedTuple):
    """One way to clear the week, or a part of what is over in it.

    `to` says in which weeks the days are done instead; `late` is by how many weeks the work then ends later than the
    week, `beyond` how many of these its project can't spare, None where nobody knows.
    """

    way: Way
    ask: Ask
    days: int
    to: Row = MappingProxyType({})
    other: Other | None = None
    late: int = 0
    beyond: int | None = 0

    @property
    def harmless(self) -> bool:
        """Whether nobody is hurt: no project is late, none loses days."""
        return self.way is not Way.CUT and self.beyond == 0


def moves(week: date, over: int, asks: Sequence[Ask], free: Row, others: Sequence[Other]) -> list[Move]:
    """Give the moves that take at least what is over out of a week, those that hurt least first.

    `free` is what the person has left in later weeks. What is asked least firmly and for the least important project is
    moved before the rest.
    """
    if over <= 0:
        return []
    found = [
        move
        for ask in sorted(asks, key=_least)
        if ask.days >= over
        for move in _of(week, over, ask, free, others)
    ]
    return sorted(found, key=_hurt)


def _of(week: date, over: int, ask: Ask, free: Row, others: Sequence[Other]) -> Iterator[Move]:
    """Walk the moves of one that asks."""
    if whole := _later(Way.SHIFT, week, ask.days, ask, free):
        yield whole
    if over < ask.days and (part := _later(Way.SPLIT, week, over, ask, free)):
        yield part
    for other in sorted(others, key=lambda other: (-other.free, other.name)):
        if other.free >= ask.days:
            yield Move(Way.HAND, ask, ask.days, other=other)
        elif other.free >= over:
            yield Move(Way.HAND, ask, over, other=other)
    yield Move(Way.CUT, ask, over)


def _later(way: Way, week: date, days: int, ask: Ask, free: Row) -> Move | None:
    """Give the move of so many days to the next weeks that have room, None where too little is free."""
    to = filled(week, days, free)
    if not to:
        return None
    late = (max(to) - week).days // 7
    return Move(way, ask, days, to, late=late, beyond=None if ask.slack is None else max(0, late - ask.slack))


def filled(week: date, days: int, free: Row) -> dict[date, int]:
    """Fill the free time of the weeks after one with so many days, the next first; nothing where they don't all fit."""
    found: dict[date, int] = {}
    for number in range(1, HORIZON + 1):
        later = week + timedelta(weeks=number)
        taken = min(days, max(0, free.get(later, 0)))
        if taken:
            found[later] = taken
            days -= taken
        if not days:
            return found
    return {}


def _least(ask: Ask) -> tuple[int, int, str]:
    """Order those that ask: what is least firm first, then the least important project."""
    return _FIRMNESS[ask.demand], -_rank(ask), ask.project


def _rank(ask: Ask) -> int:
    """Give the priority as a number that grows as it matters less."""
    return _NO_PRIORITY if ask.priority is None else ask.priority


def _hurt(move: Move) -> tuple[int, int, int]:
    """Order moves by what they cost elsewhere; of those that cost alike the earlier stays first."""
    if move.harmless:
        return 0, move.late, move.days
    if move.way is Way.CUT:
        return 3, 0, move.days
    return (2, move.beyond, move.days) if move.beyond is not None else (1, move.late, move.days)


def applied(move: Move, week: date, row: Row) -> Mapping[date, int]:
    """Give the row of the person after a move; the days that it takes are there no longer, those done later are."""
    found = dict(row)
    found[week] = found.get(week, 0) - move.days
    for later, days in move.to.items():
        found[later] = found.get(later, 0) + days
    return {each: days for each, days in sorted(found.items()) if days}
