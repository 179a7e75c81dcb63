"""Weather: what the figures of a project say of its health, next to what its manager declares, with the reason."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from pmo_tui.domain.health import Dimension, Health, worst
from pmo_tui.domain.money import Cents
from pmo_tui.domain.portfolio import Thresholds
from pmo_tui.domain.projects import Project, overrun_tenths
from pmo_tui.domain.refusal import N_

OVER_BUDGET = N_("forecast {figure} over budget")
LATE = N_("finish {figure} working days after the baseline")
OVERDUE = N_("finish passed {figure} working days ago")


class Figures(NamedTuple):
    """The figures that make the weather of a project, which need not be read whole for it."""

    budget: Cents | None
    forecast: Cents | None
    finish: date | None
    actual_finish: date | None
    baseline_finish: date | None


Measured = Project | Figures
"""What has the figures from which a weather is computed."""


class Reading(NamedTuple):
    """What one dimension's figures say: the health, and why as a message with its figure and the limit it passed."""

    dimension: Dimension
    health: Health
    reason: str = ""
    figure: Decimal | int = 0
    limit: int = 0


class Weather(NamedTuple):
    """The computed health of a project: the worst of its readings, grey where no figure says anything."""

    readings: tuple[Reading, ...]

    @property
    def health(self) -> Health:
        """The worst of the readings."""
        return worst(reading.health for reading in self.readings)

    @property
    def reasons(self) -> tuple[Reading, ...]:
        """The readings that make it what it is, if it is not green."""
        if self.health in {Health.GREY, Health.GREEN}:
            return ()
        return tuple(reading for reading in self.readings if reading.health is self.health)

    def of(self, dimension: Dimension) -> Reading:
        """Give what the figures say of one dimension; grey where they say nothing."""
        for reading in self.readings:
            if reading.dimension is dimension:
                return reading
        return Reading(dimension, Health.GREY)


def computed(project: Measured, limits: Thresholds, today: date, *, closed: bool = False) -> Weather:
    """Compute the weather of a project from its cost and its dates, by the portfolio's thresholds.

    Cost: forecast over budget in percent. Time: working days (Monday to Friday, no holidays) by which the finish
    passes the baseline, or by which it has passed without an actual finish, unless the project is `closed`.
    """
    readings = [_cost(project, limits), _time(project, limits, today, closed=closed)]
    return Weather(tuple(reading for reading in readings if reading is not None))


def stale(project: Project, limits: Thresholds, today: date, *, closed: bool = False) -> bool:
    """Tell whether what was declared is older than the portfolio lets it be; of work that is over nobody reports."""
    declared = project.health_date
    return declared is not None and not closed and (today - declared).days > limits.report_stale


def working_days(first: date, last: date) -> int:
    """Give the working days (Monday to Friday) after `first` up to and with `last`; negative the other way round."""
    if last < first:
        return -working_days(last, first)
    weeks, rest = divmod((last - first).days, 7)
    days = (first + timedelta(days=offset) for offset in range(1, rest + 1))
    return weeks * 5 + sum(day.weekday() < 5 for day in days)


def passed_by(today: date, days: int) -> date:
    """Give the latest day after which, up to and with `today`, more than so many working days have passed.

    It is the first of all days where the calendar doesn't reach so far back.
    """
    last = today - timedelta(days=max(0, today.weekday() - 4))
    weeks, rest = divmod(days, 5)
    weekend = 2 if rest > last.weekday() else 0
    return date.fromordinal(max(1, last.toordinal() - weeks * 7 - rest - weekend - 1))


def _cost(project: Measured, limits: Thresholds) -> Reading | None:
    """Read the cost; nothing where budget or forecast is unknown."""
    tenths = overrun_tenths(project.budget, project.forecast)
    if tenths is None or project.forecast is None or project.budget is None:
        return None
    over = (project.forecast - project.budget) * 100
    part, whole = (over, project.budget) if project.budget > 0 else (-over, -project.budget)
    shown = Decimal(tenths) / 10
    return _read(Dimension.COST, OVER_BUDGET, shown, (limits.overrun_amber, limits.overrun_red), part, whole)


def _time(project: Measured, limits: Thresholds, today: date, *, closed: bool) -> Reading | None:
    """Read the dates: the slip, or how long the finish has passed where that is worse."""
    readings = []
    slips = limits.slip_amber, limits.slip_red
    finish = project.actual_finish or project.finish
    if finish and project.baseline_finish:
        late = working_days(project.baseline_finish, finish)
        readings.append(_read(Dimension.TIME, LATE, late, slips, late))
    if project.finish and not project.actual_finish and not closed and project.finish < today:
        passed = working_days(project.finish, today)
        readings.append(_read(Dimension.TIME, OVERDUE, passed, slips, passed))
    return max(readings, key=lambda reading: reading.health.severity, default=None)


def _read(
    dimension: Dimension,
    reason: str,
    shown: Decimal | int,
    limits: tuple[int, int],
    part: int,
    whole: int = 1,
) -> Reading:
    """Compare `part` of `whole` with its limits: up to the first is green, up to the second amber, beyond is red.

    It is compared exactly; `shown` is the same figure, rounded for a person.
    """
    amber, red = limits
    if part > red * whole:
        return Reading(dimension, Health.RED, reason, shown, red)
    if part > amber * whole:
        return Reading(dimension, Health.AMBER, reason, shown, amber)
    return Reading(dimension, Health.GREEN, reason, shown, amber)
