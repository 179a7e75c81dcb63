"""Guessing how dates and numbers of a column are written, from all of its cells together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from pmo_tui.domain.refusal import N_
from pmo_tui.transfer.date_formats import ISO, SERIAL, date_reader
from pmo_tui.transfer.maps import Rule
from pmo_tui.transfer.notes import Note, note

_NUMERIC_DATE = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})[/.\- ](\d{4}|\d{2})(?!\d).*", re.DOTALL)
_NAMED = (
    "D MMM YYYY",
    "D-MMM-YYYY",
    "D/MMM/YYYY",
    "MMM D, YYYY",
    "MMM D YYYY",
    "D MMM YY",
    "D-MMM-YY",
    "MMM YYYY",
)
_YEAR_FIRST = (ISO, "YYYY/MM/DD", "YYYYMMDD", "YYYY.MM.DD")
_SERIALS = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?|80000")
"""A spreadsheet's numbers of days from 1954 to 2119: what lies beyond is more likely something else."""

Order = tuple[str, str]
"""Which comes first, day or month, as the tokens of a format."""

_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NO_UNIT = re.compile(r"[^a-z0-9]|eur|usd|gbp|chf|\b(?:in|en|of|ht|ttc)\b", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("k", "000", "000s", "thousands", "milliers"), 10**3),
    **dict.fromkeys(("m", "million", "millions"), 10**6),
    **dict.fromkeys(("bn", "b", "md", "billions", "milliards"), 10**9),
}
CURRENCY_SIGN = re.compile("[$¢£¥€]")
_CURRENCIES = {"£": "GBP", "€": "EUR"}
"""The currencies whose sign leaves no doubt; a dollar is of many countries."""

_STEP = re.compile(r"(?=.*[^\W\d_])[^\d%<>≤≥]*(\d{1,2})[^\d%]*")
"""A word of a scale with its number, and with none that says a range or a share."""
_MOST_STEPS = 12
"""Beyond so many different words they are not those of a scale."""

_UNDECIDED = N_(
    "Column “{column}”: in “{value}” and all its other dates, day and month can't be told apart. "
    'It is left out: write a map with formats = ["DD/MM/YYYY"] or ["MM/DD/YYYY"].'
)


def numeric_dates(cells: Sequence[str]) -> tuple[list[str], list[re.Match[str]]]:
    """Give the formats that leave no doubt, and those cells that no such format reads but two numbers and a year do."""
    formats = [pattern for pattern in (*_YEAR_FIRST, *_NAMED) if _reads_any([pattern], cells)]
    rest = [cell for cell in cells if not _reads_any(formats, [cell])]
    return formats, [found for cell in rest if (found := _NUMERIC_DATE.fullmatch(cell))]


def guess_dates(rule: Rule, cells: Sequence[str], elsewhere: Order | None) -> tuple[Rule, Note | None]:
    """Give the rule with the formats that read its cells; the note says where day and month can't be told apart.

    `elsewhere` is the order in other columns of the same file, which decides where this one alone does not.
    """
    if cells and all(map(_SERIALS.fullmatch, cells)):
        return replace(rule, formats=(SERIAL,)), None
    formats, numeric = numeric_dates(cells)
    if numeric:
        order = order_of(numeric) or elsewhere
        if order is None:
            return rule, note(_UNDECIDED, column=rule.columns[0], value=numeric[0][0])
        first, second = order
        written = dict.fromkeys((found[2], len(found[4]) == 4) for found in numeric)
        formats += [f"{first}{sign}{second}{sign}{'YYYY' if long else 'YY'}" for sign, long in written]
    return replace(rule, formats=tuple(formats or [ISO])), None


def order_of(numeric: Iterable[re.Match[str]]) -> Order | None:
    """Tell whether days come before months, where the numbers of all dates leave one way only."""
    day_first = month_first = True
    for found in numeric:
        day_first = day_first and 1 <= int(found[3]) <= 12
        month_first = month_first and 1 <= int(found[1]) <= 12
    if day_first == month_first:
        return None
    return ("DD", "MM") if day_first else ("MM", "DD")


def _reads_any(formats: Sequence[str], cells: Iterable[str]) -> bool:
    """Tell whether one of the formats reads one of the cells."""
    read = date_reader(formats)
    return any(read(cell) is not None for cell in cells)


def guess_numbers(rule: Rule, cells: Sequence[str], header: str) -> Rule:
    """Give the rule with the decimal sign that fits its cells, and the unit that its header names."""
    return replace(rule, decimal="," if _comma_is_decimal(cells) else ".", factor=_unit(header))


def guess_steps(rule: Rule, cells: Iterable[str]) -> Rule:
    """Give the rule with what cells such as “4 - Likely” mean, where each has one number; else as it was."""
    words = [cell for cell in dict.fromkeys(cells) if not cell.isdigit()]
    found = [_STEP.fullmatch(cell) for cell in words]
    if len(words) > _MOST_STEPS or not all(found):
        return rule
    return replace(rule, values=tuple((one[0], one[1]) for one in found if one is not None))


def _unit(header: str) -> Decimal:
    """Give the unit that stands in brackets in a header, such as (£m) or (k€); 1 where there is none."""
    words = (_NO_UNIT.sub("", inside).lower() for inside in _BRACKETS.findall(header))
    return Decimal(next((_UNITS[word] for word in words if word in _UNITS), 1))


def guess_currency(texts: Iterable[str]) -> str:
    """Give the currency of amounts by the sign in their headers and cells, "" where there is none or some doubt."""
    signs = {sign for text in texts for sign in CURRENCY_SIGN.findall(text)}
    return _CURRENCIES.get(signs.pop(), "") if len(signs) == 1 else ""


def _comma_is_decimal(cells: Iterable[str]) -> bool:
    """Tell whether a comma, and not a point, stands before the decimals in a column.

    It does where a comma follows a point, where other than three digits follow one or a 0 alone precedes it, or
    where points part thousands more than once. Any other comma with three digits behind it parts thousands.
    """
    for cell in cells:
        digits = re.sub(r"[^0-9.,]", "", cell).rstrip(".,")
        if "," in digits and "." in digits:
            return digits.rfind(",") > digits.rfind(".")
        if digits.count(",") == 1 and not re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits):
            return True
        if digits.count(".") > 1:
            return True
    return False
