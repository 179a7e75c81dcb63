"""The board's page: columns by phase or a table, a query above, the project under the cursor below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult

from screens.actions.action import Action
from screens.board.actions import ACTIONS, IN_TABLE
from screens.board.legend import legend
from screens.board.listing import BoardListing
from screens.cells import Line
from screens.lists.page import ListPage
from screens.lists.shown import Shown
from screens.widgets.moves import ASIDE, MOVES


class BoardPage(ListPage):
    """The board: what the PMO looks at every morning."""

    ID = "board"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    WITHIN: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)
    DEFAULT_CSS = Path(__file__).with_name("board.tcss").read_text(encoding="utf-8")
    LISTING = BoardListing
    listing: BoardListing

    def content(self) -> ComposeResult:
        """Give the projects, in columns or as a table, and the detail."""
        yield from self.listing.content()

    def opened_with(self, **given: Any) -> None:
        """Show a saved view."""
        if "view" in given:
            self.listing.open(Shown.of_view(given["view"]))

    async def on_mount(self) -> None:
        """Begin with the columns."""
        await self.listing.use_mode()

    def present_actions(self) -> Sequence[Action]:
        """Give the actions, the one that changes the view by what it leads to."""
        return IN_TABLE if self.listing.shown.mode == "table" else self.ACTIONS

    def help_here(self) -> Sequence[Line]:
        """Say what the signs of the board mean."""
        return legend(self.pmo.glyphs)

    def on_grid_moved(self) -> None:
        """Let the detail follow the cursor of the columns."""
        self.listing.follow_cursor()

    def action_open(self) -> None:
        """Open the project under the cursor."""
        self.pmo.open("project", key=self.listing.key)

    async def action_add(self) -> None:
        """Add a project."""
        from screens.project.flows import add_project

        added = await add_project(self, {})
        if added is not None:
            self.listing.wanted = added.id

    async def action_edit(self) -> None:
        """Edit the project under the cursor, or one field of all marked ones."""
        if self.listing.marked:
            from pmo_tui.services.projects import PROJECT
            from screens.bulk.flows import change_field_of_many

            await self.listing.whole()
            await change_field_of_many(self, PROJECT, self.listing.marked)
        else:
            from screens.project.flows import edit_project

            await edit_project(self, self.listing.present)

    async def action_move(self) -> None:
        """Move the project through a gate."""
        from screens.project.flows import decide_gate

        await decide_gate(self, self.listing.present)

    async def action_declare(self) -> None:
        """Declare the project's health."""
        from screens.project.flows import declare_status

        await declare_status(self, self.listing.present)

    async def action_delete(self) -> None:
        """Delete the project."""
        from screens.project.flows import delete_project

        await delete_project(self, self.listing.present)

    async def action_export(self) -> None:
        """Write what is shown to a file."""
        from screens.exports.flows import export_shown

        here = self.listing
        await export_shown(self, "projects", here.shown.text, here.columns_shown(), here.marked)

    async def action_me(self) -> None:
        """Say who one is."""
        from screens.board.who import say_who

        await say_who(self)

    def action_import(self) -> None:
        """Import projects from a file."""
        self.pmo.open("imports")
