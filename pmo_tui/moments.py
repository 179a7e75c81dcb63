"""Moments as people see them: kept as naive universal time, read and asked for on the clock of this host."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def local(moment: datetime) -> datetime:
    """Give a moment on the clock of this host."""
    try:
        return moment.replace(tzinfo=UTC).astimezone()
    except OverflowError:  # within a day of the calendar's first or last one, clocks don't reach further
        return moment


def local_day(moment: datetime) -> date:
    """Give the day on which a moment falls for people here."""
    return local(moment).date()


def midnight(day: date) -> datetime:
    """Give the moment at which a day begins for people here, as moments are kept."""
    begins = datetime.combine(day, time())
    try:
        kept = begins.astimezone(UTC).replace(tzinfo=None)
        if local_day(kept) < day:  # the clocks skip midnight here on this day, which begins an hour later
            kept = begins.replace(fold=1).astimezone(UTC).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return begins
    return kept


def days_since(day: str | None, until: str | None) -> int | None:
    """Give how many days lie between two days, both as ISO text; None where either is unknown."""
    if day is None or until is None:
        return None
    return (date.fromisoformat(until) - date.fromisoformat(day)).days
