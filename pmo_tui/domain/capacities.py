"""Capacity: what somebody can give in a time, and how loaded that makes them.

Net capacity = (working days − holidays − leave) × availability factor. It is reckoned by the day in
whole parts, so that days, weeks, months and quarters add up without a rest; only what is shown is rounded.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from pmo_tui.domain.calendars import DAY, FULL_TIME, HALVES, Leave, Pattern, days_of, halves_left
from pmo_tui.domain.timescales import Span

Parts = int
"""An amount in parts of a day, `WHOLE` of them a day."""

PERCENT = 100
WHOLE: Parts = DAY * HALVES * PERCENT
"""The parts of a day: hundredths that are worked, times halves that are not on leave, times percent available."""

TOLERANCE = 0
"""The percent by which a load may pass the capacity before it counts as over, where the portfolio sets none."""


class Working(NamedTuple):
    """How somebody works: since when and until when, on which weekdays, and how much of that is for projects.

    `factor` is the availability factor in percent: what meetings, support and the like leave of the time.
    """

    first: date | None = None
    last: date | None = None
    pattern: Pattern = FULL_TIME
    factor: int = 100

    def active(self, day: date) -> bool:
        """Tell whether somebody is there on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def capacity(working: Working, holidays: Collection[date], leaves: Sequence[Leave], span: Span) -> Parts:
    """Give the net capacity in a span, in parts of a day; it is never negative.

    `holidays` are the days on which nobody of their calendar works, public ones and closures; a leave on such a day
    takes nothing more.
    """
    overlapping = [leave for leave in leaves if leave.first <= span.last and span.first <= leave.last]
    return sum(
        working.pattern[day.weekday()] * halves_left(day, overlapping) * working.factor
        for day in days_of(span)
        if working.pattern[day.weekday()] and working.active(day) and day not in holidays
    )


def in_days(parts: Parts) -> Decimal:
    """Give parts as days, rounded to the hundredth, a half up."""
    return (Decimal(parts) / WHOLE).quantize(Decimal("0.01"), ROUND_HALF_UP)


class Load(StrEnum):
    """How loaded somebody is in a time."""

    AWAY = "away"
    FREE = "free"
    OK = "ok"
    FULL = "full"
    OVER = "over"


FULL_FROM = 90
"""From how many percent of the capacity on a time counts as full."""


def load(demand: Parts, available: Parts, tolerance: int = TOLERANCE) -> Load:
    """Tell how loaded a time is; `tolerance` is the percent by which demand may pass what is available.

    Without any capacity the smallest demand is over, and no demand is being away.
    """
    if demand * PERCENT > available * (PERCENT + tolerance):
        return Load.OVER
    if not available:
        return Load.AWAY
    if not demand:
        return Load.FREE
    return Load.FULL if demand * PERCENT >= available * FULL_FROM else Load.OK


def percent(demand: Parts, available: Parts) -> int | None:
    """Give the load in percent of the capacity, rounded, a half up; None where there is no capacity."""
    if not available:
        return None
    return int((Decimal(demand) * PERCENT / available).quantize(Decimal(1), ROUND_HALF_UP))


def fte(demand: Parts, working_days: int) -> Decimal | None:
    """Give the full-time equivalents that a demand takes: days by the working days there are; None without any."""
    if not working_days:
        return None
    return (Decimal(demand) / (WHOLE * working_days)).quantize(Decimal("0.01"), ROUND_HALF_UP)
