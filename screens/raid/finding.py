"""Finding: the items beside the risks that one can go to by typing a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmo_tui.services import raid_lists
from screens.shell.thing import Thing


def found_items(session: Any, typed: str) -> Sequence[Thing]:
    """Give the items that the letters find, for “go to”; runs on the database thread."""
    return [
        Thing(one.title, one.code, "item", {"entity": one.entity, "key": one.key})
        for one in raid_lists.search(session, typed)
    ]
