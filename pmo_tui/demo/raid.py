"""Makes up the items beside the risks of the demo portfolio, the same for the same seed and day; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from pmo_tui.demo import PEOPLE
from pmo_tui.demo.decks import Deck
from pmo_tui.demo.projects import Made
from pmo_tui.demo.risks import MadeRisk
from pmo_tui.domain.codes import next_code
from pmo_tui.domain.fields import Value
from pmo_tui.domain.raid import Before
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.relations import Tie

SHARES = {"issues": 80, "assumptions": 45, "dependencies": 40, "actions": 60, "decisions": 40, "changes": 35}
"""How many items of each kind there are where 140 projects are under way."""

OF = 140
MOST = 2000


Told = dict[str, str]
"""The words of an item: title, description, and how it ended."""


class MadeItem(NamedTuple):
    """An item of the demo: its kind by the noun, and its values."""

    noun: str
    values: dict[str, Value]


def items(
    projects: Sequence[Made], seed: int, today: date, words: dict[str, Any], actions: int
) -> Iterator[MadeItem]:
    """Make up the items of some projects; so many actions have a code already."""
    random = Random(f"pmo-tui raid {seed}")  # noqa: S311 - a made-up portfolio hides nothing
    for noun, share in SHARES.items():
        number = min(MOST, max(len(projects) * share // OF, 1)) if projects else 0
        before = actions if noun == "actions" else 0
        deck: Deck[Told] = Deck(random, words[noun])
        for place in range(number):
            made = random.choice(projects)
            code = next_code(BY_NOUN[noun].prefix, before + place)
            yield MadeItem(noun, _item(random, noun, code, made, projects, today, deck.draw()))


class MadeTie(NamedTuple):
    """How two things of the demo are related, each by what the journal calls it and its code."""

    tie: Tie
    this: tuple[str, str]
    other: tuple[str, str]


def come_of(
    made: Sequence[MadeItem], happened: Sequence[MadeRisk], story: Callable[[str, Before], str]
) -> list[MadeTie]:
    """Let issues be what risks that happened have become, and some issues ask for a decision or a change.

    What comes of something is of its project; `story` tells what was known of a risk with its code.
    """
    of = {noun: [each.values for each in made if each.noun == noun] for noun in BY_NOUN}
    issues, risks = of["issues"], [{**risk.values, **risk.later} for risk in happened]
    pairs = (
        (Tie.BECAME, "risk", "issue", zip(risks, issues, strict=False)),
        (Tie.ASKS, "issue", "raid_decision", zip(reversed(issues), of["decisions"][::2], strict=False)),
        (Tie.ASKS, "issue", "change_request", zip(issues[::3], of["changes"][::2], strict=False)),
    )
    found: list[MadeTie] = []
    for tie, this, other, both in pairs:
        for first, second in both:
            second["project"] = first["project"]
            if tie is Tie.BECAME:
                told = story(str(first["code"]), first.get)
                second |= {"title": first["title"], "owner": first["owner"], "description": told}
            found.append(MadeTie(tie, (this, str(first["code"])), (other, str(second["code"]))))
    return found


def _item(
    random: Random,
    noun: str,
    code: str,
    made: Made,
    projects: Sequence[Made],
    today: date,
    told: Told,
) -> dict[str, Value]:
    """Make up one item; some are neglected: without an owner, or long overdue."""
    kind = BY_NOUN[noun]
    raised = today - timedelta(random.randint(5, 150))
    state = random.choice(list(kind.ways))
    due = raised + timedelta(random.randint(10, 200))
    values: dict[str, Value] = {
        "code": code,
        "title": told["title"],
        "description": told["description"],
        "owner": None if random.random() < 0.1 else made.values["pm"] or random.choice(PEOPLE),
        "raised": raised,
        kind.state: state,
    }
    if noun == "assumptions":
        values["review"] = due
    elif random.random() < 0.85:
        values["due"] = due
    if noun != "dependencies":
        values["project"] = made.values["code"]
    over = raised + timedelta(random.randint(1, (today - raised).days))
    stamps = {name: over for name, states in kind.stamps.items() if state in states}
    return {**values, **stamps, **_OWN[noun](random, state, made, projects, told, due)}


def _issue(
    random: Random, state: str, _made: Made, _all: Sequence[Made], told: Told, _due: date
) -> dict[str, Value]:
    """Give what only issues have."""
    said = told["resolution"] if state in {"resolved", "closed"} else None
    severity = random.choices(("low", "moderate", "high", "critical"), (20, 40, 28, 12))[0]
    return {
        "severity": severity,
        "level": "project",
        "raised_by": random.choice(PEOPLE),
        "resolution": said,
    }


def _assumption(random: Random, *_rest: Any) -> dict[str, Value]:
    """Give what only assumptions have."""
    return {"confidence": random.choice(("low", "medium", "high"))}


def _dependency(
    random: Random, _state: str, made: Made, projects: Sequence[Made], _told: Told, due: date
) -> dict[str, Value]:
    """Give what only dependencies have; a project alone depends on nobody."""
    others = [each for each in projects if each is not made]
    giver = random.choice(others).values["code"] if others else None
    promised = due + timedelta(random.randint(-30, 20)) if random.random() < 0.7 else None
    return {
        "gives": giver,
        "needs": made.values["code"],
        "receiver": random.choice(PEOPLE),
        "promised": promised,
    }


def _action(random: Random, *_rest: Any) -> dict[str, Value]:
    """Give what only actions have."""
    return {"cost": random.choice((None, None, 1_000_00, 5_000_00, 12_000_00))}


def _decision(
    random: Random, state: str, _made: Made, _all: Sequence[Made], told: Told, _due: date
) -> dict[str, Value]:
    """Give what only decisions have."""
    asked: dict[str, Value] = {"asked_by": random.choice(PEOPLE)}
    if state != "decided":
        return asked
    return {**asked, "decided_by": random.choice(PEOPLE[:10]), "outcome": told["outcome"]}


def _change(
    random: Random, state: str, made: Made, _all: Sequence[Made], told: Told, _due: date
) -> dict[str, Value]:
    """Give what only change requests have."""
    found: dict[str, Value] = {
        "impact_time": random.choice((None, -10, 5, 15, 30, 60)),
        "impact_cost": random.choice((None, -20_000_00, 15_000_00, 80_000_00, 250_000_00)),
        "requested_by": made.values["pm"] or random.choice(PEOPLE),
    }
    if state in {"draft", "submitted"}:
        return found
    return {**found, "decided_by": random.choice(PEOPLE[:10]), "note": told["note"]}


_OWN: dict[str, Callable[..., dict[str, Value]]] = {
    "issues": _issue,
    "assumptions": _assumption,
    "dependencies": _dependency,
    "actions": _action,
    "decisions": _decision,
    "changes": _change,
}
"""What is a kind's own."""
