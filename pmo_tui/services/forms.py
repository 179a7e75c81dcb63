"""Use cases of forms: all that a form needs to know before it is shown, asked for at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db import portfolio as portfolio_kept
from db import suggestions as kept
from pmo_tui.domain.projects import Project
from pmo_tui.domain.weather import Weather, computed
from pmo_tui.services.people import me
from pmo_tui.services.portfolio import Surroundings, surroundings
from pmo_tui.services.projects import get
from pmo_tui.services.session import Session, one_moment


@dataclass(frozen=True, slots=True)
class Known:
    """What a form about projects knows: the portfolio, where it is kept, and the names that can be suggested."""

    around: Surroundings
    place: str
    names: Mapping[str, tuple[str, ...]]
    """Names by what they are names of: programme, phase, person, objective, tags, department."""
    me: str
    """The name of the person at the keyboard, "" where nobody has that login."""
    called: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What names are called besides, by what they are names of: projects, known by their codes, by their names."""


@one_moment
def known(session: Session) -> Known:
    """Give what a form about projects needs to know."""
    around = surroundings(session)
    people = portfolio_kept.people()
    names = {
        "programme": tuple(programme.name for programme in portfolio_kept.programmes()),
        "phase": tuple(phase.name for phase in around.phases),
        "person": tuple(person.name for person in people if person.active),
        "objective": tuple(objective.name for objective in portfolio_kept.objectives()),
        "tags": kept.tags(),
        "department": kept.departments(),
    }
    return Known(around, str(session.store.path), names, me(session) or "")


@dataclass(frozen=True, slots=True)
class Subject:
    """A project with what a form about it needs to know."""

    project: Project
    weather: Weather
    known: Known


@one_moment
def subject(session: Session, key: int) -> Subject | None:
    """Give a project and what a form about it needs to know, None where it has gone."""
    project = get(session, key)
    if project is None:
        return None
    found = known(session)
    closed = {phase.name for phase in found.around.phases if phase.closed}
    limits = found.around.portfolio.thresholds
    weather = computed(project, limits, found.around.today, closed=project.phase in closed)
    return Subject(project, weather, found)
