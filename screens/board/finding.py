"""Finding: the projects and the saved views that one can go to by typing a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmo_tui.words import _
from screens.shell.matching import best
from screens.shell.thing import Thing


def found_projects(session: Any, typed: str) -> Sequence[Thing]:
    """Give the projects that the letters find, for “go to”; runs on the database thread."""
    from pmo_tui.services import boards

    return [
        Thing(card.name, card.code, "project", {"key": card.id}) for card in boards.search(session, typed)
    ]


def found_views(session: Any, typed: str) -> Sequence[Thing]:
    """Give the saved views of projects that the letters find, for “go to”; runs on the database thread."""
    from pmo_tui.services import views

    found = best(views.views(session, "project"), typed, lambda view: view.name)
    return [Thing(view.name, _("view"), "board", {"view": view}) for view in found]
