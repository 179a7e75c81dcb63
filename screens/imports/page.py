"""The import's page, the same for every kind: find a file, see how it was understood, look at a dry run, import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult

from pmo_tui.transfer.choices import Choices
from pmo_tui.words import _
from screens.actions.action import Action
from screens.cells import BLANK, line, width
from screens.imports import drawing, heading, outcome, understanding
from screens.imports.actions import ACTIONS, UNDO
from screens.imports.actions import COLUMNS as COLUMNS_ACTIONS
from screens.imports.actions import OUTCOME as OUTCOME_ACTIONS
from screens.imports.file_flows import find_file, load_map, save_map, use
from screens.imports.importing import COLUMNS, FILE, OUTCOME, Importing
from screens.imports.kinds import KINDS
from screens.imports.run_flows import dry_run, import_all
from screens.shell.page import Page
from screens.widgets.bar import Bar
from screens.widgets.lines import Lines
from screens.widgets.pane import Pane
from screens.widgets.tabs import Tab, Tabs

_DETAIL_LEAST = 18
"""Below so many lines the detail yields to the list."""


class ImportsPage(Page):
    """Three steps on one page; going back loses nothing."""

    ID = "imports"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    DEFAULT_CSS = Path(__file__).with_name("imports.tcss").read_text(encoding="utf-8")

    def __init__(self) -> None:
        super().__init__()
        self._begun = {"projects": Importing()}
        self.importing = self._begun["projects"]

    def content(self) -> ComposeResult:
        """Give the list of columns, the tabs with the list of a dry run, and the detail of a row."""
        self.columns = Lines[understanding.Row](
            lambda row, cells: drawing.of_columns(self.importing, self.pmo.glyphs, self.key_of).draw(
                row, cells
            ),
            lambda row: row.key,
            id="columns",
        )
        yield self.columns
        self.tabs = Tabs(self._tabs, lambda: self.importing.tab, id="tabs")
        yield self.tabs
        self.heading = Pane(id="heading")
        yield self.heading
        self.found = Lines[outcome.Row](
            lambda row, cells: drawing.of_outcome(self.importing, self.pmo.glyphs).draw(row, cells),
            outcome.key,
            id="found",
        )
        yield self.found
        self.detail = Pane(id="detail")
        yield self.detail

    def opened_with(self, *, kind: str = "projects", **given: Any) -> None:
        """Import things of a kind; what was begun with one kind waits while another is imported."""
        super().opened_with(**given)
        self.importing = self._begun.setdefault(kind, Importing(KINDS[kind]))
        self.show_step()

    def on_mount(self) -> None:
        """Show the first step."""
        self.show_step()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new size."""
        self.set_class(event.size.height < _DETAIL_LEAST, "-tiny-detail")
        self.say_step()
        super().on_resize(event)
        self.show_tab()
        self.show_detail()

    async def load(self) -> None:
        """Find a file first; plan again where somebody has changed something meanwhile."""
        here = self.importing
        self.say_step()
        if here.step == FILE and here.run is None:
            self.run_task(find_file(self))
        elif here.step == OUTCOME and here.run is None and here.choices is not None:
            await dry_run(self, here.choices)

    def go(self, step: int) -> None:
        """Go to a step."""
        self.importing.step = step
        self.show_step()

    def leave_saying_done(self, told: str) -> None:
        """Go back to where such things are listed, and say there what was done."""
        self.pmo.open(self.importing.kind.page)
        if self.pmo.page is not None:
            self.pmo.page.say(told, role="good")

    def show_step(self) -> None:
        """Show the widgets of the present step and give them the keys."""
        if not self.is_mounted:
            return
        step = self.importing.step
        for each, name in ((FILE, "-file"), (COLUMNS, "-columns"), (OUTCOME, "-outcome")):
            self.set_class(step == each, name)
        if step == COLUMNS:
            self.show_columns()
            self.set_focus(self.columns)
        elif step == OUTCOME:
            self.show_tab()
            self.set_focus(self.found)
        self.say_step()
        self.show_detail()
        self.query_one("#footer", Bar).changed()

    def show_columns(self) -> None:
        """Show how the file is understood now; the cursor stays on its row."""
        if self.importing.choices is not None:
            self.columns.show(understanding.rows(self.importing.choices, self.importing.likely))
            self.columns.changed()
            self.show_detail()

    def show_tab(self) -> None:
        """Show the present tab of the dry run."""
        here = self.importing
        if here.plan is None:
            return
        self.tabs.changed()
        self.heading.show(
            [BLANK, drawing.of_outcome(here, self.pmo.glyphs).heading(here.tab, self.size.width)]
        )
        empty = line(("  " + _("None."), "muted"))
        self.found.show(outcome.rows(here.plan, here.tab), empty=[empty])

    def say_step(self) -> None:
        """Say which step it is, and what was found or how far a run is."""
        right = heading.right(self.importing, self.key_of)
        self.state(*heading.left(self.importing, self.size.width - width(right[0])), right=[right])

    @property
    def tells_itself(self) -> bool:
        """Whether how far a run is stands in the line of state."""
        return self.importing.run is not None

    def show_detail(self) -> None:
        """Say more of the row under the cursor."""
        if not self.is_mounted or self.importing.step == FILE:
            return
        rule = line((self.pmo.glyphs.rule * self.size.width, "faint"))
        rows, cells = (self.columns.row, self.found.row), self.size.width
        self.detail.show([rule, *drawing.detail(self.importing, rows, cells, self.pmo.glyphs, self.key_of)])

    def _tabs(self) -> Sequence[Tab]:
        """Give the tabs of the dry run."""
        return outcome.named(self.importing.plan) if self.importing.plan is not None else ()

    def on_lines_moved(self) -> None:
        """Let the detail follow the cursor."""
        self.show_detail()

    def on_tabs_clicked(self, event: Tabs.Clicked) -> None:
        """Show the tab that was clicked."""
        self._turn(event.name)

    def present_actions(self) -> Sequence[Action]:
        """Give the actions of the present step."""
        return (*OUTCOME_ACTIONS, UNDO) if self.importing.step == OUTCOME else COLUMNS_ACTIONS

    def why_not(self, action_id: str) -> str | None:
        """Say why an action can't be done at this step, or while it runs."""
        if why := self.importing.held_up(action_id, self.key_of):
            return why
        if not action_id.startswith("imports."):
            return super().why_not(action_id)
        if action_id not in {"imports.stop", *(action.id for action in self.present_actions())}:
            return _("This key belongs to another step.")
        if action_id == "imports.drop" and self._under_cursor(understanding.FIELD) is None:
            return _("Put the cursor on a field that is filled.")
        return self.importing.why_not(action_id, self.key_of)

    def _under_cursor(self, sort: str) -> str | None:
        """Give the name of what stands under the cursor among the columns, None where it is of another sort."""
        row = self.columns.row
        return row.name if row is not None and row.sort == sort else None

    def step_back(self) -> bool:
        """Stop what runs, else go back one step; from the first one the page is left."""
        here = self.importing
        if here.run is not None:
            here.run.stop()
            self.say_step()
            return True
        if here.step == FILE:
            return False
        self.go(here.step - 1)
        if here.step == FILE:
            self.run_task(find_file(self))
        return True

    def action_previous(self) -> None:
        """Go back one step."""
        self.step_back()

    def action_stop(self) -> None:
        """Stop what runs."""
        self.step_back()

    def action_quit(self) -> None:
        """Quit; what runs is stopped first, and leaves everything as it was."""
        if self.importing.run is not None:
            self.importing.run.stop()
        super().action_quit()

    async def action_next(self) -> None:
        """Go on: to the dry run, then to the import."""
        here = self.importing
        if here.step == OUTCOME and here.plan is not None:
            await import_all(self, here.plan)
        elif here.choices is not None:
            await dry_run(self, here.choices)

    async def action_open(self) -> None:
        """Change what the cursor stands on, or show all that is known of it."""
        if self.importing.step == OUTCOME:
            await self._show_facts()
            return
        from screens.imports.correct_flows import correct

        row, choices = self.columns.row, self.importing.choices
        if row is not None and choices is not None:
            await self._change(await correct(self, choices, row, self.importing.examples))

    async def _show_facts(self) -> None:
        """Show all that is known of the row of the dry run under the cursor."""
        from screens.imports.facts import Facts

        here, row, cells = self.importing, self.found.row, self.size.width - 1
        if row is not None and here.plan is not None:
            drawer = drawing.of_outcome(here, self.pmo.glyphs)
            await self.talk(Facts(drawer.title(row), drawer.whole(row, cells)))

    async def _change(self, choices: Choices | None) -> None:
        """Take other choices, where there are any, and show them."""
        if choices is not None and choices != self.importing.choices:
            await use(self, choices)
            self.show_columns()

    async def action_add(self) -> None:
        """Fill another field."""
        from screens.imports.correct_flows import add_field

        assert self.importing.choices is not None
        header = self._under_cursor(understanding.COLUMN) or ""
        await self._change(await add_field(self, self.importing.choices, header))

    async def action_drop(self) -> None:
        """Leave the field under the cursor out."""
        name = self._under_cursor(understanding.FIELD)
        if self.importing.choices is not None and name is not None:
            await self._change(self.importing.choices.without(name))

    async def action_load(self) -> None:
        """Take a map from a file."""
        assert self.importing.choices is not None
        await self._change(await load_map(self, self.importing.choices))

    async def action_save(self) -> None:
        """Write the map to a file."""
        assert self.importing.choices is not None
        self.importing.choices = await save_map(self, self.importing.choices)

    def action_tab_next(self) -> None:
        """Show the next tab."""
        self._turn(self.tabs.turned(1))

    def action_tab_previous(self) -> None:
        """Show the tab before."""
        self._turn(self.tabs.turned(-1))

    def _turn(self, tab: str) -> None:
        """Turn to a tab."""
        self.importing.tab = tab
        self.show_tab()
        self.show_detail()
