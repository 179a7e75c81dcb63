"""Own kinds: of which kind a column is that becomes a field of one's own, told by its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmo_tui.domain.fields import Kind
from pmo_tui.transfer.amounts import number_reader
from pmo_tui.transfer.date_formats import date_reader
from pmo_tui.transfer.examples import distinct
from pmo_tui.transfer.guess_formats import CURRENCY_SIGN, guess_dates, guess_numbers
from pmo_tui.transfer.maps import Rule
from pmo_tui.transfer.tables import Table

_NUMBER_LIKE = re.compile(r"0\d")
_LONG = 200


def own_kind(table: Table, header: str, nothing: Iterable[str] = ()) -> Kind:
    """Tell the kind: what all cells can be read as, but those that stand for nothing; otherwise text."""
    left_out = set(nothing)
    cells = [cell for cell in distinct(table, [header]) if cell not in left_out]
    if any("\n" in cell or len(cell) > _LONG for cell in cells):
        return Kind.TEXT
    if not cells or any(_NUMBER_LIKE.match(cell) for cell in cells if cell.isdigit()):
        return Kind.LINE  # 0012 is a code and no number
    rule = guess_numbers(Rule("", (header,)), cells, header)
    read = number_reader(rule.decimal, rule.thousands, rule.factor)
    if all(read(cell) is not None for cell in cells):
        return Kind.MONEY if any(CURRENCY_SIGN.search(text) for text in (header, *cells)) else Kind.DECIMAL
    dates, doubt = guess_dates(Rule("", (header,)), cells, None)
    if doubt is None and all(date_reader(dates.formats)(cell) is not None for cell in cells):
        return Kind.DATE
    return Kind.LINE
