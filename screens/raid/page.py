"""The page of a RAID register: the tabs of all registers, a list of one of them, the detail below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import ComposeResult

from pmo_tui.words import _
from screens.lists.page import ListPage
from screens.lists.shown import Shown
from screens.shell.registry import Entry
from screens.widgets.tabs import Tab, Tabs


class RaidPage(ListPage):
    """A register; the others are one key away, each a page of its own that keeps what it shows."""

    DEFAULT_CSS = Path(__file__).with_name("raid.tcss").read_text(encoding="utf-8")

    def content(self) -> ComposeResult:
        """Give the tabs, where there are several registers, then the list and the detail."""
        self.tabs = Tabs(self._tabs, lambda: self.ID, id="tabs")
        self.tabs.display = len(self._registers()) > 1
        yield self.tabs
        yield from self.listing.content()

    def opened_with(self, *, key: int | None = None, query: str | None = None, **given: Any) -> None:
        """Put the cursor on an item, or show what a query or a saved view finds."""
        if "view" in given:
            self.show_from_outside(Shown.of_view(given["view"]))
        elif query is not None:
            self.show_from_outside(self.listing.shown._replace(query=query, name=""))
        if key is not None:
            self.listing.wanted = key

    def show_from_outside(self, shown: Shown) -> None:
        """Show something else, or once there is a page to show it on."""
        if self.is_mounted:
            self.listing.use(shown)
        else:
            self.listing.shown = shown

    def _registers(self) -> list[Entry]:
        """Give the pages of all registers."""
        return [entry for entry in self.pmo.pages if entry.id == "risks" or entry.instead]

    def _tabs(self) -> Sequence[Tab]:
        """Give the tabs."""
        return [Tab(entry.id, _(entry.label)) for entry in self._registers()]

    def action_import(self) -> None:
        """Import things of this register from a file."""
        self.pmo.open("imports", kind=self.ID)

    def action_next(self) -> None:
        """Show the next register."""
        self.pmo.open(self.tabs.turned(1))

    def action_previous(self) -> None:
        """Show the register before."""
        self.pmo.open(self.tabs.turned(-1))

    def on_tabs_clicked(self, event: Tabs.Clicked) -> None:
        """Show the register that was clicked."""
        self.pmo.open(event.name)
