"""What the keys do with items beside the risks, on every page that shows some: the one meant, or those marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pmo_tui.domain.raid_kinds import BY_NOUN

if TYPE_CHECKING:
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

    async def action_comment(self) -> None:
        """Write a comment on the item."""
        from screens.raid.flows import comment_on_item

        await comment_on_item(self._page, self.noun, self.meant[0])
