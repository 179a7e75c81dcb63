"""The table: the board's projects as rows of chosen columns, grouped with sub-totals."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.message import Message

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.lists import Heading, Table
from pmo_tui.domain.projects import Project
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_cells
from pmo_tui.words.labels import heading as heading_of
from screens.actions.action import Action
from screens.actions.bindings import bindings
from screens.board.actions import TABLE_MOVES
from screens.cells import Line, Span, cut, fit, line, safe, width
from screens.glyphs import Glyphs
from screens.values import NAMED_WIDTHS, WIDTHS, align, full, shown
from screens.widgets.lines import Lines
from screens.widgets.moves import MOVES
from screens.widgets.moving import placed_again, top_for

GAP = 2
MOST_HEADING = 14
"""The most cells that a column is widened for its heading."""
AROUND = 100
"""How many rows above and below those seen are read with them."""

USUAL = (
    "code",
    "health",
    "name",
    "phase",
    "budget",
    "overrun",
    "finish",
    "slip",
    "forecast",
    "pm",
    "programme",
    "department",
)
"""The columns where none were chosen; those that hold nothing are left out."""
FIXED = ("code", "health", "name")
"""The columns that stay when one moves to those out of sight."""
LEAST_NAME = 20
LONGEST_CODE = 20
"""The most cells that the column of codes takes."""


class Column(NamedTuple):
    """One column of the table: its field and its width in cells."""

    field: Field
    width: int


class Columns(NamedTuple):
    """The columns that are seen, and how many are out of sight on either side."""

    seen: tuple[Column, ...] = ()
    before: int = 0
    behind: int = 0


def usual(found: Table) -> tuple[str, ...]:
    """Give the columns where none were chosen: the usual ones, without those that hold nothing."""
    return tuple(
        name for name in USUAL if name in found.filled or name in {"code", "name", "health", "phase"}
    )


def columns(
    names: Sequence[str],
    catalogue: Catalogue,
    cells: int,
    longest_code: int,
    phases: Sequence[str] = (),
    skipped: int = 0,
) -> Columns:
    """Give the columns that fit into so many cells, the fixed ones and the others after the `skipped` ones.

    The name takes what the others leave.
    """
    fields = [field for name in names if (field := catalogue.find(name)) is not None]
    widths = {field.name: _width(field) for field in fields} | {
        "code": max(6, min(longest_code, LONGEST_CODE))
    }
    if "phase" in widths:
        widths["phase"] = max(widths["phase"], min(max(map(width, phases), default=0), MOST_HEADING))
    fixed = [field for field in fields if field.name in FIXED]
    others = [field for field in fields if field.name not in FIXED]
    skipped = max(0, min(skipped, len(others) - 1))
    taken: list[Column] = []
    room = cells - 4  # one cell for the cursor, three for the sign of columns out of sight
    for field in [*fixed, *others[skipped:]]:
        needed = widths[field.name] + (GAP if taken else 0)
        if needed > room:
            break
        taken.append(Column(field, widths[field.name]))
        room -= needed
    most = max(0, min(room, 40))
    seen = tuple(Column(c.field, c.width + (most if c.field.name == "name" else 0)) for c in taken)
    return Columns(seen, skipped, max(0, len(fields) - skipped - len(seen)))


def _width(field: Field) -> int:
    """Give the least width of a field's column: its values', or its heading's."""
    values = NAMED_WIDTHS.get(field.name, WIDTHS[field.kind])
    if field.kind is Kind.DATE:
        values = max(values, date_cells())
    return max(values, min(width(heading_of(field)), MOST_HEADING))


def heading(taken: Columns, order: Sequence[SortKey], glyphs: Glyphs) -> Line:
    """Give the line of headings, each over its values, the one that the table is sorted by first in strong letters.

    Signs at the ends tell of columns out of sight.
    """
    spans: list[str | Span] = [(glyphs.more_left, "accent") if taken.before else " "]
    first = order[0] if order else None
    for number, column in enumerate(taken.seen):
        gap = "" if not number else " " * GAP
        sorts = first is not None and first.field == column.field.name
        text_ = fit(heading_of(column.field), column.width, align(column.field), glyphs.ellipsis)
        spans.append((gap + text_, "strong" if sorts else "muted"))
    return line(*spans, right=[(glyphs.more_right, "accent")] if taken.behind else [])


def project_line(project: Project | None, taken: Sequence[Column], glyphs: Glyphs) -> Line:
    """Give a project's row."""
    if project is None:
        return line(glyphs.ellipsis)
    spans: list[str | Span] = []
    for number, column in enumerate(taken):
        value, role = shown(column.field, project.value(column.field.name), glyphs)
        if column.field.name == "code":
            role = "muted"
        gap = "" if not number else " " * GAP
        spans += [gap, (fit(value, column.width, align(column.field), glyphs.ellipsis), role)]
    return line(*spans)


def heading_line(group: Heading, taken: Sequence[Column], glyphs: Glyphs) -> Line:
    """Give the heading of a group: its name, how many it has, and its sub-totals under their columns.

    Where a sum leaves things out, it is said before them over how many it stands.
    """
    figures = group.figures
    sums = [
        column.field.name in figures.sums and bool(figures.sum(column.field.name).over) for column in taken
    ]
    first = sums.index(True) if True in sums else len(taken)
    label = safe(full(group.field, group.value) or _("none"))
    told = [numbers.whole(figures.count)]
    told += [
        _("{field} over {some}").format(field=heading_of(column.field).lower(), some=numbers.whole(some))
        for column, summed in zip(taken, sums, strict=True)
        if summed and (some := figures.sum(column.field.name).over) < figures.count
    ]
    room = sum(column.width + GAP for column in taken[:first]) - GAP - 2
    name = cut(label, max(1, room), glyphs.ellipsis)
    said = cut("  " + f" {glyphs.dot} ".join(told), max(0, room - width(name)), glyphs.ellipsis)
    spans: list[Span] = [(f"{glyphs.opened} ", "accent"), (name, "strong"), (said, "muted")]
    spans.append((" " * (room - width(name) - width(said)), ""))
    for column, summed in zip(taken[first:], sums[first:], strict=True):
        amount = numbers.money_short(figures.sum(column.field.name).amount) if summed else ""
        spans.append((" " * GAP + fit(amount, column.width, "right", glyphs.ellipsis), "muted"))
    return line(*spans)


Row = int | Heading


def _key(row: Row) -> int | None:
    """Give the key of a row; a heading has none, so the cursor passes over it."""
    return row if isinstance(row, int) else None


class TableLines(Lines[Row]):
    """A list of projects that reads only the rows around those it shows."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(TABLE_MOVES, target=""))
    ACTIONS: ClassVar[tuple[Action, ...]] = (*MOVES, *TABLE_MOVES)

    class Aside(Message):
        """Columns out of sight are wanted: those before (-1) or behind (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(
        self, read: Callable[[Sequence[int]], Awaitable[list[Project]]], *, id: str | None = None
    ) -> None:
        super().__init__(self._row_line, _key, id=id)
        self._read = read
        self._known: dict[int, Project] = {}
        self.columns = Columns()
        self.nothing: Sequence[Line] = ()

    async def show_table(self, table: Table, at: int | None = None) -> None:
        """Show a table, once the rows that will be seen have been read; the cursor goes to the project `at`."""
        wanted = self.key if at is None else at
        self._known = {}
        number = placed_again(len(table.rows), lambda row: _key(table.rows[row]), wanted, self.cursor)
        await self._know(table.rows, top_for(number, self._top, self.size.height, len(table.rows)))
        self.show(table.rows, empty=self.nothing, at=wanted)

    def move_to(self, number: int, *, by_page: bool = False) -> None:
        """Move to a row; rows that aren't known yet are read first, so that none is painted half."""
        first = self._first_seen(number)
        if all(row in self._known for row in self._seen(self.rows, first) if isinstance(row, int)):
            super().move_to(number, by_page=by_page)
            return
        self.run_worker(self._know_and_move(number, by_page), group="rows", exclusive=True)

    async def _know_and_move(self, number: int, by_page: bool) -> None:
        """Read the rows around a row, then move to it."""
        rows = self.rows
        await self._know(rows, self._first_seen(number))
        if rows is self.rows:
            super().move_to(number, by_page=by_page)

    async def _know(self, rows: Sequence[Row], first: int) -> None:
        """Read the projects from a good way above to a good way below the rows seen from `first` on."""
        start = max(0, min(first, len(rows) - self.size.height) - AROUND)
        wanted = rows[start : first + max(self.size.height, 40) + AROUND]
        missing = [row for row in wanted if isinstance(row, int) and row not in self._known]
        if missing:
            self._known |= {project.id: project for project in await self._read(missing)}

    def action_do(self, action: str) -> None:
        """Move as the action of that id says, aside too."""
        if action in {"table.left", "table.right"}:
            self.post_message(self.Aside(1 if action == "table.right" else -1))
        else:
            super().action_do(action)

    def _first_seen(self, number: int) -> int:
        """Give the first row that is seen when the cursor stands on a row."""
        height = max(1, self.size.height)
        number = max(0, min(number, len(self.rows) - 1))
        if self._top <= number < self._top + height:
            return self._top
        return max(0, number - height)

    def _seen(self, rows: Sequence[Row], first: int) -> Sequence[Row]:
        """Give the rows that may be seen from `first` on, as far as a page both ways."""
        return rows[first : first + 2 * max(1, self.size.height)]

    def _row_line(self, row: Row, cells: int) -> Line:
        """Draw a row or a heading."""
        del cells
        if isinstance(row, Heading):
            return heading_line(row, self.columns.seen, self.glyphs)
        return project_line(self._known.get(row), self.columns.seen, self.glyphs)
