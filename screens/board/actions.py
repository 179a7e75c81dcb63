"""What one can do on the board, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action
from screens.actions.common import usual

PROJECT = N_("Project")
SHOWN = N_("What is shown")

ACTIONS = (
    usual("board", "open", group=PROJECT, help=N_("Open the project under the cursor.")),
    Action(
        "board.move",
        "m",
        N_("phase"),
        N_("Take the project through a gate."),
        footer=20,
        group=PROJECT,
    ),
    usual("board", "edit", group=PROJECT, help=N_("Edit the project, or a field of all marked.")),
    usual("board", "add", group=PROJECT, help=N_("Add a project.")),
    Action("board.declare", "w", N_("declare"), N_("Declare the health of the project."), group=PROJECT),
    usual("board", "delete", group=PROJECT, help=N_("Delete the project, after asking.")),
    usual("board", "mark", group=PROJECT),
    usual("board", "mark_all", group=PROJECT),
    usual("board", "filter", group=SHOWN),
    usual(
        "board",
        "view",
        label=N_("table"),
        group=SHOWN,
        help=N_("Change between columns by phase and a table."),
    ),
    usual("board", "sort", group=SHOWN, help=N_("Sort by one or several fields.")),
    usual("board", "group", group=SHOWN, help=N_("Group the table by a field, with sub-totals.")),
    Action("board.columns", "C", N_("columns"), N_("Choose the columns of the table."), group=SHOWN),
    Action("board.views", "V", N_("views"), N_("Open, save or delete a view."), group=SHOWN),
    Action("board.clear", "0", N_("clear"), N_("Take away the filter and the marks."), group=SHOWN),
    usual("board", "export", group=SHOWN),
    Action(
        "board.me",
        "",
        N_("this is me"),
        N_("This is me: say who you are, so that pm:me finds your projects."),
        group=SHOWN,
    ),
    Action("board.import", "I", N_("import"), N_("Import projects from a file."), group=SHOWN),
)
"""The actions of the board, in the order of the help page."""

IN_TABLE = tuple(
    action._replace(label=N_("board")) if action.id == "board.view" else action for action in ACTIONS
)
"""The same in the table, from where the key for the view leads to the columns by phase."""

GRID_MOVES = (
    Action(
        "grid.left",
        "h left",
        N_("phase before"),
        N_("Move to the phase before."),
        group=N_("Move"),
        palette=False,
    ),
    Action(
        "grid.right",
        "l right",
        N_("next phase"),
        N_("Move to the next phase."),
        group=N_("Move"),
        palette=False,
    ),
)
"""How one moves between the columns of the board."""

TABLE_MOVES = (
    Action(
        "table.left",
        "h left",
        N_("columns before"),
        N_("Show the columns before."),
        group=N_("Move"),
        palette=False,
    ),
    Action(
        "table.right",
        "l right",
        N_("more columns"),
        N_("Show the columns behind."),
        group=N_("Move"),
        palette=False,
    ),
)
"""How one comes to the columns of the table that are out of sight."""
