"""Values: how a field's value is shown in a cell of a table or beside its label; pure."""

from __future__ import annotations

from decimal import Decimal

from pmo_tui.domain.fields import NUMERIC, Field, Kind, Value
from pmo_tui.domain.health import Dimension, Health
from pmo_tui.domain.lists import Figures
from pmo_tui.domain.weather import Reading
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_
from pmo_tui.words.labels import label as label  # noqa: PLC0414 - screens take these from here
from pmo_tui.words.labels import named as named  # noqa: PLC0414
from pmo_tui.words.labels import said_of as said_of  # noqa: PLC0414
from pmo_tui.words.values import said
from screens.cells import Align, Span
from screens.glyphs import Glyphs

WIDTHS = {
    Kind.LINE: 14,
    Kind.TEXT: 30,
    Kind.INTEGER: 8,
    Kind.DECIMAL: 8,
    Kind.MONEY: 9,
    Kind.DATE: 11,
    Kind.HEALTH: 6,
    Kind.CHOICE: 12,
    Kind.YES_NO: 5,
    Kind.REFERENCE: 12,
    Kind.REFERENCES: 18,
    Kind.TAGS: 18,
    Kind.LINKS: 24,
    Kind.DAYS: 8,
    Kind.PERCENT: 8,
    Kind.SHARE: 6,
}
"""How many cells a column of each kind takes in a table."""


def align(field: Field) -> Align:
    """Tell to which side a field's values stand in a column: numbers to the right."""
    return "right" if field.kind in NUMERIC else "left"


def shown(field: Field, value: Value, glyphs: Glyphs) -> Span:
    """Give a value as text and role: short, in the language now spoken, empty where there is none."""
    if isinstance(value, Health):
        return glyphs.health(value.value)
    if value is None or value == ():
        return "", "muted"
    if field.kind is Kind.PERCENT and isinstance(value, Decimal):
        return numbers.percent(value), "bad" if value > 0 else "good"
    if field.kind is Kind.DAYS and isinstance(value, int):
        return days(value), "bad" if value > 0 else "good"
    return text(field, value), ""


def text(field: Field, value: Value) -> str:
    """Give a value as one line of plain text in little room: amounts in short."""
    if field.kind is Kind.MONEY and isinstance(value, int):
        return numbers.money_short(value)
    return full(field, value)


def full(field: Field, value: Value) -> str:
    """Give a value as one line of plain text that leaves nothing out."""
    return " ".join(said(field, value, date_).split())


def reason(reading: Reading, *, brief: bool = False) -> str:
    """Give in words why a dimension's figures say what they say, and beyond which limit unless it is to be brief."""
    figure, limit = str(reading.figure), str(reading.limit)
    if reading.dimension is Dimension.COST:
        figure = numbers.percent(reading.figure, signed=False)
        limit = numbers.percent(reading.limit, 0, signed=False)
    told = _(reading.reason).format(figure=figure)
    return told if brief else _("{reason} (limit {limit})").format(reason=told, limit=limit)


def days(count: int) -> str:
    """Give a number of days with its sign, below a heading that says which: late is positive."""
    return _("{number} d").format(number=_signed(count))


def counted(field: Field, value: Value) -> str:
    """Give a value as `full` does, a number of days with its unit."""
    if field.kind is Kind.DAYS and isinstance(value, int):
        return _("{number} d").format(number=numbers.whole(value))
    return full(field, value)


def calendar_days(count: int) -> str:
    """Give a number of calendar days with its sign, where working days are told beside it."""
    return _("{number} cal. d").format(number=_signed(count))


def _signed(count: int) -> str:
    """Give a whole number with its sign."""
    sign = "+" if count > 0 else numbers.MINUS if count < 0 else ""
    return f"{sign}{numbers.whole(abs(count))}"


def total(figures: Figures, name: str, currency: str = "") -> str:
    """Give the sum of a field that hides nothing: "494 181 M GBP over 191 of 235"; "" where none has an amount."""
    amount, over = figures.sum(name)
    if not over:
        return ""
    told = f"{numbers.money_short(amount)} {currency}".rstrip()
    if over == figures.count:
        return told
    return _("{amount} over {some} of {all}").format(
        amount=told, some=numbers.whole(over), all=numbers.whole(figures.count)
    )
