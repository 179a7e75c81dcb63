"""What a demo project's manager reported before: the health, the words and the figures of that day; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from pmo_tui.demo.lives import CLOSED, DELIVERY, Life, rounded, s_curve
from pmo_tui.demo.reports import BETTER, WORSE, declared
from pmo_tui.domain.declaring import DECLARED
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import DECLARED_PARTS, DIMENSION_FIELDS, Dimension, Health, worst
from pmo_tui.words import numbers

NOTHING: dict[str, Value] = {
    name + part: Health.GREY if not part else None for name in DECLARED for part in DECLARED_PARTS
}
"""The fields of a report where nothing was reported."""

_MOST = {Health.GREEN: (4, 4.5), Health.AMBER: (18, 9.5)}
"""Days late and percent over budget that a better health than today's allowed for."""

_LEAST = {Health.AMBER: (8, 6.0), Health.RED: (24, 12.0)}
"""Days late and percent over budget that a worse health than today's was declared for."""


@dataclass
class Reports:
    """Walks from the last report to the one before it, and on; each step is a little nearer to the plan."""

    random: Random
    life: Life
    words: Mapping[str, Any]
    places: Mapping[str, str]
    last: Mapping[str, Value]
    """All values of the project as they are now."""

    def __post_init__(self) -> None:
        self.healths = {dimension: self._now(dimension) for dimension in Dimension}
        self.by_dimension = any(health is not Health.GREY for health in self.healths.values())
        self.slip, self.overrun = float(self.life.slip), self.life.overrun
        self.pick = self._picked()

    def _picked(self) -> list[float]:
        """Draw which sentences are said; a manager says the same for some weeks."""
        return [self.random.random() for _ in range(6)]

    def _now(self, dimension: Dimension) -> Health:
        """Give the health that is declared of a dimension now."""
        health = self.last.get(DIMENSION_FIELDS[dimension])
        return health if isinstance(health, Health) else Health.GREY

    def drawn(self, health: Health) -> Health:
        """Draw the health that was declared before one: mostly the same, sometimes better, seldom worse."""
        chance = self.random.random()
        if chance < 0.06:
            return WORSE.get(health, health)
        return BETTER.get(health, health) if chance > 0.8 else health

    def before(self, on: date, whole: Health) -> dict[str, Value]:
        """Give the values of the report of an earlier day whose overall health was `whole`."""
        if self.random.random() < 0.4:
            self.pick = self._picked()
        pick = self.pick
        planned = self.life.actual_start is None or on < self.life.actual_start
        if not self.by_dimension:
            text = self.words["comments"]["green"][int(pick[5] * 5)].format(**self.places)
            return {**NOTHING, "health": whole, "health_comment": text, "health_date": on}
        self._change(whole, planned)
        figures = {} if planned or self.life.phase < DELIVERY else self._figures(on)
        places = {
            **self.places,
            "slip": str(max(1, round(self.slip))),
            "overrun": numbers.percent(Decimal(str(round(max(0.1, self.overrun), 1))), signed=False),
        }
        return {**NOTHING, **declared(self.healths, on, pick, dict(self.words), places), **figures}

    def _change(self, whole: Health, planned: bool) -> None:
        """Change the healths so that the worst is `whole`; before the start nothing is late or dear."""
        culprit = self.random.choice(list(Dimension)[2 if planned else 0 :])
        for dimension, health in self.healths.items():
            if health.severity > whole.severity:
                self.healths[dimension] = whole
        if planned:
            self.healths[Dimension.TIME] = self.healths[Dimension.COST] = Health.GREEN
        if worst(self.healths.values()) is not whole:
            self.healths[culprit] = whole

    def _figures(self, on: date) -> dict[str, Value]:
        """Give finish, forecast and actual as they stood on a day."""
        life = self.life
        if self.random.random() < 0.45:
            self.slip *= self.random.uniform(0.7, 0.95)
            self.overrun *= self.random.uniform(0.7, 0.95)
        self.slip = self._fitting(Dimension.TIME, 0, self.slip)
        self.overrun = self._fitting(Dimension.COST, 1, self.overrun)
        if not (life.budget and life.forecast and life.actual is not None and life.actual_start):
            return {}
        forecast = life.forecast
        figures: dict[str, Value] = {}
        if life.phase != CLOSED:
            forecast = rounded(life.budget * (1 + self.overrun / 100), 100_000)
            figures = {"forecast": forecast, "finish": self._finish(on)}
        return {**figures, "actual": min(forecast, rounded(life.actual * self._spent(on), 10_000))}

    def _fitting(self, dimension: Dimension, which: int, figure: float) -> float:
        """Give a figure that fits what was declared then, where that was not what is declared now."""
        then, now = self.healths[dimension], self._now(dimension)
        if then.severity < now.severity:
            return min(figure, _MOST[then][which])
        return max(figure, _LEAST[then][which]) if then.severity > now.severity else figure

    def _finish(self, on: date) -> date | None:
        """Give the finish that was foreseen on a day: not long past, unless it is so today."""
        life = self.life
        if life.finish is None or life.baseline_finish is None:
            return life.finish
        foreseen = life.baseline_finish + timedelta(round(self.slip))
        return max(foreseen, min(life.finish, on + timedelta(7)))

    def _spent(self, on: date) -> float:
        """Give the share of today's actual that was spent on a day."""
        start, reported, finish = self.life.actual_start, self.last["health_date"], self.life.finish
        assert start is not None
        assert isinstance(reported, date)
        days = max(1, ((finish or reported) - start).days)
        whole = s_curve(min(1.0, max(0.02, (reported - start).days / days)))
        then = s_curve(min(1.0, max(0.0, (on - start).days / days)))
        weeks = (reported - on).days / 7
        return max(0.0, min(1.0, then / whole) - 0.004 * weeks)
