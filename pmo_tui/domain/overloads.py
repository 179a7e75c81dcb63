"""Over-allocation: where somebody is asked for more than they can give, since when, and by how much in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pmo_tui.domain.capacities import TOLERANCE, Load, Parts, load


class Week(NamedTuple):
    """A week of somebody: what is asked of them, what they can give, and whether more is asked on purpose."""

    week: date
    demand: Parts
    available: Parts
    allowed: bool = False
    """Whether somebody said why they are overbooked: then it rests."""

    def over(self, tolerance: int = TOLERANCE) -> Parts:
        """Give what is asked beyond the capacity, 0 where that is within the tolerance."""
        if load(self.demand, self.available, tolerance) is not Load.OVER:
            return 0
        return self.demand - self.available


class Overload(NamedTuple):
    """What is told of a row: the weeks that are over, and how much is asked beyond the capacity in all of them."""

    weeks: tuple[date, ...] = ()
    over: Parts = 0

    @property
    def first(self) -> date | None:
        """The first week that is over."""
        return self.weeks[0] if self.weeks else None


def overload(weeks: Iterable[Week], tolerance: int = TOLERANCE) -> Overload:
    """Give what is over in weeks, which come in their order; what was allowed on purpose is left out."""
    found = [(week.week, week.over(tolerance)) for week in weeks if not week.allowed]
    return Overload(tuple(week for week, over in found if over), sum(over for _week, over in found))


def counted(rows: Iterable[Iterable[Week]], tolerance: int = TOLERANCE) -> dict[date, int]:
    """Give for each week how many rows are over in it; a week in which none is has no entry."""
    counts: dict[date, int] = {}
    for week in _over(rows, tolerance):
        counts[week] = counts.get(week, 0) + 1
    return dict(sorted(counts.items()))


def _over(rows: Iterable[Iterable[Week]], tolerance: int) -> Iterator[date]:
    """Walk the weeks that are over, once for each row."""
    for row in rows:
        yield from overload(row, tolerance).weeks
