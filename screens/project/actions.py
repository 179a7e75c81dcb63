"""What one can do on the project's page, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual
from screens.raid.actions import walking

PROJECT = N_("Project")
TABS = N_("Tabs")
ON_PROJECT = Need.WRITING | Need.THING
WALK, RELATE = walking("project", PROJECT, ON_PROJECT)

ACTIONS = (
    usual(
        "project",
        "edit",
        group=PROJECT,
        help=N_("Edit the project; the form opens at the field under the cursor."),
        footer=10,
        needs=ON_PROJECT,
    ),
    usual(
        "project",
        "open",
        group=PROJECT,
        help=N_("Open the risk or the item under the cursor; elsewhere edit the project."),
        footer=0,
        needs=Need.THING,
    ),
    Action(
        "project.gate",
        "m",
        N_("gate"),
        N_("Take the decision at a gate, and move the project to another phase."),
        footer=20,
        group=PROJECT,
        needs=ON_PROJECT,
    ),
    Action(
        "project.declare",
        "w",
        N_("declare"),
        N_("Declare the weather of the project, dimension by dimension."),
        footer=30,
        group=PROJECT,
        needs=ON_PROJECT,
    ),
    usual(
        "project",
        "comment",
        group=PROJECT,
        help=N_("Write the comment on the weather of the whole."),
        needs=ON_PROJECT,
    ),
    usual(
        "project",
        "delete",
        group=PROJECT,
        help=N_("Delete the project; asks first, and can be undone."),
        needs=ON_PROJECT,
    ),
    WALK._replace(help=N_("Open what the risk or the item under the cursor is related to.")),
    RELATE._replace(help=N_("Say that the risk or the item under the cursor has to do with another.")),
    usual("project", "export", group=PROJECT, help=N_("Write this project to a file."), needs=Need.THING),
    usual("project", "next", keys="] l right", label=N_("next tab"), group=TABS, footer=40, needs=Need.THING),
    usual("project", "previous", keys="[ h left", label=N_("tab before"), group=TABS, needs=Need.THING),
)
"""The actions of the project's page, in the order of the help page."""
