"""Rows of the registers beside the risks: what stands in a cell that is told otherwise than its value; pure."""

from __future__ import annotations

from datetime import date

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.services.raid_rows import AWAITED, Row
from pmo_tui.words import _, numbers
from pmo_tui.words.dates import date_
from screens.cells import Span
from screens.glyphs import Glyphs
from screens.lists.columns import usual_cell

HOT = {"critical": "bad", "high": "warn"}
"""The words of a scale that stand out."""


def cell(row: Row, field: Field, glyphs: Glyphs) -> Span:
    """Give what stands in a row under a field; of an item of which nothing is awaited all of it is quiet."""
    text, role = _told(row, field, glyphs)
    return text, role if row.value("active") else "muted"


def _told(row: Row, field: Field, glyphs: Glyphs) -> Span:
    """Give what stands under a field of an item of which something is awaited."""
    value = row.value(field.name)
    if field.of == "project":
        return row.projects.get(str(value), ""), "muted"
    if field.name in AWAITED:
        return awaited_span(row, field.name)
    if field.kind is Kind.DAYS and isinstance(value, int):
        role = "bad" if field.name == "slack" and value < 0 else "muted"
        return _("{number} d").format(number=numbers.whole(value)), role
    if field.name in {"severity", "status", "state"}:
        text, role = usual_cell(row, field, glyphs)
        return text, HOT.get(str(value), role)
    return usual_cell(row, field, glyphs)


def awaited_span(row: Row, name: str) -> Span:
    """Give a day on which something is awaited, or by how much it has passed."""
    late, day = row.late(name), row.value(name)
    if late is not None:
        return _("{days} d late").format(days=numbers.whole(late)), "bad"
    return (date_(day), "") if isinstance(day, date) else ("", "muted")
