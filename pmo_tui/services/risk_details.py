"""Use cases of a risk's detail: all that the register tells of one risk, asked for at once."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from db import journal as journal_kept
from db import pasts
from db import risks as kept
from db.comments import comments
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts, Group
from pmo_tui.domain.risk_grades import Grade, grade
from pmo_tui.domain.risk_parts import Comment, ResponseAction
from pmo_tui.domain.risk_values import Scales
from pmo_tui.domain.risks import Severity
from pmo_tui.moments import midnight
from pmo_tui.services.risk_lists import Row, rows
from pmo_tui.services.session import Session, one_moment

MONTHS = 6
"""How many months a detail looks back."""
NEWEST = 3
"""How many of the newest groups of changes are told."""


_GRADED = ("probability", "impact")
_NOTHING: Facts = dict.fromkeys(_GRADED)
"""The facts from which the current grade follows, and what they are where nothing was said."""


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
    groups = tuple(dict.fromkeys(group for group, _change in journal_kept.history("risk", key, NEWEST)))
    return Detail(
        row,
        scales,
        tuple(kept.actions([key])),
        tuple(_months(row, scales)),
        groups,
        tuple(reversed(comments("risk", key))),
    )


def _months(row: Row, scales: Scales) -> list[tuple[date, Grade | None]]:
    """Give the current grade at the end of each of the last months, read backwards from the journal."""
    days = _ends(row.today)
    changes = pasts.befores("risk", _GRADED, days[-1], row.id)
    change = next(changes, None)
    facts: Facts | None = {name: _step(row.value(name)) for name in _GRADED}
    told: list[tuple[date, Grade | None]] = []
    for day in days:
        ends = midnight(day + timedelta(days=1))
        while change is not None and change.at >= ends:
            facts = None if change.facts is None else {**_NOTHING, **(facts or {}), **change.facts}
            change = next(changes, None)
        if facts is None and change is None:
            break  # it was not there yet
        told.append((day, None if facts is None else _grade(facts, scales)))
    return told[::-1]


def _grade(facts: Facts, scales: Scales) -> Grade | None:
    """Give the grade that follows from a probability and an impact."""
    probability, impact = (_step(facts[name]) for name in _GRADED)
    return grade(Severity(probability, whole=impact), scales)


def _step(value: object) -> int | None:
    """Give a step of a scale."""
    return value if isinstance(value, int) else None


def _ends(today: date) -> list[date]:
    """Give today, then the last days of the months before, the newest first."""
    days = [today]
    year, month = today.year, today.month
    for _month in range(MONTHS - 1):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        days.append(date(year, month, monthrange(year, month)[1]))
    return days
