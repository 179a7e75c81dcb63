"""Too small: what lies over a page where the terminal has too little room for it."""

from __future__ import annotations

from pmo_tui.words import _
from screens.cells import BLANK, Line, line
from screens.widgets.drawn import Drawn

LEAST_WIDTH, LEAST_HEIGHT = 30, 8
"""From so many cells and lines on a page can be worked with."""
QUITS = "ctrl+q"
"""The only key that means something below that, since nobody sees what the others would do."""


class TooSmall(Drawn):
    """Covers everything, so that what lies below keeps its state and comes back as it was."""

    DEFAULT_CSS = """
    TooSmall { layer: cover; dock: top; width: 100%; height: 100%; display: none; }
    """

    def drawn_line(self, y: int) -> Line:
        """Say what is wrong, and how one leaves."""
        told = (_("Terminal too small"), _("ctrl+q quits"))
        return line(told[y]) if y < len(told) else BLANK
