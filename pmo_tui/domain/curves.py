"""Curves: how a project's budget, forecast and actual stood day after day, read back from what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from pmo_tui.domain.money import Cents

AMOUNTS = ("budget", "forecast", "actual")
"""The fields of which there is a curve."""

FEWEST = 3
"""On so many days something must have become known before a curve says more than the figures do."""


class Known(NamedTuple):
    """The amounts as they stood at the end of a day, None where one was not known."""

    on: date
    budget: Cents | None
    forecast: Cents | None
    actual: Cents | None


class Changed(NamedTuple):
    """What the changed ones of the amounts were before; `made` tells that there was nothing before."""

    on: date
    before: Mapping[str, Cents | None]
    made: bool = False


Corner = tuple[date, Cents]
"""A day and the amount on it."""


def curve(now: Known, changes: Iterable[Changed]) -> tuple[Known, ...]:
    """Walk back from the amounts of today over the changes, the newest first, and give each day, oldest first.

    The days are those on which anything was changed, and today; nothing is known before the thing was made, and
    nothing is given before the first amount.
    """
    found = [now]
    standing = now
    for change in changes:
        if change.made or change.before:
            standing = standing._replace(on=change.on)
            if found[-1].on != change.on:
                found.append(standing)
        if change.made:
            break
        standing = _before(standing, change)
    while found and found[-1][1:] == (None, None, None):
        found.pop()
    return tuple(reversed(found))


def _before(after: Known, change: Changed) -> Known:
    """Give the amounts as they stood before a change."""
    budget, forecast, actual = (change.before.get(name, getattr(after, name)) for name in AMOUNTS)
    return Known(change.on, budget, forecast, actual)


def telling(known: Sequence[Known]) -> bool:
    """Tell whether a curve says something: the amounts differ between enough days."""
    different = sum(each[1:] != before[1:] for before, each in pairwise(known))
    return different + 1 >= FEWEST


def steps(known: Sequence[Known], name: str) -> tuple[tuple[Corner, ...], ...]:
    """Give the corners of one amount's line: it stays as it is until it changes, and breaks where it is not known."""
    runs: list[list[Corner]] = []
    last: Cents | None = None
    for each in known:
        amount: Cents | None = getattr(each, name)
        if last is not None:
            runs[-1].append((each.on, last))
        if amount is not None and amount != last:
            if last is None:
                runs.append([])
            runs[-1].append((each.on, amount))
        last = amount
    return tuple(tuple(run) for run in runs)
