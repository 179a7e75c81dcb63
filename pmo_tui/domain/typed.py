"""Typed values: what a person types into a field, read as its value, and a value as the text one edits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from pmo_tui.domain.checks import kept
from pmo_tui.domain.days import read_day
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.money import parse_amount
from pmo_tui.domain.numbers import read_number
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.spellings import HEALTH_OF, SEPARATORS, YES_NO, YES_NO_OF
from pmo_tui.domain.text import fold


def read(field: Field, text: str, today: date, point: str = ".") -> Value:
    """Give the value that `text` means in `field`, as it is kept; a blank text is nothing.

    Raises Refusal where it means none. What is relative, such as `+30d`, counts from `today`; `point` is the sign
    that the person at the keyboard writes before decimals.
    """
    if not text.strip():
        return field.empty
    if field.kind in _NUMBERS:
        return kept(field, _NUMBERS[field.kind](text.strip(), point))
    reader = _READERS.get(field.kind)
    return kept(field, reader(text.strip(), today) if reader else text)


def written(field: Field, value: Value, point: str = ".") -> str:
    """Give a value as the text one edits, in the notation that `read` takes, with `point` before decimals."""
    if value is None:
        return ""
    if isinstance(value, Health):
        return "" if value is Health.GREY else value.value
    if isinstance(value, bool):
        return YES_NO[int(value)][0]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _joined(value, SEPARATORS[field.kind]) if field.kind in SEPARATORS else "\n".join(value)
    if field.kind is Kind.MONEY and isinstance(value, int):
        return _amount(value, point)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", point)
    return str(value)


def last_item(field: Field, text: str) -> tuple[str, str]:
    """Give what stands before the last item of a list being typed, and that item; lists of other kinds have one."""
    at = max((text.rfind(sign) for sign in SEPARATORS.get(field.kind, "")), default=-1)
    head, item = text[: at + 1], text[at + 1 :]
    return head + item[: len(item) - len(item.lstrip())], item.strip()


def quoted(field: Field, item: str) -> str:
    """Give one item of a list as it is written among others."""
    return in_quotes(item, SEPARATORS[field.kind]) if field.kind in SEPARATORS else item


def _amount(cents: int, point: str) -> str:
    """Give an amount with its thousands parted, and its cents where it has any."""
    whole, rest = divmod(abs(cents), 100)
    decimals = f"{point}{rest:02d}" if rest else ""
    return f"{'-' if cents < 0 else ''}{whole:,}".replace(",", " ") + decimals


def _joined(items: Iterable[str], signs: str) -> str:
    """Give items on one line, each in quotation marks where it would be parted."""
    return f"{signs[0]} ".join(in_quotes(item, signs) for item in items)


def in_quotes(item: str, signs: str) -> str:
    """Give an item in quotation marks where it holds a sign that parts."""
    if item.startswith('"') or any(sign in item for sign in signs):
        return '"' + item.replace('"', '""') + '"'
    return item


@cache
def _item(part: str, lead: str) -> re.Pattern[str]:
    """Give the pattern of one item: what leads, then quotation marks or all up to what parts."""
    return re.compile(rf'\s*({lead})\s*(?:"((?:[^"]|"")*)"|((?:(?!{part}).)*))\s*(?:{part}|$)', re.DOTALL)


def items(text: str, part: str, lead: str = "") -> Iterator[tuple[str, str]]:
    """Walk the items of a line, each with what leads it; `part` and `lead` are patterns."""
    at = 0
    while at < len(text) and (match := _item(part, lead).match(text, at)):
        item = match[3] if match[2] is None else match[2].replace('""', '"')
        if match[1] or item.strip():
            yield match[1], item.strip()
        at = match.end()


def _tags(text: str, _today: date) -> Value:
    """Read tags."""
    return tuple(item for _lead, item in items(text, f"[{SEPARATORS[Kind.TAGS]}]"))


def _references(text: str, _today: date) -> Value:
    """Read names."""
    return tuple(item for _lead, item in items(text, f"[{SEPARATORS[Kind.REFERENCES]}]"))


def _links(text: str, _today: date) -> Value:
    """Read links, one a line."""
    return tuple(text.splitlines())


def _integer(text: str, point: str) -> Value:
    """Read a whole number; one with decimals is none, were they zeros, for `1.000` is a thousand to many."""
    number = read_number(text, point)
    if number is None or number.as_tuple().exponent != 0:
        raise Refusal(N_("“{text}” is no whole number: write one such as 3."), text=text)
    return int(number)


def _decimal(text: str, point: str) -> Value:
    """Read a number with decimals."""
    number = read_number(text, point)
    if number is None:
        raise Refusal(N_("“{text}” is no number: write one such as 3.5."), text=text)
    return number


def _share(text: str, point: str) -> Value:
    """Read a percentage, with or without its sign."""
    return _decimal(text.removesuffix("%").rstrip(), point)


def _day(text: str, today: date) -> Value:
    """Read a day."""
    return read_day(text, today)


def _health(text: str, _today: date) -> Value:
    """Read a health by its word or letter."""
    health = HEALTH_OF.get(fold(text))
    if health is None:
        raise Refusal(N_("“{text}” is no weather: write g, a, r or -."), text=text)
    return health


def _yes_no(text: str, _today: date) -> Value:
    """Read yes or no."""
    word = fold(text)
    if word not in YES_NO_OF:
        raise Refusal(N_("“{text}” is neither yes nor no."), text=text)
    return YES_NO_OF[word]


_NUMBERS: dict[Kind, Callable[[str, str], Value]] = {
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.SHARE: _share,
    Kind.MONEY: parse_amount,
}

_READERS: dict[Kind, Callable[[str, date], Value]] = {
    Kind.DATE: _day,
    Kind.HEALTH: _health,
    Kind.YES_NO: _yes_no,
    Kind.REFERENCES: _references,
    Kind.TAGS: _tags,
    Kind.LINKS: _links,
}
