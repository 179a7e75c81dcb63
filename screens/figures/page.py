"""The page of the figures of risks: those of the query that the register shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pmo_tui.domain.refusal import N_
from pmo_tui.services import risk_figures
from pmo_tui.services.histories import Entry
from pmo_tui.services.risk_figures import Everything
from pmo_tui.words import _, numbers
from screens.actions.action import Action, Need
from screens.actions.common import usual
from screens.cells import Span
from screens.figures.sheet import Sheet
from screens.figures.tabs import TABS
from screens.sheets.page import SheetPage, TabSheet

PERIODS = (12, 26, 52)
"""Over how many weeks one looks back, to choose from."""
SHOWN = N_("What is shown")

ACTIONS = (
    usual("figures", "open", group=SHOWN, help=N_("Open the risk under the cursor."), needs=Need.THING),
    usual("figures", "next", keys="] l right", label=N_("next tab"), group=SHOWN, footer=20),
    usual("figures", "previous", keys="[ h left", label=N_("tab before"), group=SHOWN),
    Action("figures.longer", "+", N_("longer"), N_("Look back over more weeks."), footer=30, group=SHOWN),
    Action("figures.shorter", "-", N_("shorter"), N_("Look back over fewer weeks."), footer=31, group=SHOWN),
)
"""What one can do with the figures, each declared once."""


class FiguresPage(SheetPage):
    """What the risks of a query are worth; opened with the query."""

    ID = "figures"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS

    def __init__(self) -> None:
        super().__init__()
        self.query_text = "active:yes"
        self.weeks = PERIODS[0]
        self.known: Everything | None = None
        self.begin("exposure")

    @property
    def tabs_here(self) -> Mapping[str, TabSheet]:
        """The tabs in their order."""
        return TABS

    @property
    def history(self) -> Sequence[Entry] | None:
        """Figures have no history; None before they are known."""
        return None if self.known is None else ()

    def sheet(self, cells: int, lines: int) -> Sheet:
        """Give what the tabs are drawn from."""
        assert self.known is not None
        return Sheet(self.known, self.pmo.glyphs, cells, lines, self.key_of)

    def heading(self, cells: int) -> tuple[Sequence[str | Span], Sequence[str | Span]]:
        """Give the query, and over how many weeks one looks back."""
        del cells
        query: Span = (self.query_text, "") if self.query_text else (_("all risks"), "muted")
        told = _("{count} weeks").format(count=numbers.whole(self.weeks))
        return [("/ ", "muted"), query], [(told, "muted")]

    def gone(self) -> str:
        """Say that nothing is known; figures are there as soon as they are computed."""
        return ""

    def opened_with(self, *, query: str | None = None, **given: Any) -> None:
        """Take the query."""
        del given
        if query is not None and query != self.query_text:
            self.query_text, self.known = query, None

    async def load(self) -> None:
        """Compute the figures, all at one moment, and show them."""
        self.known = await self.ask(risk_figures.everything, self.query_text, self.weeks)
        self.answered = True
        self.show()

    def action_open(self) -> None:
        """Open the risk under the cursor."""
        key = self.rows.key
        if self.tab == "largest" and isinstance(key, int):
            self.pmo.open("risk", key=key)
        else:
            self.say(_("There is nothing to open here: the top ten lead to their risks."), role="warn")

    def action_longer(self) -> None:
        """Look back over more weeks."""
        self._look_back(1)

    def action_shorter(self) -> None:
        """Look back over fewer weeks."""
        self._look_back(-1)

    def _look_back(self, by: int) -> None:
        """Take the next longer or shorter period."""
        at = PERIODS.index(self.weeks) + by
        if 0 <= at < len(PERIODS):
            self.weeks = PERIODS[at]
            self.reload()
