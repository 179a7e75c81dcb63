"""Risks: what one scores, in which band it stands, what it is worth; scales, bands and appetite are data.

Definitions: PMBOK 6, chapter 11; the two-sided list of responses and the expected monetary value are its terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.rollups import ENDED, WORST_IMPACT, band_number
from pmo_tui.domain.text import fold

STEPS = range(1, WORST_IMPACT + 1)
"""The steps of probability and of impact: 1 the least, 5 the most."""


class Side(Enum):
    """Whether an uncertain event would do harm or good."""

    THREAT = "threat"
    OPPORTUNITY = "opportunity"


class Level(Enum):
    """Where a risk is steered."""

    PROJECT = "project"
    PROGRAMME = "programme"
    PORTFOLIO = "portfolio"


class Status(Enum):
    """Where a risk stands in its life."""

    DRAFT = "draft"
    OPEN = "open"
    RESPONDING = "responding"
    OCCURRED = "occurred"
    CLOSED = "closed"

    @property
    def over(self) -> bool:
        """Whether nothing is awaited of it any more: it has happened, or it can't."""
        return self.value in ENDED


class Response(Enum):
    """What is done about a risk; threats and opportunities have lists of their own."""

    AVOID = "avoid"
    TRANSFER = "transfer"
    MITIGATE = "mitigate"
    EXPLOIT = "exploit"
    SHARE = "share"
    ENHANCE = "enhance"
    ACCEPT = "accept"
    ESCALATE = "escalate"


RESPONSES = {
    Side.THREAT: (Response.AVOID, Response.TRANSFER, Response.MITIGATE, Response.ACCEPT, Response.ESCALATE),
    Side.OPPORTUNITY: (
        Response.EXPLOIT,
        Response.SHARE,
        Response.ENHANCE,
        Response.ACCEPT,
        Response.ESCALATE,
    ),
}
"""The responses to each side, in their usual order (PMBOK 6, 11.5.2)."""


class Consequence(Enum):
    """On what a risk has its impact."""

    TIME = "time"
    COST = "cost"
    SCOPE = "scope"
    QUALITY = "quality"
    REPUTATION = "reputation"


class Severity(NamedTuple):
    """One assessment of a risk: how probable, and the impact on each consequence that was assessed, all 1 to 5.

    `whole` is the impact as it was said where none was assessed by consequence.
    """

    probability: int | None = None
    impacts: Mapping[Consequence, int] = {}
    whole: int | None = None

    @property
    def impact(self) -> int | None:
        """The worst of the impacts, None where none was assessed."""
        return max(self.impacts.values(), default=self.whole)

    @property
    def score(self) -> int | None:
        """Probability × impact, 1 to 25; None where either was not assessed."""
        impact = self.impact
        return None if self.probability is None or impact is None else self.probability * impact


class Band(NamedTuple):
    """A class of scores: from `least` up to below the next band."""

    name: str
    least: int


DEFAULT_BANDS = (Band(N_("low"), 1), Band(N_("moderate"), 5), Band(N_("high"), 10), Band(N_("critical"), 15))
"""The bands of a portfolio that has set none; an impact of 5 is never in the first one."""


def band(severity: Severity, bands: Sequence[Band] = DEFAULT_BANDS) -> int | None:
    """Give the number of the band in which a severity stands, 0 the least, None where it has no score.

    An impact of 5 is never in the first band where there are others, however improbable it is.
    """
    score = severity.score
    if score is None:
        return None
    return band_number(score, severity.impact, [each.least for each in bands])


def check_bands(bands: Sequence[Band]) -> None:
    """Refuse bands that don't part the scores 1 to 25 into classes, each after the one before."""
    if not bands or bands[0].least != 1:
        raise Refusal(N_("The first band begins at 1: correct its limit."))
    for before, after in pairwise(bands):
        if not before.least < after.least <= STEPS[-1] ** 2:
            raise Refusal(
                N_("The band “{name}” must begin after {least}, and at 25 at the latest: correct its limit."),
                name=after.name,
                least=before.least,
            )
    if len({fold(each.name) for each in bands}) < len(bands):
        raise Refusal(N_("Two bands have the same name: give one of them another."))


class Step(NamedTuple):
    """One step of a scale: its word, and the range it stands for, in percent; an open end is None."""

    word: str
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def middle(self) -> Decimal:
        """The middle of its range, in percent."""
        return ((self.least or Decimal(0)) + (Decimal(100) if self.most is None else self.most)) / 2


PROBABILITIES = (
    Step(N_("rare"), Decimal(0), Decimal(10)),
    Step(N_("unlikely"), Decimal(10), Decimal(30)),
    Step(N_("possible"), Decimal(30), Decimal(50)),
    Step(N_("likely"), Decimal(50), Decimal(70)),
    Step(N_("almost certain"), Decimal(70), Decimal(100)),
)
"""The scale of probability of a portfolio that has set none; the middles 5, 20, 40, 60 and 85 % weigh the cost."""

IMPACTS = (
    Step(N_("negligible"), Decimal(0), Decimal(5)),
    Step(N_("low"), Decimal(5), Decimal(10)),
    Step(N_("moderate"), Decimal(10), Decimal(20)),
    Step(N_("high"), Decimal(20), Decimal(40)),
    Step(N_("very high"), Decimal(40), None),
)
"""The scale of impact, in percent of the project's budget or duration, of a portfolio that has set none.

Source: PMBOK 5, table 11-1, its four steps above a first one for what is below.
"""


def check_steps(steps: Sequence[Step], most: Decimal | None = None) -> None:
    """Refuse a scale that has not as many steps as there are, that has gaps, or that leaves 0 to `most` percent."""
    if len(steps) != len(STEPS):
        raise Refusal(N_("A scale has {count} steps: give each a word and a range."), count=len(STEPS))
    for before, after in pairwise(steps):
        if before.most is None or before.most != after.least:
            raise Refusal(N_("The step “{word}” must begin where the one before it ends."), word=after.word)
    for step in steps:
        if step.most is not None and step.most <= (step.least or 0):
            raise Refusal(N_("The step “{word}” must end above its beginning."), word=step.word)
        if (step.least or 0) < 0:
            raise Refusal(N_("The step “{word}” begins below 0 %: begin it at 0 or above."), word=step.word)
        if most is not None and step.most is not None and step.most > most:
            raise Refusal(
                N_("The step “{word}” ends above {most} %: a probability is at most that."),
                word=step.word,
                most=most,
            )


CERTAIN = Decimal(100)
"""The highest probability, in percent."""


class Appetite(NamedTuple):
    """How high a score may be without anybody having to accept it, by level, and by category where that is stricter."""

    by_level: Mapping[Level, int] = {Level.PROJECT: 14, Level.PROGRAMME: 14, Level.PORTFOLIO: 9}
    by_category: Mapping[tuple[Level, str], int] = {}

    def limit(self, level: Level, categories: Iterable[str] = ()) -> int:
        """Give the highest score within the appetite; `categories` are that of the risk and those above it."""
        given = (self.by_category.get((level, name)) for name in categories)
        by_level = self.by_level.get(level, STEPS[-1] ** 2)
        return min([by_level, *(limit for limit in given if limit is not None)])

    def check(self) -> None:
        """Refuse a limit that is no score."""
        for most in (*self.by_level.values(), *self.by_category.values()):
            if not 0 <= most <= STEPS[-1] ** 2:
                raise Refusal(N_("A limit of the appetite is a score from 0 to 25, not {most}."), most=most)

    def passed(self, severity: Severity, level: Level, categories: Iterable[str] = ()) -> bool:
        """Tell whether a severity is above the appetite; what has no score is not."""
        score = severity.score
        return score is not None and score > self.limit(level, categories)
