"""Many risks at once: what those that matter least cost together in each trial, without playing each of them.

Where few of them happen at all, those that do are found by leaping over the others, which is exact. Where many do,
their sum is near the normal law, bent by its skewness (Cornish and Fisher), and never below or above what is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import cos, floor, log, log1p, pi, sqrt
from typing import NamedTuple

from pmo_tui.domain.risk_costs import Cost
from pmo_tui.domain.risks import Side

FEW = 60
"""Up to so many that are expected to happen each is found; beyond that the skewness of their sum is small."""

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

    @property
    def variance(self) -> float:
        """The variance of what it comes to, in square cents: with the raw moments q of p times its cost, q₂ − q₁²."""
        p, mean = self.probability, float(self.cost.mean)
        return p * (float(self.cost.variance) + mean**2) - (p * mean) ** 2


class Moments(NamedTuple):
    """Mean, variance and third central moment of a sum of independent risks, in powers of cents: all three add up."""

    mean: float
    variance: float
    third: float

    @property
    def skewness(self) -> float:
        """How lopsided the sum is: above zero where rare large losses draw it up."""
        return self.third / self.variance**1.5 if self.variance > 0 else 0.0


def moments(chances: Sequence[Chance]) -> Moments:
    """Give the moments of the total, opportunities negative.

    One that happens with p and then costs X has, with q for its raw moments p·E[X], p·E[X²] and p·E[X³], the variance
    q₂ − q₁² and the third central moment q₃ − 3·q₁·q₂ + 2·q₁³.
    """
    mean = spread = third = 0.0
    for each in chances:
        p, middle, around = each.probability, float(each.cost.mean), float(each.cost.variance)
        q1, q2 = p * middle, p * (around + middle**2)
        q3 = p * (float(each.cost.third) + 3 * middle * around + middle**3)
        mean += each.sign * q1
        spread += q2 - q1**2
        third += each.sign * (q3 - 3 * q1 * q2 + 2 * q1**3)
    return Moments(mean, spread, third)


def drawn_together(chances: Sequence[Chance], draw: Draw, trials: int) -> list[float]:
    """Give what many risks come to in each trial."""
    if not chances:
        return [0.0] * trials
    if sum(each.probability for each in chances) <= FEW:
        return _leaping(chances, draw, trials)
    return _bent(chances, draw, trials)


def cost_drawn(cost: Cost, draw: Draw) -> float:
    """Draw what a risk costs that happens, from its triangle."""
    low, likely, high = cost.points
    if low == high:
        return float(likely)
    u = draw()
    if u < (likely - low) / (high - low):
        return low + sqrt(u * (high - low) * (likely - low))
    return high - sqrt((1 - u) * (high - low) * (high - likely))


def _leaping(chances: Sequence[Chance], draw: Draw, trials: int) -> list[float]:
    """Find in each trial the risks that happen: from one to the next by how many are passed over, class by class."""
    classes = list(_classes(chances))
    totals = []
    for _trial in range(trials):
        total = 0.0
        for bound, risks in classes:
            at = _leap(bound, draw)
            while at < len(risks):
                risk = risks[at]
                if bound == risk.probability or draw() * bound < risk.probability:
                    total += risk.sign * cost_drawn(risk.cost, draw)
                at += 1 + _leap(bound, draw)
        totals.append(total)
    return totals


def _leap(probability: float, draw: Draw) -> int:
    """Draw how many risks of a probability are passed over before one happens."""
    if probability >= 1:
        return 0
    return floor(log1p(-draw()) / log1p(-probability))


def _classes(chances: Sequence[Chance]) -> Iterator[tuple[float, list[Chance]]]:
    """Walk the risks in classes of which none is half as probable as another, each with its greatest probability."""
    ranked = sorted(
        (each for each in chances if each.probability > 0), key=lambda each: each.probability, reverse=True
    )
    at = 0
    while at < len(ranked):
        bound = ranked[at].probability
        risks = [each for each in ranked[at:] if each.probability > bound / 2]
        yield bound, risks
        at += len(risks)


def _bent(chances: Sequence[Chance], draw: Draw, trials: int) -> list[float]:
    """Draw the sum from the normal law (Box and Muller), bent by its skewness, within what is possible."""
    found = moments(chances)
    deviation, bend = sqrt(max(0.0, found.variance)), found.skewness / 6
    most = float(sum(each.cost.points[2] for each in chances if each.sign > 0))
    least = -float(sum(each.cost.points[2] for each in chances if each.sign < 0))
    totals = []
    for _trial in range(trials):
        z = sqrt(-2 * log(1 - draw())) * cos(2 * pi * draw())
        total = found.mean + deviation * (z + bend * (z * z - 1))
        totals.append(min(most, max(least, total)))
    return totals
