"""The sentence: a message longer than its line, shown whole over the last lines of the page until the next key."""

from __future__ import annotations

from screens.cells import BLANK, Line, line, wrapped
from screens.widgets.pane import Pane

MOST = 4
"""The most lines a message takes; none that we say is longer at 60 columns."""


def sentence_lines(text: str, role: str, cells: int, most: int = MOST) -> list[Line]:
    """Give a sentence as the lines it needs at this width, at least one."""
    return [line(" ", (piece, role)) for piece in wrapped(text, cells - 2)[: max(1, most)]] or [BLANK]


class Sentence(Pane):
    """As many lines as the message needs, the last of them in the place of the keys."""

    DEFAULT_CSS = """
    Sentence { layer: over; dock: bottom; }
    Sentence.work { layer: work; }
    """

    def __init__(self, text: str, role: str, cells: int, *, classes: str) -> None:
        lines = sentence_lines(text, role, cells)
        super().__init__(lines, ground="bar", classes=classes)
        self.styles.height = len(lines)


def needs_more_lines(text: str, cells: int) -> bool:
    """Tell whether a message does not fit into one line."""
    return len(wrapped(text, cells - 2)) > 1
