"""The past of a demo project: what it was when the portfolio was begun, and how it came to be what it is; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any, NamedTuple

from pmo_tui.demo.calendar import beginning, collected
from pmo_tui.demo.decisions import Taken
from pmo_tui.demo.earlier import NOTHING, Reports
from pmo_tui.demo.lives import CLOSED, PLANNING, SCOPING, Life, rounded
from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health

State = dict[str, Value]

_MONEY_AND_DAYS = (
    "forecast", "actual", "start", "finish", "baseline_start", "baseline_finish", "actual_start",
    "actual_finish",
)  # fmt: skip

_BEFORE_GATE: dict[int, tuple[str, ...]] = {
    SCOPING: ("forecast", "start", "finish"),
    PLANNING: ("baseline_start", "baseline_finish", "actual"),
}
"""What is settled at the gate into a phase, and so was open before it."""


class Step(NamedTuple):
    """What became different on a day; `taken` is the decision that the committee took then."""

    on: date
    values: State
    taken: Taken | None = None


class Past(NamedTuple):
    """What was different at the beginning, the phase then, the decisions until then, and the steps since."""

    values: State
    phase: int
    previous: Health | None
    decisions: list[Taken]
    steps: list[Step]


class Now(NamedTuple):
    """What a project is now."""

    life: Life
    values: Mapping[str, Value]
    previous: Health | None
    decisions: list[Taken]
    today: date
    words: Mapping[str, Any]
    places: Mapping[str, str]


class _Event(NamedTuple):
    """Something that changed a project, and what gives the state before it."""

    on: date
    before: Callable[[State], State]
    taken: Taken | None = None


def past(random: Random, now: Now, most: int) -> Past:
    """Walk back from now to the beginning, over at most so many reports."""
    since = beginning(now.today)
    state: State = {**NOTHING, **dict.fromkeys(_MONEY_AND_DAYS)}
    state |= {name: now.values[name] for name in state if name in now.values}
    last = dict(state)
    reports = Reports(random, now.life, now.words, now.places, last)
    reported = _reports(random, now, reports, since, most)
    events = [*reported, *_turns(now, since), *_gates(now, since)]
    phase, steps = now.life.phase, list[Step]()
    # on one day the committee comes first
    for event in sorted(events, key=lambda event: (event.on, event.taken is None), reverse=True):
        before = event.before(state)
        values = {name: state[name] for name, value in before.items() if value != state[name]}
        if values or event.taken:
            steps.append(Step(event.on, values, event.taken))
        state |= before
        phase -= event.taken is not None and event.taken.decision.opens
    health = state["health"]
    assert isinstance(health, Health)
    previous = now.previous if not reported else None if health is Health.GREY else reports.drawn(health)
    until = [taken for taken in now.decisions if taken.on <= since]
    different = {name: value for name, value in state.items() if value != last[name]}
    return Past(different, phase, previous, until, steps[::-1])


def _reports(random: Random, now: Now, reports: Reports, since: date, most: int) -> list[_Event]:
    """Give the reports since the beginning, newest first: weekly where there is trouble, fortnightly elsewhere."""
    on, health = now.values.get("health_date"), now.values.get("health")
    if not isinstance(on, date):
        return []
    apart = timedelta(14 if health is Health.GREEN and now.previous is not Health.AMBER else 7)
    place = min(now.life.phase, PLANNING)
    first = min((taken.on for taken in now.decisions if taken.place >= place), default=on)
    young = random.choice(now.words["comments"]["young"]).format(**now.places)

    def before(earlier: date, newest: bool, state: State) -> State:
        """Give the report before one; before the first nothing was reported."""
        if earlier < first:
            return {**NOTHING, "health_comment": young}
        health = state["health"]
        assert isinstance(health, Health)
        return reports.before(earlier, (now.previous or health) if newest else reports.drawn(health))

    events: list[_Event] = []
    day, until = _told(now, on), max(since, first - timedelta(1))
    while (on > until or (not events and day > since)) and len(events) < most:
        events.append(_Event(day, partial(before, on - apart, not events)))
        on -= apart
        day = collected(on, now.today)
    return events


def _told(now: Now, on: date) -> date:
    """Give the day on which the last report is written down: the one that tells the end comes with the last gate."""
    told = max(on, now.decisions[-1].on) if now.life.phase == CLOSED else on
    return collected(told, now.today) if told > beginning(now.today) else told


def _turns(now: Now, since: date) -> list[_Event]:
    """Give start and finish, where they lie after the beginning."""
    life = now.life
    events = []
    if life.actual_start and life.actual_start > since:
        events.append(_Event(collected(life.actual_start, now.today), partial(_unstarted, life)))
    if life.actual_finish and life.actual_finish > since:
        events.append(_Event(collected(life.actual_finish, now.today), partial(_unfinished, life)))
    return events


def _unstarted(life: Life, state: State) -> State:
    """Give what stood before the start: the plan, with a little spent on making it."""
    spent = state["actual"]
    little = rounded((life.budget or 0) * 0.02, 10_000)
    return {
        "actual_start": None,
        "forecast": life.budget,
        "finish": life.baseline_finish,
        "actual": min(spent, little) if isinstance(spent, int) else None,
    }


def _unfinished(life: Life, state: State) -> State:
    """Give what stood before the end: the last invoices were still to come."""
    spent, nearly = state["actual"], rounded((life.actual or 0) * 0.98, 10_000)
    return {"actual_finish": None, "actual": min(spent, nearly) if isinstance(spent, int) else None}


def _gates(now: Now, since: date) -> list[_Event]:
    """Give the decisions taken since the beginning."""
    return [
        _Event(taken.on, partial(_unsettled, taken), taken) for taken in now.decisions if taken.on > since
    ]


def _unsettled(taken: Taken, _state: State) -> State:
    """Give what stood before a decision: what it settled was open."""
    return dict.fromkeys(_BEFORE_GATE.get(taken.place, ())) if taken.decision.opens else {}
