"""Plain values: what a field holds as files have it, money in units of the currency, exact to the last digit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.money import units
from pmo_tui.domain.spellings import SEPARATORS
from pmo_tui.transfer.lists import join_list

Plain = str | int | bool | date | Decimal | list[str] | None
"""A value as TOML and JSON know it, but for Decimal and date, which each writes in its way."""

JOINTS = {**SEPARATORS, Kind.LINKS: ""}
"""The signs by which the items of a list in one cell are parted, where none of them holds such a sign."""


def plain(field: Field, value: Value) -> Plain:
    """Give a value as files have it."""
    if value is None:
        return None  # most fields of most projects
    if isinstance(value, Health):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    if field.kind is Kind.MONEY and isinstance(value, int):
        return number(units(value))
    return number(value) if isinstance(value, Decimal) else value


def number(value: Decimal) -> int | Decimal:
    """Give a number without decimals as a whole one, so that no file says 12.0 or 1E+2."""
    return int(value) if value == value.to_integral_value() else value


def cell(field: Field, value: Value) -> str:
    """Give a value as the text of one cell, in the notation that is read again without a map."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return join_list(value, JOINTS.get(field.kind, ""))
    found = plain(field, value)
    return f"{found:f}" if isinstance(found, Decimal) else str(found)
