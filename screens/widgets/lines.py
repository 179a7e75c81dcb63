"""Lines: a list of any length with a cursor that stays on its row, drawn line by line."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from screens.actions.action import Action
from screens.actions.bindings import bindings
from screens.cells import BLANK, Line, Span
from screens.widgets.drawn import Drawn
from screens.widgets.moves import MOVES
from screens.widgets.moving import moved, next_row, placed_again, top_for

__all__ = ["MOVES", "WHEEL", "Lines"]

Row = TypeVar("Row")

WHEEL = 3
"""Rows that one step of the wheel moves."""


class Lines(Drawn, Generic[Row], can_focus=True):
    """A list whose rows are drawn by a function; `show` gives it other rows and keeps the cursor on its row.

    `draw(row, cells)` gives the line of a row; `key(row)` names the row for good, and None makes it a heading
    that the cursor passes over. The rows may be any sequence, also one that reads its rows when asked.
    """

    ACTIONS: ClassVar[tuple[Action, ...]] = MOVES
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(MOVES, target=""))

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, lines: Lines[Any]) -> None:
            super().__init__()
            self.lines = lines

        @property
        def control(self) -> Lines[Any]:
            """The list it happened in."""
            return self.lines

    def __init__(
        self,
        draw: Callable[[Row, int], Line],
        key: Callable[[Row], Hashable] = lambda row: row,
        *,
        empty: Sequence[Line] = (),
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._key = key
        self._empty = tuple(empty)
        self._rows: Sequence[Row] = ()
        self._loaded = False  # what is said of an empty list is said only once it is known to be empty
        self._cursor = -1
        self._top = 0
        self.marks: set[Hashable] = set()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    @property
    def cursor(self) -> int:
        """The number of the row under the cursor, -1 where there is none."""
        return self._cursor

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if 0 <= self._cursor < len(self._rows) else None

    @property
    def key(self) -> Hashable:
        """The key of the row under the cursor."""
        row = self.row
        return None if row is None else self._key(row)

    def show(self, rows: Sequence[Row], *, empty: Sequence[Line] | None = None, at: Hashable = None) -> None:
        """Show these rows; the cursor goes to the key `at`, else stays on its row, else on its line."""
        wanted = self.key if at is None else at
        number = placed_again(len(rows), lambda number: self._key(rows[number]), wanted, self._cursor)
        self.show_at(number, rows, empty)

    def show_at(self, number: int, rows: Sequence[Row], empty: Sequence[Line] | None = None) -> None:
        """Show these rows, the cursor on the row with this number."""
        was = self.key
        self._rows = rows
        self._loaded = True
        if empty is not None:
            self._empty = tuple(empty)
        self._cursor = number
        self._top = self._with_heading(self._top)
        self.changed()
        if self.key != was:
            self.post_message(self.Moved(self))

    def move_to(self, number: int, *, by_page: bool = False) -> None:
        """Move the cursor to a row by its number, or to the nearest one that can hold it."""
        before, top, height = self._cursor, self._top, self.size.height
        count = len(self._rows)
        self._cursor = next_row(count, self._key_at, number, 1 if number >= before else -1)
        wanted = top + number - before if by_page else top
        self._top = self._with_heading(wanted)
        if self._top and next_row(count, self._key_at, 0) == self._cursor:
            self._top = top_for(self._cursor, 0, height, count)
        if self._top != top:
            self.changed()
        elif self._cursor != before:
            self.changed(before - top, self._cursor - top)
        if self._cursor != before:
            self.post_message(self.Moved(self))

    def _with_heading(self, top: int) -> int:
        """Give the first row to show so that the cursor is in sight, and the heading just above it too."""
        height = self.size.height
        top = top_for(self._cursor, top, height, len(self._rows))
        hidden = self.pinned(top) is not None or (top > 0 and self._key_at(top - 1) is None)
        return top - 1 if hidden and top == self._cursor and height > 1 else top

    def pinned(self, top: int) -> Line | None:
        """Give the line that stands over the first row shown, such as the heading of its group; None for none."""
        del top
        return None

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and step down."""
        if self.row is not None:
            self.marks ^= {self.key}
            self.changed(self._cursor - self._top)
            self.move_to(self._cursor + 1)

    def toggle_all_marks(self) -> None:
        """Mark all rows shown, or take all marks away where all are marked."""
        keys = {self._key(row) for row in self._rows} - {None}
        self.marks = set() if keys <= self.marks else self.marks | keys
        self.changed()

    def line_of(self, row: Row) -> Line:
        """Give the line of a row as it is drawn, without the column of the cursor."""
        return self._draw(row, self.size.width - 1)

    def drawn_line(self, y: int) -> Line:
        """Give the line of the row at y with the column of the cursor before it, or the words for an empty list."""
        number = self._top + y
        if y == 0 and (pinned := self.pinned(self._top)) is not None:
            return Line(((" ", ""), *pinned.spans), pinned.right)
        if number >= len(self._rows):
            told = self._empty if self._loaded and not self._rows else ()
            return told[y] if y < len(told) else BLANK
        row = self._rows[number]
        drawn = self.line_of(row)
        here = number == self._cursor
        lead = self.glyphs.lead(here=here, marked=self._key(row) in self.marks)
        if not here:
            return Line((lead, *drawn.spans), drawn.right, drawn.ground)
        # the row of the cursor is read: nothing in it steps back, and it is sent with fewer changes of colour
        return Line(
            (lead, *map(_stepping_out, drawn.spans)), tuple(map(_stepping_out, drawn.right)), "selected"
        )

    def action_do(self, action: str) -> None:
        """Move as the action of that id says."""
        page = self.size.height - (self.pinned(self._top) is not None)
        row = moved(action, self._cursor, len(self._rows), max(1, page))
        self.move_to(row, by_page="page" in action or "half" in action)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the row of the cursor in sight."""
        self._top = top_for(self._cursor, self._top, event.size.height, len(self._rows))
        self.changed()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row clicked; a second click chooses it."""
        number = self._top + event.y
        if number < len(self._rows):
            self.move_to(number)
            if event.chain > 1 and number == self._cursor:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self) -> None:
        """Move down as the wheel turns."""
        self.move_to(self._cursor + WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Move up as the wheel turns."""
        self.move_to(self._cursor - WHEEL)

    def _key_at(self, number: int) -> Hashable:
        """Give the key of a row by its number."""
        return self._key(self._rows[number])


def _stepping_out(span: Span) -> Span:
    """Give a span as it stands in the row of the cursor."""
    return (span[0], "") if span[1] == "muted" else span
