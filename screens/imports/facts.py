"""Facts: all that is known of one row of a dry run, to be scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.words import _
from screens.cells import Line, line
from screens.shell.browse import Browse, Keys


class Facts(Browse):
    """Shows lines that one can scroll; it answers nothing."""

    def __init__(self, title: str, facts: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._facts = facts

    def heading(self) -> Sequence[Line]:
        """Give the title."""
        return [line((f" {self._title}", "strong"))]

    def count(self) -> int:
        """Tell how many lines there are."""
        return len(self._facts)

    def row_line(self, number: int, cells: int) -> Line:
        """Give one line."""
        del cells
        return self._facts[number]

    def keys(self) -> Keys:
        """Give the keys."""
        return [self.hint(_("move"), "move.down", "move.up"), self.hint(_("back"), "shell.back")]

    def does(self, action: str) -> bool:
        """Close with what takes in other lists."""
        if action != "list.take":
            return False
        self.finish(None)
        return True
