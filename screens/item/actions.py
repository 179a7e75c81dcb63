"""What one can do on the page of any item besides what is its kind's own, declared once for each."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual

TABS = N_("Tabs")


def of_sheet(feature: str) -> tuple[Action, ...]:
    """Give the actions on the sheets of an item."""
    return (
        usual(
            feature,
            "open",
            label=N_("project"),
            group=TABS,
            help=N_("Open its project, or what it is related to."),
            needs=Need.THING,
        ),
        usual(
            feature, "next", keys="] l right", label=N_("next tab"), group=TABS, footer=40, needs=Need.THING
        ),
        usual(feature, "previous", keys="[ h left", label=N_("tab before"), group=TABS, needs=Need.THING),
    )
