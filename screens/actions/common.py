"""The usual actions: the same letter means the same everywhere, so a page takes them from here."""

from __future__ import annotations

from typing import Any

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action, Need

_USUAL = {
    "open": Action("open", "enter", N_("open"), N_("Open what the cursor stands on."), footer=10),
    "add": Action("add", "a", N_("add"), N_("Add a new one."), footer=40),
    "edit": Action("edit", "e", N_("edit"), N_("Change what the cursor stands on."), footer=30),
    "delete": Action(
        "delete", "d", N_("delete"), N_("Delete what is marked, or the row of the cursor; asks first.")
    ),
    "mark": Action(
        "mark", "space", N_("mark"), N_("Mark the row, or take its mark away."), footer=70, palette=False
    ),
    "mark_all": Action("mark_all", "*", N_("mark all"), N_("Mark all rows shown, or none.")),
    "filter": Action(
        "filter", "/", N_("filter"), N_("Show only what a query finds, while you type."), footer=50
    ),
    "view": Action("view", "v", N_("view"), N_("Show the same in another way."), footer=60),
    "sort": Action("sort", "s", N_("sort"), N_("Sort by another column.")),
    "group": Action("group", "t", N_("group"), N_("Group by something else.")),
    "export": Action("export", "x", N_("export"), N_("Write what is shown to a file.")),
    "import": Action("import", "I", N_("import"), N_("Import from a file."), needs=Need.WRITING),
    "comment": Action("comment", "c", N_("comment"), N_("Write a comment.")),
    "previous": Action("previous", "[", N_("previous"), N_("Go to the period or tab before.")),
    "next": Action("next", "]", N_("next"), N_("Go to the next period or tab.")),
}


def usual(feature: str, verb: str, **changes: Any) -> Action:
    """Give a usual action for a feature, as "risks" and "add", with what this page says otherwise."""
    return _USUAL[verb]._replace(id=f"{feature}.{verb}", **changes)
