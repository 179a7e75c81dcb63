"""Rows of the register: what stands in a cell that is told otherwise than its value; pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pmo_tui.domain.fields import Field
from pmo_tui.domain.risk_grades import Grade
from pmo_tui.domain.risks import Side
from pmo_tui.services.risk_lists import Row
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_
from screens.cells import Line, Span, line
from screens.glyphs import Glyphs
from screens.lists.columns import usual_cell


def cell(row: Row, field: Field, glyphs: Glyphs) -> Span:
    """Give what stands in a row under a field; of a risk of which nothing is awaited all of it is quiet."""
    told = _TOLD.get(field.name)
    text, role = told(row, field, glyphs) if told else usual_cell(row, field, glyphs)
    return text, role if row.value("active") else "muted"


def grade_span(grade: Grade | None, side: object = None) -> Span:
    """Give a score with the letter of its band, in its heat; that of an opportunity with a plus, for it is none."""
    if grade is None:
        return "", "muted"
    if side == Side.OPPORTUNITY.value:
        return f"+{grade.score}{grade.letter}", "accent"
    return f"{grade.score}{grade.letter}", f"heat{grade.heat}"


def trend_span(row: Row, glyphs: Glyphs) -> Span:
    """Give whether it has become better or worse at the last review: a threat that scores less, a chance more."""
    moved = row.value("trend")
    if not isinstance(moved, int):
        return " ", "muted"
    better = -moved if row.value("side") == Side.THREAT.value else moved
    return glyphs.trend((better > 0) - (better < 0))


def review_span(row: Row) -> Span:
    """Give the day of the next review, or by how much it is overdue."""
    day = row.value("review")
    if row.overdue is not None:
        return _("{days} d late").format(days=numbers.whole(row.overdue)), "bad"
    return (date_(day), "") if isinstance(day, date) else ("", "muted")


def _grade(row: Row, field: Field, _glyphs: Glyphs) -> Span:
    """Give one of the three scores."""
    text, role = grade_span(row.grades[field.name], row.value("side"))
    return text, f"strong {role}" if field.name == "score" and text else role


def _age(row: Row, field: Field, _glyphs: Glyphs) -> Span:
    """Give for how long it has been known."""
    age = row.value(field.name)
    return (_("{number} d").format(number=numbers.whole(age)), "") if isinstance(age, int) else ("", "")


_TOLD: dict[str, Callable[[Row, Field, Glyphs], Span]] = {
    "trend": lambda row, _field, glyphs: trend_span(row, glyphs),
    "inherent": _grade,
    "score": _grade,
    "target": _grade,
    "review": lambda row, _field, _glyphs: review_span(row),
    "project": lambda row, _field, _glyphs: (row.project, ""),
    "age": _age,
}
"""The fields that are told otherwise than their value."""


def legend(glyphs: Glyphs) -> list[Line]:
    """Say what the signs of the register mean: its arrows, its scores, and the plus of opportunities."""
    arrows = [
        (glyphs.trend(1), _("better")),
        (glyphs.trend(0), _("the same")),
        (glyphs.trend(-1), _("worse")),
    ]
    told = [part for sign, meaning in arrows for part in (sign, (f" {meaning}   ", "muted"))]
    scores = _("12H is a score of 12 in the band that begins with H; +12H that of an opportunity.")
    return [
        line(" ", *told, (_("than before the last review"), "muted")),
        line(" ", (scores, "muted")),
    ]
