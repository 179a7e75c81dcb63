"""The columns of a list: which of them fit, how wide they are, and what stands in each row; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.lists import Figures, Heading, Table
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_cells
from pmo_tui.words.labels import heading as heading_of
from screens.cells import Line, Span, cut, fit, line, safe, width
from screens.glyphs import Glyphs
from screens.values import WIDTHS, align, full, shown

GAP = 2
MOST_HEADING = 14
"""The most cells that a column is widened for its heading."""
MOST_CODE = 20
"""The most cells that the column of codes takes."""
TITLE, TEXT, LONG_TITLE = 32, 20, 60
"""What room there is goes to the title up to the first, to the texts up to the second, to the title up to the third."""


class Thing(Protocol):
    """What stands in a row."""

    @property
    def id(self) -> int:
        """Its key."""

    def value(self, name: str) -> Value:
        """Give the value of a field."""


Cell = Callable[[Any, Field, Glyphs], Span]
"""Gives what stands in a row of a thing under a field: text and role."""


def usual_cell(thing: Thing, field: Field, glyphs: Glyphs) -> Span:
    """Give the value of a field, the code in a quiet tone."""
    value, role = shown(field, thing.value(field.name), glyphs)
    return value, "muted" if field.name == "code" else role


class Layout(NamedTuple):
    """Which columns a list has: the usual ones, and those that stay when one moves to others out of sight.

    Usual ones that hold nothing are left out, but for those that are `kept`.
    """

    usual: tuple[str, ...]
    fixed: tuple[str, ...]
    kept: tuple[str, ...]
    title: str = "name"
    together: Mapping[str, str] = {}
    """The columns that are shown where another one holds anything."""
    widths: Mapping[str, int] = {}
    """The cells of the columns that take others than their kind."""
    share: int = 0
    """The title has one cell in so many, where titles are long: it is what one reads, and other columns yield to it."""

    def chosen(self, found: Table) -> tuple[str, ...]:
        """Give the columns where none were chosen."""
        told = found.filled.union(self.kept)
        return tuple(name for name in self.usual if self.together.get(name, name) in told)


class Column(NamedTuple):
    """One column: its field and its width in cells."""

    field: Field
    width: int


class Columns(NamedTuple):
    """The columns that are seen, and how many are out of sight on either side."""

    seen: tuple[Column, ...] = ()
    before: int = 0
    behind: int = 0


def fitting(
    layout: Layout,
    names: Sequence[str],
    catalogue: Catalogue,
    cells: int,
    longest: Mapping[str, int],
    skipped: int = 0,
) -> Columns:
    """Give the columns that fit into so many cells: the fixed ones, and the others after the `skipped` ones.

    `longest` tells of some columns how many cells their longest value takes.
    """
    fields = [field for name in names if (field := catalogue.find(name)) is not None]
    fixed = [field for field in fields if field.name in layout.fixed]
    others = [field for field in fields if field.name not in layout.fixed]
    skipped = max(0, min(skipped, len(others) - 1))
    taken: list[Column] = []
    room = cells - 4  # one cell for the cursor, three for the sign of columns out of sight
    for field in [*fixed, *others[skipped:]]:
        least = min(TITLE, cells // layout.share) if layout.share and field.name == layout.title else 0
        column = Column(field, max(least, _width(layout, field, longest)))
        needed = column.width + (GAP if taken else 0)
        if needed > room:
            break
        taken.append(column)
        room -= needed
    return Columns(
        tuple(_widened(taken, layout.title, longest, room)),
        skipped,
        max(0, len(fields) - skipped - len(taken)),
    )


def _width(layout: Layout, field: Field, longest: Mapping[str, int]) -> int:
    """Give the least width of a column: its values', or its heading's."""
    if field.name == "code":
        return max(6, min(longest.get("code", 0), MOST_CODE))
    values = layout.widths.get(field.name, WIDTHS[field.kind])
    if values == 1:
        return 1
    if field.kind is Kind.DATE:
        values = max(values, date_cells())
    return max(
        values, min(longest.get(field.name, 0), MOST_HEADING), min(width(heading_of(field)), MOST_HEADING)
    )


def _widened(taken: Sequence[Column], title: str, longest: Mapping[str, int], room: int) -> Iterator[Column]:
    """Give the columns with the room that is left, which goes to the title and to texts of unknown length."""
    widths = {column.field.name: column.width for column in taken}
    texts = [column.field.name for column in taken if column.field.kind in {Kind.LINE, Kind.REFERENCE}]
    others = [name for name in texts if name != title and name not in longest]
    titles = [name for name in texts if name == title]
    for names, most in ((titles, TITLE), (others, TEXT), (titles, LONG_TITLE)):
        for name in names:
            more = max(0, min(most - widths[name], room))
            widths[name] += more
            room -= more
    return (column._replace(width=widths[column.field.name]) for column in taken)


def heading(taken: Columns, order: Sequence[SortKey], glyphs: Glyphs) -> Line:
    """Give the line of headings, each over its values, the one that the list is sorted by first in strong letters.

    Signs at the ends tell of columns out of sight.
    """
    spans: list[str | Span] = [(glyphs.more_left, "accent") if taken.before else " "]
    first = order[0] if order else None
    for number, column in enumerate(taken.seen):
        gap = "" if not number else " " * GAP
        sorts = first is not None and first.field == column.field.name
        said = heading_of(column.field) if column.width > 1 else ""  # one sign speaks for itself
        text = fit(said, column.width, align(column.field), glyphs.ellipsis)
        spans.append((gap + text, "strong" if sorts else "muted"))
    return line(*spans, right=[(glyphs.more_right, "accent")] if taken.behind else [])


def thing_line(thing: Thing | None, taken: Sequence[Column], glyphs: Glyphs, cell: Cell = usual_cell) -> Line:
    """Give the row of a thing; of one that is not read yet an ellipsis."""
    if thing is None:
        return line(glyphs.ellipsis)
    spans: list[str | Span] = []
    for number, column in enumerate(taken):
        value, role = cell(thing, column.field, glyphs)
        gap = "" if not number else " " * GAP
        spans += [gap, (fit(value, column.width, align(column.field), glyphs.ellipsis), role)]
    return line(*spans)


def heading_line(group: Heading, taken: Sequence[Column], glyphs: Glyphs) -> Line:
    """Give the heading of a group: its name, how many it has, and its sub-totals under their columns."""
    figures = group.figures
    first = next((n for n, column in enumerate(taken) if figures.sum(column.field.name).over), len(taken))
    room = sum(column.width + GAP for column in taken[:first]) - GAP - 2
    name = safe(full(group.field, group.value) or _("none"))
    said = _counts(figures, taken[first:], room - width(name), glyphs)
    label = cut(name, max(1, room - width(said)), glyphs.ellipsis)
    spans: list[Span] = [(f"{glyphs.opened} ", "accent"), (label, "strong"), (said, "muted")]
    spans.append((" " * (room - width(label) - width(said)), ""))
    for column in taken[first:]:
        amount, over = figures.sum(column.field.name)
        told = numbers.money_short(amount) if over else ""
        spans.append((" " * GAP + fit(told, column.width, "right", glyphs.ellipsis), "muted"))
    return line(*spans)


def _counts(figures: Figures, columns: Sequence[Column], room: int, glyphs: Glyphs) -> str:
    """Tell how many things there are, and over how many a sum stands that leaves some out, in few words or fewer."""
    count = f"  {numbers.whole(figures.count)}"
    over = [(column.field, figures.sum(column.field.name).over) for column in columns]
    part = [(field, some) for field, some in over if 0 < some < figures.count]
    if not part:
        return count
    named = [
        _("{field} over {some}").format(field=heading_of(field).lower(), some=numbers.whole(some))
        for field, some in part
    ]
    short = _("over {some}").format(some=" / ".join(numbers.whole(some) for _field, some in part))
    told = (f"{count} {glyphs.dot} {each}" for each in (f" {glyphs.dot} ".join(named), short))
    return next((each for each in told if width(each) <= room), f"{count} *")
