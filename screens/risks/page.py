"""The page of risks: the register as a table, the risk under the cursor below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from pmo_tui.domain.queries.terms import SortKey
from screens.actions.action import Action
from screens.cells import Line
from screens.lists.shown import Shown
from screens.raid.page import RaidPage
from screens.risks.actions import ACTIONS
from screens.risks.doing import RiskDoing
from screens.risks.listing import RiskListing
from screens.risks.rows import legend
from screens.widgets.moves import ASIDE, MOVES

OVERDUE = Shown(
    query="active:yes review:overdue", sort=(SortKey("review"), SortKey("score", descending=True))
)
"""What the morning begins with: reviews that are overdue, the oldest first."""


class RisksPage(RiskDoing, RaidPage):
    """The register of risks."""

    ID = "risks"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    WITHIN: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)
    LISTING = RiskListing
    listing: RiskListing
    _before: Shown | None = None
    """What was shown before a cell of the matrix was listed."""

    @property
    def meant(self) -> Sequence[int]:
        """The risks that are marked, or the one under the cursor."""
        return self.listing.marked or [self.listing.present]

    def help_here(self) -> Sequence[Line]:
        """Say what the signs of the register mean."""
        return legend(self.pmo.glyphs)

    def opened_with(self, *, from_matrix: bool = False, **given: Any) -> None:
        """Take what the page is opened with; from a cell of the matrix one goes back there."""
        self._before = self.listing.shown if from_matrix else None
        super().opened_with(**given)

    def step_back(self) -> bool:
        """Go back to the matrix where its cell is still what is listed, else as in every list."""
        before, self._before = self._before, None
        if before is None or self.listing.marked:
            return super().step_back()
        self.listing.shown = before
        self.pmo.open("matrix")
        return True

    def action_open(self) -> None:
        """Open the risk under the cursor."""
        self.pmo.open("risk", key=self.listing.present)

    async def action_add(self) -> None:
        """Add a risk."""
        from screens.risks.flows import add_risk

        added = await add_risk(self)
        if added is not None:
            self.listing.wanted = added.id

    async def action_delete(self) -> None:
        """Delete the risk."""
        from screens.risks.flows import delete_risk

        await delete_risk(self, self.listing.present)

    async def action_export(self) -> None:
        """Write what is shown to a file."""
        from screens.exports.flows import export_shown

        here = self.listing
        await export_shown(self, "risks", here.shown.text, here.columns_shown(), here.marked)

    def action_view(self) -> None:
        """Show the same risks as a matrix."""
        self.pmo.open("matrix", query=self.listing.shown.query)

    async def action_settings(self) -> None:
        """Set bands, scales, appetite and categories."""
        from screens.risks.scales import change_settings

        await change_settings(self)

    def action_figures(self) -> None:
        """Show what these risks are worth together."""
        self.pmo.open("figures", query=self.listing.shown.query)

    def action_overdue(self) -> None:
        """Show the risks whose review is overdue."""
        self.listing.use(self.listing.shown._replace(query=OVERDUE.query, sort=OVERDUE.sort, name=""))
