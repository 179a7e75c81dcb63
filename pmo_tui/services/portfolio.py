"""Use cases of the portfolio itself: set it up, read it, change its settings, phases and own fields."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db import portfolio as kept
from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import (
    Objective,
    Person,
    Phase,
    Portfolio,
    Programme,
    Thresholds,
    default_phases,
)
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.services.session import Session, one_moment
from pmo_tui.words import _

if TYPE_CHECKING:
    from db.door import Writing

PROGRAM = "pmo-tui"
"""The author of what the program sets up by itself: nobody's to undo."""


class Surroundings(NamedTuple):
    """What screens and commands need to know of a portfolio before they show a project."""

    portfolio: Portfolio
    phases: tuple[Phase, ...]
    catalogue: Catalogue
    today: date
    who: str
    read_only: bool


@one_moment
def surroundings(session: Session) -> Surroundings:
    """Give the portfolio's settings, phases and fields, the day and the person at the keyboard."""
    return Surroundings(
        kept.portfolio() or Portfolio(),
        kept.phases(),
        kept.catalogue(),
        session.today(),
        session.who,
        session.read_only,
    )


def ensure(session: Session) -> None:
    """Set up what a database does not have yet: a portfolio with the default phases, and a register of risks."""
    if all(kept.set_up()):
        return
    from pmo_tui.domain.risk_defaults import default_categories, default_scales
    from pmo_tui.services import risk_settings

    label = _("Register of risks set up") if kept.set_up()[0] else _("Portfolio set up")
    with session.writing(label) as group:
        portfolio, register = kept.set_up()  # another program may have done it while we waited for the lock
        group.who = PROGRAM
        if not portfolio:
            group.create("portfolio", {}, key=1)
            group.create_many("phase", [phase_facts(phase) for phase in default_phases(_)])
        if not register:
            risk_settings.set_up(group, default_scales(_), default_categories(_))


def phase_facts(phase: Phase) -> Facts:
    """Give a phase as it is kept."""
    return {
        "name": phase.name,
        "position": phase.position,
        "gate": phase.gate,
        "needs": json.dumps(phase.needs),
        "wip_limit": phase.wip_limit,
        "closed": phase.closed,
    }


def change_settings(session: Session, version: int, **settings: str | int) -> None:
    """Change settings of the portfolio: name, currency, fiscal_month and the thresholds.

    Raises Refusal where they contradict each other, or someone else has changed them since they were read.
    """
    from db.door import StaleVersion  # here, for most starts write nothing
    from pmo_tui.domain.portfolio_checks import settings_faults

    ready = {name: kept_line(value) if isinstance(value, str) else value for name, value in settings.items()}
    try:
        with session.writing(_("Portfolio settings changed")) as group:
            for _key, refusal in settings_faults(_changed(kept.portfolio() or Portfolio(), ready)):
                raise refusal
            group.change("portfolio", 1, version, ready)
    except StaleVersion:
        raise Refusal(
            N_(
                "The settings were changed by someone else meanwhile: nothing was changed. Look again and repeat."
            )
        ) from None


def _changed(portfolio: Portfolio, settings: Mapping[str, Any]) -> Portfolio:
    """Give a portfolio with other settings; the door refuses those that there are not."""
    limits = {name: value for name, value in settings.items() if name in Thresholds._fields}
    rest = {name: value for name, value in settings.items() if name in Portfolio._fields}
    return portfolio._replace(thresholds=portfolio.thresholds._replace(**limits), **rest)


def add_own_fields(group: Writing, fields: Sequence[Field]) -> None:
    """Declare fields of the portfolio's own, inside a group of changes. Raises Refusal for a key that can't be."""
    from pmo_tui.domain.portfolio_checks import own_field_fault

    position = len(kept.own_fields())
    for offset, field in enumerate(fields, start=1):
        refused = own_field_fault(field)
        if refused is not None:
            raise refused
        group.create(
            "custom_field",
            {
                "key": field.name,
                "label": kept_line(field.label),
                "kind": field.kind.value,
                "choices": json.dumps(field.choices, ensure_ascii=False),
                "position": position + offset,
            },
        )


def programmes(session: Session) -> tuple[Programme, ...]:
    """Give the programmes by name."""
    return kept.programmes()


def objectives(session: Session) -> tuple[Objective, ...]:
    """Give the objectives by name."""
    return kept.objectives()


def people(session: Session) -> tuple[Person, ...]:
    """Give the people by name."""
    return kept.people()
