"""The page of one item beside the risks: its fields, what was said of it, its journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from pmo_tui.domain.raid_kinds import NOUN_OF
from pmo_tui.services.items import Dossier
from screens.actions.action import Action, Need
from screens.cells import Span
from screens.item.actions import of_sheet
from screens.item.page import ItemPage
from screens.item.usual import TABS, standing
from screens.raid.actions import on_issues, on_items
from screens.raid.doing import ItemDoing

ON_ITEM = Need.WRITING | Need.THING


class RaidItemPage(ItemDoing, ItemPage):
    """One item of any register; opened with what the journal calls its kind, and its key or its code."""

    ID = "item"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        *on_items("item", ON_ITEM, ON_ITEM),
        *on_issues("item", ON_ITEM),
        *of_sheet("item"),
    )
    TABS = TABS
    entity = "issue"

    def opened_with(self, *, entity: str = "issue", **given: Any) -> None:
        """Take the item by its kind and its key or its code."""
        if entity != self.entity:
            self.keep_way()
            self.entity, self.key, self.code, self.dossier = entity, None, "", None
        super().opened_with(**given)

    def standing(self, dossier: Dossier) -> Sequence[str | Span]:
        """Say at the right of the heading how the item stands."""
        return standing(dossier, self.pmo.glyphs)

    @property
    def noun(self) -> str:
        """The noun of its register."""
        return NOUN_OF[self.entity]

    @property
    def meant(self) -> Sequence[int]:
        """The item that is shown."""
        assert self.dossier is not None
        return [self.dossier.item.id]

    async def delete(self) -> None:
        """Delete the item and go back."""
        from screens.raid.flows import delete_item

        if await delete_item(self, self.noun, self.meant[0]) is not None:
            self.leave_saying(self.message)
