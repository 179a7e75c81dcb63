"""The keys of the shell: what every page understands."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need
from screens.shell.registry import PAGES

HELP = Action(
    "shell.help", "?", N_("help"), N_("Show all keys of this screen."), footer=90, group=N_("Everywhere")
)
PALETTE = Action(
    "shell.palette",
    "ctrl+p",
    N_("palette"),
    N_("Find any action of this screen by typing."),
    group=N_("Everywhere"),
    palette=False,
)
BACK = Action(
    "shell.back", "escape", N_("back"), N_("Go back one step."), group=N_("Everywhere"), palette=False
)
LEAVE = Action(
    "shell.leave", "q", N_("back or quit"), N_("Go back; at the first screen, quit."), group=N_("Everywhere")
)
QUIT = Action("shell.quit", "ctrl+q", N_("quit"), N_("Quit from anywhere."), group=N_("Everywhere"))

SHELL = (
    Action(
        "shell.undo",
        "u",
        N_("undo"),
        N_("Take back your last change."),
        footer=80,
        group=N_("Everywhere"),
        needs=Need.WRITING,
    ),
    Action(
        "shell.redo",
        "ctrl+r",
        N_("redo"),
        N_("Do again what was taken back."),
        group=N_("Everywhere"),
        needs=Need.WRITING,
    ),
    HELP,
    Action(
        "shell.goto",
        ":",
        N_("go to"),
        N_("Go to any screen, command or project by typing."),
        group=N_("Everywhere"),
    ),
    PALETTE,
    Action("shell.reload", "R", N_("reload"), N_("Read everything shown again."), group=N_("Everywhere")),
    Action(
        "shell.copy",
        "y",
        N_("copy"),
        N_("Copy what is marked, or the row."),
        group=N_("Everywhere"),
    ),
    BACK,
    LEAVE,
    QUIT,
    Action(
        "shell.repaint",
        "ctrl+l",
        N_("repaint"),
        N_("Paint the whole screen again."),
        group=N_("Everywhere"),
    ),
    Action(
        "shell.theme",
        "",
        N_("light or dark"),
        N_("Change between the light and the dark theme."),
        group=N_("Everywhere"),
    ),
    *(
        Action(f"shell.page{page.number}", str(page.number), page.label, group=N_("Screens"), palette=False)
        for page in PAGES
        if page.number
    ),
)
"""All actions of the shell; the pages stand at the end, under their numbers."""
