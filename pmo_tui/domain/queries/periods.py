"""Periods: a day, month, quarter or year as a person writes it, read as its first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Period = tuple[date | None, date | None, str]
"""First day, last day and canonical spelling; an open end is None."""

DAYS_FROM_TODAY = {
    "today": 0, "aujourd'hui": 0, "aujourd’hui": 0, "aujourdhui": 0,
    "yesterday": -1, "hier": -1, "tomorrow": 1, "demain": 1,
}  # fmt: skip

UNITS = {"d": "d", "j": "d", "w": "w", "s": "w", "m": "m", "y": "y", "a": "y"}
"""Units of a distance from today, English and French, with the canonical letter."""


OVERDUE = ("overdue", "en_retard", "en retard")
"""The words for all days before today; the first is canonical."""


def period(text: str, today: date) -> Period:
    """Read folded `text` as a period; raises ValueError where it is none."""
    if text in DAYS_FROM_TODAY:
        return _from_today(DAYS_FROM_TODAY[text], "d", today)
    if text in OVERDUE:
        return None, today - timedelta(1), OVERDUE[0]
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(text):
            return read(today, *found.groups())
    raise ValueError(text)


def _from_today(count: int, unit: str, today: date) -> Period:
    """Give the day that is `count` days, weeks, months or years from `today`."""
    try:
        day = (
            today + timedelta(count * (7 if unit == "w" else 1))
            if unit in "dw"
            else _months(today, count, unit)
        )
    except OverflowError:
        raise ValueError(count) from None
    spelling = f"{count:+d}{unit}" if count else "today"
    return day, day, spelling


def _months(today: date, count: int, unit: str) -> date:
    """Give the same day of another month, or its last where it is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1), 12)
    return date(year, month + 1, min(today.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    """Give the number of days of a month; raises ValueError where there is no such month."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        raise ValueError(year, month)
    return monthrange(year, month)[1]


def _relative(today: date, sign: str, count: str, unit: str) -> Period:
    """Read `-30d`."""
    return _from_today(int(count) if sign == "+" else -int(count), UNITS[unit], today)


def _day(_today: date, year: str, month: str, day: str) -> Period:
    """Read `2026-10-01`."""
    found = date(int(year), int(month), int(day))
    return found, found, found.isoformat()


def _day_first(today: date, day: str, month: str, year: str) -> Period:
    """Read `01/10/2026`, the first of October; two figures are a year of this century."""
    return _day(today, year if len(year) == 4 else f"20{year}", month, day)


def _month(_today: date, year: str, month: str) -> Period:
    """Read `2026-10`."""
    return _span(int(year), int(month), 1, f"{year}-{int(month):02d}")


def _quarter(_today: date, year: str, quarter: str) -> Period:
    """Read `2026-Q4`."""
    return _span(int(year), int(quarter) * 3 - 2, 3, f"{year}-Q{quarter}")


def _year(_today: date, year: str) -> Period:
    """Read `2026`."""
    return _span(int(year), 1, 12, year)


def _span(year: int, month: int, months: int, spelling: str) -> Period:
    """Give the period of so many months of one year."""
    last = month + months - 1
    return date(year, month, 1), date(year, last, _length(year, last)), spelling


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"([+−-])([0-9]{1,6})([djwsmya])"), _relative),
    (re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"), _day),
    (re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4}|[0-9]{2})"), _day_first),
    (re.compile(r"([0-9]{4})-([0-9]{1,2})"), _month),
    (re.compile(r"([0-9]{4})-?[qt]([1-4])"), _quarter),
    (re.compile(r"([0-9]{4})"), _year),
)
