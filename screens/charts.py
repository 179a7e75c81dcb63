"""Line charts as text: axes and labels are ours, plotext draws the lines; nothing else touches plotext.

plotext is a state machine shared by the whole process, so one lock stands before it; it is imported on first use.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import NamedTuple

from screens.cells import fit, safe, width
from screens.glyphs import Glyphs

Corner = tuple[float, float]
"""A place and the value there."""

LEAST = (34, 7)
"""The cells and rows below which there is no chart."""

_LOCK = Lock()
_NARROWEST = 10
"""The cells between the labels below which there is no chart."""
_APART = 4
"""How many cells at least part two words below the chart."""
_FINEST = 2
"""By how many digits more a value is said, where rows would be called alike."""
_NICE = (1, 2, 2.5, 5)
_COARSER = 1.6
"""By how much a scale may be coarser than the finest, to keep the ends of lines apart."""


def there() -> bool:
    """Tell whether plotext can be used: for some systems it has to be compiled, and its kernel can be missing."""
    try:
        import plotext  # noqa: F401 - whether it can be imported is the question
    except (ImportError, OSError):
        return False
    return True


class Series(NamedTuple):
    """One line: what it is called at its end, the sign that draws it, and its runs of corners from left to right."""

    label: str
    sign: str
    runs: tuple[tuple[Corner, ...], ...]


class Words(NamedTuple):
    """How a place and a value are said beside the axes; a value is said finer where rows would be called alike."""

    place: Callable[[float], str]
    value: Callable[[float, int], str]


class Scale(NamedTuple):
    """The values of the rows: the lowest, how much each row is worth, and every how many rows one is named."""

    low: float
    unit: float
    every: int

    def row(self, value: float) -> int:
        """Give the row of a value, counted from the bottom."""
        return math.floor((value - self.low) / self.unit + 0.5)


def chart(series: Sequence[Series], cells: int, rows: int, words: Words, glyphs: Glyphs) -> list[str]:
    """Draw lines as exactly `rows` lines of `cells` cells; blank where there is no room."""
    blank = [" " * cells] * rows
    corners = [corner for each in series for run in each.runs for corner in run]
    values = [value for _place, value in corners]
    if not corners or cells < LEAST[0] or rows < LEAST[1] or not there():
        return blank
    height = rows - 2
    last = [each.runs[-1][-1][1] for each in series if each.runs]
    scale = scale_of(min(values), max(values), height, last)
    named = _named(scale, height, words.value)
    ends = _ends(series, scale, height)
    left = max(width(text) for text in named.values()) + 1
    right = max(width(text) for text in ends.values())
    room = cells - left - right - 3
    if room < _NARROWEST:
        return blank
    places = [place for place, _value in corners]
    span = (min(places), max(places))
    drawn = _together([_plotted(each, room, height, scale, span) for each in series], room)
    lines = [
        f"{fit(named.get(row, ''), left, 'right')} {glyphs.bar}{drawn[row]} {fit(ends.get(row, ''), right)}"
        for row in reversed(range(height))
    ]
    axis, below = _axis(room, span, words.place, glyphs)
    return [*lines, *(fit(" " * (left + 1) + text, cells) for text in (axis, below))]


def scale_of(low: float, high: float, height: int, ends: Sequence[float] = ()) -> Scale:
    """Give a fine scale that holds all values, has zero if it can, and puts the ends of lines on rows of their own."""
    if low > 0 and (high - low) * 4 > low:
        low = 0.0
    high = max(high, low + abs(low) * 1e-9, low + 1)
    fitting = list(_scales(low, high, height))
    finest = min(scale.unit for scale in fitting)

    def clashes(scale: Scale) -> int:
        """Count the ends that differ and yet stand on one row."""
        return len(set(ends)) - len({scale.row(value) for value in ends})

    near = [scale for scale in fitting if scale.unit <= finest * _COARSER]
    return min(near, key=lambda scale: (clashes(scale), scale.unit))


def _scales(low: float, high: float, height: int) -> Iterator[Scale]:
    """Give scales that hold all values and name a few rows by round values."""
    power = 10.0 ** math.floor(math.log10((high - low) / height))
    most = max(1, (height - 1) // (2 if height > 9 else 1))
    for step in (nice * power * factor for factor in (1, 10, 100, 1000) for nice in _NICE):
        for every in range(1, most + 1):
            scale = Scale(math.floor(low / step) * step, step / every, every)
            if scale.row(high) < height and math.ceil(height / every) <= max(3, height // 2):
                yield scale


def _named(scale: Scale, height: int, say: Callable[[float, int], str]) -> dict[int, str]:
    """Give the words of the named rows, as fine as it takes to tell them apart."""
    rows = range(0, height, scale.every)
    named: dict[int, str] = {}
    for finer in range(_FINEST + 1):
        named = {row: safe(say(scale.low + row * scale.unit, finer)) for row in rows}
        if len(set(named.values())) == len(named):
            return named
    return {min(row for row in rows if named[row] == text): text for text in named.values()}


def _ends(series: Sequence[Series], scale: Scale, height: int) -> dict[int, str]:
    """Give the labels of the ends of lines by row, each as near to its end as the others leave room."""
    ending = sorted((each.runs[-1][-1][1], number) for number, each in enumerate(series) if each.runs)
    labels: dict[int, str] = {}
    row = -1
    for value, number in ending:
        row = max(row + 1, scale.row(value))
        labels[row] = safe(f"{series[number].sign} {series[number].label}")
    return labels if row < height else _pushed_down(labels, height)


def _pushed_down(labels: dict[int, str], height: int) -> dict[int, str]:
    """Move labels that stand above the chart down to the highest rows that are free."""
    pushed: dict[int, str] = {}
    top = height - 1
    for row, text in sorted(labels.items(), reverse=True):
        row = min(row, top)
        pushed[row] = text
        top = row - 1
    return pushed


def _together(layers: Sequence[list[str]], cells: int) -> list[str]:
    """Lay lines over one another; where they meet their signs take turns, so that none hides another."""
    rows = []
    for parts in zip(*layers, strict=True):
        signs = [[part[column] for part in parts if part[column] != " "] for column in range(cells)]
        rows.append("".join(each[column % len(each)] if each else " " for column, each in enumerate(signs)))
    return rows


def _plotted(series: Series, cells: int, rows: int, scale: Scale, span: tuple[float, float]) -> list[str]:
    """Give one line alone, row by row from the bottom; it goes from cell to cell, as its label does."""
    import plotext

    with _LOCK:
        plotext.terminal.limit(False, False)
        figure = plotext.figure
        figure.clear()
        figure.plot_size(cells, rows)
        figure.theme("colorless")
        figure.axes(False)
        for axis, last, sides in (("x", cells - 1, ("lower", "upper")), ("y", rows - 1, ("left", "right"))):
            figure.ruler(axis, sides[0]).lim(0, max(1, last))
            for side in sides:
                figure.ruler(axis, side).ticks([], [])
        for run in series.runs:
            columns = [_column(place, span, cells) for place, _value in run]
            line = figure.signal(columns, [scale.row(value) for _place, value in run], marker=series.sign)
            line.lines(True)
            figure.draw(line)
        text: str = figure.build().string(colorless=True)
        figure.clear()
    return text.rstrip("\n").split("\n")[::-1]


def _column(place: float, span: tuple[float, float], cells: int) -> int:
    """Give the column of a place."""
    first, last = span
    return math.floor((place - first) / (last - first) * (cells - 1) + 0.5) if last > first else 0


def _axis(
    cells: int, span: tuple[float, float], say: Callable[[float], str], glyphs: Glyphs
) -> tuple[str, str]:
    """Give the axis below the lines and the words below that: both ends, and the middle where there is room."""
    first, last = span
    shares = () if last <= first else (0.5, 1.0) if cells >= 44 else (1.0,)
    axis, below = [glyphs.rule] * cells, safe(say(first))
    for share in shares:
        column = round(share * (cells - 1))
        text = safe(say(first + share * (last - first)))
        start = min(cells - width(text), column - width(text) // 2)
        if start < width(below) + _APART:
            continue
        axis[column] = glyphs.corner
        below += " " * (start - width(below)) + text
    return glyphs.corner + "".join(axis), " " + below
