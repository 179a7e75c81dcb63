"""Lines of the screen: spans of text with their roles, laid out to a width in cells; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmo_tui.words.cells import Align as Align  # noqa: PLC0414 - screens take the cells from here
from pmo_tui.words.cells import cut as cut  # noqa: PLC0414
from pmo_tui.words.cells import fit as fit  # noqa: PLC0414
from pmo_tui.words.cells import safe as safe  # noqa: PLC0414
from pmo_tui.words.cells import width as width  # noqa: PLC0414
from pmo_tui.words.cells import wrapped as wrapped  # noqa: PLC0414

Span = tuple[str, str]
"""A piece of text and its role; several roles are separated by spaces."""


class Line(NamedTuple):
    """A line of the screen: spans from the left, spans kept at the right end, and the ground below them.

    An empty ground means that of the widget which shows the line.
    """

    spans: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    ground: str = ""

    @property
    def text(self) -> str:
        """The text alone, for copying and for tests."""
        parts = ["".join(text for text, _ in self.spans), "".join(text for text, _ in self.right)]
        return "  ".join(part for part in parts if part)

    def on(self, ground: str) -> Line:
        """Give the same line on another ground."""
        return self._replace(ground=ground)


def line(*parts: str | Span, right: Sequence[str | Span] = (), ground: str = "") -> Line:
    """Make a line from texts and (text, role) spans.

    For example: line("P-0007 ", ("ERP finance", "strong"), right=[("computed ", "muted"), ("▲R", "bad")])
    """
    return Line(_spans(parts), _spans(right), ground)


def _spans(parts: Iterable[str | Span]) -> tuple[Span, ...]:
    """Give parts as spans; a text alone has the role of plain text."""
    return tuple((part, "") if isinstance(part, str) else part for part in parts if part)


BLANK = Line()
"""An empty line."""


def laid_out(drawn: Line, cells: int, ellipsis: str = "…") -> list[Span]:
    """Give the spans of a line safe, cut and padded to exactly `cells`; the right part yields last.

    Where both do not fit, the left part is cut, as long as some of it stays; then the right part is left out.
    """
    right = [(safe(text), role) for text, role in drawn.right]
    right_cells = sum(width(text) for text, _ in right)
    if right and right_cells + 2 > cells - _least(drawn.spans, cells):
        right, right_cells = [], 0
    gap = 2 if right and drawn.spans else 0
    left, left_cells = _taken(drawn.spans, cells - right_cells - gap, ellipsis)
    room = cells - left_cells - right_cells
    if room > 0:
        left.append((" " * room, ""))
    return left + right


def _least(spans: Iterable[Span], cells: int) -> int:
    """Tell how many cells the left part must keep: what it needs, up to a third of the line."""
    return min(sum(width(safe(text)) for text, _ in spans), cells // 3)


def _taken(spans: Iterable[Span], cells: int, ellipsis: str) -> tuple[list[Span], int]:
    """Give as many spans as fit into `cells`, the last one cut, and the cells they take."""
    taken: list[Span] = []
    used = 0
    for text, role in spans:
        text = safe(text)
        needed = width(text)
        if used + needed > cells:
            text = cut(text, cells - used, ellipsis)
            if text:
                taken.append((text, role))
            return taken, used + width(text)
        taken.append((text, role))
        used += needed
    return taken, used


def plain(lines: Iterable[Line]) -> str:
    """Give lines as plain text, for copying."""
    return "\n".join(each.text.rstrip() for each in lines)
