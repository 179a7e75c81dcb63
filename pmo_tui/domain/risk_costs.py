"""Money of risks: what one costs if it happens, what is to be expected of it, and of many together.

Definitions: PMBOK 6, 11.4.2.5; the expected monetary value is its term.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from pmo_tui.domain.money import Cents
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risks import Side


class Cost(NamedTuple):
    """What a risk costs if it happens (or brings, for an opportunity): one figure, or from low over likely to high."""

    likely: Cents
    low: Cents | None = None
    high: Cents | None = None

    @property
    def points(self) -> tuple[Cents, Cents, Cents]:
        """Low, likely and high; what was not given is the likely one."""
        low = self.likely if self.low is None else self.low
        return low, self.likely, self.likely if self.high is None else self.high

    @property
    def mean(self) -> Decimal:
        """The expected cost if it happens, in cents: the mean of the triangle, (low + likely + high) / 3."""
        return Decimal(sum(self.points)) / 3

    @property
    def variance(self) -> Decimal:
        """The variance of the triangle, in square cents: (a² + b² + c² − ab − ac − bc) / 18."""
        a, b, c = map(Decimal, self.points)
        return (a * a + b * b + c * c - a * b - a * c - b * c) / 18

    @property
    def third(self) -> Decimal:
        """The third central moment of the triangle: (a + c − 2b)(2a − c − b)(a − 2c + b) / 270, b the likely one."""
        a, b, c = map(Decimal, self.points)
        return (a + c - 2 * b) * (2 * a - c - b) * (a - 2 * c + b) / 270


def check_cost(cost: Cost) -> None:
    """Refuse a cost that is negative or whose points are out of order."""
    low, likely, high = cost.points
    if low < 0:
        raise Refusal(N_("A cost is not negative: for something that saves money, make it an opportunity."))
    if not low <= likely <= high:
        raise Refusal(N_("The three costs must rise from low over likely to high: correct one of them."))


def exposure(chance: Decimal, cost: Cost | None) -> Cents | None:
    """Give the expected monetary value of one risk, in cents, without its sign: chance × expected cost.

    `chance` is in percent, 0 to 100. None where no cost is known. Half a cent is rounded to even.
    """
    if cost is None:
        return None
    return int((chance * cost.mean / 100).to_integral_value(ROUND_HALF_EVEN))


class Exposure(NamedTuple):
    """What many risks are worth together, in cents: threats and opportunities apart, over `valued` of them."""

    threats: Cents = 0
    opportunities: Cents = 0
    valued: int = 0
    of: int = 0

    @property
    def net(self) -> Cents:
        """Threats less opportunities: what is to be expected to be lost."""
        return self.threats - self.opportunities


def netted(risks: Iterable[tuple[Side, Cents | None]]) -> Exposure:
    """Add up the exposures of risks, each with its side; those without one are counted as left out."""
    totals = {Side.THREAT: 0, Side.OPPORTUNITY: 0}
    of = valued = 0
    for side, amount in risks:
        of += 1
        if amount is not None:
            valued += 1
            totals[side] += amount
    return Exposure(totals[Side.THREAT], totals[Side.OPPORTUNITY], valued, of)
