"""Exposures: how much all risks together may cost, as a distribution; each happens or not, whatever the others do.

Simulated, because n risks can fall out in 2ⁿ ways. Who asks brings the chance: the same draws give the same. Of very
many risks those that spread the total most are played one by one; the sum of the many others is close to normal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, log, pi, sqrt
from typing import NamedTuple

from pmo_tui.domain.money import Cents
from pmo_tui.domain.risks import Cost, Side

TRIALS = 10_000
"""How many times all risks are played; the percentiles of 500 risks then stand within about two percent."""

PLAYED = 500
"""How many risks are played one by one; what is beyond them is drawn as one normal sum, of their mean and variance."""

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


def simulate(
    chances: Sequence[Chance], draw: Draw, trials: int = TRIALS, played: int = PLAYED
) -> Distribution:
    """Play all risks together `trials` times; beyond `played` risks, those that matter least fall out as one."""
    first, rest = _parted(chances, played)
    totals = _drawn_together(rest, draw, trials)
    for chance in first:
        _play(chance, draw, totals)
    return Distribution(tuple(sorted(round(total) for total in totals)))


def _parted(chances: Sequence[Chance], played: int) -> tuple[Sequence[Chance], Sequence[Chance]]:
    """Give the risks that spread the total most, and all others."""
    if len(chances) <= played:
        return chances, ()
    ranked = sorted(chances, key=lambda each: variance([each]), reverse=True)
    return ranked[:played], ranked[played:]


def _drawn_together(chances: Sequence[Chance], draw: Draw, trials: int) -> list[float]:
    """Give the sum of many small risks in each trial, drawn from the normal law that sums tend to (Box and Muller)."""
    if not chances:
        return [0.0] * trials
    middle, deviation = float(mean(chances)), sqrt(variance(chances))
    return [
        middle + deviation * sqrt(-2 * log(1 - draw())) * cos(2 * pi * draw()) for _trial in range(trials)
    ]


def _play(chance: Chance, draw: Draw, totals: list[float]) -> None:
    """Let a risk happen or not in each trial; where it happens, its cost is drawn from its triangle."""
    low, likely, high = chance.cost.points
    probability, sign = chance.probability, chance.sign
    if low == high:
        add = float(sign * likely)
        for trial in range(len(totals)):
            if draw() < probability:
                totals[trial] += add
        return
    turn = (likely - low) / (high - low)
    up, down = float(high - low) * (likely - low), float(high - low) * (high - likely)
    for trial in range(len(totals)):
        if draw() < probability:
            u = draw()
            drawn = low + sqrt(u * up) if u < turn else high - sqrt((1 - u) * down)
            totals[trial] += sign * drawn


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
