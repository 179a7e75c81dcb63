"""Use cases of the forms of risks: all that such a form needs to know before it is shown, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db import projects as projects_kept
from db import risks as kept
from pmo_tui.domain.items import Item
from pmo_tui.domain.risk_parts import ResponseAction
from pmo_tui.domain.risk_values import Scales
from pmo_tui.services import forms
from pmo_tui.services.forms import Known
from pmo_tui.services.session import Session, one_moment


@dataclass(frozen=True, slots=True)
class RiskKnown:
    """What a form about risks knows besides: the scales of the portfolio, its bands and its appetite."""

    known: Known
    scales: Scales


@dataclass(frozen=True, slots=True)
class Subject:
    """A risk with what a form about it needs to know, and its actions."""

    risk: Item
    about: RiskKnown
    actions: tuple[ResponseAction, ...]

    @property
    def known(self) -> Known:
        """What any form knows."""
        return self.about.known


@one_moment
def known(session: Session) -> RiskKnown:
    """Give what a form about risks needs to know."""
    found = forms.known(session)
    projects = projects_kept.called()
    categories = tuple(category.name for category in kept.categories())
    names = {**found.names, "risk_category": categories, "project": tuple(projects)}
    return RiskKnown(replace(found, names=names, called={"project": projects}), kept.scales_kept())


@one_moment
def subject(session: Session, key: int) -> Subject | None:
    """Give a risk and what a form about it needs to know, None where it has gone."""
    found = kept.read([key], session.today())
    return Subject(found[0], known(session), tuple(kept.actions([key]))) if found else None
