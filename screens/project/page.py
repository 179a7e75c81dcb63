"""The project's page: everything about one project, as tabs, and the keys that change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pmo_tui.domain.refusal import N_
from pmo_tui.services import dossiers
from pmo_tui.services.histories import Entry
from pmo_tui.words import _
from screens.actions.action import Action
from screens.cells import Span
from screens.project import gates, heading, raid, risks, tabs
from screens.project.actions import ACTIONS
from screens.project.doing import Doing
from screens.project.money import money
from screens.project.overview import overview
from screens.project.rows import Sheet
from screens.sheets.journal import journal
from screens.sheets.page import TabSheet
from screens.widgets.tabs import Tab

TABS = {
    "overview": TabSheet(N_("Overview"), "overview", overview),
    "status": TabSheet(N_("Weather"), "health", tabs.status),
    "money": TabSheet(N_("Money"), "money", money),
    "dates": TabSheet(N_("Dates"), "dates", tabs.dates),
    "risks": TabSheet(N_("Risks"), "overview", risks.risks),
    "raid": TabSheet(N_("RAID"), "overview", raid.raid),
    "gates": TabSheet(N_("Gates"), "overview", gates.gates),
    "links": TabSheet(N_("Links"), "links", tabs.links),
    "more": TabSheet(N_("More"), "custom", tabs.more),
    "journal": TabSheet(N_("Journal"), "overview", journal),
}
"""The tabs in their order."""


class ProjectPage(Doing):
    """One project; opened with its key or its code, and perhaps the tab to show."""

    ID = "project"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.begin("overview")

    @property
    def tabs_here(self) -> Mapping[str, TabSheet]:
        """The tabs in their order."""
        return TABS

    @property
    def history(self) -> Sequence[Entry] | None:
        """Who changed what when; None where the project is not known."""
        return None if self.dossier is None else self.dossier.history

    def sheet(self, cells: int, lines: int) -> Sheet:
        """Give what the tabs are drawn from."""
        assert self.dossier is not None
        return Sheet(self.dossier, self.pmo.glyphs, cells, lines, self.key_of)

    def heading(self, cells: int) -> tuple[Sequence[str | Span], Sequence[str | Span]]:
        """Give which project it is, and how it is."""
        glyphs = self.pmo.glyphs
        left = heading.left(self.dossier, self.code, glyphs)
        return left, heading.right(self.dossier, cells, glyphs)

    def gone(self) -> str:
        """Say that the project is not there any more."""
        told = _("This project is not there any more: someone has deleted it. {key} goes back.")
        return told.format(key=self.key_of("shell.back"))

    def present_actions(self) -> Sequence[Action]:
        """Give the actions; on a risk or another item the key for opening stands in the footer."""
        return [
            action._replace(footer=5) if self.under is not None and action.id == "project.open" else action
            for action in super().present_actions()
        ]

    def tab_labels(self) -> Sequence[Tab]:
        """Give the tabs with what is counted in them."""
        return heading.tabs(LABELS, self.dossier)

    def opened_with(self, *, key: int | None = None, code: str = "", tab: str = "", **given: Any) -> None:
        """Take the project by its key or its code."""
        del given
        if (key, code) != (self.key, self.code) and (key is None or key != self.key):
            self.key, self.code, self.dossier = key, code, None
            self.begin("overview")
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

    async def copied(self) -> str | None:
        """Give the project as Markdown."""
        from screens.project.text import markdown

        return markdown(self.dossier) if self.dossier is not None else None


LABELS = {name: tab.label for name, tab in TABS.items()}
