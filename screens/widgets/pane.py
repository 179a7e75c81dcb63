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
        self._top = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines given, also those below the end of the pane."""
        return self._lines

    @property
    def text(self) -> str:
        """The lines as plain text."""
        return plain(self._lines)

    def show(self, lines: Sequence[Line], *, top: int = 0) -> None:
        """Show these lines, the one numbered `top` first; what is the same as before is not painted again."""
        before, was = self._lines, self._top
        self._lines = tuple(lines)
        self._top = max(0, min(top, len(self._lines) - 1))
        # also beyond what is seen now: a hidden pane has no height, and is painted when it comes back
        height = max(self.size.height, len(before) - was, len(self._lines) - self._top)
        differ = [y for y in range(height) if _at(before, was + y) != _at(self._lines, self._top + y)]
        if differ:
            self.changed(*differ)

    def scroll_lines(self, count: int) -> None:
        """Show lines further down, or up where `count` is negative, and never past the end."""
        most = max(0, len(self._lines) - self.size.height)
        self.show(self._lines, top=max(0, min(self._top + count, most)))

    def drawn_line(self, y: int) -> Line:
        """Give the line shown at y."""
        return _at(self._lines, self._top + y)


def _at(lines: Sequence[Line], index: int) -> Line:
    """Give a line, or an empty one past the end."""
    return lines[index] if index < len(lines) else BLANK
