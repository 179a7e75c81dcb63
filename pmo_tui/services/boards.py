"""Use cases of the board: projects by phase, as a table, and all that is known of the one under the cursor."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from db import boards as kept
from db import gates as gates_kept
from db import journal as journal_kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db.names import Directory
from db.queries.projects import projects as project_places
from pmo_tui.domain.boards import USUAL_ORDER, Board, Card, Column
from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.health import Health
from pmo_tui.domain.lists import Figures
from pmo_tui.domain.portfolio import GateDecision
from pmo_tui.domain.projects import Project
from pmo_tui.domain.weather import Weather, computed, stale
from pmo_tui.services.lists import Things, question
from pmo_tui.services.portfolio import Surroundings, surroundings
from pmo_tui.services.session import Session, one_moment

WEEKS = 9
"""How many weeks of declared health the board looks back."""


PROJECTS = Things(
    name="project",
    entity=project_places,
    catalogue=portfolio_kept.catalogue,
    named=lambda: {"phase": [phase.name for phase in portfolio_kept.phases()]},
    total=projects_kept.count,
    order=USUAL_ORDER,
    summed=("budget", "forecast", "actual", "exposure"),
    measured=(
        *("programme", "pm", "sponsor", "department", "priority", "score"),
        *("budget", "forecast", "actual", "overrun", "risk", "exposure"),
        *("start", "finish", "baseline_finish", "actual_finish", "slip"),
    ),
)
"""Projects, as they are listed."""


@one_moment
def board(session: Session, text: str, *, limit: int | None = None, live: bool = False) -> Board:
    """Give the projects that meet a query by phase; with `limit` no more than so many cards of each phase."""
    asked = question(session, PROJECTS, text, live=live)
    by_phase = kept.figures_by_phase(asked)
    columns = tuple(
        Column(phase, figures, kept.cards(asked, phase.id, limit) if figures.count else ())
        for phase in portfolio_kept.phases()
        for figures in [by_phase.get(phase.id, Figures())]
    )
    figures = sum((column.figures for column in columns), Figures())
    whole = all(len(column.cards) == column.figures.count for column in columns)
    return Board(columns, figures, projects_kept.count(), asked.query.sort, whole)


class Detail(NamedTuple):
    """What the board tells of one project: declared and computed weather, the last weeks, the last decision."""

    project: Project
    weather: Weather
    weeks: tuple[Health, ...]
    """The declared health at the end of each of the last weeks, the oldest first; only weeks it was known here."""
    last_decision: GateDecision | None
    catalogue: Catalogue
    stale: bool = False
    """Whether the declaration is older than the portfolio lets it be."""


@one_moment
def detail(session: Session, key: int, directory: Directory | None = None) -> Detail | None:
    """Give what the board tells of one project, None where it has gone; `directory` are names known already."""
    catalogue = portfolio_kept.catalogue()
    directory = directory or Directory()
    found = projects_kept.read([key], catalogue, directory, today=session.today())
    if not found:
        return None
    project = found[0]
    closed = project.phase in {phase.name for phase in portfolio_kept.phases() if phase.closed}
    portfolio = portfolio_kept.portfolio()
    assert portfolio is not None
    limits, today = portfolio.thresholds, session.today()
    decisions = gates_kept.decisions(key, directory)
    return Detail(
        project,
        computed(project, limits, today, closed=closed),
        _weeks(session, project),
        decisions[-1] if decisions else None,
        catalogue,
        stale(project, limits, today, closed=closed),
    )


class FirstLook(NamedTuple):
    """All that the first frame shows; the detail is that of the project on which the morning begins."""

    around: Surroundings
    board: Board
    detail: Detail | None


@one_moment
def first_look(session: Session, text: str, limit: int) -> FirstLook:
    """Give the board with its surroundings and its first detail in one answer: each more would be one more frame."""
    found = board(session, text, limit=limit)
    cards = found.columns[found.worst].cards if found.columns else ()
    return FirstLook(surroundings(session), found, detail(session, cards[0].id) if cards else None)


def search(session: Session, typed: str, limit: int = 20) -> tuple[Card, ...]:
    """Give the cards of projects that a few letters find in code, name or tags, those that begin with them first."""
    return kept.search(typed, limit)


def _weeks(session: Session, project: Project) -> tuple[Health, ...]:
    """Give the health at the end of each of the last weeks, read backwards from the journal.

    A project that was deleted and came back is read on through its deletion.
    """
    changes = journal_kept.history("project", project.id, limit=500)
    health = project.health
    weeks: list[Health] = []
    moment = session.clock()
    place = 0
    for _week in range(WEEKS):
        while place < len(changes) and changes[place][0].at > moment:
            change = changes[place][1]
            place += 1
            if change.before is None and place == len(changes):
                return tuple(reversed(weeks))
            unsaid = Health.GREY if change.after is None else health
            health = Health((change.before or {}).get("health", unsaid.value))
        weeks.append(health)
        moment -= timedelta(weeks=1)
    return tuple(reversed(weeks))
