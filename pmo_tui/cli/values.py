"""Values as the command line shows them to a person; for programs there is JSON."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pmo_tui.cli import talk
from pmo_tui.cli.tables import LEAST, Column
from pmo_tui.domain.fields import NUMERIC, Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.words import numbers
from pmo_tui.words.labels import heading as heading_of
from pmo_tui.words.labels import label
from pmo_tui.words.values import said

_NAME_LEAST = 20
_DATE_CELLS = 10
"""A name is known by its first words; of a day no sign can be spared."""

UNITS = (("M", 100_000_000, 10_000_000), ("k", 100_000, 10_000))
"""Letter, its worth in cents, and from how many units of currency on a column is shown in it."""


def shown(field: Field, value: Value) -> str:
    """Give a value in full, as one line; nothing where it is empty or not reported."""
    return "" if value is Health.GREY else talk.line(said(field, value))


def column(field: Field, values: Sequence[Value], *, short: bool) -> Column:
    """Give a column of values; where `short`, all amounts in it have one large unit, named in its heading."""
    heading = heading_of(field) if short and field.kind in NUMERIC else label(field)
    if field.kind is Kind.MONEY and not short:
        return Column(heading, _in_full(values), right=True)
    if field.kind is not Kind.MONEY:
        main = field.name in {"name", "title"}
        least = _NAME_LEAST if main else _DATE_CELLS if field.kind is Kind.DATE else LEAST
        cells = [shown(field, value) for value in values]
        return Column(heading, cells, field.kind in NUMERIC, least, main=main)
    amounts = [value for value in values if isinstance(value, int)]
    letter, worth, digits = _unit(amounts)
    cells = [
        numbers.decimal(Decimal(value) / worth, digits) if isinstance(value, int) else "" for value in values
    ]
    return Column(f"{heading} {letter}".rstrip(), cells, right=True)


def _in_full(values: Sequence[Value]) -> list[str]:
    """Give amounts in full, all with as many decimals, so that they stand one below the other."""
    digits = 2 if any(isinstance(value, int) and value % 100 for value in values) else 0
    return [
        numbers.decimal(Decimal(value) / 100, digits) if isinstance(value, int) else "" for value in values
    ]


def _unit(amounts: Sequence[int]) -> tuple[str, int, int]:
    """Give the unit in which the largest of `amounts` is short: its letter, its worth in cents, its digits."""
    largest = max(map(abs, amounts), default=0)
    for letter, worth, least in UNITS:
        if largest >= least * 100:
            return letter, worth, 1 if letter == "M" else 0
    return "", 100, 0 if all(amount % 100 == 0 for amount in amounts) else 2
