"""A chart among the rows of a sheet: its title, then its lines, with axes that step back behind what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmo_tui.words import numbers
from pmo_tui.words.dates import date_short
from screens.cells import Line, line
from screens.sheets.rows import GAP, Row, Sheet, beside

if TYPE_CHECKING:
    from screens.charts import Series, Words

WIDEST, HIGHEST = 110, 17
"""The most cells and lines that a chart takes."""


def amounts_charted(
    sheet: Sheet, key: str, title: str, series: Sequence[Series], lines: int, about: tuple[Line, ...] = ()
) -> list[Row]:
    """Give amounts in cents over days as a chart, as `charted` does."""
    from screens.charts import Words

    words = Words(
        lambda place: date_short(date.fromordinal(round(place)), sheet.today),
        lambda cents, finer: numbers.money_short(round(cents), 1 + finer),
    )
    return charted(sheet, key, title, series, words, lines, about)


def charted(
    sheet: Sheet,
    key: str,
    title: str,
    series: Sequence[Series],
    words: Words,
    lines: int,
    about: tuple[Line, ...] = (),
) -> list[Row]:
    """Give lines as a chart of at most so many lines below its title; nothing where there is no room for one."""
    from screens.charts import LEAST, chart

    cells, lines = min(WIDEST, sheet.cells - 2), min(HIGHEST, lines)
    if cells < LEAST[0] or lines < LEAST[1]:
        return []
    drawn = chart(series, cells, lines, words, sheet.glyphs)
    if not "".join(drawn).strip():
        return []
    heading = Row(key, line(" ", (title, "strong")), about=about)
    return [GAP, heading, *(Row(None, each) for each in _calm(drawn, sheet.glyphs.bar))]


def side_by_side(left: Sequence[Row], right: Sequence[Row], cells: int, ellipsis: str) -> list[Row]:
    """Put two charts of as many lines beside each other, the left one in so many cells; help tells of both."""
    return [
        Row(
            one.key if one.key is not None else other.key,
            beside(one.line.spans, other.line.spans, cells, ellipsis),
            about=(*one.about, *other.about),
        )
        for one, other in zip(left, right, strict=True)
    ]


def _calm(drawn: list[str], bar: str) -> list[Line]:
    """Give the lines of a chart with quiet axes."""
    *plotted, axis, below = drawn
    ends = [text.index(bar) + 1 for text in plotted]
    lines = [line((text[:end], "muted"), text[end:]) for text, end in zip(plotted, ends, strict=True)]
    return [*lines, line((axis, "muted")), line((below, "muted"))]
