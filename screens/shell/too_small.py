"""Too small: what lies over a page where the terminal has too little room for it."""

from __future__ import annotations

from pmo_tui.words import _
from screens.actions.action import first_key
from screens.cells import BLANK, Line, line
from screens.shell.keys import QUIT
from screens.widgets.drawn import Drawn

LEAST_WIDTH, LEAST_HEIGHT = 30, 8
"""From so many cells and lines on a page can be worked with."""


class TooSmall(Drawn):
    """Covers everything, so that what lies below keeps its state and comes back as it was.

    No key but the one that quits means anything then, since nobody sees what it would do.
    """

    DEFAULT_CSS = """
    TooSmall { layer: cover; dock: top; width: 100%; height: 100%; display: none; }
    """

    def drawn_line(self, y: int) -> Line:
        """Say what is wrong, and how one leaves."""
        told = (_("Terminal too small"), _("{key} quits").format(key=first_key(QUIT, self.pmo.keymap)))
        return line(told[y]) if y < len(told) else BLANK
