"""Days of work as people type them: 2.5 or 2,5, half a day, 80 % of a week; kept in hundredths of a day."""

from __future__ import annotations

import re
from decimal import Decimal

from pmo_tui.domain.calendars import DAY, Pattern
from pmo_tui.domain.numbers import read_number
from pmo_tui.domain.refusal import N_, Refusal

MOST_IN_WEEK = 7 * DAY
"""What a week of one person can hold at the most; more is a slip."""

_UNIT = re.compile(r"\s*(?:d|j|day|days|jour|jours|jh|pd)\.?\Z", re.IGNORECASE)
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_WEEKDAYS = 5


def read_days(text: str) -> int:
    """Read an amount of days, with or without a unit behind it, as hundredths of a day.

    A comma and a point both begin decimals: nobody types thousands of days into a cell. Raises Refusal where it is no
    amount, negative, or finer than a hundredth.
    """
    wanted = _FRACTIONS.get(text.strip(), text.strip())
    number = _number(_UNIT.sub("", wanted))
    if number is None:
        raise Refusal(N_("“{text}” is no number of days: write 2, 2.5 or 2,5."), text=text)
    if number < 0:
        raise Refusal(N_("“{text}” is less than nothing: days are 0 or more."), text=text)
    hundredths = number * DAY
    if hundredths != int(hundredths):
        raise Refusal(
            N_("“{text}” is finer than a hundredth of a day: write at most two decimals."), text=text
        )
    return int(hundredths)


def read_week(text: str) -> int:
    """Read the days of one week of one person, as `read_days` does. Raises Refusal also beyond seven days."""
    days = read_days(text)
    if days > MOST_IN_WEEK:
        raise Refusal(N_("“{text}” is more than a week has: at most 7 days."), text=text)
    return days


def _number(text: str) -> Decimal | None:
    """Give the number that a text means, its one comma or point before decimals."""
    point = "," if "," in text and "." not in text else "."
    try:
        return read_number(text, point)
    except Refusal:
        return None


def read_pattern(text: str) -> Pattern:
    """Read a working pattern: `80 %` of each weekday, or the days of five or seven weekdays, as `1 1 0.5 1 1`.

    Raises Refusal where it is neither, or where a day holds more than a day.
    """
    wanted = text.strip()
    if wanted.endswith("%"):
        share = _number(wanted[:-1].strip())
        if share is not None and 0 <= share <= 100 and share == int(share):
            return Pattern(*[int(share) * DAY // 100] * _WEEKDAYS)
        raise _no_pattern(text)
    parts = wanted.split()
    if len(parts) not in {_WEEKDAYS, len(Pattern._fields)}:
        raise _no_pattern(text)
    days = [read_days(part) for part in parts]
    if any(day > DAY for day in days):
        raise Refusal(N_("“{text}” has a day of more than a day: each is 0 to 1."), text=text)
    return Pattern(*days, *[0] * (len(Pattern._fields) - len(days)))


def _no_pattern(text: str) -> Refusal:
    """Give the refusal of what is no working pattern."""
    return Refusal(
        N_("“{text}” is no working pattern: write 80 %, or the days from Monday on, as 1 1 0.5 1 1."),
        text=text,
    )


def written_days(hundredths: int) -> str:
    """Write hundredths of a day as files have them, with a point and no more decimals than needed."""
    whole, rest = divmod(abs(hundredths), DAY)
    text = f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
    return f"-{text}" if hundredths < 0 else text


def written_pattern(pattern: Pattern) -> str:
    """Write a working pattern as `read_pattern` reads it, in the shortest way."""
    weekdays, weekend = pattern[:_WEEKDAYS], pattern[_WEEKDAYS:]
    if not any(weekend) and len(set(weekdays)) == 1:
        return f"{weekdays[0] * 100 // DAY} %"
    return " ".join(written_days(day) for day in (pattern if any(weekend) else weekdays))
