"""The page of risks: the register as a table, the risk under the cursor below."""

from __future__ import annotations

from typing import ClassVar

from pmo_tui.domain.queries.terms import SortKey
from screens.actions.action import Action
from screens.lists.shown import Shown
from screens.raid.page import RaidPage
from screens.risks.actions import ACTIONS
from screens.risks.listing import RiskListing
from screens.widgets.moves import ASIDE, MOVES

OVERDUE = Shown(
    query="active:yes review:overdue", sort=(SortKey("review"), SortKey("score", descending=True))
)
"""What the morning begins with: reviews that are overdue, the oldest first."""


class RisksPage(RaidPage):
    """The register of risks."""

    ID = "risks"
    ACTIONS: ClassVar[tuple[Action, ...]] = ACTIONS
    WITHIN: ClassVar[tuple[Action, ...]] = (*MOVES, *ASIDE)
    LISTING = RiskListing
    listing: RiskListing

    def action_open(self) -> None:
        """Open the risk under the cursor."""
        self.pmo.open("item", entity="risk", key=self.listing.present)

    def action_overdue(self) -> None:
        """Show the risks whose review is overdue."""
        self.listing.use(OVERDUE)
