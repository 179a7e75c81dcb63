"""What one can do in the matrix, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action
from screens.actions.common import usual

SHOWN = N_("What is shown")

ACTIONS = (
    usual("matrix", "open", label=N_("list them"), group=SHOWN, help=N_("List the risks of the cell.")),
    Action("matrix.inherent", "i", N_("inherent"), N_("Show the inherent scores."), footer=20, group=SHOWN),
    Action("matrix.current", "c", N_("current"), N_("Show the current scores."), footer=21, group=SHOWN),
    Action("matrix.target", "t", N_("target"), N_("Show the target scores."), footer=22, group=SHOWN),
    Action(
        "matrix.movement",
        "m",
        N_("movement"),
        N_("Show from where the risks have come to the cell of the cursor, and to where they went."),
        footer=23,
        group=SHOWN,
    ),
    Action(
        "matrix.since", "D", N_("since"), N_("Choose the day since when movements are shown."), group=SHOWN
    ),
    Action(
        "matrix.side",
        "o",
        N_("side"),
        N_("Show opportunities instead of threats, or threats again."),
        footer=24,
        group=SHOWN,
    ),
    usual("matrix", "view", label=N_("table"), group=SHOWN, help=N_("Go back to the table.")),
)
"""The actions of the matrix, in the order of the help page."""
