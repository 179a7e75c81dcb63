"""Use cases of risks over time: what those of a query were worth at the end of each week, read from the journal."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from db import journal as journal_kept
from db import pasts
from db import risks as kept
from db.asking import Question, columns
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.queries.terms import Match, Term
from pmo_tui.domain.risk_costs import Exposure, netted
from pmo_tui.domain.risk_values import Scales, expected
from pmo_tui.domain.risks import Severity, Side, Status, band
from pmo_tui.moments import midnight
from pmo_tui.services.lists import question
from pmo_tui.services.risk_lists import RISKS
from pmo_tui.services.session import Session, one_moment

_BY_STATE = frozenset({"active", "status"})
"""The fields by which one asks for the state of a risk."""
_WEIGHED = ("side", "status", "probability", "impact", "chance", "cost", "cost_low", "cost_high")
"""The facts from which follows what a risk adds to the figures of a day."""


class Point(NamedTuple):
    """What the risks of a query were worth on a day, and how many stood in each band, the least first."""

    day: date
    exposure: Exposure
    bands: tuple[int, ...]


@one_moment
def over_time(session: Session, text: str = "", weeks: int = 12) -> tuple[Point, ...]:
    """Give what the risks that meet a query now were worth at the end of each of the last weeks, the oldest first.

    It is read backwards from the journal and weighed by the scales of today; a risk counts from the day on which it
    stands in the journal until it is over, also where the query asks for open ones alone. Days before the journal
    knew any of them are left out.
    """
    today = session.today()
    past = _Past(kept.figured(_over_or_not(question(session, RISKS, text)), _WEIGHED), kept.scales_kept())
    changes = pasts.befores("risk", _WEIGHED, today - timedelta(weeks=weeks))
    change = next(changes, None)
    points: list[Point] = []
    for week in range(weeks):
        day = today - timedelta(weeks=week)
        ends = midnight(day + timedelta(days=1))
        while change is not None and change.at >= ends:
            past.take_back(change)
            change = next(changes, None)
        if not past.standing:
            break
        points.append(past.point(day))
    return tuple(reversed(points))


def _over_or_not(asked: Question) -> Question:
    """Give a question that asks for the risks that are over too, where it asks for open ones by state."""
    terms = tuple(term for term in asked.query.terms if not _asks_for_open(asked, term))
    return asked._replace(query=asked.query._replace(terms=terms))


def _asks_for_open(asked: Question, term: Term) -> bool:
    """Tell whether a term asks for states of which none is over: a risk that is over now was in one of them before."""
    if not isinstance(term, Match) or term.field not in _BY_STATE:
        return False
    alone = asked._replace(query=asked.query._replace(terms=(term,)))
    states = {state for _key, state in columns(alone, ("status",))}
    return bool(states) and not any(Status(state).over for state in states)


class _Weighed(NamedTuple):
    """What an open risk adds to the figures of a day."""

    side: Side
    exposure: int | None
    band: int | None


class _Past:
    """Some risks as they stood at a moment that goes back; each is weighed once for each change, not each day."""

    def __init__(self, now: dict[int, Facts], scales: Scales) -> None:
        self.standing = now
        self._scales = scales
        self._ever = frozenset(now)
        self._unsaid = {name: journal_kept.defaults("risk")[name] for name in _WEIGHED}
        self._weighed = {key: self._weigh(facts) for key, facts in now.items()}

    def take_back(self, change: pasts.Before) -> None:
        """Let a risk be as it was before a change."""
        key = change.key
        if key not in self._ever:
            return
        if change.facts is None:
            self.standing.pop(key, None)
            self._weighed.pop(key, None)
        else:  # one that was deleted comes back with what it had; what was the default was not written
            facts = self.standing[key] = {**self.standing.get(key, self._unsaid), **change.facts}
            self._weighed[key] = self._weigh(facts)

    def point(self, day: date) -> Point:
        """Give the figures of the risks as they stand."""
        risks = [each for each in self._weighed.values() if each is not None]
        counts = Counter(risk.band for risk in risks)
        worth = netted((risk.side, risk.exposure) for risk in risks)
        return Point(day, worth, tuple(counts[number] for number in range(len(self._scales.bands))))

    def _weigh(self, facts: Facts) -> _Weighed | None:
        """Weigh a risk, None where nothing is awaited of it any more."""
        if Status(facts["status"]).over:
            return None
        values = kept.figures_of(facts)
        probability, impact = (
            step if isinstance(step := values[name], int) else None for name in ("probability", "impact")
        )
        amount = expected(values.get, self._scales.probabilities)
        return _Weighed(
            Side(values["side"]), amount, band(Severity(probability, whole=impact), self._scales.bands)
        )
