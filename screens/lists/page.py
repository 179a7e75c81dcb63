"""The page of lists: the base of every screen whose keys act on a list of things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events

from pmo_tui.services import journal, portfolio
from pmo_tui.services.portfolio import Surroundings
from screens.actions.action import Need
from screens.lists.listing import Listing
from screens.shell.page import Page

if TYPE_CHECKING:
    from pmo_tui.services.journal import Taken
    from screens.lists.table import TableLines
    from screens.widgets.lines import Lines


class ListPage(Page):
    """A page with a present list: what its own actions don't know is done as in every list."""

    LISTING: ClassVar[Callable[..., Listing]]
    listing: Listing

    def __init__(self) -> None:
        super().__init__()
        self.around: Surroundings | None = None
        self.listing = self.LISTING(self)

    def doers(self) -> Sequence[object]:
        """Give those that know how actions are done: the page itself, then its list."""
        return (self, self.listing)

    @property
    def surroundings(self) -> Surroundings:
        """The portfolio's settings, once they have been read."""
        assert self.around is not None
        return self.around

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.around is not None and self.around.read_only

    def lacking(self, need: Need) -> str | None:
        """Say what is lacking of what an action needs."""
        return self.listing.lacking(need) or super().lacking(need)

    def step_back(self) -> bool:
        """Take away the marks, then the view, then the filter."""
        return self.listing.step_back()

    async def look_for(self, taken: Taken) -> None:
        """Put the cursor on what was taken back or made again at the next load, where it is one of those listed."""
        key = await self.ask(journal.only_one, taken.group, self.listing.kind.things.name)
        if key is not None:
            self.listing.wanted = key

    async def copied(self) -> str | None:
        """Give what is to be copied: the marked things, or the one under the cursor, in the form one chooses."""
        from screens.lists.copying import copied

        if not self.listing.marked and self.listing.key is None:
            return ""
        if self.listing.marked:
            await self.listing.whole()
        return await copied(self.listing)

    async def load(self) -> None:
        """Read what is to be shown and show it."""
        await self.listing.load()

    async def look_around(self, *, anew: bool = True) -> None:
        """Read the portfolio's settings, or only once where they need not be anew."""
        if self.around is None or anew:
            self.take_around(await self.ask(portfolio.surroundings))

    def take_around(self, around: Surroundings) -> None:
        """Keep the settings, and show what they say is open where that is news."""
        self.around = around
        app, before = self.pmo, self.pmo.place
        app.portfolio, app.read_only = around.portfolio.name, around.read_only
        if app.place != before:
            self.place_changed()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the list out for the new size."""
        self.listing.resized(event.size)
        super().on_resize(event)

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Let the detail follow the cursor of the table."""
        if event.lines is self.listing.table:
            self.listing.follow_cursor()

    def on_table_lines_aside(self, event: TableLines.Aside) -> None:
        """Show columns that are out of sight."""
        self.listing.aside(event.by)
