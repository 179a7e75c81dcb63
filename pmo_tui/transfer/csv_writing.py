"""CSV of things: one row each under the fields' stable names, safe to open in a spreadsheet, read again unchanged."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from pmo_tui.domain.fields import NUMERIC, Field, Kind
from pmo_tui.domain.items import Thing
from pmo_tui.transfer.plain import cell

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_HARMLESS = NUMERIC | {Kind.DATE, Kind.HEALTH, Kind.YES_NO}


def escape(text: str) -> str:
    """Give a text with an apostrophe before it where a spreadsheet would take it for a formula.

    A text that already begins with apostrophes before such a sign gets one more, so that reading can take one away.
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def to_csv(things: Iterable[Thing], fields: Sequence[Field], delimiter: str = ",") -> str:
    """Give things as CSV, with a header of stable names, texts made safe and numbers left numbers."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow([field.name for field in fields])
    harmless = [field.kind in _HARMLESS for field in fields]
    columns = list(zip(fields, harmless, strict=True))
    for thing in things:
        cells = ((cell(field, thing.value(field.name)), safe) for field, safe in columns)
        writer.writerow([found if safe else escape(found) for found, safe in cells])
    return text.getvalue()
