"""Which gates a demo project has passed, when, and with which reserve; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from pmo_tui.demo.lives import CLOSED, CLOSING, DELIVERY, PLANNING, SCOPING, Life
from pmo_tui.domain.portfolio import Decision

THURSDAY = 3
"""The day on which the committee of the demo sits."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision at the gate that opens the phase at `place`."""

    place: int
    decision: Decision
    on: date
    conditions: str | None = None
    note: str | None = None


def decisions(random: Random, life: Life, today: date, words: dict[str, Any]) -> list[Taken]:
    """Make up the decisions that brought a project where it is, oldest first."""
    taken: list[Taken] = []
    on = _last(random, life, today)
    for place in range(life.phase, 0, -1):
        chance, text, back = random.random(), random.random(), random.randint(40, 130)
        decision = _decided(place, chance)
        conditional = decision is Decision.CONDITIONAL
        conditions = _chosen(words["conditions"], text) if conditional else None
        note = _chosen(words["notes"], text) if chance > 0.6 else None
        taken.append(Taken(place, decision, _thursday(on), conditions, note))
        if 0.16 <= chance < 0.22 and place < CLOSED:
            turned = Decision.RECYCLE if text < 0.6 else Decision.HOLD
            taken.append(Taken(place, turned, _thursday(on - timedelta(35)), note=words["notes"][-1]))
            back += 35
        on = _before(life, place, on, back)
    taken.reverse()
    if (
        taken
        and life.phase in {SCOPING, PLANNING}
        and taken[-1].on < today - timedelta(60)
        and random.random() < 0.2
    ):
        taken.append(
            Taken(life.phase + 1, Decision.HOLD, _thursday(today - timedelta(8)), note=words["notes"][-1])
        )
    return taken


def _decided(place: int, chance: float) -> Decision:
    """Give a decision after which the project stands in the phase at `place`."""
    if place == CLOSED and chance > 0.88:
        return Decision.KILL
    return Decision.CONDITIONAL if chance < 0.16 and place < CLOSING else Decision.GO


def _last(random: Random, life: Life, today: date) -> date:
    """Give the day of the newest decision."""
    if life.actual_finish:
        return life.actual_finish
    if life.phase == CLOSING and life.finish:
        return min(life.finish, today - timedelta(2))
    if life.actual_start:
        return life.actual_start - timedelta(4)
    return today - timedelta(random.randint(6, 110))


def _before(life: Life, place: int, on: date, back: int) -> date:
    """Give the day of the decision before the one on `on`: delivery was opened just before it began."""
    if place == DELIVERY + 1 and life.actual_start:
        return min(life.actual_start - timedelta(4), on - timedelta(7))
    return on - timedelta(back if place <= DELIVERY else 21)


def _thursday(day: date) -> date:
    """Give the last sitting of the committee up to `day`."""
    return day - timedelta((day.weekday() - THURSDAY) % 7)


def _chosen(texts: list[str], share: float) -> str:
    """Give one of `texts`, by a share from 0 to 1."""
    return texts[int(share * len(texts))]
