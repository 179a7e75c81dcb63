"""What one can do at each step of the import, each declared once."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action
from screens.shell.keys import SHELL

OPEN = Action("imports.open", "enter", N_("change"), N_("Change what the cursor stands on."), footer=10)
DETAILS = Action("imports.open", "enter", N_("details"), N_("Show all that is known of the row."), footer=10)
PLAN = Action(
    "imports.next", "n", N_("dry run"), N_("Show what the import would do, without doing it."), footer=20
)
RUN = Action("imports.next", "n", N_("import"), N_("Import, all of it or nothing."), footer=20)
BACK = Action("imports.previous", "p", N_("step back"), N_("Go back one step; nothing chosen is lost."))
BACK_SHOWN = BACK._replace(footer=25)
UNDO = next(action for action in SHELL if action.id == "shell.undo")._replace(footer=0)
"""Taking back stays possible, but before an import nobody looks for it."""

STOP = Action(
    "imports.stop", "ctrl+c", N_("stop"), N_("Stop the import; nothing of it stays."), palette=False
)

COLUMNS = (
    OPEN,
    PLAN,
    Action("imports.add", "a", N_("add a field"), N_("Fill another field."), footer=30),
    Action("imports.drop", "d", N_("leave out"), N_("Don't import the field under the cursor."), footer=60),
    Action("imports.load", "o", N_("open a map"), N_("Take a map from a file."), footer=40),
    Action(
        "imports.save", "x", N_("save the map"), N_("Write the map to a file, for the next time."), footer=50
    ),
    BACK,
)
"""What one can do while the columns are being understood."""

OUTCOME = (
    DETAILS,
    RUN,
    Action("imports.tab_next", "] l right", N_("next tab"), N_("Show the next tab."), footer=30),
    Action("imports.tab_previous", "[ h left", N_("previous tab"), N_("Show the tab before.")),
    BACK_SHOWN,
    STOP,
)
"""What one can do with a dry run."""

ACTIONS = tuple({action.id: action for action in (*OUTCOME, *COLUMNS)}.values())
"""All of them, each once, for the bindings."""
