"""What the keys do with risks, on every page that shows some: the one meant, or those that are marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from screens.shell.page import Page


class RiskDoing:
    """The actions on risks; a page says which are meant."""

    @property
    def meant(self) -> Sequence[int]:
        """The keys of the risks on which something is done: one, or all that are marked."""
        raise NotImplementedError

    @property
    def _page(self) -> Page:
        """The page itself."""
        return cast("Page", self)

    async def action_edit(self) -> None:
        """Edit the risk, or one field of all that are marked."""
        from screens.risks.flows import change_field_of_risks, edit_risk

        if len(self.meant) == 1:
            await edit_risk(self._page, self.meant[0], *self.edited_at())
        else:
            await change_field_of_risks(self._page, self.meant)

    def edited_at(self) -> tuple[str, str]:
        """Give the section and the field at which the form opens."""
        return "", ""

    async def action_review(self) -> None:
        """Review the risk, or all that are marked."""
        from screens.risks.reviews import review_risks

        await review_risks(self._page, self.meant)

    async def action_respond(self) -> None:
        """Decide what is done about the risk."""
        from screens.risks.lives import respond_to_risk

        await respond_to_risk(self._page, self.meant[0])

    async def action_done(self) -> None:
        """Record that an action of the risk is done."""
        from screens.risks.flows import finish_action

        await finish_action(self._page, self.meant[0])

    async def action_act(self) -> None:
        """Add an action to the risk."""
        from screens.risks.lives import add_action

        await add_action(self._page, self.meant[0])

    async def action_escalate(self) -> None:
        """Give the risk to a higher level."""
        from screens.risks.lives import escalate_risk

        await escalate_risk(self._page, self.meant[0])

    async def action_hand_back(self) -> None:
        """Give the risk back to the level from which it came."""
        from screens.risks.lives import hand_back_risk

        await hand_back_risk(self._page, self.meant[0])

    async def action_occur(self) -> None:
        """Record that the risk has happened."""
        from screens.risks.lives import occurred

        await occurred(self._page, self.meant[0])

    async def action_close(self) -> None:
        """Close the risk."""
        from screens.risks.lives import close_risk

        await close_risk(self._page, self.meant[0])

    async def action_walk(self) -> None:
        """Open what the risk is related to."""
        from screens.item.walking import walk

        await walk(self._page, "risk", self.meant[0])

    async def action_relate(self) -> None:
        """Say that the risk has to do with another item."""
        from screens.item.walking import relate

        await relate(self._page, "risk", self.meant[0])

    async def action_comment(self) -> None:
        """Write a comment on the risk."""
        from screens.risks.lives import comment_on_risk

        await comment_on_risk(self._page, self.meant[0])
