"""The registry of pages: number, name and where each is found; a page is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from pmo_tui.domain.refusal import N_
from screens.actions.action import Need

if TYPE_CHECKING:
    from screens.shell.page import Page


class Entry(NamedTuple):
    """A page: its id, its number in the navigation (0 for none), its label, and "module:Class".

    One without a number can be gone to `by_name` where it needs nothing to be opened with. What it `needs` is looked
    at before it is opened. One `under` a numbered page is named by it in the navigation, and may stand `instead` of it.
    """

    id: str
    number: int
    label: str
    path: str
    by_name: bool = False
    needs: Need = Need.NOTHING
    under: str = ""
    instead: bool = False

    def load(self) -> type[Page]:
        """Import the page."""
        module, _, name = self.path.partition(":")
        return cast("type[Page]", getattr(import_module(module), name))


PAGES = (
    Entry("board", 2, N_("Board"), "screens.board.page:BoardPage"),
    Entry("risks", 4, N_("Risks"), "screens.risks.page:RisksPage"),
    Entry("matrix", 0, N_("Risk matrix"), "screens.matrix.page:MatrixPage", by_name=True, under="risks"),
    Entry("figures", 0, N_("Risk figures"), "screens.figures.page:FiguresPage", by_name=True, under="risks"),
    Entry("risk", 0, N_("Risk"), "screens.risks.one:RiskPage", under="risks"),
    Entry("project", 0, N_("Project"), "screens.project.page:ProjectPage"),
    Entry(
        "imports",
        0,
        N_("Import projects"),
        "screens.imports.page:ImportsPage",
        by_name=True,
        needs=Need.WRITING,
    ),
    Entry("welcome", 0, N_("First steps"), "screens.welcome.page:WelcomePage", by_name=True),
)
"""All pages of pmo-tui."""


def named_by(page_id: str, pages: Iterable[Entry]) -> str:
    """Give the id of the page by which the navigation names a page: its own, or that under which it stands."""
    return next((entry.under for entry in pages if entry.id == page_id and entry.under), page_id)
