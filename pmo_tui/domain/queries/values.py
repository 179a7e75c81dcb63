"""Values: what stands after a field's sign, read by the kind of the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pmo_tui.domain.fields import Kind
from pmo_tui.domain.money import Cents, cents, read_amount, units
from pmo_tui.domain.numbers import read_number
from pmo_tui.domain.queries.periods import period
from pmo_tui.domain.queries.terms import Span
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.spellings import HEALTH_OF, YES_NO, YES_NO_OF

_DAYS = re.compile(r"([+−-]?[0-9]{1,6}) ?(d|days?|j|jours?|w|weeks?|s|sem|semaines?)?")

EVERYONE = ""
"""Whose decimal sign counts: nobody's, for a query that is shared means the same in every language."""


Names = Mapping[str, Sequence[str]]
"""The names that are in use, by what they are names of, or by the field that holds them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks and on which day: what `me` and `today` stand for.

    `named` gives all names of what few things there are of, by the word for these: phases. Another name finds nothing.
    """

    today: date
    me: str | None = None
    named: Names = field(default_factory=dict)


def value(text: str, kind: Kind, asked: Asked) -> Span:
    """Read folded `text` as one value of `kind`; raises ValueError or Refusal where it is none."""
    return _READERS[kind](text, asked)


def _health(text: str, _asked: Asked) -> Span:
    """Read a health by its word or letter."""
    if text not in HEALTH_OF:
        raise ValueError(text)
    health = HEALTH_OF[text]
    return Span(health.severity, health.severity, health.value)


def _yes_no(text: str, _asked: Asked) -> Span:
    """Read yes or no."""
    if text not in YES_NO_OF:
        raise ValueError(text)
    number = int(YES_NO_OF[text])
    return Span(number, number, YES_NO[number][0])


def _money(text: str, _asked: Asked) -> Span:
    """Read an amount."""
    found = read_amount(text, EVERYONE)
    if found is None:
        raise ValueError(text)
    amount = cents(found)
    return Span(amount, amount, short(amount))


def short(amount: Cents) -> str:
    """Give an amount as short as it is exact: 1.2M, 500k, 1234.5."""
    for letter, unit, finest in (("M", 10**8, 10**6), ("k", 10**5, 10**4)):
        if abs(amount) >= unit and amount % finest == 0:
            return f"{_shown(Decimal(amount) / unit)}{letter}"
    return _shown(units(amount))


def _integer(text: str, _asked: Asked) -> Span:
    """Read a whole number."""
    number = _number(text)
    if number.as_tuple().exponent != 0:
        raise ValueError(text)
    return Span(int(number), int(number), str(int(number)))


def _decimal(text: str, _asked: Asked) -> Span:
    """Read an exact number."""
    number = _number(text)
    return Span(number, number, _shown(number))


def _percent(text: str, _asked: Asked) -> Span:
    """Read a percentage, with or without its sign."""
    number = _number(text.removesuffix("%").rstrip())
    return Span(number, number, _shown(number) + "%")


def _days(text: str, _asked: Asked) -> Span:
    """Read a number of days; a week is seven."""
    found = _DAYS.fullmatch(text)
    if not found:
        raise ValueError(text)
    number = int(found[1].replace("−", "-")) * (7 if (found[2] or "").startswith(("w", "s")) else 1)
    return Span(number, number, f"{number}d")


def _date(text: str, asked: Asked) -> Span:
    """Read a day or a longer period."""
    return Span(*period(text, asked.today))


def _number(text: str) -> Decimal:
    """Read a number; it has at most 15 figures before and six behind its point, as any that is kept."""
    number = read_number(text, EVERYONE)
    if number is None or abs(number) >= 10**15 or number != round(number, 6):
        raise ValueError(text)
    return number


def _shown(number: Decimal) -> str:
    """Give a number in figures, without zeros that say nothing."""
    return f"{number.normalize():f}"


_READERS: dict[Kind, Callable[[str, Asked], Span]] = {
    Kind.HEALTH: _health,
    Kind.YES_NO: _yes_no,
    Kind.MONEY: _money,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.PERCENT: _percent,
    Kind.SHARE: _percent,
    Kind.DAYS: _days,
    Kind.DATE: _date,
}

EXPECTED = {
    Kind.HEALTH: N_("“{field}” takes green, amber, red or grey (or g, a, r, -), not “{text}”."),
    Kind.YES_NO: N_("“{field}” takes yes or no, not “{text}”."),
    Kind.MONEY: N_('“{field}” takes an amount such as 500k, 1.2M or "1 200 000", not “{text}”.'),
    Kind.INTEGER: N_("“{field}” takes a whole number such as 3, not “{text}”."),
    Kind.DECIMAL: N_("“{field}” takes a number such as 3.5, not “{text}”."),
    Kind.PERCENT: N_("“{field}” takes a percentage such as 10%, not “{text}”."),
    Kind.SHARE: N_("“{field}” takes a percentage such as 10%, not “{text}”."),
    Kind.DAYS: N_("“{field}” takes a number of days such as 10d or 2w, not “{text}”."),
    Kind.DATE: N_(
        "“{field}” takes a day or a period such as 2026-10-01, 2026-10, 2026-Q4, 2026, today or -30d, not “{text}”."
    ),
}
"""What each kind of field takes, told where something else was written."""

OUTSIDE = N_("“{field}” goes from {least} to {most}: {text} is outside of it.")
"""What is told where a number lies outside the range of its field."""

EXAMPLES = {
    Kind.HEALTH: "amber",
    Kind.YES_NO: "yes",
    Kind.MONEY: "1.2M",
    Kind.INTEGER: "3",
    Kind.DECIMAL: "3.5",
    Kind.PERCENT: "10%",
    Kind.SHARE: "10%",
    Kind.DAYS: "10d",
    Kind.DATE: "2026-Q4",
}
"""One value of each kind; other kinds take words."""
