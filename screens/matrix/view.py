"""The matrix as a widget: five by five cells with a cursor that walks in two directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from pmo_tui.domain.risks import STEPS
from pmo_tui.services.risk_matrix import Matrix, Place
from pmo_tui.words import _
from screens.actions.action import Action
from screens.actions.bindings import bindings
from screens.cells import BLANK, Line, Span, fit
from screens.matrix.layout import GAP, Layout, laid_out
from screens.matrix.sides import ground, hot
from screens.widgets.drawn import Drawn
from screens.widgets.moves import ASIDE, MOVES

FOOT = 2
"""Lines below the cells: the words of the impacts, and what they are."""
_ENDS = STEPS[0], STEPS[-1]
_ROOMY = 7
"""From so many cells on a column keeps its letter and its number apart."""


class MatrixView(Drawn, can_focus=True):
    """Shows a matrix; `told` gives what stands in a cell besides its letter: by default its count."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings((*MOVES, *ASIDE), target=""))
    ACTIONS: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)

    class Moved(Message):
        """The cursor stands on another cell."""

    def __init__(self, told: Callable[[Place], str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.matrix: Matrix | None = None
        self.cell: Place = (STEPS[-1], STEPS[-1])
        self._told = told
        self._layout = Layout(10, 5, 1)

    def show(self, matrix: Matrix, at: Place | None = None) -> None:
        """Show a matrix, with the cursor on the cell `at`, else where it was; a side begins where most is at stake."""
        first = self.matrix is None or self.matrix.side is not matrix.side
        self.matrix = matrix
        filled = [place for place, cell in matrix.cells.items() if cell.keys]
        if at is not None:
            self.cell = at
        elif first and filled:
            self.cell = max(filled, key=lambda cell: (cell[0] * cell[1], cell))
        self._lay_out()
        self.changed()

    def _lay_out(self) -> None:
        """Lay the cells out for the present size."""
        if self.matrix is not None:
            self._layout = laid_out(
                self.matrix.scales.probabilities, self.size.width, self.size.height - FOOT
            )

    def on_resize(self, event: events.Resize) -> None:
        """Lay the cells out for another size."""
        del event
        self._lay_out()
        self.changed()

    def drawn_line(self, y: int) -> Line:
        """Give a line of the cells, or of the words below them."""
        if self.matrix is None:
            return BLANK
        row, inner = divmod(y, self._layout.row)
        if row < len(STEPS):
            return Line(tuple(self._row(STEPS[-1] - row, inner)))
        return self._foot(y - self._layout.height)

    def _row(self, probability: int, inner: int) -> list[Span]:
        """Give one line of a row of cells: the letters of their bands above what is told of them."""
        assert self.matrix is not None
        middle = (self._layout.row - 1) // 2
        words = self.matrix.scales.probabilities[probability - 1].word if inner == middle else ""
        label = fit(words, self._layout.label - 2, "right", self.glyphs.ellipsis)
        spans: list[Span] = [(label, "strong" if probability == self.cell[0] else "muted"), ("  ", "")]
        for impact in STEPS:
            spans += [*self._cell((probability, impact), inner), (" " * GAP, "")]
        return spans

    def _cell(self, place: Place, inner: int) -> list[Span]:
        """Give one line of a cell."""
        assert self.matrix is not None
        grade, keys = self.matrix.cells[place]
        cells, here, held = self._layout.column, place == self.cell, bool(keys)
        side = self.matrix.side
        on = "selected" if here else ground(side, grade) if held else "bar"
        told = self._told(place) if inner == (self._layout.row - 1) // 2 else ""
        letter = grade.letter if inner == 0 else ""
        text = (
            f"{letter}{told:>{cells - 3}}"
            if cells < _ROOMY
            else f"{letter:<2}{fit(told, cells - 4, 'right')}"
        )
        edge = self.glyphs.cursor if here else " "
        role = f"strong {hot(side, grade)}" if held else "muted"
        return [(edge, f"accent@{on}"), (fit(text, cells - 1), f"{role}@{on}")]

    def _foot(self, y: int) -> Line:
        """Give the words of the impacts below their columns, then what they are."""
        assert self.matrix is not None
        blank: Span = (" " * self._layout.label, "")
        if y == 0:
            spans = [blank]
            for impact in STEPS:
                word = fit(
                    self.matrix.scales.impacts[impact - 1].word,
                    self._layout.column,
                    "left",
                    self.glyphs.ellipsis,
                )
                spans.append((f"{word} ", "strong" if impact == self.cell[1] else "muted"))
            return Line(tuple(spans))
        if y == 1:
            up = f"{self.glyphs.ascending} " + _("probability")
            across = _("impact") + f" {self.glyphs.to}"
            return Line(((fit(up, self._layout.label - 2, "right"), "muted"), ("  ", ""), (across, "muted")))
        return BLANK

    def action_do(self, action: str) -> None:
        """Walk as the action of that id says."""
        probability, impact = self.cell
        steps = {"move.down": (-1, 0), "move.up": (1, 0), "move.left": (0, -1), "move.right": (0, 1)}
        ends = {"move.first": (_ENDS[1], _ENDS[0]), "move.last": (_ENDS[0], _ENDS[1])}
        if action in ends:
            self.go(ends[action])
        elif action in steps:
            by = steps[action]
            self.go((_within(probability + by[0]), _within(impact + by[1])))

    def go(self, cell: Place) -> None:
        """Put the cursor on a cell and paint what differs."""
        if cell == self.cell:
            return
        before, self.cell = self.cell, cell
        rows = {STEPS[-1] - before[0], STEPS[-1] - cell[0]}
        lines = [row * self._layout.row + inner for row in rows for inner in range(self._layout.row)]
        self.changed(*lines, self._layout.height)
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell clicked; a second click chooses it."""
        row = event.y // self._layout.row
        column = (event.x - self._layout.label) // (self._layout.column + GAP)
        if row < len(STEPS) and 0 <= column < len(STEPS):
            self.go((STEPS[-1] - row, column + 1))
            if event.chain > 1:
                self.post_message(self.Chosen())


def _within(step: int) -> int:
    """Keep a step within the scale."""
    return max(_ENDS[0], min(step, _ENDS[1]))
