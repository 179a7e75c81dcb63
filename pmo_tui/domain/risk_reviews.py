"""Reviews: when a risk should be looked at again."""

from __future__ import annotations

from datetime import date, timedelta

from pmo_tui.domain.risk_grades import Grade

INTERVALS = (84, 56, 28, 14)
"""After how many days a risk is looked at again, by the heat of its band: the hotter, the sooner.

Our own rule of thumb in whole weeks, so that a review falls on the weekday of the one before; PMBOK 6, 11.7 leaves the
interval to the organisation.
"""
UNASSESSED = 14
"""After how many days one that was not assessed is looked at again."""


def next_review(today: date, current: Grade | None) -> date:
    """Propose the day of the next review by the current grade; never a Saturday or Sunday."""
    day = today + timedelta(days=UNASSESSED if current is None else INTERVALS[current.heat])
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
