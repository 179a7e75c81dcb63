"""The grid: the board as columns of cards, with a cursor that stays on its project."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from pmo_tui.domain.boards import Board, Card, Column
from pmo_tui.words import numbers
from screens.actions.action import Action
from screens.actions.bindings import bindings
from screens.board.cards import card_spans, sum_text, title_spans, title_width
from screens.board.layout import Placed, placed
from screens.cells import BLANK, Line, Span, line
from screens.widgets.drawn import Drawn
from screens.widgets.moves import ASIDE, MOVES
from screens.widgets.moving import moved, top_for

HEAD = 3
"""Lines above the cards: titles, sums, a rule."""


class Grid(Drawn, can_focus=True):
    """Shows a board; `show` gives it another one and keeps the cursor on its project."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*MOVES, *ASIDE), target=""))
    ACTIONS: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)

    class Moved(Message):
        """The cursor stands on another project."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.board: Board | None = None
        self.marks: set[int] = set()
        self.nothing = ""
        self._column = 0
        self._rows: dict[int, int] = {}
        self._tops: dict[int, int] = {}
        self._places: tuple[Placed, ...] = ()

    @property
    def card(self) -> Card | None:
        """The card under the cursor."""
        cards = self._cards(self._column)
        row = self._rows.get(self._column, 0)
        return cards[row] if row < len(cards) else None

    @property
    def key(self) -> int | None:
        """The key of the project under the cursor."""
        return self.card.id if self.card else None

    @property
    def phase(self) -> str | None:
        """The name of the phase of the cursor's column."""
        return self.board.columns[self._column].phase.name if self.board and self.board.columns else None

    @property
    def marked(self) -> list[int]:
        """The keys of the marked projects among those shown, in the order of the board."""
        columns = self.board.columns if self.board else ()
        return [card.id for column in columns for card in column.cards if card.id in self.marks]

    def show(self, board: Board, at: int | None = None) -> None:
        """Show a board; the cursor goes to the project `at`, else stays on its project, else near its place."""
        wanted = self.key if at is None else at
        was = self.key
        same = self.board is not None and self.board.columns == board.columns
        self.board = board
        if not same or at is not None:
            self._place_again(wanted)
            self._arrange()
            self.changed()
        if self.key != was or not same:
            self.post_message(self.Moved())

    def move_to(self, key: int) -> None:
        """Move the cursor to a project, if it is shown."""
        if self.board is not None:
            self.show(self.board, at=key)

    def toggle_mark(self) -> None:
        """Mark the project under the cursor, or take its mark away, and step down."""
        if self.key is not None:
            self.marks ^= {self.key}
            self._row_changed()
            self._go(self._column, self._rows.get(self._column, 0) + 1)

    def toggle_all_marks(self) -> None:
        """Mark all projects shown, or take all marks away where all are marked."""
        keys = {card.id for column in (self.board.columns if self.board else ()) for card in column.cards}
        self.marks = set() if keys <= self.marks else self.marks | keys
        self.changed()

    def drawn_line(self, y: int) -> Line:
        """Give one line through all columns."""
        if self.board is None:
            return BLANK
        if y == HEAD and not self.board.figures.count:
            return line(f" {self.nothing}")
        spans: list[Span] = []
        at = 0
        for place in self._places:
            start = max(at, place.left - (1 if y >= HEAD else 0))
            spans.append((" " * (start - at), ""))
            drawn, used = self._cell(place, y)
            spans += drawn
            at = start + used
        return self._with_hints(spans) if y == HEAD - 1 else Line(tuple(spans))

    def _with_hints(self, spans: list[Span]) -> Line:
        """Put signs at the ends of the rule where phases with projects are out of sight."""
        assert self.board is not None
        seen = [place.number for place in self._places]
        filled = [number for number, column in enumerate(self.board.columns) if column.figures.count]
        if seen and any(number < seen[0] for number in filled):
            spans = [(self.glyphs.more_left, "accent"), *spans[1:]]
        if not seen or not any(number > seen[-1] for number in filled):
            return Line(tuple(spans))
        room = self.size.width - 1 - sum(len(text) for text, _role in spans)
        text, role = spans[-1]
        spans[-1] = (text[:room] if room < 0 else text + " " * room, role)
        return Line((*spans, (self.glyphs.more_right, "accent")))

    def action_do(self, action: str) -> None:
        """Move as the action of that id says."""
        if action in {"move.left", "move.right"}:
            self._step(1 if action == "move.right" else -1)
            return
        row, count = self._rows.get(self._column, 0), len(self._cards(self._column))
        self._go(self._column, moved(action, row, count, self._height()))

    def on_resize(self, event: events.Resize) -> None:
        """Lay the columns out anew."""
        del event
        self._arrange()
        self.changed()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the card clicked; a second click chooses it."""
        for place in self._places:
            row = self._tops.get(place.number, 0) + event.y - HEAD
            if place.left - 1 <= event.x < place.left + place.width and 0 <= row < len(
                self._cards(place.number)
            ):
                self._go(place.number, row)
                if event.chain > 1:
                    self.post_message(self.Chosen())

    def _cell(self, place: Placed, y: int) -> tuple[list[Span], int]:
        """Give what one column shows on line y and how many cells that takes."""
        assert self.board is not None
        column = self.board.columns[place.number]
        if y == 0:
            return title_spans(column, place.width, self.glyphs, whole=self._whole), place.width
        if y == 1:
            return [(sum_text(column, place.width).ljust(place.width), "muted")], place.width
        if y == 2:
            return [(self._rule(column, place), "faint")], place.width
        row = self._tops.get(place.number, 0) + y - HEAD
        if row >= len(column.cards):
            return [(" " * (place.width + 1), "")], place.width + 1
        return self._card(column.cards[row], place, row)

    def _card(self, card: Card, place: Placed, row: int) -> tuple[list[Span], int]:
        """Give a card with the column of cursor and mark before it."""
        spans = card_spans(card, place.width, self.glyphs)
        here = place.number == self._column and row == self._rows.get(self._column, 0)
        spans = [self.glyphs.lead(here=here, marked=card.id in self.marks), *spans]
        if here:
            spans = [(text, f"{role}@selected") for text, role in spans]
        return spans, place.width + 1

    def _rule(self, column: Column, place: Placed) -> str:
        """Give the rule under a title, at its ends how many cards stand above and below those that are seen."""
        above = self._tops.get(place.number, 0)
        below = column.figures.count - above - self._height()
        start = f"{self.glyphs.ascending}{numbers.whole(above)} " if above > 0 else ""
        end = f" {self.glyphs.descending}{numbers.whole(below)}" if below > 0 else ""
        return start + self.glyphs.rule * (place.width - len(start) - len(end)) + end

    @property
    def _whole(self) -> bool:
        """Whether the board shows the whole portfolio."""
        return self.board is not None and self.board.figures.count == self.board.of

    def _height(self) -> int:
        """Give how many cards one column shows."""
        return max(1, self.size.height - HEAD)

    def _cards(self, number: int) -> tuple[Card, ...]:
        """Give the cards of a column by its number."""
        columns = self.board.columns if self.board else ()
        return columns[number].cards if number < len(columns) else ()

    def _step(self, by: int) -> None:
        """Move to the next column with cards, at the same height on the screen."""
        count = len(self.board.columns) if self.board else 0
        number = self._column + by
        while 0 <= number < count and not self._cards(number):
            number += by
        if 0 <= number < count:
            seen = self._rows.get(self._column, 0) - self._tops.get(self._column, 0)
            self._go(number, self._tops.get(number, 0) + seen)

    def _go(self, number: int, row: int) -> None:
        """Put the cursor on a row of a column and paint what differs."""
        was, old_column, old_y = self.key, self._column, self._y()
        tops = dict(self._tops)
        self._column = number
        self._rows[number] = max(0, min(row, len(self._cards(number)) - 1))
        self._keep_in_sight()
        if (old_column != number and self._arrange()) or tops != self._tops:
            self.changed()
        else:
            self.changed(old_y, self._y())
        if self.key != was:
            self.post_message(self.Moved())

    def _y(self) -> int:
        """Give the line of the cursor."""
        return HEAD + self._rows.get(self._column, 0) - self._tops.get(self._column, 0)

    def _row_changed(self) -> None:
        """Paint the line of the cursor again."""
        self.changed(self._y())

    def _keep_in_sight(self) -> None:
        """Scroll the cursor's column as little as keeps the cursor in sight."""
        row, top = self._rows.get(self._column, 0), self._tops.get(self._column, 0)
        self._tops[self._column] = top_for(row, top, self._height(), len(self._cards(self._column)))

    def _place_again(self, key: int | None) -> None:
        """Find the cursor's project in a new board, or a place near where it was."""
        columns = self.board.columns if self.board else ()
        if key is None:
            self._column = self.board.worst if self.board else 0
        for number, column in enumerate(columns):
            for row, card in enumerate(column.cards):
                if card.id == key:
                    self._column, self._rows[number] = number, row
                    return
        with_cards = [number for number, column in enumerate(columns) if column.cards]
        if with_cards and self._column not in with_cards:
            self._column = min(with_cards, key=lambda number: abs(number - self._column))
        row = self._rows.get(self._column, 0)
        self._rows[self._column] = max(0, min(row, len(self._cards(self._column)) - 1))

    def _arrange(self) -> bool:
        """Lay the columns out and tell whether that moved any."""
        columns = self.board.columns if self.board else ()
        before = self._places
        self._places = placed(
            [title_width(column, whole=self._whole) for column in columns],
            [bool(column.figures.count) for column in columns],
            self.size.width,
            self._column,
        )
        for number, column in enumerate(columns):
            last = max(0, len(column.cards) - 1)
            self._rows[number] = min(self._rows.get(number, 0), last)
            self._tops[number] = min(self._tops.get(number, 0), max(0, len(column.cards) - self._height()))
        self._keep_in_sight()
        return before != self._places
