"""Finding: the risks that one can go to by typing a few letters, and their saved views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmo_tui.services import risk_lists, views
from pmo_tui.words import _
from screens.shell.matching import best
from screens.shell.thing import Thing


def found_risks(session: Any, typed: str) -> Sequence[Thing]:
    """Give the risks and the views of risks that the letters find, for “go to”; runs on the database thread."""
    risks = [
        Thing(title, code, "risk", {"key": key}) for key, code, title in risk_lists.search(session, typed)
    ]
    found = best(views.views(session, "risk"), typed, lambda view: view.name)
    return [*risks, *(Thing(view.name, _("view"), "risks", {"view": view}) for view in found)]
