"""The listing: things of one kind on a page, with what is shown of them, and what the usual keys do in every list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from textual.geometry import Size
from textual.widget import Widget

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.lists import Table
from pmo_tui.services import lists
from pmo_tui.words import _
from screens.actions.action import Need
from screens.cells import Span, line, safe, width
from screens.lists.arranging import Arranging
from screens.lists.chooser import Chooser
from screens.lists.detail import Detail
from screens.lists.kind import Kind
from screens.lists.shown import Found, Shown, marks_said, state_right
from screens.widgets.pane import Pane

if TYPE_CHECKING:
    from screens.lists.page import ListPage
    from screens.lists.table import TableLines


class Listing(Arranging):
    """A list on a page: it belongs to the page, which gives it the keys while it is the present one."""

    def __init__(self, page: ListPage, kind: Kind[Any], shown: Shown | None = None) -> None:
        self.page = page
        self.kind = kind
        self.shown = self.first = shown or Shown()
        self.found: Found | None = None
        self.table: TableLines | None = None
        self.wanted: int | None = None
        """The thing on which the cursor shall stand after the next load."""
        self.live = False
        """Whether a query is just being typed."""
        self.headings = Pane(id="headings")
        self.detail = Detail(page, kind)
        self._skipped = 0

    def content(self) -> Iterator[Widget]:
        """Give the widgets; the table is made when it is first shown."""
        yield self.detail

    @property
    def chooser(self) -> Chooser:
        """The widget that has the cursor and the marks now."""
        assert self.table is not None
        return self.table

    @property
    def key(self) -> int | None:
        """The key of the thing under the cursor."""
        key = self.chooser.key
        return key if isinstance(key, int) else None

    @property
    def present(self) -> int:
        """The key of the thing under the cursor, where an action needs one and so has one."""
        assert self.key is not None
        return self.key

    @property
    def marked(self) -> list[int]:
        """The keys of the marked things that are shown, in their order: on those alone something is done."""
        return self.chooser.marked if self.chooser.marks else []

    async def whole(self) -> None:
        """Wait until all that is shown has been read."""

    @property
    def catalogue(self) -> Catalogue:
        """The fields of what is listed."""
        return self.kind.catalogue(self.page.surroundings)

    @property
    def cells(self) -> int:
        """How many cells the table has."""
        return self.page.size.width

    def lacking(self, need: Need) -> str | None:
        """Say what is lacking of what an action needs."""
        key_of, own = self.page.key_of, self.page.ID
        if need is Need.THING and self.key is None:
            told = _("There is nothing here to act on. Press {add} to add one, or {clear} to show all.")
            return told.format(add=key_of(f"{own}.add"), clear=key_of(f"{own}.clear"))
        if need is Need.SHOWN and self.chooser.marks and not self.marked:
            told = _("None of the marked ones is shown: {back} takes the marks away.")
            return told.format(back=key_of("shell.back"))
        if need is Need.ONE and self.marked:
            told = _("This is decided for one at a time: press {back} to take the marks away.")
            return told.format(back=key_of("shell.back"))
        return None

    async def load(self) -> None:
        """Read what is to be shown and show it."""
        await self.page.look_around(anew=not self.live)
        await self.load_table()
        self.wanted = None

    async def load_table(self) -> None:
        """Read and show the table; in another order it begins at its first row."""
        former = self.found
        found = await self.page.ask(lists.table, self.kind.things, self.shown.text, live=self.live)
        await self.use_table()
        assert self.table is not None
        self.take(found)
        self._head(found)
        anew = isinstance(former, Table) and former.order != found.order
        await self.table.show_table(found, at=found.first if anew else self.wanted)
        self.tell()
        await self.show_detail()

    def take(self, found: Found) -> None:
        """Keep what was found, and say how to go on where it is nothing."""
        self.found = found
        if self.table is not None and not found.figures.count:
            self.table.nothing = [line(f" {self.nothing(found)}")]

    def nothing(self, found: Found) -> str:
        """Say how to go on where there is nothing."""
        key_of, own = self.page.key_of, self.page.ID
        if found.of:
            return _("Nothing matches. Press {clear} to show all.").format(clear=key_of(f"{own}.clear"))
        told = _("Nothing yet: {add} adds one, {import_} imports a file.")
        return told.format(add=key_of(f"{own}.add"), import_=key_of(f"{own}.import"))

    async def use_table(self) -> None:
        """Have the table on the page."""
        if self.table is not None:
            return
        from screens.lists.table import TableLines

        self.table = TableLines(self._read, self.kind.cell, id="table")
        await self.page.mount(self.headings, self.table, before=self.detail)
        self.page.set_focus(self.table)

    async def _read(self, keys: Sequence[int]) -> Sequence[Any]:
        """Read things for the table."""
        return await self.page.ask(self.kind.read, keys)

    def _head(self, found: Table) -> None:
        """Choose the columns that fit and show their headings."""
        from screens.lists.columns import fitting, heading

        assert self.table is not None
        names = self.shown.columns or self.kind.layout.chosen(found)
        longest = {"code": found.longest_code, **self.kind.lengths(self.page.surroundings)}
        taken = fitting(self.kind.layout, names, self.catalogue, self.cells, longest, self._skipped)
        self._skipped = taken.before
        self.table.columns = taken
        self.headings.show([heading(taken, found.order, self.page.pmo.glyphs)])

    def aside(self, by: int) -> None:
        """Show columns that are out of sight: those before (-1) or behind (1)."""
        if self.table is None or not isinstance(self.found, Table):
            return
        if by < 0 or self.table.columns.behind:
            self._skipped = max(0, self._skipped + by)
            self._head(self.found)
            self.table.changed()

    def resized(self, size: Size) -> None:
        """Lay out for another size."""
        del size
        if self.found is None:
            return  # the first size comes before there is anything to show
        if isinstance(self.found, Table):
            self._head(self.found)
        self.detail.draw()
        self.tell()

    def tell(self) -> None:
        """Say in the line of state what is shown."""
        if self.found is None or self.page.around is None:
            return
        around, glyphs = self.page.surroundings, self.page.pmo.glyphs
        query = (self.shown.query, "") if self.shown.query else (_(self.kind.all), "muted")
        left: list[Span] = [("/ ", "muted"), query]
        if self.shown.name:
            left = [(f"{self.shown.name} ", "strong"), *left]
        room = self.page.size.width - width(safe("".join(text for text, _role in left))) - 4
        marked = marks_said(self.marks_shown(), len(self.chooser.marks))
        right = state_right(
            self.found, marked, self.catalogue, self.kind.summed, around.portfolio.currency, glyphs, room
        )
        self.page.state(*left, right=list(right))
        if self.page.waiting_dialog is not None:
            self.page.waiting_dialog.show_beside(right)

    def marks_shown(self) -> int:
        """Tell how many of the marked things are shown."""
        return len(self.marked)

    def follow_cursor(self) -> None:
        """Show the detail of the thing under the cursor, if it isn't there already, as it is after a load."""
        if self.key != self.detail.key:
            self.page.follow(self.show_detail)

    async def show_detail(self) -> None:
        """Read what is known of the thing under the cursor and show it."""
        key = self.key
        found = await self.page.ask(self.kind.detail, key) if key is not None else None
        if key == self.key:
            self.detail.take(key, found)

    def use(self, shown: Shown) -> None:
        """Show something else; the cursor stays on its thing."""
        self.shown = shown
        self.page.reload()

    def action_mark(self) -> None:
        """Mark the thing, or take its mark away."""
        self.chooser.toggle_mark()
        self.tell()

    async def action_mark_all(self) -> None:
        """Mark all that is shown, what is not yet read too, or none."""
        await self.whole()
        self.chooser.toggle_all_marks()
        self.tell()

    def unmark(self) -> None:
        """Take all marks away."""
        self.chooser.marks = set()
        self.chooser.changed()
        self.tell()

    def action_clear(self) -> None:
        """Take away the filter and the marks; columns, order and grouping stay."""
        self.unmark()
        self.use(self.shown._replace(query="", name=""))

    def step_back(self) -> bool:
        """Take away the marks, then the view, then the filter for the first one; tell whether there was any."""
        if self.chooser.marks:
            self.unmark()
        elif self.shown.name:
            self.use(self.first._replace(mode=self.shown.mode))
        elif self.shown.query != self.first.query:
            self.use(self.shown._replace(query=self.first.query))
        else:
            return False
        return True

    async def action_filter(self) -> None:
        """Filter while one types; going back restores the former query."""
        from screens.lists.filtering import asked_for

        former = self.shown
        answer = await asked_for(self)
        self.live = False
        self.use(former if answer is None else self.shown._replace(query=answer.strip(), name=""))

    def filter_live(self, query: str) -> None:
        """Show what a query finds that is still being typed."""
        self.live = True
        self.use(self.shown._replace(query=query, name=""))
