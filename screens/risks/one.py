"""The page of one risk: everything about it, and the same keys as in the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pmo_tui.services.items import Dossier
from screens.actions.action import Action, Need
from screens.cells import Span
from screens.item.actions import of_sheet
from screens.item.page import ItemPage
from screens.raid.actions import ONE
from screens.risks.actions import on_risks
from screens.risks.doing import RiskDoing
from screens.risks.sheets import TABS, standing

ON_RISK = Need.WRITING | Need.THING


class RiskPage(RiskDoing, ItemPage):
    """One risk; opened with its key or its code."""

    ID = "risk"
    ACTIONS: ClassVar[tuple[Action, ...]] = (*on_risks("risk", ON_RISK, ON_RISK, ONE), *of_sheet("risk"))
    TABS = TABS
    entity = "risk"

    def standing(self, dossier: Dossier) -> Sequence[str | Span]:
        """Say at the right of the heading how the risk stands."""
        return standing(dossier, self.pmo.glyphs)

    @property
    def meant(self) -> Sequence[int]:
        """The risk that is shown."""
        assert self.dossier is not None
        return [self.dossier.item.id]

    async def delete(self) -> None:
        """Delete the risk and go back."""
        from screens.risks.flows import delete_risk

        if await delete_risk(self, self.meant[0]) is not None:
            self.leave_saying(self.message)
