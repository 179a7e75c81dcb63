"""The list of a register beside the risks: first what something is still awaited of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size

from screens.lists.listing import Listing
from screens.lists.shown import Shown
from screens.raid.kinds import listed

if TYPE_CHECKING:
    from screens.raid.items import ItemsPage

DETAIL_LEAST = 18
"""Below so many lines the detail yields to the table."""
FIRST = Shown(query="active:yes")
"""What is shown first: that of which something is awaited."""


class ItemListing(Listing):
    """Items of one register."""

    def __init__(self, page: ItemsPage) -> None:
        super().__init__(page, listed(page.NOUN), FIRST)

    def resized(self, size: Size) -> None:
        """Lay out for another size."""
        self.page.set_class(size.height < DETAIL_LEAST, "-tiny-detail")
        super().resized(size)
