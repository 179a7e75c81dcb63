"""Values as a person reads them, in the language now spoken; for programs there are the notations of files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.words import _, numbers


def said(field: Field, value: Value, day: Callable[[date], str] = date.isoformat) -> str:
    """Give a value in full, "" where there is none; a text keeps its lines, and `day` writes a day."""
    if value is None:
        return ""
    if isinstance(value, Health):
        return _(HEALTH_LABELS[value])
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | Decimal):
        return number(field, value)
    return _(field.said[value]) if value in field.said else value


def number(field: Field, value: int | Decimal) -> str:
    """Give a number with no more digits than it has, an amount to the cent."""
    if field.kind is Kind.MONEY:
        return numbers.money(int(value))
    if field.kind is Kind.PERCENT:
        return numbers.percent(value)
    if isinstance(value, int):
        return numbers.whole(value)
    digits = max(0, -int(value.normalize().as_tuple().exponent))
    if field.kind is Kind.SHARE:
        return numbers.percent(value, digits, signed=False)
    return numbers.decimal(value, digits)
