"""Rollups: what the open risks of a project or a programme come to: how many, the worst, the exposure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmo_tui.domain.money import Cents

ENDED = ("occurred", "closed")
"""The states in which nothing is awaited of a risk any more: it has happened, or it can't."""
WORST_IMPACT = 5
"""The worst step of impact, which is never in the first band."""


def band_number(score: int, impact: int | None, limits: Sequence[int]) -> int:
    """Give the number of the band in which a score stands, 0 the least; `limits` are the least scores of the bands.

    The worst impact is never in the first band where there are others, however improbable it is.
    """
    number = max(number for number, least in enumerate(limits) if number == 0 or score >= least)
    return max(number, 1) if impact == WORST_IMPACT and len(limits) > 1 else number


class Standing(NamedTuple):
    """What counts of one open risk; the exposure has its sign, and is None where it is unknown.

    The score is that of a threat, None where it has none: the best opportunity makes nothing worse.
    """

    score: int | None
    impact: int | None
    net: Cents | None


class Rollup(NamedTuple):
    """What open risks come to together, opportunities taken off the exposure; it stands over `valued` of them."""

    risks: int = 0
    worst: int | None = None
    """The number of the worst band among the threats, None where none has a score."""
    in_worst: int = 0
    """How many stand in that band."""
    band: str | None = None
    """What that band is called."""
    bands: int = 0
    """How many bands there are."""
    exposure: Cents | None = None
    valued: int = 0

    @property
    def unvalued(self) -> int:
        """How many the exposure leaves out, for their chance or their cost is unknown."""
        return self.risks - self.valued


NO_RISKS = Rollup()


def rolled_up(risks: Iterable[Standing], bands: Sequence[tuple[str, int]]) -> Rollup:
    """Give what open risks come to; `bands` are names with their least scores, the least first."""
    standings = list(risks)
    limits = [least for _name, least in bands]
    numbers = [
        band_number(risk.score, risk.impact, limits) for risk in standings if risk.score is not None and bands
    ]
    amounts = [risk.net for risk in standings if risk.net is not None]
    worst = max(numbers, default=None)
    return Rollup(
        risks=len(standings),
        worst=worst,
        in_worst=0 if worst is None else numbers.count(worst),
        band=None if worst is None else bands[worst][0],
        bands=len(bands),
        exposure=sum(amounts) if amounts else None,
        valued=len(amounts),
    )
