"""The table: things as rows of chosen columns, grouped with sub-totals."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.message import Message

from pmo_tui.domain.lists import Heading, Table
from screens.actions.action import Action
from screens.actions.bindings import bindings
from screens.cells import Line
from screens.lists.columns import Cell, Columns, Thing, heading_line, thing_line, usual_cell
from screens.widgets.lines import Lines
from screens.widgets.moves import ASIDE, MOVES
from screens.widgets.moving import next_row, top_for

AROUND = 100
"""How many rows above and below those seen are read with them."""

Row = int | Heading


def _key(row: Row) -> int | None:
    """Give the key of a row; a heading has none, so the cursor passes over it."""
    return row if isinstance(row, int) else None


def _number_of(key: Hashable, rows: Sequence[Row], was: int) -> int:
    """Give the number of the row of a thing, wherever it went; where it has gone that of the row in its old place."""
    try:
        return rows.index(cast(int, key))
    except ValueError:
        return next_row(len(rows), lambda number: _key(rows[number]), was)


class TableLines(Lines[Row]):
    """A list of things that reads only the rows around those it shows."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(ASIDE, target=""))
    ACTIONS: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)

    class Aside(Message):
        """Columns out of sight are wanted: those before (-1) or behind (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(
        self,
        read: Callable[[Sequence[int]], Awaitable[Sequence[Thing]]],
        cell: Cell = usual_cell,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(self._row_line, _key, id=id)
        self._read = read
        self._cell = cell
        self._known: dict[int, Thing] = {}
        self._headings: list[int] = []
        self.columns = Columns()
        self.nothing: Sequence[Line] = ()

    def pinned(self, top: int) -> Line | None:
        """Give the heading of the group in whose midst the first row stands."""
        if not self._headings or not 0 < top < len(self.rows) or isinstance(self.rows[top], Heading):
            return None
        heading = self.rows[self._headings[bisect(self._headings, top) - 1]]
        assert isinstance(heading, Heading)
        return heading_line(heading, self.columns.seen, self.glyphs)

    @property
    def marked(self) -> list[int]:
        """The keys of the marked things that are shown, in their order."""
        return [row for row in self.rows if isinstance(row, int) and row in self.marks]

    async def show_table(self, table: Table, at: int | None = None) -> None:
        """Show a table, once the rows that will be seen have been read; the cursor goes to the thing `at`."""
        rows = table.rows
        number = _number_of(self.key if at is None else at, rows, self.cursor)
        known: dict[int, Thing] = {}
        await self._know(known, rows, top_for(number, self._top, self.size.height, len(rows)))
        # only now, for what is cut off in between must leave what stood there
        self._known = known
        self._headings = [number for number, row in enumerate(rows) if isinstance(row, Heading)]
        self.show_at(number, rows, self.nothing)

    def move_to(self, number: int, *, by_page: bool = False) -> None:
        """Move to a row; rows that aren't known yet are read first, so that none is painted half.

        The next keys wait, for they move on from there.
        """
        first = self._first_seen(number)
        if all(row in self._known for row in self._seen(self.rows, first) if isinstance(row, int)):
            super().move_to(number, by_page=by_page)
            return
        self.run_first(self._know_and_move(number, by_page), "rows")

    async def _know_and_move(self, number: int, by_page: bool) -> None:
        """Read the rows around a row, then move to it."""
        rows = self.rows
        await self._know(self._known, rows, self._first_seen(number))
        if rows is self.rows:
            super().move_to(number, by_page=by_page)

    async def _know(self, known: dict[int, Thing], rows: Sequence[Row], first: int) -> None:
        """Read the things from a good way above to a good way below the rows seen from `first` on."""
        start = max(0, min(first, len(rows) - self.size.height) - AROUND)
        wanted = rows[start : first + max(self.size.height, 40) + AROUND]
        missing = [row for row in wanted if isinstance(row, int) and row not in known]
        if missing:
            known |= {thing.id: thing for thing in await self._read(missing)}

    def action_do(self, action: str) -> None:
        """Move as the action of that id says, aside too."""
        if action in {"move.left", "move.right"}:
            self.post_message(self.Aside(1 if action == "move.right" else -1))
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
        return thing_line(self._known.get(row), self.columns.seen, self.glyphs, self._cell)
