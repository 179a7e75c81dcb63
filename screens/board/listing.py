"""The board's list: projects in columns by phase, or as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget

from pmo_tui.domain.boards import Board
from pmo_tui.services import boards
from pmo_tui.words import _
from screens.actions.action import Need
from screens.board.grid import Grid
from screens.board.kind import PROJECTS
from screens.lists.chooser import Chooser
from screens.lists.listing import Listing
from screens.lists.shown import Found, Shown
from screens.widgets.bar import Bar

if TYPE_CHECKING:
    from screens.lists.page import ListPage

FIRST_CARDS = 60
"""How many cards of each phase are read before the first frame; the rest follows unseen."""
DETAIL_LEAST = 16
"""Below so many lines the detail yields to the cards."""


class BoardListing(Listing):
    """Projects in one of two modes: "board" has a column for each phase, "table" a row for each project."""

    def __init__(self, page: ListPage) -> None:
        super().__init__(page, PROJECTS, Shown(mode="board"))
        self.grid = Grid(id="grid")
        self._invited = False

    def content(self) -> Iterator[Widget]:
        """Give the columns and the detail."""
        yield self.grid
        yield from super().content()

    @property
    def chooser(self) -> Chooser:
        """The columns or the table."""
        return self.grid if self.shown.mode == "board" or self.table is None else self.table

    def lacking(self, need: Need) -> str | None:
        """Say what is lacking of what an action needs."""
        if need is Need.TABLE and self.shown.mode != "table":
            told = _("The columns are the phases here: press {view} for the table first.")
            return told.format(view=self.page.key_of("board.view"))
        return super().lacking(need)

    async def load(self) -> None:
        """Read what is to be shown and show it; a board shows its first cards before it has all."""
        if self.shown.mode == "table":
            await super().load()
            return
        if self.page.around is None:
            found = await self._first_look()
        else:
            await self.page.look_around(anew=not self.live)
            found = await self._first_cards()
        await self._load_all(found)
        self.wanted = None

    async def _first_look(self) -> Board:
        """Read at once all that the first frame shows, and show it."""
        look = await self.page.ask(boards.first_look, self.shown.text, FIRST_CARDS)
        self.page.take_around(look.around)
        self._show_board(look.board)
        self.detail.take(look.detail.project.id if look.detail is not None else None, look.detail)
        return look.board

    async def _first_cards(self) -> Board:
        """Read and show the columns with their first cards, or all where the cursor stands beyond, and the detail."""
        found = await self.page.ask(boards.board, self.shown.text, limit=FIRST_CARDS, live=self.live)
        wanted = self.key if self.wanted is None else self.wanted
        if not found.whole and wanted is not None and not found.holds(wanted):
            found = await self.page.ask(boards.board, self.shown.text, live=self.live)
        self._show_board(found)
        await self.show_detail()
        return found

    async def whole(self) -> None:
        """Wait for all cards, where only the first ones have been read."""
        if isinstance(self.found, Board):
            await self._load_all(self.found)

    async def _load_all(self, found: Board) -> None:
        """Read all cards, where the first ones are not all; nobody sees a difference before scrolling to them."""
        if not found.whole:
            self._show_board(await self.page.ask(boards.board, self.shown.text, live=self.live))

    def _show_board(self, found: Board) -> None:
        """Show the columns."""
        self.take(found)
        self.grid.show(found, at=self.wanted)
        self.tell()

    def take(self, found: Found) -> None:
        """Keep what was found, and offer a beginning where there is nothing at all."""
        super().take(found)
        if found.figures.count:
            return
        self.grid.nothing = self.nothing(found)
        if not found.of and not self._invited:
            self._invited = True
            self.page.pmo.open("welcome")

    def nothing(self, found: Found) -> str:
        """Say how to go on where there is nothing."""
        key_of = self.page.key_of
        if found.of:
            told = _("No project matches. Press {clear} to show all.")
            return told.format(clear=key_of("board.clear"))
        told = _("No projects yet: {add} adds one, {import_} imports a file.")
        return told.format(add=key_of("board.add"), import_=key_of("board.import"))

    def marks_shown(self) -> int:
        """Tell how many of the marked projects are shown; before all cards are read, all of them may be."""
        part = isinstance(self.found, Board) and not self.found.whole
        return len(self.chooser.marks) if part else super().marks_shown()

    def resized(self, size: Size) -> None:
        """Lay out for another size."""
        self.page.set_class(size.height < DETAIL_LEAST, "-tiny-detail")
        super().resized(size)

    async def use_mode(self) -> None:
        """Show the widget of the mode and give it the keys."""
        if self.shown.mode == "table":
            await self.use_table()
        for mode in ("board", "table"):
            self.page.set_class(self.shown.mode == mode, f"-{mode}")
        self.page.set_focus(self.table if self.shown.mode == "table" else self.grid)
        self.page.query_one("#footer", Bar).changed()  # it says what the key for the view leads to

    def open(self, shown: Shown) -> None:
        """Show something from the beginning, or once there is a page to show it on."""
        if self.page.is_mounted:
            self.use(shown)
        else:
            self.shown = shown

    def use(self, shown: Shown) -> None:
        """Show something else; the cursor stays on its project."""
        if shown.mode == self.shown.mode:
            super().use(shown)
        else:
            self.page.run_task(self._change_mode(shown))

    async def _change_mode(self, shown: Shown) -> None:
        """Show the same projects in another way; cursor and marks stay."""
        self.wanted, marks = self.key, self.chooser.marks
        self.shown = shown
        await self.use_mode()
        self.chooser.marks = marks
        self.page.reload()

    def action_view(self) -> None:
        """Change between columns and table."""
        self.use(self.shown._replace(mode="board" if self.shown.mode == "table" else "table"))
