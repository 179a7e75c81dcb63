"""The board's page: columns by phase or a table, a query above, the project under the cursor below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult

from pmo_tui.domain.boards import Board
from pmo_tui.domain.lists import Table
from pmo_tui.services import boards, lists, portfolio
from pmo_tui.services.boards import Detail
from pmo_tui.services.portfolio import Surroundings
from pmo_tui.words import _
from screens.actions.action import Action
from screens.board.actions import ACTIONS
from screens.board.detail import detail_lines
from screens.board.doing import Doing
from screens.board.grid import Grid
from screens.board.state import Shown, marks_said, state_right
from screens.cells import Line, Span, line, safe, width
from screens.widgets.bar import Bar
from screens.widgets.moves import ASIDE, MOVES
from screens.widgets.pane import Pane

if TYPE_CHECKING:
    from screens.board.table import TableLines
    from screens.widgets.lines import Lines

FIRST_CARDS = 60
"""How many cards of each phase are read before the first frame; the rest follows unseen."""
READ_ONLY = " · "
"""What parts the portfolio's name from the words for one that can't be changed."""
DETAIL_LEAST = 16
"""Below so many lines the detail yields to the cards."""


class BoardPage(Doing):
    """The board: what the PMO looks at every morning."""

    ID = "board"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    WITHIN: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)
    DEFAULT_CSS = Path(__file__).with_name("board.tcss").read_text(encoding="utf-8")

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self.live = False
        self.found: Board | Table | None = None
        self.around: Surroundings | None = None
        self._invited = False
        self._detailed: int | None = None
        self._told_detail: Detail | None = None
        self._skipped = 0

    def content(self) -> ComposeResult:
        """Give the columns and the detail; the table is made when it is first asked for."""
        self.grid = Grid(id="grid")
        yield self.grid
        self.detail = Pane(id="detail")
        yield self.detail

    def on_table_lines_aside(self, event: TableLines.Aside) -> None:
        """Show columns that are out of sight."""
        seen = self.table.columns if self.table is not None else None
        if (
            isinstance(self.found, Table)
            and self.table is not None
            and seen
            and (event.by < 0 or seen.behind)
        ):
            self._skipped = max(0, self._skipped + event.by)
            self._head_table(self.found)
            self.table.changed()

    async def on_mount(self) -> None:
        """Begin with the columns."""
        await self._use_mode()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new size."""
        self.set_class(event.size.height < DETAIL_LEAST, "-tiny-detail")
        if isinstance(self.found, Table):
            self._head_table(self.found)
        if self.found is not None:  # the first size comes before there is anything to show
            self._show_detail(self._told_detail)
            self._tell()
        super().on_resize(event)

    async def load(self) -> None:
        """Read what is to be shown and show it; a board shows its first cards before it has all."""
        if self.shown.mode == "table":
            await self._look_around()
            await self._load_table()
        elif self.around is None:
            await self._load_all(await self._first_look())
        else:
            await self._look_around()
            await self._load_all(await self._load_board())
        self.wanted = None

    async def _look_around(self) -> None:
        """Read the portfolio's settings; not while somebody types a filter."""
        if self.around is None or not self.live:
            self._take_around(await self.ask(portfolio.surroundings))

    def _take_around(self, around: Surroundings) -> None:
        """Keep the settings, and show the portfolio's name if it has one; until then the file's stands there."""
        self.around = around
        place = around.portfolio.name or self.pmo.place.partition(READ_ONLY)[0]
        if around.read_only:
            place += READ_ONLY + _("read only")
        if place != self.pmo.place:
            self.pmo.place = place
            self.place_changed()

    async def _first_look(self) -> Board:
        """Read at once all that the first frame shows, and show it."""
        look = await self.ask(boards.first_look, self.shown.text, FIRST_CARDS)
        self._take_around(look.around)
        self._show_board(look.board)
        self._show_detail(look.detail)
        return look.board

    async def _load_board(self) -> Board:
        """Read and show the columns with their first cards, and the detail."""
        found = await self.ask(boards.board, self.shown.text, limit=FIRST_CARDS, live=self.live)
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
            self._show_board(await self.ask(boards.board, self.shown.text, live=self.live))

    def _show_board(self, found: Board) -> None:
        """Show the columns."""
        self._take(found)
        self.grid.show(found, at=self.wanted)
        self._tell()

    async def _load_table(self) -> None:
        """Read and show the table; in another order it begins at its first row."""
        former = self.found
        found = await self.ask(lists.table, boards.PROJECTS, self.shown.text, live=self.live)
        self._take(found)
        self._head_table(found)
        assert self.table is not None
        anew = isinstance(former, Table) and former.order != found.order
        await self.table.show_table(found, at=_first_key(found) if anew else self.wanted)
        self._tell()
        await self.show_detail()

    def _take(self, found: Board | Table) -> None:
        """Keep what was found, and offer a beginning where there is nothing at all."""
        self.found = found
        if found.figures.count:
            return
        self.grid.nothing = (
            _("No project matches. Press {clear} to show all.").format(clear=self.key_of("board.clear"))
            if found.of
            else _("No projects yet: {add} adds one, {import_} imports a file.").format(
                add=self.key_of("board.add"), import_=self.key_of("board.import")
            )
        )
        if self.table is not None:
            self.table.nothing = [line(f" {self.grid.nothing}")]
        if not found.of and not self._invited:
            self._invited = True
            self.invite()

    def _head_table(self, found: Table) -> None:
        """Choose the columns that fit and show their headings."""
        from screens.board.table import LAYOUT
        from screens.lists.columns import fitting, heading

        assert self.around is not None
        assert self.table is not None
        names = self.shown.columns or LAYOUT.chosen(found)
        phases = max((width(safe(phase.name)) for phase in self.around.phases), default=0)
        longest = {"code": found.longest_code, "phase": phases}
        taken = fitting(LAYOUT, names, self.around.catalogue, self.size.width, longest, self._skipped)
        self._skipped = taken.before
        self.table.columns = taken
        self.headings.show([heading(taken, found.order, self.pmo.glyphs)])

    def _tell(self) -> None:
        """Say in the line of state what is shown."""
        if self.found is None or self.around is None:
            return
        query = (self.shown.query, "") if self.shown.query else (_("all projects"), "muted")
        left: list[Span] = [("/ ", "muted"), query]
        if self.shown.name:
            left = [(f"{self.shown.name} ", "strong"), *left]
        marks = len(self.chooser.marks)
        whole = isinstance(self.found, Table) or self.found.whole
        marked = marks_said(len(self.marked) if whole else marks, marks)
        room = self.size.width - width(safe("".join(text for text, _role in left))) - 4
        right = state_right(self.found, marked, self.around, self.pmo.glyphs, room)
        self.state(*left, right=list(right))
        if self.waiting_dialog is not None:
            self.waiting_dialog.show_beside(right)

    def copied(self) -> str | None:
        """Give what is known of the project under the cursor as text."""
        return self.detail.text.partition("\n")[2].strip() if self.key is not None else None

    def told(self) -> None:
        """Say again what is shown, after marks changed."""
        self._tell()

    async def _use_mode(self) -> None:
        """Show the widget of the mode and give it the keys."""
        if self.shown.mode == "table" and self.table is None:
            from screens.board.table import TableLines

            self.headings = Pane(id="headings")
            self.table = TableLines(self._projects, id="table")
            await self.mount(self.headings, self.table, before=self.detail)
        for mode in ("board", "table"):
            self.set_class(self.shown.mode == mode, f"-{mode}")
        self.set_focus(self.table if self.shown.mode == "table" else self.grid)
        self.query_one("#footer", Bar).changed()  # it says what the key for the view leads to

    def use(self, shown: Shown) -> None:
        """Show something else; the cursor stays on its project."""
        if shown.mode != self.shown.mode:
            self.run_task(self._change_mode(shown))
        else:
            self.shown = shown
            self.reload()

    async def _change_mode(self, shown: Shown) -> None:
        """Show the same projects in another way; cursor and marks stay."""
        self.wanted, marks = self.key, self.chooser.marks
        self.shown = shown
        await self._use_mode()
        self.chooser.marks = marks
        self.reload()

    def on_grid_moved(self) -> None:
        """Let the detail follow the cursor of the columns."""
        self._follow_cursor()

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Let the detail follow the cursor of the table."""
        if event.lines is self.table:
            self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Show the detail of the project under the cursor, if it isn't there already, as it is after a load."""
        if self.key != self._detailed:
            self.run_worker(self.show_detail(), group="detail", exclusive=True)

    async def show_detail(self) -> None:
        """Read what is known of the project under the cursor and show it."""
        key = self.key
        found = await self.ask(boards.detail, key) if key is not None else None
        if key == self.key:
            self._show_detail(found)

    def _show_detail(self, found: Detail | None) -> None:
        """Show what is known of the project under the cursor."""
        self._detailed = found.project.id if found is not None else None
        self._told_detail = found
        rule = line((self.pmo.glyphs.rule * self.size.width, "faint"))
        lines: list[Line] = []
        if found is not None and self.around is not None:
            lines = detail_lines(found, self.around.today, self.pmo.glyphs)
        self.detail.show([rule, *lines])


def _first_key(found: Table) -> int | None:
    """Give the key of a table's first project."""
    return next((row for row in found.rows if isinstance(row, int)), None)
