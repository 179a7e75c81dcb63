"""The bar: one line that is drawn for its width whenever it is painted."""

from __future__ import annotations

from collections.abc import Callable

from screens.cells import BLANK, Line, line
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


class Rule(Bar):
    """A line that parts two regions, as wide as they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(self._rule, ground="page", id=id)

    def _rule(self, cells: int) -> Line:
        """Give the rule at this width."""
        return line((self.glyphs.rule * cells, "faint"))
