"""What one can do in the register of risks, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual
from screens.raid.actions import ONE, SHOWN, of_lists

ACTIONS = (
    usual("risks", "open", group=ONE, help=N_("Open the risk under the cursor."), needs=Need.THING),
    Action(
        "risks.overdue",
        "O",
        N_("overdue"),
        N_("Show the risks whose review is overdue, the oldest first."),
        group=SHOWN,
    ),
    *of_lists("risks"),
)
"""The actions of the register, in the order of the help page."""
