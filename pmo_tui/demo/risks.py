"""Makes up the risks of the demo portfolio, the same for the same seed and day; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from pmo_tui.demo import PEOPLE
from pmo_tui.demo.decks import Deck
from pmo_tui.demo.projects import Made
from pmo_tui.domain.codes import next_code
from pmo_tui.domain.fields import Value
from pmo_tui.domain.risks import RESPONSES, Level, Response, Side, Status

SHARE = 2.8
"""How many risks there are for each project that is under way."""
MOST = 20_000
STEP = 10_000_00
"""Costs are rounded to so many cents."""

THURSDAY = 3
"""The day on which risks are reviewed."""

STATUSES = (Status.DRAFT, Status.OPEN, Status.RESPONDING, Status.OCCURRED, Status.CLOSED)
_WEIGHTS = (7, 38, 32, 8, 15)
_WORDS = {Side.THREAT: "risks", Side.OPPORTUNITY: "chances"}
"""Where the words of each side stand."""


@dataclass(frozen=True, slots=True)
class MadeRisk:
    """A risk of the demo: its values when it was raised, those that it has since its last review, and its actions."""

    values: dict[str, Value]
    reviewed: date
    later: dict[str, Value]
    actions: list[dict[str, Value]]

    @property
    def threat(self) -> bool:
        """Whether it is something to be feared."""
        return self.values["side"] == Side.THREAT.value


def risks(
    projects: Sequence[Made], seed: int, first: date, today: date, words: dict[str, Any]
) -> Iterator[MadeRisk]:
    """Make up the risks of some projects; `first` is the day on which the register begins."""
    random = Random(f"pmo-tui risks {seed}")  # noqa: S311 - a made-up portfolio hides nothing
    number = min(MOST, round(len(projects) * SHARE))
    draw = _drawing(random, words)
    for place in range(number):
        made = projects[place % len(projects)] if place < len(projects) else random.choice(projects)
        yield _risk(random, next_code("R", place), made, (first, today), words, draw)


Draw = Callable[[Made, Side], dict[str, Any]]
"""Gives the words of a risk for a project."""


def _drawing(random: Random, words: dict[str, Any]) -> Draw:
    """Give what draws the words of risks: no project has the same twice, as long as there are others."""
    decks = {side: Deck(random, words[name]) for side, name in _WORDS.items()}
    had: dict[str, set[str]] = defaultdict(set)

    def draw(made: Made, side: Side) -> dict[str, Any]:
        """Draw words that the project has not had."""
        mine = had[str(made.values["code"])]
        told: dict[str, Any] = decks[side].draw(lambda card: card["title"] not in mine)
        mine.add(told["title"])
        return told

    return draw


def _risk(
    random: Random, code: str, made: Made, span: tuple[date, date], words: dict[str, Any], draw: Draw
) -> MadeRisk:
    """Make up one risk of a project."""
    side = Side.OPPORTUNITY if random.random() < 0.12 else Side.THREAT
    told = draw(made, side)
    status = random.choices(STATUSES, _WEIGHTS)[0]
    owner = made.values["pm"] or random.choice(PEOPLE)
    owned = None if random.random() < 0.06 else owner if random.random() < 0.6 else random.choice(PEOPLE)
    places = {
        "project": made.values["name"],
        "vendor": made.values["vendor"] or PEOPLE[0],
        "department": made.values["department"],
    }
    values: dict[str, Value] = {
        "code": code,
        **{name: told[name].format(**places) for name in ("title", "cause", "event", "effect")},
        "side": side.value,
        "status": Status.DRAFT.value if status is Status.DRAFT else Status.OPEN.value,
        "level": Level.PROJECT.value,
        "project": made.values["code"],
        "owner": owned,
        "category": told["category"],
        **_first(random, span),
        **_money(random, made),
    }
    reviewed, later = _later(random, values, status, span, words)
    return MadeRisk(values, reviewed, later, list(_actions(random, told, status, owned, span[1])))


def _first(random: Random, span: tuple[date, date]) -> dict[str, Value]:
    """Give the assessment of a risk when it was raised, which is the inherent one too."""
    first, today = span
    probability, impacts = random.choices((1, 2, 3, 4, 5), (8, 20, 32, 28, 12))[0], _impacts(random)
    return {
        "raised": first - timedelta(random.randint(0, 120)),
        "review": today + timedelta(random.randint(-25, 70)),
        "probability": probability,
        "inherent_probability": probability,
        **{f"impact_{name}": step for name, step in impacts.items()},
        **{f"inherent_{name}": step for name, step in impacts.items()},
        "target_probability": max(1, probability - 2),
        "target_impact": max(1, max(impacts.values()) - 1),
    }


def _impacts(random: Random) -> dict[str, int]:
    """Give the impacts on some consequences."""
    names = random.sample(("time", "cost", "scope", "quality", "reputation"), random.choice((1, 2, 2, 3)))
    return {name: random.choices((1, 2, 3, 4, 5), (6, 20, 34, 28, 12))[0] for name in names}


def _money(random: Random, made: Made) -> dict[str, Value]:
    """Give what it costs if it happens, of most as one figure or as three, and the reserve held against it."""
    budget = made.values["budget"]
    if not isinstance(budget, int) or random.random() < 0.15:
        return {}
    likely = max(STEP, round(budget * random.uniform(0.01, 0.12) / STEP) * STEP)
    found: dict[str, Value] = {"cost": likely}
    if random.random() < 0.4:
        found |= {"cost_low": likely * 6 // 10, "cost_high": likely * 2}
    if random.random() < 0.35:
        found |= {"reserve": likely // 2, "drawn": likely // 8 if random.random() < 0.3 else None}
    return found


def _later(
    random: Random, values: dict[str, Value], status: Status, span: tuple[date, date], words: dict[str, Any]
) -> tuple[date, dict[str, Value]]:
    """Give the day of the last review, and what became of the risk there; what is neglected was never reviewed."""
    first, today = span
    reviewed = first + timedelta(random.randint(7, (today - first).days))
    reviewed -= timedelta((reviewed.weekday() - THURSDAY) % 7)
    if status is Status.DRAFT or random.random() < 0.12:
        return reviewed, {}
    probability = values["probability"]
    worst = max(step for name, step in values.items() if name.startswith("impact_") and isinstance(step, int))
    assert isinstance(probability, int)
    now = min(5, max(1, probability + random.choices((-2, -1, 0, 1), (20, 40, 28, 12))[0]))
    later: dict[str, Value] = {
        "status": status.value,
        "probability": now,
        "reviewed": reviewed,
        "score_before": probability * worst,
        **_response(random, values, status, reviewed, words),
    }
    if status is Status.CLOSED:
        later |= {
            "reason": random.choice(words["reasons"]),
            "lesson": random.choice([None, *words["lessons"]]),
        }
    elif now * worst >= 15 and random.random() < 0.3:
        later |= {
            "level": Level.PORTFOLIO.value,
            "escalated_from": Level.PROJECT.value,
            "escalated_on": reviewed,
            "escalated_why": random.choice(words["escalations"]),
        }
    return reviewed, later


def _response(
    random: Random, values: dict[str, Value], status: Status, on: date, words: dict[str, Any]
) -> dict[str, Value]:
    """Give the response to a risk: none to some that are merely open; who accepts says why."""
    if status is Status.OPEN and random.random() < 0.45:
        return {}
    if status is not Status.OPEN:
        active = [each for each in RESPONSES[Side(values["side"])][:-1] if each is not Response.ACCEPT]
        return {"strategy": random.choice(active).value}
    why, by = random.choice(words["acceptances"]), random.choice(PEOPLE[:10])
    return {"strategy": Response.ACCEPT.value, "accepted_by": by, "accepted_on": on, "accepted_why": why}


def _actions(
    random: Random, told: dict[str, Any], status: Status, owner: Value, today: date
) -> Iterator[dict[str, Value]]:
    """Walk the actions of a risk that is responded to, some of them done and some late."""
    if status not in {Status.RESPONDING, Status.OCCURRED, Status.CLOSED}:
        return
    for title in told["actions"]:
        due = today + timedelta(random.randint(-40, 60))
        done = status is Status.CLOSED or random.random() < 0.4
        state = "done" if done else random.choice(("planned", "underway"))
        on = min(due, today) if done else None
        yield {"title": title, "owner": owner, "due": due, "state": state, "done_on": on}
