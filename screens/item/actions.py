"""What one can do on the page of any item, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual
from screens.risks.actions import on_risks

ITEM = N_("What is shown")

ACTIONS: tuple[Action, ...] = (
    *on_risks("item", Need.WRITING | Need.THING, Need.WRITING | Need.THING, ITEM),
    usual("item", "open", label=N_("project"), group=ITEM, help=N_("Open its project."), needs=Need.THING),
    usual("item", "next", keys="] l right", label=N_("next tab"), group=ITEM, footer=40, needs=Need.THING),
    usual("item", "previous", keys="[ h left", label=N_("tab before"), group=ITEM, needs=Need.THING),
)
"""The actions of the page, in the order of the help page."""
