"""Exposures: how much all risks together may cost, as a distribution; each happens or not, whatever the others do.

Simulated, because n risks can fall out in 2ⁿ ways. Who asks brings the chance: the same draws give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from pmo_tui.domain.money import Cents
from pmo_tui.domain.risks import Cost, Side

TRIALS = 10_000
"""How many times all risks are played; the percentiles of 500 risks then stand within about two percent."""

Draw = Callable[[], float]
"""Gives a number from 0 up to below 1, each as likely as any other."""


class Chance(NamedTuple):
    """A risk as it is played: how probable, 0 to 1, what it costs if it happens, and on which side."""

    probability: float
    cost: Cost
    side: Side = Side.THREAT

    @property
    def sign(self) -> int:
        """Whether it adds to what is lost (1) or takes from it (−1)."""
        return 1 if self.side is Side.THREAT else -1


@dataclass(frozen=True, slots=True)
class Distribution:
    """The total of each trial, in cents, in rising order; below zero where opportunities outweigh."""

    totals: tuple[Cents, ...]

    def percentile(self, percent: int) -> Cents:
        """Give the least total that `percent` of the trials do not pass (nearest rank, no interpolation)."""
        rank = -(-len(self.totals) * percent // 100)
        return self.totals[max(0, rank - 1)]


def simulate(chances: Sequence[Chance], draw: Draw, trials: int = TRIALS) -> Distribution:
    """Play all risks together `trials` times; where one happens, its cost is drawn from its triangle."""
    totals = [0.0] * trials
    for chance in chances:
        low, likely, high = chance.cost.points
        probability, sign = chance.probability, chance.sign
        if low == high:
            add = float(sign * likely)
            for trial in range(trials):
                if draw() < probability:
                    totals[trial] += add
            continue
        turn = (likely - low) / (high - low)
        up, down = float(high - low) * (likely - low), float(high - low) * (high - likely)
        for trial in range(trials):
            if draw() < probability:
                u = draw()
                drawn = low + sqrt(u * up) if u < turn else high - sqrt((1 - u) * down)
                totals[trial] += sign * drawn
    return Distribution(tuple(sorted(round(total) for total in totals)))


def mean(chances: Sequence[Chance]) -> Decimal:
    """Give the mean of the total in cents: the sum of probability × mean cost, opportunities negative."""
    return sum((Decimal(repr(each.probability)) * each.cost.mean * each.sign for each in chances), Decimal(0))


def variance(chances: Sequence[Chance]) -> Decimal:
    """Give the variance of the total in square cents: variances of independent risks add up.

    One that happens with p and then costs X has E[X²]·p − (E[X]·p)², with E[X²] = Var X + (E X)².
    """
    total = Decimal(0)
    for each in chances:
        probability = Decimal(repr(each.probability))
        square = each.cost.variance + each.cost.mean**2
        total += probability * square - (probability * each.cost.mean) ** 2
    return total
