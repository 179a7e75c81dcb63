"""The sentence: a message longer than its line, shown whole over the last lines of the page until the next key."""

from __future__ import annotations

from screens.cells import line, wrapped
from screens.widgets.pane import Pane

MOST = 4
"""The most lines a message takes; none that we say is longer at 60 columns."""


class Sentence(Pane):
    """As many lines as the message needs, the last of them in the place of the keys."""

    DEFAULT_CSS = """
    Sentence { layer: over; dock: bottom; }
    """

    def __init__(self, text: str, role: str, cells: int) -> None:
        pieces = wrapped(text, cells - 2)[:MOST]
        super().__init__([line(" ", (piece, role)) for piece in pieces], ground="bar")
        self.styles.height = len(pieces)


def needs_more_lines(text: str, cells: int) -> bool:
    """Tell whether a message does not fit into one line."""
    return len(wrapped(text, cells - 2)) > 1
