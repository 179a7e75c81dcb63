"""How far a demo project has come: its phase, its dates and its money, that follow from one another; pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

IDEA, SCOPING, PLANNING, DELIVERY, CLOSING, CLOSED = range(6)
"""Places of the default phases."""

SHARES = (14, 12, 13, 34, 8, 19)
"""How many of a hundred projects stand in each phase."""

TYPICAL = 420_000
"""The budget that as many projects lie above as below, in currency units."""


@dataclass(frozen=True, slots=True)
class Life:
    """One project's course; amounts in cents, `done` is the share of its time that has passed.

    `trouble` is the hidden cause that late, dear and red projects have in common: 0 is usual, 2 is bad.
    """

    phase: int
    trouble: float
    done: float
    neglected: bool
    budget: int | None = None
    forecast: int | None = None
    actual: int | None = None
    start: date | None = None
    finish: date | None = None
    baseline_start: date | None = None
    baseline_finish: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None

    @property
    def slip(self) -> int:
        """Days from the baseline's finish to the finish, 0 where either is unknown."""
        finish = self.actual_finish or self.finish
        return (finish - self.baseline_finish).days if finish and self.baseline_finish else 0

    @property
    def overrun(self) -> float:
        """By how many percent the forecast passes the budget, 0 where either is unknown."""
        return (self.forecast - self.budget) * 100 / self.budget if self.forecast and self.budget else 0.0


def life(random: Random, today: date) -> Life:
    """Make up one project's course as it stands on `today`."""
    phase = random.choices(range(6), SHARES)[0]
    trouble = random.gauss(0, 1)
    done = random.uniform(0.06, 0.96)
    neglected = random.random() < 0.05
    budget = _budget(random)
    days = _duration(random, budget)
    # Drawn always, in one order, so that a change of one branch leaves the other projects as they were.
    lateness, dearness, noise = random.gauss(0, 1), random.gauss(0, 1), random.random()
    slip = round(days * max(-0.03, (0.045 * trouble + 0.015 * lateness) * (2 if trouble > 1.3 else 1)))
    overrun = max(-0.08, 0.035 * trouble + 0.025 * dearness) * (1.8 if trouble > 1.2 else 1)
    start = Life(phase, trouble, done, neglected)
    if phase < PLANNING:
        return _young(start, today, budget, days, noise)
    return _planned(start, today, budget, days, slip, overrun, noise)


def _young(life: Life, today: date, budget: int, days: int, noise: float) -> Life:
    """Give the course of a project of which little is settled: an idea has at most a guess of its budget."""
    if life.phase == IDEA:
        return Life(life.phase, life.trouble, 0, life.neglected, budget=budget if noise < 0.55 else None)
    start = today + timedelta(20 + round(noise * 160))
    return Life(
        life.phase, life.trouble, 0, life.neglected,
        budget=budget if noise < 0.85 else None, forecast=budget if noise < 0.4 else None,
        start=start, finish=start + timedelta(days),
    )  # fmt: skip


def _planned(
    life: Life, today: date, budget: int, days: int, slip: int, overrun: float, noise: float
) -> Life:
    """Give the course of a project with a baseline, from its planning to after its end."""
    begun = life.phase >= DELIVERY
    start = (
        today - timedelta(_age(life, days, slip, noise))
        if begun
        else today + timedelta(10 + round(noise * 90))
    )
    baseline_finish = start + timedelta(days)
    finish = baseline_finish + timedelta(slip if begun else 0)
    if life.phase == DELIVERY and not life.neglected:
        finish = max(finish, today + timedelta(6 + round(noise * 25)))
    if life.phase == CLOSED:
        finish = min(finish, today - timedelta(3))
    spent = {PLANNING: 0.04 * noise, DELIVERY: s_curve(life.done), CLOSING: 0.93 + 0.05 * noise, CLOSED: 1.0}
    forecast = rounded(budget * (1 + overrun if begun else 1), 100_000)
    return Life(
        life.phase, life.trouble, life.done if begun else 0, life.neglected,
        budget=budget, forecast=forecast, actual=rounded(forecast * spent[life.phase], 10_000),
        start=start, finish=finish, baseline_start=start, baseline_finish=baseline_finish,
        actual_start=start if begun else None, actual_finish=finish if life.phase == CLOSED else None,
    )  # fmt: skip


def _age(life: Life, days: int, slip: int, noise: float) -> int:
    """Give how many days ago a project began that is in or past delivery."""
    if life.phase == DELIVERY:
        return max(5, round(days * life.done))
    over = days + slip
    return over + round(noise * 40) - 15 if life.phase == CLOSING else over + 8 + round(noise * 520)


def _budget(random: Random) -> int:
    """Give a budget in cents, log-normal, as round as a committee votes it."""
    units = min(40e6, max(15e3, math.exp(random.gauss(math.log(TYPICAL), 1.15))))
    step = 5_000 if units < 1e6 else 50_000 if units < 10e6 else 100_000
    return round(units / step) * step * 100


def _duration(random: Random, budget: int) -> int:
    """Give how many days a project of this budget is planned for: ten times the money is 200 days more."""
    return max(60, min(1100, round(100 + 200 * math.log10(budget / 5_000_000 + 1) + random.gauss(0, 35))))


def s_curve(share: float) -> float:
    """Give the share of the money spent after a share of the time: slow, quick, slow."""
    return share * share * (3 - 2 * share)


def rounded(cents: float, step: int) -> int:
    """Give an amount rounded to `step` cents."""
    return round(cents / step) * step
