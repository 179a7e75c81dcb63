"""The scale of time of a matrix: weeks, months and quarters, and how an amount of a week falls to months.

A week is that of ISO 8601: it begins on Monday, belongs to the year that has its Thursday, and is named by its Monday.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from pmo_tui.domain.refusal import N_

WORKING_DAYS = 5
"""The days of a week among which an amount of that week is divided: Monday to Friday."""


class Zoom(StrEnum):
    """How much of time a column takes."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


ZOOM_LABELS = {Zoom.WEEK: N_("weeks"), Zoom.MONTH: N_("months"), Zoom.QUARTER: N_("quarters")}
"""What each is called."""


class Span(NamedTuple):
    """Days one after the other, both ends among them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: object) -> bool:
        """Tell whether a day is one of them."""
        return isinstance(day, date) and self.first <= day <= self.last


class Share(NamedTuple):
    """What falls to a span of a week that it holds, or holds a part of: so many of its five working days."""

    week: date
    working: int


def monday(day: date) -> date:
    """Give the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def span(zoom: Zoom, day: date) -> Span:
    """Give the week, month or quarter of a day."""
    if zoom is Zoom.WEEK:
        return Span(monday(day), monday(day) + timedelta(days=6))
    month = day.month if zoom is Zoom.MONTH else (day.month - 1) // 3 * 3 + 1
    first = date(day.year, month, 1)
    return Span(first, _month_after(first, 1 if zoom is Zoom.MONTH else 3) - timedelta(days=1))


def moved(zoom: Zoom, day: date, by: int) -> Span:
    """Give the span that lies so many spans after that of a day, or before it where `by` is negative.

    Raises OverflowError where the calendar has no such days.
    """
    here = span(zoom, day)
    if zoom is Zoom.WEEK:
        return span(zoom, here.first + timedelta(weeks=by))
    return span(zoom, _month_after(here.first, by if zoom is Zoom.MONTH else 3 * by))


def spans(zoom: Zoom, day: date, number: int) -> list[Span]:
    """Give so many spans, that of a day first."""
    return [moved(zoom, day, by) for by in range(number)]


def weeks(between: Span) -> list[date]:
    """Give the weeks of which a day lies in a span."""
    first, last = monday(between.first), monday(between.last)
    return [first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]


def shares(within: Span) -> list[Share]:
    """Give of each week how many of its working days lie in a span; those of which none does are left out.

    An amount of a week is divided by these days, Monday to Friday, whatever the holidays: every week is told in full,
    and weeks, months and quarters agree.
    """
    told = (Share(week, _working(week, within)) for week in weeks(within))
    return [share for share in told if share.working]


def number(week: date) -> int:
    """Give the number of a week, 1 to 53."""
    return week.isocalendar().week


def _working(week: date, within: Span) -> int:
    """Give how many of the working days of a week lie in a span."""
    first = max(week, within.first)
    last = min(week + timedelta(days=WORKING_DAYS - 1), within.last)
    return max(0, (last - first).days + 1)


def _month_after(first: date, by: int) -> date:
    """Give the first day of the month that lies so many months after one.

    Raises OverflowError where the calendar has no such month.
    """
    year, month = divmod(first.year * 12 + first.month - 1 + by, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(by)
    return date(year, month + 1, 1)
