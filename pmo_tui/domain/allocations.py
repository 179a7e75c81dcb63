"""Allocations: days of somebody, or of a role, for a project in a week; and what is done to rows of them.

A row is a mapping of weeks, each named by its Monday, to hundredths of a day; weeks without any are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum, StrEnum

from pmo_tui.domain.refusal import N_

Row = Mapping[date, int]
"""Hundredths of a day by week."""


class Demand(StrEnum):
    """How firm a demand is."""

    REQUESTED = "requested"
    SOFT = "soft"
    COMMITTED = "committed"


DEMAND_LABELS: Mapping[Enum, str] = {
    Demand.REQUESTED: N_("Requested"),
    Demand.SOFT: N_("Soft"),
    Demand.COMMITTED: N_("Committed"),
}
"""What each is called."""


def shifted(row: Row, by: int) -> dict[date, int]:
    """Give a row so many weeks later, or earlier where `by` is negative; the days stay as many.

    Raises OverflowError where the calendar has no such week.
    """
    return {week + timedelta(weeks=by): days for week, days in row.items()}


def spread(total: int, weights: Mapping[date, int]) -> dict[date, int]:
    """Spread hundredths of days over weeks by their weights; the sum is the total to the hundredth.

    What rounding leaves goes to the weeks that it has cost most, the earlier first. Equal weights spread evenly, and
    capacities as weights by capacity. Where all weights are 0 nothing can be spread, and ValueError is raised.
    """
    whole = sum(weights.values())
    if whole <= 0:
        raise ValueError("nothing to spread over")
    floors = {week: total * weight // whole for week, weight in weights.items()}
    lost = {week: total * weight % whole for week, weight in weights.items()}
    rest = total - sum(floors.values())
    for week in sorted(weights, key=lambda each: (-lost[each], each))[:rest]:
        floors[week] += 1
    return {week: days for week, days in sorted(floors.items()) if days}


def evenly(total: int, weeks: Sequence[date]) -> dict[date, int]:
    """Spread hundredths of days evenly over weeks; raises ValueError where there are none."""
    return spread(total, dict.fromkeys(weeks, 1))


def split(row: Row, percent: int) -> tuple[dict[date, int], dict[date, int]]:
    """Split a row in two, the first with so many percent of each week, rounded down; both together are the row."""
    first = {week: days * percent // 100 for week, days in row.items()}
    rest = {week: days - first[week] for week, days in row.items()}
    return _kept(first), _kept(rest)


def merged(*rows: Row) -> dict[date, int]:
    """Add rows, week by week."""
    found: dict[date, int] = {}
    for row in rows:
        for week, days in row.items():
            found[week] = found.get(week, 0) + days
    return _kept(found)


def moved_out(row: Row, weeks: Sequence[date]) -> tuple[dict[date, int], int]:
    """Take some weeks out of a row; give what stays, and the hundredths of days that they held."""
    gone = frozenset(weeks)
    stays = {week: days for week, days in row.items() if week not in gone}
    return stays, sum(row.values()) - sum(stays.values())


def _kept(row: Mapping[date, int]) -> dict[date, int]:
    """Give the weeks that hold anything, in their order."""
    return {week: days for week, days in sorted(row.items()) if days}
