"""The tab of the bands over time: how many risks stood in each at the end of each week, stacked and counted; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from pmo_tui.domain.risk_grades import heat, letters
from pmo_tui.services.risk_weeks import Point
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import month_short
from screens.cells import BLANK, Line, Span, fit, line
from screens.figures.sheet import Sheet
from screens.sheets.rows import GAP, Row, explained, head, muted

_CELL = 5
"""The cells of a week."""
_LABEL = 17
_LEAST = 4
"""The fewest lines in which a stack of bands can be told."""
_HIGHEST = 12


def bands(sheet: Sheet) -> list[Row]:
    """Give the bands at the end of each week: as stacks where there is room, and counted, the hottest first."""
    points = sheet.known.points
    if not points:
        return [muted(_("The journal knows too little of these risks yet for a curve."))]
    seen = points[-max(1, min(len(points), (sheet.cells - _LABEL - 2) // _CELL)) :]
    counted = [*_days(seen), *_counts(sheet, seen)]
    stacks = [Row(None, each) for each in _stacks(sheet, seen, sheet.lines - len(counted) - 3)]
    return [
        head(_("Risks by band at the end of each week")),
        *([GAP, *stacks] if stacks else []),
        *counted,
    ]


def _stacks(sheet: Sheet, points: Sequence[Point], lines: int) -> Iterator[Line]:
    """Walk the lines of stacks of the bands' letters, the hottest at the foot, where its course is read best."""
    most = max(sum(point.bands) for point in points)
    lines = min(lines, _HIGHEST)
    if lines < _LEAST or not most:
        return
    columns = [_stack(point.bands, lines / most) for point in points]
    signs = letters(sheet.known.scales.bands)
    for level in reversed(range(lines)):
        spans: list[str | Span] = [" " * (_LABEL + 2)]
        for column in columns:
            number = column[level] if level < len(column) else None
            spans.append(
                " " * _CELL if number is None else (_block(signs[number]), _role(number, len(signs)))
            )
        yield line(*spans) if any(level < len(column) for column in columns) else BLANK


def _stack(counts: Sequence[int], scale: float) -> list[int]:
    """Give the number of the band on each level of a stack, from its foot up."""
    hottest_first = range(len(counts) - 1, -1, -1)
    ends = [round(total * scale) for total in accumulate(counts[number] for number in hottest_first)]
    levels: list[int] = []
    for number, end in zip(hottest_first, ends, strict=True):
        levels += [number] * (end - len(levels))
    return levels


def _block(letter: str) -> str:
    """Give a letter as a piece of a stack, over the last digits of the week's day."""
    return fit(letter * 3, _CELL, "right")


def _days(points: Sequence[Point]) -> Iterator[Row]:
    """Walk the two lines that name the weeks: the months where they begin, and the days."""
    months = "".join(
        fit(
            month_short(point.day.month) if n == 0 or points[n - 1].day.month != point.day.month else "",
            _CELL,
            "right",
        )
        for n, point in enumerate(points)
    )
    days = "".join(fit(str(point.day.day), _CELL, "right") for point in points)
    for words in (months, days):
        yield Row(None, line(" " * (_LABEL + 2), (words, "muted")))


def _counts(sheet: Sheet, points: Sequence[Point]) -> Iterator[Row]:
    """Walk the lines that count the risks of each band, and of all."""
    scales = sheet.known.scales
    signs = letters(scales.bands)
    for number in reversed(range(len(scales.bands))):
        role = _role(number, len(signs))
        counts = _numbers([point.bands[number] for point in points])
        label = fit(f"{signs[number]} {scales.bands[number].name}", _LABEL)
        yield Row(f"band{number}", line(" ", (label, role), " ", (counts, role)), about=_about(sheet))
    totals = _numbers([sum(point.bands) for point in points])
    yield Row("total", line(" ", (fit(_("Total"), _LABEL), "muted"), " ", (totals, "strong")))


def _numbers(counts: Sequence[int]) -> str:
    """Give a number for each week."""
    return "".join(fit(numbers.whole(count), _CELL, "right") for count in counts)


def _role(number: int, of: int) -> str:
    """Give the role of a band's heat."""
    return f"heat{heat(number, of)}"


def _about(sheet: Sheet) -> tuple[Line, ...]:
    """Tell where the bands begin."""
    told = ", ".join(
        _("{band} from {least}").format(band=band.name, least=band.least) for band in sheet.known.scales.bands
    )
    return explained(told)
