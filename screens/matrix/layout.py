"""The layout of a matrix: how wide its labels and cells are and how high, for the room there is; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pmo_tui.domain.risks import STEPS, Step
from screens.cells import safe, width

GAP = 1
"""Cells between two columns."""
_LABEL = 16
_WIDEST, _NARROWEST = 18, 5
_HIGHEST = 3


class Layout(NamedTuple):
    """How many cells the labels and each column take, and how many lines each row."""

    label: int
    column: int
    row: int

    @property
    def height(self) -> int:
        """How many lines the cells take, without the words below them."""
        return self.row * len(STEPS)

    def x(self, impact: int) -> int:
        """Give where the column of an impact begins."""
        return self.label + (impact - 1) * (self.column + GAP)


def laid_out(probabilities: Sequence[Step], cells: int, lines: int) -> Layout:
    """Give the layout for a width and for so many lines, the words below the cells apart."""
    longest = max((width(safe(step.word)) for step in probabilities), default=0)
    label = min(longest, _LABEL, max(4, cells // 5)) + 3
    column = max(_NARROWEST, min(_WIDEST, (cells - label) // len(STEPS) - GAP))
    return Layout(label, column, max(1, min(_HIGHEST, lines // len(STEPS))))
