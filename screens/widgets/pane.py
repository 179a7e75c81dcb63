"""Panes: a few lines that stand still and change in part, such as the bars and the detail of a row."""

from __future__ import annotations

from collections.abc import Sequence

from screens.cells import BLANK, Line, plain
from screens.widgets.drawn import Drawn


class Pane(Drawn):
    """Shows a list of lines; showing another list paints only the lines that differ."""

    def __init__(
        self,
        lines: Sequence[Line] = (),
        *,
        ground: str = "page",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.ground = ground
        self._lines: tuple[Line, ...] = tuple(lines)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines given, also those below the end of the pane."""
        return self._lines

    @property
    def text(self) -> str:
        """The lines as plain text."""
        return plain(self._lines)

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines; what is the same as before is not painted again."""
        before = self._lines
        self._lines = tuple(lines)
        # also beyond what is seen now: a hidden pane has no height, and is painted when it comes back
        height = max(self.size.height, len(before), len(self._lines))
        differ = [y for y in range(height) if _at(before, y) != _at(self._lines, y)]
        if differ:
            self.changed(*differ)

    def drawn_line(self, y: int) -> Line:
        """Give the line shown at y."""
        return _at(self._lines, y)


def _at(lines: Sequence[Line], index: int) -> Line:
    """Give a line, or an empty one past the end."""
    return lines[index] if index < len(lines) else BLANK
