"""Days as a person types them: 2026-10-01, 01/10/2026, 30 sep, 1er octobre 2026, today, +30d."""

from __future__ import annotations

import re
from datetime import date

from pmo_tui.domain.queries.periods import period
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.spellings import MONTH_OF
from pmo_tui.domain.text import fold

_FIGURES = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)?[ -]?([a-z]{3,})\.?(?:[ -]([0-9]{4}|[0-9]{2}))?")


def read_day(text: str, today: date) -> date:
    """Give the day that `text` means; the day comes before the month, and a day without year is the nearest one.

    Raises Refusal where it means none.
    """
    wanted = " ".join(fold(text).split())
    try:
        if found := _FIGURES.fullmatch(wanted):
            return _day(int(found[1]), int(found[2]), None, today)
        if found := _NAMED.fullmatch(wanted):
            return _day(int(found[1]), _month(found[2]), found[3], today)
        first, last, _spelling = period(wanted, today)
        if first is not None and first == last:
            return first
    except (ValueError, OverflowError):
        pass
    raise Refusal(N_("“{text}” is no day: write 2026-10-01, 01/10/2026, 30 sep, today or +30d."), text=text)


def _month(name: str) -> int:
    """Give the number of a month by the first letters of its name; raises ValueError where that is not one."""
    found = {month for full, month in MONTH_OF.items() if full.startswith(name)}
    if len(found) != 1:
        raise ValueError(name)
    return found.pop()


def _day(day: int, month: int, year: str | None, today: date) -> date:
    """Give a day of a month; two figures are a year of this century, no year is the nearest to today."""
    if year is not None:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    near = [found for shift in range(-2, 3) if (found := _of(today.year + shift, month, day)) is not None]
    if not near:
        raise ValueError(day, month)
    return min(near, key=lambda found: abs((found - today).days))


def _of(year: int, month: int, day: int) -> date | None:
    """Give a day, None where the year has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
