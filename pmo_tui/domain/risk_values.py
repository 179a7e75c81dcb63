"""What follows from the values of a risk: its severities, band, exposure, trend and age."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.money import Cents
from pmo_tui.domain.risk_costs import Cost, exposure
from pmo_tui.domain.risks import (
    DEFAULT_BANDS,
    IMPACTS,
    PROBABILITIES,
    Appetite,
    Band,
    Consequence,
    Level,
    Severity,
    Side,
    Status,
    Step,
    band,
)

PREFIXES = {
    "score": ("probability", "impact", "impact_"),
    "inherent": ("inherent_probability", "inherent_impact", "inherent_"),
    "target": ("target_probability", "target_impact", "target_"),
}
"""Each score with the fields of its probability and its impact, and what the fields of its impacts begin with."""


class Scales(NamedTuple):
    """What a portfolio has set for its risks: bands, scales, appetite, and the parent of each category."""

    bands: tuple[Band, ...] = DEFAULT_BANDS
    probabilities: tuple[Step, ...] = PROBABILITIES
    impacts: tuple[Step, ...] = IMPACTS
    appetite: Appetite = Appetite()
    parents: Mapping[str, str | None] = {}

    def line(self, category: str | None) -> tuple[str, ...]:
        """Give a category and the one above it."""
        if category is None:
            return ()
        parent = self.parents.get(category)
        return (category,) if parent is None else (category, parent)


def impact_fields(which: str) -> tuple[str, ...]:
    """Give the names of the fields that hold the impacts of a score on each consequence."""
    return tuple(PREFIXES[which][2] + consequence.value for consequence in Consequence)


_BY_CONSEQUENCE = {which: tuple(zip(Consequence, impact_fields(which), strict=True)) for which in PREFIXES}
"""The field of each score for the impact on each consequence."""


def severity(value: Callable[[str], object], which: str = "score") -> Severity:
    """Give one of the three assessments of a risk, by the score that follows from it."""
    probability, impact, _prefix = PREFIXES[which]
    impacts = {
        consequence: step
        for consequence, name in _BY_CONSEQUENCE[which]
        if isinstance(step := value(name), int)
    }
    return Severity(_step(value(probability)), impacts, _step(value(impact)))


def _step(value: object) -> int | None:
    """Give a step of a scale."""
    return value if isinstance(value, int) else None


def chance(value: Callable[[str], object], probabilities: tuple[Step, ...]) -> Decimal | None:
    """Give how probable a risk is in percent: as it was said, else the middle of its probability's step."""
    said, step = value("chance"), value("probability")
    if isinstance(said, Decimal):
        return said
    return probabilities[step - 1].middle if isinstance(step, int) and step <= len(probabilities) else None


def cost(value: Callable[[str], object]) -> Cost | None:
    """Give what a risk costs if it happens, None where that is unknown."""
    likely, low, high = (_cents(value(name)) for name in ("cost", "cost_low", "cost_high"))
    return None if likely is None else Cost(likely, low, high)


def _cents(value: object) -> Cents | None:
    """Give an amount."""
    return value if isinstance(value, int) else None


def expected(value: Callable[[str], object], probabilities: tuple[Step, ...]) -> Cents | None:
    """Give the exposure of a risk: none where chance or cost is unknown, or nothing is awaited of it any more."""
    percent = chance(value, probabilities)
    if percent is None or Status(value("status")).over:
        return None
    return exposure(percent, cost(value))


def signed(side: object, amount: Cents | None) -> Cents | None:
    """Give an exposure with its sign: what is to be lost is positive, what is to be won negative."""
    return amount if amount is None or side == Side.THREAT.value else -amount


def following(
    values: Values, scales: Scales, today: date, actions: tuple[int, int] = (0, 0)
) -> dict[str, Value]:
    """Give the values of all fields that follow from others; `actions` are how many there are, and how many done."""
    value = values.get
    now = severity(value)
    amount = expected(value, scales.probabilities)
    number = band(now, scales.bands)
    before, raised = value("score_before"), value("raised")
    of, done = actions
    return {
        "score": now.score,
        "inherent": severity(value, "inherent").score,
        "target": severity(value, "target").score,
        "band": None if number is None else scales.bands[number].name,
        "over": over(values, scales),
        "active": not Status(value("status")).over,
        "trend": now.score - before if now.score is not None and isinstance(before, int) else None,
        "exposure": amount,
        "net": signed(value("side"), amount),
        "actions": of,
        "actions_done": Decimal(done * 100 // of) if of else None,
        "age": (today - raised).days if isinstance(raised, date) else None,
    }


def over(values: Values, scales: Scales) -> bool | None:
    """Tell whether a risk is above the appetite, None where it has no score; an opportunity never is."""
    now = severity(values.get)
    if now.score is None:
        return None
    if values["side"] != Side.THREAT.value:
        return False
    category = values.get("category")
    line = scales.line(category if isinstance(category, str) else None)
    return scales.appetite.passed(now, Level(values["level"]), line)
