"""Use cases of figures on risks: exposure, the largest ones, as a distribution, and against the reserve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from db import asking
from db import portfolio as portfolio_kept
from db import risks as kept
from pmo_tui.domain.exposures import Distribution, simulate
from pmo_tui.domain.fields import Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.lists import Figures, Sum
from pmo_tui.domain.many_risks import Chance
from pmo_tui.domain.money import Cents
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.reserves import Cover, covers
from pmo_tui.domain.risk_costs import Exposure, netted
from pmo_tui.domain.risk_values import Scales, chance, cost, expected, signed
from pmo_tui.domain.risks import Side, Status
from pmo_tui.services.lists import question
from pmo_tui.services.risk_lists import RISKS
from pmo_tui.services.risk_weeks import Point, over_time
from pmo_tui.services.session import Session, one_moment

SEED = 1
"""The same risks give the same distribution, whoever asks and whenever."""

_WORTH = ("side", "status", "chance", "probability", "cost", "cost_low", "cost_high")
"""The facts from which follows what a risk may cost."""
_HELD = ("reserve", "drawn")


class Outlook(NamedTuple):
    """What the risks of a query are worth together, what is held against that, and the largest of them."""

    exposure: Exposure
    reserve: Figures
    covers: tuple[Cover, ...]
    """By programme, the one that is short by most first."""
    top: tuple[Item, ...]
    distribution: Distribution


class Everything(NamedTuple):
    """All figures of the risks of a query at one moment, and what they are told with."""

    outlook: Outlook
    points: tuple[Point, ...]
    scales: Scales
    currency: str
    today: date


@one_moment
def everything(session: Session, text: str = "", weeks: int = 12) -> Everything:
    """Give all figures of the risks that meet a query, with what they were worth in each of the last weeks."""
    portfolio = portfolio_kept.portfolio() or Portfolio()
    return Everything(
        outlook(session, text),
        over_time(session, text, weeks),
        kept.scales_kept(),
        portfolio.currency,
        session.today(),
    )


@one_moment
def outlook(session: Session, text: str = "", largest: int = 10) -> Outlook:
    """Give the figures of the risks that meet a query; those that are over count in none of them."""
    asked = question(session, RISKS, text)
    scales = kept.scales_kept()
    risks = _open(asked)
    worth = {key: expected(values.get, scales.probabilities) for key, values in risks.items()}
    return Outlook(
        netted((Side(values["side"]), worth[key]) for key, values in risks.items()),
        _reserved(list(risks.values())),
        _covered(asked, risks, worth),
        _top(worth, largest, scales, session.today()),
        simulate(list(_chances(risks.values(), scales)), Random(SEED).random),  # noqa: S311 - no secret
    )


def _open(asked: asking.Question) -> dict[int, Values]:
    """Give what figures need of the risks of which something is still awaited, by key."""
    found = kept.figured(asked, (*_WORTH, *_HELD))
    return {
        key: {**kept.figures_of(facts), **{name: _amount(facts[name]) for name in _HELD}}
        for key, facts in found.items()
        if not Status(facts["status"]).over
    }


def _top(worth: Mapping[int, Cents | None], largest: int, scales: Scales, today: date) -> tuple[Item, ...]:
    """Give the risks that are worth most, on whichever side; of equals the one that was there first."""
    ranked = sorted((-amount, key) for key, amount in worth.items() if amount)
    return tuple(kept.read([key for _amount, key in ranked[:largest]], today, scales=scales))


def _reserved(risks: Sequence[Values]) -> Figures:
    """Sum what is held against the risks and what of it is drawn."""
    given = {
        name: [amount for risk in risks if (amount := _amount(risk[name])) is not None] for name in _HELD
    }
    return Figures(len(risks), {name: Sum(sum(every), len(every)) for name, every in given.items()})


def _covered(
    asked: asking.Question, risks: Mapping[int, Values], worth: Mapping[int, Cents | None]
) -> tuple[Cover, ...]:
    """Give what is held and expected by programme."""
    programmes = asking.keys_by(asked, asked.catalogue.get("programme"), _HELD)
    return covers(
        (name if isinstance(name, str) else None, signed(risks[key]["side"], worth[key]), held, drawn)
        for name, key, (held, drawn) in programmes
        if key in risks
    )


def _amount(value: object) -> Cents | None:
    """Give an amount."""
    return value if isinstance(value, int) else None


def _chances(risks: Iterable[Values], scales: Scales) -> Iterator[Chance]:
    """Walk the risks as they are played; those without chance or cost are left out."""
    for risk in risks:
        percent, worth = chance(risk.get, scales.probabilities), cost(risk.get)
        if percent is not None and worth is not None:
            yield Chance(float(percent / 100), worth, Side(risk["side"]))
