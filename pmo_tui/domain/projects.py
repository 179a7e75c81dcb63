"""Projects: what is known of one, by which fields, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import DIMENSION_FIELDS, Declaration, Dimension, Health
from pmo_tui.domain.money import Cents
from pmo_tui.domain.project_fields import BUILT_IN
from pmo_tui.domain.rollups import NO_RISKS, Rollup

_NOTHING_DECLARED = Declaration()


class Project(NamedTuple):
    """A project as it is known now; `id` and `version` say which row and which state of it was read."""

    id: int
    version: int
    code: str
    name: str
    phase: str
    summary: str | None = None
    programme: str | None = None
    pm: str | None = None
    sponsor: str | None = None
    department: str | None = None
    priority: int | None = None
    score: Decimal | None = None
    tags: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    health: Health = Health.GREY
    health_comment: str | None = None
    health_date: date | None = None
    health_previous: Health = Health.GREY
    """What was declared before; grey where nothing was."""
    dimensions: Mapping[Dimension, Declaration] = {}
    budget: Cents | None = None
    forecast: Cents | None = None
    actual: Cents | None = None
    start: date | None = None
    finish: date | None = None
    baseline_start: date | None = None
    baseline_finish: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    links: tuple[str, ...] = ()
    custom: Mapping[str, Value] = {}
    created_at: datetime | None = None
    updated_at: datetime | None = None
    computed: Health = Health.GREY
    """What its figures say, by the portfolio's limits, on the day on which it was read; grey where that is unknown."""
    decision: str | None = None
    """The last decision at a gate."""
    rollup: Rollup = NO_RISKS
    """What its open risks come to."""
    created: date | None = None
    """The day of `created_at` where it was read, which the rules can't know: they have no clock."""
    updated: date | None = None

    def value(self, name: str) -> Value:
        """Give the value of the field called `name` (its stable name); what is unknown is empty."""
        getter = None if name in self.custom else _GETTERS.get(name)
        return self.custom.get(name) if getter is None else getter(self)


def slip(project: Project) -> int | None:
    """Give how many calendar days the finish has moved from the baseline: positive is late, None is unknown.

    The finish is the actual one where there is one, the forecast otherwise.
    """
    return days_between(project.baseline_finish, project.actual_finish or project.finish)


def days_between(baseline: date | None, day: date | None) -> int | None:
    """Give how many calendar days a day has moved from its baseline, None where one of them is unknown."""
    return None if baseline is None or day is None else (day - baseline).days


def overrun(project: Project) -> Decimal | None:
    """Give by how many percent the forecast (EAC) passes the budget (BAC); None where either is unknown or BAC is 0.

    Source: VAC % of earned value management with its sign turned, (EAC − BAC) / BAC.
    """
    tenths = overrun_tenths(project.budget, project.forecast)
    return None if tenths is None else Decimal(tenths) / 10


def overrun_tenths(budget: Cents | None, forecast: Cents | None) -> int | None:
    """Give an overrun in tenths of a percent, exact and half to even, None where it is unknown."""
    if forecast is None or not budget:
        return None
    quotient, rest = divmod((forecast - budget) * 1000, budget)
    # divmod floors towards minus infinity and `rest` has the sign of `budget`, so compare absolute values
    twice, whole = abs(2 * rest), abs(budget)
    return quotient + (twice > whole or (twice == whole and quotient % 2 == 1))


def optimistic(project: Project) -> bool | None:
    """Tell whether what was declared is better than what the figures say, for then one asks; None where one is grey."""
    if Health.GREY in {project.health, project.computed}:
        return None
    return project.health.severity < project.computed.severity


def _declared(dimension: Dimension, part: str) -> Getter:
    """Give what gets one of the three fields of a dimension's declaration."""

    def getter(project: Project) -> Value:
        """Get it."""
        said = project.dimensions.get(dimension, _NOTHING_DECLARED)
        return said.health if not part else said.on if part == "_date" else said.comment or None

    return getter


Getter = Callable[[Project], Value]
"""Gets the value of one field of a project."""

_GETTERS: dict[str, Getter] = {
    **{field.name: attrgetter(field.name) for field in BUILT_IN if field.name in Project._fields},
    **{
        f"{name}{part}": _declared(dimension, part)
        for dimension, name in DIMENSION_FIELDS.items()
        for part in ("", "_comment", "_date")
    },
    "optimistic": optimistic,
    "slip": slip,
    "overrun": overrun,
    "risks": attrgetter("rollup.risks"),
    "risk": attrgetter("rollup.band"),
    "exposure": attrgetter("rollup.exposure"),
}
"""How the value of each built-in field is got, worked out once, for lists ask for millions."""
