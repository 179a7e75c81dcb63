"""The calendar of the demo's past: when it was begun, when status was collected; pure."""

from __future__ import annotations

from datetime import date, timedelta

WEEKS = 10
"""How many weeks ago the demo portfolio was begun, so that the nine weeks of the board are all known."""

FRIDAY = 4
"""The day on which status is collected."""


def beginning(today: date) -> date:
    """Give the day on which the portfolio was begun, a Monday."""
    return today - timedelta(weeks=WEEKS, days=today.weekday())


def collected(on: date, today: date) -> date:
    """Give the day on which what was reported on a day is collected: that week's Friday, the last time today."""
    return min(today, on + timedelta((FRIDAY - on.weekday()) % 7))
