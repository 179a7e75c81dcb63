"""Use cases of curves: a project's amounts over time, from its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pmo_tui.domain.curves import AMOUNTS, Changed, Known, curve
from pmo_tui.domain.projects import Project
from pmo_tui.moments import local_day
from pmo_tui.services.histories import Entry


def amounts(project: Project, history: Sequence[Entry], today: date) -> tuple[Known, ...]:
    """Give the amounts of a project on each day on which one was changed, oldest first, and those of today."""
    now = Known(today, project.budget, project.forecast, project.actual)
    return curve(now, _changes(history))


def _changes(history: Sequence[Entry]) -> Iterator[Changed]:
    """Give what each entry of a history, the newest first, tells of the amounts."""
    for entry in history:
        before: dict[str, int | None] = {}
        for each in entry.differences:
            if each.field.name in AMOUNTS:
                before.setdefault(each.field.name, each.before if isinstance(each.before, int) else None)
        yield Changed(local_day(entry.group.at), before, entry.made)
