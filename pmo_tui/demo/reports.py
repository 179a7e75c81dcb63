"""What a demo project's manager reports: a health for each dimension with the words that go with it; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from pmo_tui.demo.lives import CLOSED, CLOSING, IDEA, PLANNING, SCOPING, Life
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import DIMENSION_FIELDS, Dimension, Health, worst
from pmo_tui.domain.portfolio import Thresholds

BETTER = {Health.RED: Health.AMBER, Health.AMBER: Health.GREEN}
WORSE = {Health.GREEN: Health.AMBER, Health.AMBER: Health.RED}


@dataclass(frozen=True, slots=True)
class Report:
    """The values of the health fields, and the health of the report before (None: there was none)."""

    values: dict[str, Value]
    previous: Health | None


def report(random: Random, life: Life, today: date, words: dict[str, Any], places: dict[str, str]) -> Report:
    """Make up the last report; `places` are the words that fill its sentences."""
    on = today - timedelta(random.randint(52, 190) if life.neglected else _age(random))
    chances = [random.gauss(0, 1) for _ in range(3)]
    optimist, silent, before = random.random(), random.random(), random.random()
    pick = [random.random() for _ in range(6)]
    if life.phase == CLOSED and life.actual_finish:
        on = min(on, life.actual_finish)
    if (
        life.phase == IDEA
        or (life.phase == SCOPING and silent < 0.6)
        or (life.phase == PLANNING and silent < 0.25)
    ):
        sentences = words["comments"]["idea" if life.phase == IDEA else "young"]
        text = _chosen(sentences, pick[0]).format(**places)
        return Report({"health_comment": text, "health_date": None}, None)
    if life.phase == CLOSED:
        text = _chosen(words["comments"]["closed"], pick[0])
        return Report({"health": Health.GREEN, "health_comment": text, "health_date": on}, Health.GREEN)
    healths = _healths(life, chances, optimist)
    values = declared(healths, on, pick, words, places)
    return Report(values, _before(worst(healths.values()), before))


def declared(
    healths: Mapping[Dimension, Health],
    on: date,
    pick: Sequence[float],
    words: dict[str, Any],
    places: dict[str, str],
) -> dict[str, Value]:
    """Give the values of a report; `pick` chooses a sentence for each dimension and one for a calm week."""
    values: dict[str, Value] = {}
    told = ""
    whole = worst(healths.values())
    for number, (dimension, health) in enumerate(healths.items()):
        name = DIMENSION_FIELDS[dimension]
        values |= {name: health, f"{name}_date": on}
        if health is not Health.GREEN:
            sentences = words["comments"][f"{dimension.value}_{health.value}"]
            values[f"{name}_comment"] = _chosen(sentences, pick[number]).format(**places)
            if health is whole and not told:
                told = str(values[f"{name}_comment"])
    told = told or _chosen(words["comments"]["green"], pick[5]).format(**places)
    return {**values, "health": whole, "health_comment": told, "health_date": on}


def _age(random: Random) -> int:
    """Give how old a report is in days: most are of this month, some a little older."""
    return min(44, int(random.expovariate(1 / 11)))


def _healths(life: Life, chances: list[float], optimist: float) -> dict[Dimension, Health]:
    """Give the health declared for each dimension; one manager in seven sees time or cost better than they are."""
    limits = Thresholds()
    time = _by(life.slip, limits.slip_amber, limits.slip_red)
    cost = _by(life.overrun, limits.overrun_amber, limits.overrun_red)
    if optimist < 0.07:
        time = BETTER.get(time, time)
    elif optimist < 0.14:
        cost = BETTER.get(cost, cost)
    calm = 0.6 if life.phase == CLOSING else 1.0
    others = [_by((0.55 * life.trouble + chance) * calm, 1.55, 2.6) for chance in chances]
    return dict(zip(Dimension, (time, cost, *others), strict=True))


def _by(figure: float, amber: float, red: float) -> Health:
    """Give the health of a figure by its limits."""
    return Health.RED if figure >= red else Health.AMBER if figure >= amber else Health.GREEN


def _before(health: Health, chance: float) -> Health | None:
    """Give the health declared before this one: mostly the same, sometimes better, seldom worse."""
    if chance < 0.12:
        return WORSE.get(health, health)
    return BETTER.get(health, health) if chance > 0.72 else health


def _chosen(texts: list[str], share: float) -> str:
    """Give one of `texts`, by a share from 0 to 1."""
    return texts[int(share * len(texts))]
