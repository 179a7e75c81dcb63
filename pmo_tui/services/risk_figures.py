"""Use cases of figures on risks: exposure, the largest ones, over time, as a distribution, and against the reserve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from db import asking
from db import journal as journal_kept
from db import risks as kept
from pmo_tui.domain.exposures import Chance, Distribution, simulate
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Change
from pmo_tui.domain.lists import Figures, Sum
from pmo_tui.domain.risk_values import Scales, chance, cost, expected, severity
from pmo_tui.domain.risks import Exposure, Side, Status, band, netted
from pmo_tui.moments import local_day
from pmo_tui.services.lists import question
from pmo_tui.services.risk_lists import RISKS
from pmo_tui.services.session import Session, one_moment

SEED = 1
"""The same risks give the same distribution, whoever asks and whenever."""

ACTIVE = "active:yes"
"""What asks for the risks of which something is still awaited."""


class Outlook(NamedTuple):
    """What the risks of a query are worth together, what is held against that, and the largest of them."""

    exposure: Exposure
    reserve: Figures
    top: tuple[Item, ...]
    distribution: Distribution


class Point(NamedTuple):
    """What the risks of a query were worth on a day, and how many stood in each band, the least first."""

    day: date
    exposure: Exposure
    bands: tuple[int, ...]


@one_moment
def outlook(session: Session, text: str = "", largest: int = 10) -> Outlook:
    """Give the figures of the risks that meet a query; those that are over count in none of them."""
    asked = question(session, RISKS, text)
    scales = kept.scales_kept()
    risks = _open(kept.read(asking.keys(asked), session.today(), scales=scales))
    worth = [(Side(risk.value("side")), _amount(risk.value("exposure"))) for risk in risks]
    ranked = sorted(risks, key=lambda risk: (-(_amount(risk.value("exposure")) or 0), risk.code))
    return Outlook(
        netted(worth),
        _reserved(risks),
        tuple(risk for risk in ranked[:largest] if risk.value("exposure")),
        simulate(list(_chances(risks, scales)), Random(SEED).random),  # noqa: S311 - no secret
    )


def _reserved(risks: Sequence[Item]) -> Figures:
    """Sum what is held against the risks and what of it is drawn."""
    amounts = {name: [_amount(risk.value(name)) for risk in risks] for name in ("reserve", "drawn")}
    given = {name: [amount for amount in every if amount is not None] for name, every in amounts.items()}
    return Figures(len(risks), {name: Sum(sum(every), len(every)) for name, every in given.items()})


def _open(risks: Sequence[Item]) -> list[Item]:
    """Give the risks of which something is still awaited."""
    return [risk for risk in risks if not Status(risk.value("status")).over]


def _amount(value: Value) -> int | None:
    """Give an amount."""
    return value if isinstance(value, int) else None


def _chances(risks: Sequence[Item], scales: Scales) -> Iterator[Chance]:
    """Walk the risks as they are played; those without chance or cost are left out."""
    for risk in risks:
        percent, worth = chance(risk.value, scales.probabilities), cost(risk.value)
        if percent is not None and worth is not None:
            yield Chance(float(percent / 100), worth, Side(risk.value("side")))


@one_moment
def over_time(session: Session, text: str = "", weeks: int = 12) -> tuple[Point, ...]:
    """Give what the risks that meet a query now were worth at the end of each of the last weeks, the oldest first.

    It is read backwards from the journal and weighed by the scales of today; a risk counts from the day on which it
    stands in the journal until it is over, also where the query asks for active ones alone. Days before the journal
    knew any of them are left out.
    """
    today, scales = session.today(), kept.scales_kept()
    keys = asking.keys(_over_or_not(question(session, RISKS, text)))
    standing = {risk.id: dict(risk.values) for risk in kept.read(keys, today, scales=scales)}
    weighed = {key: _weighed(values, scales) for key, values in standing.items()}
    changes = journal_kept.since("risk", standing, today - timedelta(weeks=weeks))
    points: list[Point] = []
    at = 0
    for week in range(weeks):
        day = today - timedelta(weeks=week)
        while at < len(changes) and local_day(changes[at][0]) > day:
            key = changes[at][1].key
            _take_back(standing, changes[at][1])
            weighed[key] = _weighed(standing[key], scales) if key in standing else None
            at += 1
        if not standing:
            break
        points.append(_point(day, [each for each in weighed.values() if each is not None], scales))
    return tuple(reversed(points))


def _over_or_not(asked: asking.Question) -> asking.Question:
    """Give a question that asks for the risks that are over too, where it asks for active ones."""
    terms = tuple(term for term in asked.query.terms if str(term) != ACTIVE)
    return asked._replace(query=asked.query._replace(terms=terms))


def _take_back(standing: dict[int, dict[str, Value]], change: Change) -> None:
    """Let a risk be as it was before a change, as far as its figures go."""
    if change.before is None:
        standing.pop(change.key, None)
    else:  # one that was deleted comes back with what it had; what was the default was not written
        unsaid = kept.figures_of(journal_kept.defaults("risk"))
        standing[change.key] = {**standing.get(change.key, unsaid), **kept.figures_of(change.before)}


class _Weighed(NamedTuple):
    """What an open risk adds to the figures of a day."""

    side: Side
    exposure: int | None
    band: int | None


def _weighed(values: Values, scales: Scales) -> _Weighed | None:
    """Weigh a risk, None where nothing is awaited of it any more; it is done once for each change, not each day."""
    if Status(values["status"]).over:
        return None
    amount = _amount(expected(values.get, scales.probabilities))
    return _Weighed(Side(values["side"]), amount, band(severity(values.get), scales.bands))


def _point(day: date, risks: Sequence[_Weighed], scales: Scales) -> Point:
    """Give the figures of risks as they stood on a day."""
    counts = Counter(risk.band for risk in risks)
    worth = netted((risk.side, risk.exposure) for risk in risks)
    return Point(day, worth, tuple(counts[number] for number in range(len(scales.bands))))
