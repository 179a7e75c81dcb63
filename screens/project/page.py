"""The project's page: everything about one project, as tabs, and the keys that change it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult

from pmo_tui.domain.refusal import N_
from pmo_tui.services import dossiers
from pmo_tui.words import _
from screens.actions.action import Action
from screens.cells import BLANK, Line, line
from screens.project import heading, histories, tabs
from screens.project.actions import ACTIONS
from screens.project.doing import Doing
from screens.project.money import money
from screens.project.overview import overview
from screens.project.rows import Row, Sheet
from screens.widgets.bar import Bar
from screens.widgets.lines import Lines
from screens.widgets.tabs import Tabs

Draw = Callable[[Sheet], list[Row]]

TABS: dict[str, tuple[str, str, Draw]] = {
    # tab: label, section of the form that e opens, what draws it
    "overview": (N_("Overview"), "overview", overview),
    "status": (N_("Weather"), "health", tabs.status),
    "money": (N_("Money"), "money", money),
    "dates": (N_("Dates"), "dates", tabs.dates),
    "gates": (N_("Gates"), "overview", histories.gates),
    "links": (N_("Links"), "links", tabs.links),
    "more": (N_("More"), "custom", tabs.more),
    "journal": (N_("Journal"), "overview", histories.journal),
}
"""The tabs in their order."""

LABELS = {name: label for name, (label, _section, _draw) in TABS.items()}


class ProjectPage(Doing):
    """One project; opened with its key or its code, and perhaps the tab to show."""

    ID = "project"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    DEFAULT_CSS = """
    ProjectPage #rows { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._places: dict[str, Hashable] = {}

    def content(self) -> ComposeResult:
        """Give the tabs and the rows of the one shown."""
        self.tabs = Tabs(lambda: heading.tabs(LABELS, self.dossier), lambda: self.tab, id="tabs")
        yield self.tabs
        yield Bar(lambda _cells: BLANK, ground="page", id="gap")
        self.rows = Lines[Row](lambda row, _cells: row.line, lambda row: row.key, id="rows")
        yield self.rows

    def opened_with(self, *, key: int | None = None, code: str = "", tab: str = "", **given: Any) -> None:
        """Take the project by its key or its code."""
        del given
        if (key, code) != (self.key, self.code) and (key is None or key != self.key):
            self.key, self.code, self.dossier, self.answered = key, code, None, False
            self._places = {}
            self.tab = "overview"
        self.tab = tab if tab in TABS else self.tab
        if self.is_mounted:
            self.show()

    async def load(self) -> None:
        """Ask for all that is known and show it; the tab and the cursor stay where they are."""
        self.dossier = await self.ask(dossiers.dossier, self.key, self.code)
        self.answered = True
        if self.dossier is not None:
            self.key = self.dossier.detail.project.id
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        super().on_resize(event)
        self.call_after_refresh(self.show)

    def redraw(self) -> None:
        """Draw everything again, for other words, another theme or other glyphs."""
        super().redraw()
        if self.is_mounted:
            self.show()

    def show(self) -> None:
        """Show the tab, with the cursor where it was when the tab was last shown."""
        cells, glyphs = self.size.width, self.pmo.glyphs
        right = heading.right(self.dossier, cells, glyphs)
        self.state(*heading.left(self.dossier, self.code, glyphs), right=right)
        self.tabs.changed()
        rows = self._drawn()
        first = next((row.key for row in rows if row.key is not None), None)
        keys = {row.key for row in rows}
        place = self._places.get(self.tab, first)
        self.rows.show(rows, at=place if place in keys else None)

    def _drawn(self) -> list[Row]:
        """Give the rows of the tab, none before it is known what the project is."""
        if self.dossier is None and not self.answered:
            return []
        if self.dossier is None:
            gone = _("This project is not there any more: someone has deleted it. {key} goes back.")
            return [Row(None, line(" ", (gone.format(key=self.key_of("shell.back")), "warn")))]
        cells, lines = max(20, self.size.width - 1), self.rows.size.height
        sheet = Sheet(self.dossier, self.pmo.glyphs, cells, lines, self.key_of)
        return TABS[self.tab][2](sheet)

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Remember where the cursor stands."""
        self._places[self.tab] = event.lines.key

    def help_here(self) -> Sequence[Line]:
        """Say how the number under the cursor comes about."""
        return self.rows.row.about if self.rows.row is not None else ()

    async def copied(self) -> str | None:
        """Give the project as Markdown."""
        from screens.project.text import markdown

        return markdown(self.dossier) if self.dossier is not None else None

    @property
    def section(self) -> str:
        """The section of the form that belongs to the tab."""
        return TABS[self.tab][1]

    def action_next(self) -> None:
        """Show the next tab."""
        self._show_tab(self.tabs.turned(1))

    def action_previous(self) -> None:
        """Show the tab before."""
        self._show_tab(self.tabs.turned(-1))

    def on_tabs_clicked(self, event: Tabs.Clicked) -> None:
        """Show the tab that was clicked."""
        self._show_tab(event.name)

    def _show_tab(self, name: str) -> None:
        """Show another tab."""
        self.tab = name
        self.show()
        self.query_one("#footer", Bar).changed()  # in the journal a key means something else
