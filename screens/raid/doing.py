"""What the keys do with items beside the risks, on every page that shows some: the one meant, or those marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.words import _

if TYPE_CHECKING:
    from screens.raid.becoming import Asked
    from screens.shell.page import Page


class ItemDoing:
    """The actions on items of one register; a page says of which, and which are meant."""

    @property
    def noun(self) -> str:
        """The noun of the register."""
        raise NotImplementedError

    @property
    def meant(self) -> Sequence[int]:
        """The keys of the items on which something is done: one, or all that are marked."""
        raise NotImplementedError

    @property
    def _page(self) -> Page:
        """The page itself."""
        return cast("Page", self)

    def edited_at(self) -> tuple[str, str]:
        """Give the section and the field at which the form opens."""
        return "", ""

    async def action_edit(self) -> None:
        """Edit the item, or one field of all that are marked."""
        from screens.raid.flows import change_field_of_items, edit_item

        if len(self.meant) == 1:
            await edit_item(self._page, self.noun, self.meant[0], *self.edited_at())
        else:
            await change_field_of_items(self._page, self.noun, self.meant)

    async def action_go_on(self) -> None:
        """Lead the item on to another state."""
        from screens.raid.flows import go_on

        await go_on(self._page, self.noun, self.meant[0])

    async def action_walk(self) -> None:
        """Open what the item is related to."""
        from screens.item.walking import walk

        await walk(self._page, BY_NOUN[self.noun].thing, self.meant[0])

    async def action_ask_decision(self) -> None:
        """Make the decision that the issue asks for."""
        from screens.raid.becoming import DECISION_ASKED

        await self._ask_for(DECISION_ASKED)

    async def action_ask_change(self) -> None:
        """Make the change request that the issue asks for."""
        from screens.raid.becoming import CHANGE_ASKED

        await self._ask_for(CHANGE_ASKED)

    async def _ask_for(self, asked: Asked) -> None:
        """Make what an issue asks for; nothing else asks for anything."""
        from screens.raid.becoming import ask_for

        if self.noun == "issues":
            await ask_for(self._page, self.meant[0], asked)
        else:
            self._page.say(_("Only an issue asks for a decision or a change."), role="warn")

    async def action_relate(self) -> None:
        """Say that the item has to do with another item."""
        from screens.item.walking import relate

        await relate(self._page, BY_NOUN[self.noun].thing, self.meant[0])

    async def action_comment(self) -> None:
        """Write a comment on the item."""
        from screens.raid.flows import comment_on_item

        await comment_on_item(self._page, self.noun, self.meant[0])
