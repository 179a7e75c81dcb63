"""The import's page: find a file, see how it was understood and correct it, look at a dry run, import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from pmo_tui.words import _, numbers
from screens.actions.action import Action
from screens.cells import BLANK, Line, Span, line
from screens.imports import outcome, understanding
from screens.imports.actions import ACTIONS, UNDO
from screens.imports.actions import COLUMNS as COLUMNS_ACTIONS
from screens.imports.actions import OUTCOME as OUTCOME_ACTIONS
from screens.imports.correcting import Correcting
from screens.imports.outcome_lines import Drawer as OutcomeDrawer
from screens.imports.stepping import COLUMNS, FILE, OUTCOME
from screens.widgets.bar import Bar
from screens.widgets.lines import Lines
from screens.widgets.pane import Pane

_DETAIL_LEAST = 18
"""Below so many lines the detail yields to the list."""


class ImportsPage(Correcting):
    """Three steps on one page; going back loses nothing."""

    ID = "imports"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    DEFAULT_CSS = Path(__file__).with_name("imports.tcss").read_text(encoding="utf-8")

    def __init__(self) -> None:
        super().__init__()
        self.examples = {}

    def content(self) -> ComposeResult:
        """Give the list of columns, the tabs with the list of a dry run, and the detail of a row."""
        self.columns = Lines[understanding.Row](self._column, lambda row: row.key, id="columns")
        yield self.columns
        self.tabs = Pane(id="tabs")
        yield self.tabs
        self.found = Lines[outcome.Row](self._row, outcome.key, id="found")
        yield self.found
        self.detail = Pane(id="detail")
        yield self.detail

    def on_mount(self) -> None:
        """Show the first step."""
        self.show_step()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new size."""
        self.set_class(event.size.height < _DETAIL_LEAST, "-tiny-detail")
        super().on_resize(event)
        self.show_tab()
        self.show_detail()

    async def load(self) -> None:
        """Find a file first; plan again where somebody has changed something meanwhile."""
        self.say_step()
        if self.step == FILE and self.running is None:
            self.run_task(self.find_file())
        elif self.step == OUTCOME and self.running is None and self.choices is not None:
            await self.dry_run()

    def present_actions(self) -> Sequence[Action]:
        """Give the actions of the present step."""
        return (*OUTCOME_ACTIONS, UNDO) if self.step == OUTCOME else COLUMNS_ACTIONS

    def show_step(self) -> None:
        """Show the widgets of the present step and give them the keys."""
        if not self.is_mounted:
            return
        for step, name in ((FILE, "-file"), (COLUMNS, "-columns"), (OUTCOME, "-outcome")):
            self.set_class(self.step == step, name)
        if self.step == COLUMNS:
            self.show_columns()
            self.set_focus(self.columns)
        elif self.step == OUTCOME:
            self.show_tab()
            self.set_focus(self.found)
        self.say_step()
        self.show_detail()
        self.query_one("#footer", Bar).changed()

    def show_columns(self) -> None:
        """Show how the file is understood now; the cursor stays on its row."""
        if self.choices is not None:
            self.columns.show(understanding.rows(self.choices))
            self.columns.changed()
            self.show_detail()

    def show_tab(self) -> None:
        """Show the present tab of the dry run."""
        if self.plan is None:
            return
        head = outcome.tab_line(self.plan, self.tab)
        self.tabs.show([head, BLANK, self._outcome_drawer().heading(self.tab, self.size.width)])
        empty = line(("  " + _("None."), "muted"))
        self.found.show(outcome.rows(self.plan, self.tab), empty=[empty])

    def say_step(self) -> None:
        """Say which step it is, and what was found or how far a run is."""
        names = (_("File"), _("Columns"), _("Dry run"))
        left: list[Span] = [(_("Import"), "strong")]
        for step, name in enumerate(names):
            left.append((f"   {step + 1} {name}", "strong" if step == self.step else "muted"))
        self.state(*left, right=[self._state_right()])

    def _state_right(self) -> Span:
        """Give the right side of the line of state."""
        run = self.running
        if run is not None:
            if run.stopping:
                return (_("stopping…"), "warn")
            told = _("{done} of {all}, {key} stops it") if run.total else _("reading, {key} stops it")
            done, all_ = numbers.whole(run.done), numbers.whole(run.total)
            return (told.format(done=done, all=all_, key=self.key_of("shell.back")), "accent")
        if self.step == OUTCOME and self.plan is not None:
            return (outcome.summary(self.plan), "muted")
        return (self.choices.table.name if self.choices else "", "muted")

    def on_lines_moved(self) -> None:
        """Let the detail follow the cursor."""
        self.show_detail()

    def show_detail(self) -> None:
        """Say more of the row under the cursor."""
        if not self.is_mounted or self.step == FILE:
            return
        rule = line((self.pmo.glyphs.rule * self.size.width, "faint"))
        self.detail.show([rule, *self.detail_lines()])

    def details(self) -> tuple[str, list[Line]]:
        """Name the row of the dry run under the cursor, and give all that is known of it."""
        drawer, row, cells = self._outcome_drawer(), self.found.row, self.size.width - 1
        return ("" if row is None else drawer.title(row, cells)), drawer.whole(row, cells)

    def detail_lines(self) -> list[Line]:
        """Give what is known of the row under the cursor."""
        if self.step == COLUMNS and self.choices is not None:
            return self._columns_drawer().detail(self.columns.row, self.size.width)
        if self.step == OUTCOME and self.plan is not None:
            return self._outcome_drawer().facts(self.found.row, self.size.width)
        return []

    def _column(self, row: understanding.Row, cells: int) -> Line:
        """Draw a row of the columns."""
        return self._columns_drawer().draw(row, cells)

    def _row(self, row: outcome.Row, cells: int) -> Line:
        """Draw a row of the dry run."""
        return self._outcome_drawer().draw(row, cells)

    def _columns_drawer(self) -> understanding.Drawer:
        """Give what draws the columns as they are understood now."""
        assert self.choices is not None
        return understanding.Drawer(self.choices, self.examples, self.pmo.glyphs, self.key_of("imports.open"))

    def _outcome_drawer(self) -> OutcomeDrawer:
        """Give what draws the dry run."""
        assert self.plan is not None
        return OutcomeDrawer(self.plan.catalogue, self.pmo.glyphs)
