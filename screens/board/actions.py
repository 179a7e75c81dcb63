"""What one can do on the board, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.actions.common import usual

PROJECT = N_("Project")
SHOWN = N_("What is shown")
ON_ONE = Need.WRITING | Need.THING | Need.SHOWN | Need.ONE
"""What is decided for one project at a time needs."""

ACTIONS = (
    usual("board", "open", group=PROJECT, help=N_("Open the project under the cursor."), needs=Need.THING),
    Action(
        "board.move",
        "m",
        N_("phase"),
        N_("Take the project through a gate."),
        footer=20,
        group=PROJECT,
        needs=ON_ONE,
    ),
    usual(
        "board",
        "edit",
        group=PROJECT,
        help=N_("Edit the project, or a field of all marked."),
        needs=Need.WRITING | Need.THING | Need.SHOWN,
    ),
    usual("board", "add", group=PROJECT, help=N_("Add a project."), needs=Need.WRITING),
    Action(
        "board.declare",
        "w",
        N_("declare"),
        N_("Declare the weather of the project."),
        group=PROJECT,
        needs=ON_ONE,
    ),
    usual("board", "delete", group=PROJECT, help=N_("Delete the project, after asking."), needs=ON_ONE),
    usual("board", "mark", group=PROJECT, needs=Need.THING),
    usual("board", "mark_all", group=PROJECT, needs=Need.THING),
    usual("board", "filter", group=SHOWN),
    usual(
        "board",
        "view",
        label=N_("table"),
        group=SHOWN,
        help=N_("Change between columns by phase and a table."),
    ),
    usual("board", "sort", group=SHOWN, help=N_("Sort by one or several fields.")),
    usual(
        "board",
        "group",
        group=SHOWN,
        help=N_("Group the table by a field, with sub-totals."),
        needs=Need.TABLE,
    ),
    Action(
        "board.columns",
        "C",
        N_("columns"),
        N_("Choose the columns of the table."),
        group=SHOWN,
        needs=Need.TABLE,
    ),
    Action("board.views", "V", N_("views"), N_("Open, save or delete a view."), group=SHOWN),
    Action("board.clear", "0", N_("clear"), N_("Take away the filter and the marks."), group=SHOWN),
    usual("board", "export", group=SHOWN),
    Action(
        "board.me",
        "",
        N_("this is me"),
        N_("This is me: say who you are, so that pm:me finds your projects."),
        group=SHOWN,
        needs=Need.WRITING,
    ),
    usual("board", "import", group=SHOWN, help=N_("Import projects from a file.")),
)
"""The actions of the board, in the order of the help page."""

IN_TABLE = tuple(
    action._replace(label=N_("board")) if action.id == "board.view" else action for action in ACTIONS
)
"""The same in the table, from where the key for the view leads to the columns by phase."""
