"""The two sides of a matrix: threats, the hotter the worse, and opportunities, which are never hot; pure."""

from __future__ import annotations

from pmo_tui.domain.risk_grades import Grade
from pmo_tui.domain.risks import Side
from pmo_tui.words import _n, numbers


def other(side: Side) -> Side:
    """Give the other side."""
    return Side.OPPORTUNITY if side is Side.THREAT else Side.THREAT


def counted_side(side: Side, count: int) -> str:
    """Say how many risks of a side there are."""
    if side is Side.THREAT:
        told = _n("{count} threat", "{count} threats", count)
    else:
        told = _n("{count} opportunity", "{count} opportunities", count)
    return told.format(count=numbers.whole(count))


def hot(side: Side, grade: Grade) -> str:
    """Give the role in which a grade is shown: the heat of its band, but for opportunities."""
    return f"heat{grade.heat}" if side is Side.THREAT else "accent"


def ground(side: Side, grade: Grade) -> str:
    """Give what a cell stands on that holds risks."""
    return f"heat{grade.heat}" if side is Side.THREAT else "field"
