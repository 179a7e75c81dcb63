"""Finding: the projects that one can go to by typing a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from screens.shell.thing import Thing


def found_projects(session: Any, typed: str) -> Sequence[Thing]:
    """Give the projects that the letters find, for “go to”; runs on the database thread."""
    from pmo_tui.services import boards

    return [
        Thing(card.name, card.code, "project", {"key": card.id}) for card in boards.search(session, typed)
    ]
