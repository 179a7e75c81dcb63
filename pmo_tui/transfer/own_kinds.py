"""Own kinds: of which kind a column is that becomes a field of one's own, told by its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from pmo_tui.domain.checks import LARGEST_NUMBER
from pmo_tui.domain.fields import Kind
from pmo_tui.transfer.amounts import number_reader
from pmo_tui.transfer.date_formats import date_reader
from pmo_tui.transfer.guess_formats import CURRENCY_SIGN, guess_dates, guess_numbers
from pmo_tui.transfer.guessing import filled
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.matching import Matcher
from pmo_tui.transfer.tables import Table

_NUMBER_LIKE = re.compile(r"0\d")
_LONG = 200
_SAMPLE = 500
"""How many different cells a guess of their dates looks at, before all of them are read by it."""


def own_kind(table: Table, header: str, the_map: ImportMap) -> Kind:
    """Tell the kind: what all cells can be read as, but those that stand for nothing; otherwise text."""
    if any("\n" in cell or len(cell) > _LONG for cell in table.column(header)):
        return Kind.TEXT
    nothing = Matcher(
        dict.fromkeys((*the_map.empty, *(t for rule in the_map.rules for t in rule.empty or ())), True)
    )
    cells = [cell for cell in dict.fromkeys(filled(table, header)) if not nothing.find(cell)]
    if not cells or any(_NUMBER_LIKE.match(cell) for cell in cells if cell.isdigit()):
        return Kind.LINE  # 0012 is a code and no number
    rule = Rule("", (header,))
    return _number_kind(rule, cells, header) or _date_kind(rule, cells) or Kind.LINE


def _number_kind(rule: Rule, cells: Sequence[str], header: str) -> Kind | None:
    """Give the kind of numbers that all cells are, None where one is none or would not be kept as it stands."""
    rule = guess_numbers(rule, cells, header)
    read = number_reader(rule.decimal, rule.thousands, rule.factor)
    money = any(CURRENCY_SIGN.search(text) for text in (header, *cells))
    if not all(_fits(read(cell), money=money) for cell in cells):
        return None
    return Kind.MONEY if money else Kind.DECIMAL


def _fits(number: Decimal | None, *, money: bool) -> bool:
    """Tell whether a number is kept as it stands; an amount may be rounded to the cent."""
    return number is not None and abs(number) <= LARGEST_NUMBER and (money or number == round(number, 4))


def _date_kind(rule: Rule, cells: Sequence[str]) -> Kind | None:
    """Give the kind of dates where all cells are, and in a way that leaves no doubt."""
    dates, doubt = guess_dates(rule, list(islice(cells, _SAMPLE)), None)
    read = date_reader(dates.formats)
    return Kind.DATE if doubt is None and all(read(cell) is not None for cell in cells) else None
