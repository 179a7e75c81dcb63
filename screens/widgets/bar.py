"""The bar: one line that is drawn for its width whenever it is painted."""

from __future__ import annotations

from collections.abc import Callable

from screens.cells import BLANK, Line
from screens.widgets.drawn import Drawn

Draw = Callable[[int], Line]
"""Gives the line for a width in cells."""


class Bar(Drawn):
    """One line that is asked for whenever it is painted, so that it always fits the width."""

    DEFAULT_CSS = """
    Bar { height: 1; }
    """

    def __init__(self, draw: Draw, *, ground: str = "bar", id: str | None = None) -> None:
        super().__init__(id=id)
        self.ground = ground
        self._draw = draw

    def drawn_line(self, y: int) -> Line:
        """Give the line at this width."""
        return self._draw(self.size.width) if y == 0 else BLANK
