"""The register's list: risks as a table, and what is set for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size

from pmo_tui.domain.fields import Catalogue
from pmo_tui.services import risk_lists
from screens.lists.listing import Listing
from screens.lists.shown import Shown
from screens.risks.kind import RISKS

if TYPE_CHECKING:
    from screens.lists.page import ListPage

DETAIL_LEAST = 18
"""Below so many lines the detail yields to the table."""
FIRST = Shown(query="active:yes")
"""What is shown first: that of which something is awaited."""


class RiskListing(Listing):
    """Risks, with the scales of the portfolio as they are now."""

    def __init__(self, page: ListPage) -> None:
        super().__init__(page, RISKS, FIRST)
        self.settings: risk_lists.Settings | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The fields of risks, with the bands that the portfolio has."""
        return super().catalogue if self.settings is None else self.settings.catalogue

    async def load(self) -> None:
        """Read what is set for risks, then what is to be shown, and show it."""
        if not self.live:
            self.settings = await self.page.ask(risk_lists.settings)
        await super().load()

    def resized(self, size: Size) -> None:
        """Lay out for another size."""
        self.page.set_class(size.height < DETAIL_LEAST, "-tiny-detail")
        super().resized(size)
