"""Dates as files write them: friendly formats (`D/MM/YYYY`) or strptime's (`%d/%m/%Y`) turned into readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from pmo_tui.domain.spellings import MONTH_OF
from pmo_tui.domain.text import fold

DateReader = Callable[[str], date | None]

ISO = "YYYY-MM-DD"
SERIAL = "serial"
"""The format of spreadsheets that write a date as the number of days since the end of 1899."""

_TOKEN = re.compile("YYYY|YY|MMMM|MMM|MM|M|DD|D|%[a-zA-Z]|[Hh]{1,2}|[^A-Za-z%]+|.")
_PARTS = {
    "YYYY": r"(?P<year>\d{4})", "%Y": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})", "%y": r"(?P<short>\d{2})",
    "MMMM": r"(?P<name>[^\W\d_]+)\.?", "MMM": r"(?P<name>[^\W\d_]+)\.?",
    "%B": r"(?P<name>[^\W\d_]+)\.?", "%b": r"(?P<name>[^\W\d_]+)\.?",
    "MM": r"(?P<month>\d{1,2})", "M": r"(?P<month>\d{1,2})", "%m": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})", "D": r"(?P<day>\d{1,2})", "%d": r"(?P<day>\d{1,2})",
}  # fmt: skip
_TIME_TOKENS = frozenset({"%H", "%I", "%T", "%X", "T", "H", "HH", "h", "hh"})
_TIME = r"(?:[T ,]+\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_EPOCH = date(1899, 12, 30)
_LARGEST_SERIAL = 109_574


def date_reader(formats: Sequence[str]) -> DateReader:
    """Give a function that reads a text as a date by the first format that fits, None where none does.

    A time of day after the date is allowed everywhere and left out; without a day the first of the month is meant.
    Raises ValueError where a format is not `understood`.
    """
    readers = tuple(_reader(pattern) for pattern in formats)

    def read(text: str) -> date | None:
        return next((found for reader in readers if (found := reader(text)) is not None), None)

    return read


def understood(pattern: str) -> bool:
    """Tell whether a format of dates is understood."""
    return pattern.strip().lower() == SERIAL or _as_regex(pattern) is not None


def _reader(pattern: str) -> DateReader:
    """Give the reader of one format."""
    if pattern.strip().lower() == SERIAL:
        return _read_serial
    regex = _as_regex(pattern)
    if regex is None:
        raise ValueError(f"no format of dates: {pattern}")
    matcher = re.compile(regex + _TIME, re.IGNORECASE)

    def read(text: str) -> date | None:
        found = matcher.fullmatch(text)
        return _date(found.groupdict()) if found else None

    return read


def _as_regex(pattern: str) -> str | None:
    """Give the regular expression of a format's date part, the time cut off; None where it names no date."""
    parts: list[str] = []
    for token in _TOKEN.findall(pattern.strip()):
        if token in _TIME_TOKENS and parts:
            break
        known = _PARTS.get(token)
        if known is None and (token.isalpha() or token.startswith("%")):
            return None
        parts.append(known or re.escape(token.strip()) + (r"\s*" if token != token.strip() else ""))
    regex = "".join(parts).removesuffix(r"\s*").removesuffix(",")
    try:
        names = re.compile(regex).groupindex
    except re.error:
        return None
    return regex if names.keys() & {"year", "short"} else None


def _date(parts: dict[str, str | None]) -> date | None:
    """Give the date that was read in parts, None where there is no such day."""
    year = int(parts.get("year") or 0) or _century(int(parts.get("short") or 0))
    name = parts.get("name")
    month = MONTH_OF.get(fold(name), 0) if name else int(parts.get("month") or 1)
    try:
        return date(year, month, int(parts.get("day") or 1))
    except ValueError:
        return None


def _century(short: int) -> int:
    """Give the year meant by two digits: 69 to 99 are of the last century, as strptime has it."""
    return short + (1900 if short > 68 else 2000)


def _read_serial(text: str) -> date | None:
    """Read a spreadsheet's day number; parts of a day are left out."""
    found = re.fullmatch(r"(\d{1,6})(?:[.,]\d+)?", text)
    days = int(found[1]) if found else 0
    return _EPOCH + timedelta(days=days) if 0 < days < _LARGEST_SERIAL else None
