"""Use cases of a risk's detail: all that the register tells of one risk, asked for at once."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db import journal as journal_kept
from db import risks as kept
from db.comments import comments
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Change, Group
from pmo_tui.domain.risk_grades import Grade, grade
from pmo_tui.domain.risk_parts import Comment, ResponseAction
from pmo_tui.domain.risk_values import Scales, severity
from pmo_tui.moments import local_day
from pmo_tui.services.risk_lists import Row, rows
from pmo_tui.services.session import Session, one_moment

MONTHS = 6
"""How many months a detail looks back."""
MOST = 300
"""How many changes are looked back."""


class Detail(NamedTuple):
    """A risk with its actions, its grade at the end of each of the last months, and who changed it last."""

    row: Row
    scales: Scales
    actions: tuple[ResponseAction, ...]
    months: tuple[tuple[date, Grade | None], ...]
    """A day of each month with the current grade then, the oldest first; only months in which it was known."""
    last: tuple[Group, ...]
    """The newest groups of changes, newest first."""
    comments: tuple[Comment, ...]
    """What was said of it, the newest first."""

    @property
    def item(self) -> Item:
        """The risk itself."""
        return self.row.item


@one_moment
def detail(session: Session, key: int) -> Detail | None:
    """Give all that the register tells of a risk, None where it has gone."""
    found = rows(session, [key])
    if not found:
        return None
    [row] = found
    scales = kept.scales_kept()
    history = journal_kept.history("risk", key, MOST)
    groups = tuple(dict.fromkeys(group for group, _change in history))
    return Detail(
        row,
        scales,
        tuple(kept.actions([key])),
        tuple(_months(row, history, scales)),
        groups,
        tuple(reversed(comments("risk", key))),
    )


def _months(
    row: Row, history: Sequence[tuple[Group, Change]], scales: Scales
) -> list[tuple[date, Grade | None]]:
    """Give the current grade at the end of each of the last months, read backwards from the journal."""
    values: dict[str, Value] | None = dict(row.item.values)
    told: list[tuple[date, Grade | None]] = []
    place = 0
    for day in _ends(row.today):
        while place < len(history) and local_day(history[place][0].at) > day:
            values = _before(values, history[place][1])
            place += 1
        if values is None and place == len(history):
            break  # it was not there yet
        told.append((day, None if values is None else grade(severity(values.get), scales)))
    return told[::-1]


def _before(values: dict[str, Value] | None, change: Change) -> dict[str, Value] | None:
    """Give what a risk was before a change, as far as its figures go; None where it was not there."""
    if change.before is None:
        return None
    return {**(values or {}), **kept.figures_of(change.before)}


def _ends(today: date) -> list[date]:
    """Give today, then the last days of the months before, the newest first."""
    days = [today]
    year, month = today.year, today.month
    for _month in range(MONTHS - 1):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        days.append(date(year, month, monthrange(year, month)[1]))
    return days
