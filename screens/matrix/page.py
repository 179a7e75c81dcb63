"""The page of the matrix: five by five cells, and below them the risks of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_grades import heat, letters
from pmo_tui.domain.risk_values import PREFIXES
from pmo_tui.domain.risks import Side
from pmo_tui.domain.typed import read
from pmo_tui.services import portfolio, risk_lists, risk_matrix
from pmo_tui.services.risk_lists import Row
from pmo_tui.services.risk_matrix import SCORES, Matrix, Place, Which
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.numbers import point
from screens.actions.action import Action
from screens.cells import Line, Span, fit, line
from screens.matrix.actions import ACTIONS
from screens.matrix.movements import Movements, moved_lines
from screens.matrix.sides import counted_side, hot, other
from screens.matrix.view import MatrixView
from screens.risks.rows import grade_span
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.page import Page
from screens.widgets.moves import ASIDE, MOVES
from screens.widgets.pane import Pane

BACK = timedelta(days=30)
"""How far movements look back unless one says otherwise."""
NAMES: dict[Which, str] = {"inherent": N_("inherent"), "current": N_("current"), "target": N_("target")}
"""The three scores, as they are called here."""
_TITLE, _BESIDE = 60, 44
"""The most cells of a title, and how many the other columns of a risk take."""


class MatrixPage(Page):
    """The matrix of the risks that a query finds; opened with the query."""

    ID = "matrix"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    WITHIN: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)
    DEFAULT_CSS = Path(__file__).with_name("matrix.tcss").read_text(encoding="utf-8")

    def __init__(self) -> None:
        super().__init__()
        self.query_text = "active:yes"
        self.which: Which = "current"
        self.side: Side | None = None
        self.movements: Movements | None = None
        self.wants_movements = False
        self.since: date | None = None
        self.today: date | None = None
        self._at: Place | None = None

    def content(self) -> ComposeResult:
        """Give the cells, and what is told of the one under the cursor."""
        self.view = MatrixView(self._told, id="cells")
        yield self.view
        self.detail = Pane(id="detail")
        yield self.detail

    def opened_with(self, *, query: str | None = None, cell: Place | None = None, **given: Any) -> None:
        """Take the query, and perhaps the cell to begin with."""
        del given
        if query is not None and query != self.query_text:
            self.query_text, self.side = query, None
        self._at = cell

    def on_mount(self) -> None:
        """Give the cells the keys."""
        self.set_focus(self.view)

    async def load(self) -> None:
        """Read the cells, the movements where they are wanted, and the risks of the present cell."""
        self.today = (await self.ask(portfolio.surroundings)).today
        found = await self.ask(risk_matrix.matrix, self.query_text, self.which, self.side)
        since = self.since or self.today - BACK
        self.movements = None
        if self.wants_movements:
            moves = await self.ask(risk_matrix.movement, self.query_text, since, found.side)
            self.movements = Movements(since, moves)
        self.view.show(found, self._at)
        self._at = None
        self._tell(found)
        await self.show_risks()

    def _told(self, cell: Place) -> str:
        """Tell what stands in a cell: how many risks, or what has moved."""
        if self.movements is not None:
            return self.movements.told(cell, self.view.cell, self.pmo.glyphs)
        count = len(self.view.matrix.cells[cell].keys) if self.view.matrix is not None else 0
        return numbers.whole(count) if count else self.pmo.glyphs.dot

    def _tell(self, found: Matrix) -> None:
        """Say in the line of state what is shown."""
        dot = f" {self.pmo.glyphs.dot} "
        right: list[str | Span] = []
        if self.movements is not None:
            right = [(self.movements.summary(), "muted")]
        else:
            right = [(counted_side(found.side, found.placed), "muted")]
            if found.unscored:
                without = _("{count} without a score").format(count=numbers.whole(len(found.unscored)))
                right.append((dot + without, "warn"))
            if found.over:
                over = _n("{count} over", "{count} over", found.over).format(count=numbers.whole(found.over))
                right.append((dot + over, "muted"))
            if found.others:
                right.append((dot + counted_side(other(found.side), found.others), "muted"))
        query: Span = (self.query_text, "") if self.query_text else (_("all risks"), "muted")
        shown = _("movement") if self.movements is not None else _(NAMES[self.which])
        self.state(("/ ", "muted"), query, (dot, "muted"), (shown, "strong"), right=right)

    async def show_risks(self) -> None:
        """Read the risks of the present cell and tell them, or the moves to it and from it."""
        found = self.view.matrix
        if found is None:
            return
        cell, room = self.view.cell, max(1, self.detail.size.height - 2)
        keys = found.cells[cell].keys
        rule = line((self.pmo.glyphs.rule * self.size.width, "faint"))
        if self.movements is not None:
            lines = moved_lines(self.movements, cell, found, self.pmo.glyphs, room)
        else:
            rows = await self.ask(risk_lists.rows, keys[:room])
            lines = [self._risk_line(row) for row in rows]
            if len(keys) > room:
                more = len(keys) - room + 1
                told = _n("and {count} more: {key} lists them", "and {count} more: {key} lists them", more)
                said = told.format(count=numbers.whole(more), key=self.key_of("matrix.open"))
                lines[-1:] = [line((f" {said}", "muted"))]
        if cell == self.view.cell:
            self.detail.show([rule, self._named(found, cell), *lines])

    def _named(self, found: Matrix, cell: Place) -> Line:
        """Name a cell in words, with its score and its band."""
        grade, keys = found.cells[cell]
        words = found.scales.probabilities[cell[0] - 1].word, found.scales.impacts[cell[1] - 1].word
        told = counted_side(found.side, len(keys))
        score = f"{cell[0]}×{cell[1]} = {grade.score}{grade.letter} {found.scales.bands[grade.band].name}"
        return line(
            f" {words[0]} × {words[1]}  ",
            (score, f"strong {hot(found.side, grade)}"),
            right=[(told, "muted"), " "],
        )

    def _risk_line(self, row: Row) -> Line:
        """Give one risk of the cell."""
        glyphs = self.pmo.glyphs
        room = max(16, min(_TITLE, self.size.width - _BESIDE))
        spans: list[str | Span] = [(f" {row.item.code} ", "muted")]
        spans.append(fit(str(row.value("title")), room, ellipsis=glyphs.ellipsis) + "  ")
        for which in SCORES.values():
            text, role = grade_span(row.grades[which], row.value("side"))
            spans.append((fit(text, 5, "right"), role))
        return line(*spans, ("  " + row.project, "muted"))

    def on_matrix_view_moved(self) -> None:
        """Tell of the cell that the cursor has come to."""
        if self.movements is not None:
            self.view.changed()
        self.follow(self.show_risks)

    def on_resize(self, event: events.Resize) -> None:
        """Tell as many risks as there is room for by now."""
        super().on_resize(event)
        self.call_after_refresh(lambda: self.follow(self.show_risks))

    def help_here(self) -> Sequence[Line]:
        """Say what the signs in the cells mean."""
        found = self.view.matrix
        if found is None:
            return ()
        bands = found.scales.bands
        told = line(
            " ",
            *(
                part
                for number, (letter, band) in enumerate(zip(letters(bands), bands, strict=True))
                for part in ((f"{letter} ", f"strong heat{heat(number, len(bands))}"), f"{band.name}   ")
            ),
        )
        moved = _("In movement: 2{to} came from there to the cell of the cursor, {to}2 went there from it.")
        return [told, line(" ", (moved.format(to=self.pmo.glyphs.to), "muted"))]

    def action_open(self) -> None:
        """List the risks of the cell in the register."""
        probability, impact, _prefix = PREFIXES[SCORES[self.which]]
        likely, hard = self.view.cell
        awaited = "" if "active:" in self.query_text else "active:yes"
        side = f"side:{self.view.matrix.side.value}" if self.view.matrix and self.view.matrix.others else ""
        words = (self.query_text, awaited, side, f"{probability}:{likely}", f"{impact}:{hard}")
        self.pmo.open("risks", query=" ".join(filter(None, words)), from_matrix=True)

    def action_view(self) -> None:
        """Go back to the table."""
        self.pmo.open("risks")

    def action_side(self) -> None:
        """Show the other side: opportunities instead of threats, or threats again."""
        if self.view.matrix is not None:
            self.side = other(self.view.matrix.side)
            self.reload()

    def action_inherent(self) -> None:
        """Show the inherent scores."""
        self._use("inherent")

    def action_current(self) -> None:
        """Show the current scores."""
        self._use("current")

    def action_target(self) -> None:
        """Show the target scores."""
        self._use("target")

    def _use(self, which: Which) -> None:
        """Show one of the scores, without movements."""
        self.which, self.wants_movements = which, False
        self.reload()

    def action_movement(self) -> None:
        """Show the movements of the current scores, or the counts again."""
        self.wants_movements = not self.wants_movements
        self.which = "current"
        self.reload()

    async def action_since(self) -> None:
        """Choose the day since when movements are shown."""
        assert self.today is not None
        today, field = self.today, Field("since", Kind.DATE, N_("Since"))

        def past(text: str) -> date:
            day = read(field, text, today, point())
            if not isinstance(day, date) or day > today:
                raise Refusal(N_("Movements are those since a day that has passed: write one, such as -30d."))
            return day

        about = _("A day such as 2026-10-01 or -90d.")
        text: str | None = await self.talk(CheckedPrompt(_("Movements since"), about=about, check=past))
        if text is not None:
            self.since, self.wants_movements, self.which = past(text), True, "current"
            self.reload()
