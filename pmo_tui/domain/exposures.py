"""Exposures: how much all risks together may cost, as a distribution; each happens or not, whatever the others do.

Simulated, because n risks can fall out in 2ⁿ ways. Who asks brings the chance: the same draws give the same. Of very
many risks those that spread the total most are played one by one, the many others together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pmo_tui.domain.many_risks import Chance, Draw, cost_drawn, drawn_together
from pmo_tui.domain.money import Cents

TRIALS = 10_000
"""How many times all risks are played; the percentiles of 500 risks then stand within about two percent."""

PERCENTILES = (50, 80, 90)
"""The percentiles that are told."""

PLAYED = 500
"""How many risks are played one by one; what is beyond them falls out together."""


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
    totals = drawn_together(rest, draw, trials)
    for chance in first:
        _play(chance, draw, totals)
    return Distribution(tuple(sorted(round(total) for total in totals)))


def _parted(chances: Sequence[Chance], played: int) -> tuple[Sequence[Chance], Sequence[Chance]]:
    """Give the risks that spread the total most, and all others."""
    if len(chances) <= played:
        return chances, ()
    ranked = sorted(chances, key=lambda each: each.variance, reverse=True)
    return ranked[:played], ranked[played:]


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
    for trial in range(len(totals)):
        if draw() < probability:
            totals[trial] += sign * cost_drawn(chance.cost, draw)
