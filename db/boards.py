"""Reads what the board shows: the cards of each phase, and totals by phase."""

from __future__ import annotations

from peewee import Case

from db import sql
from db.asking import Question, figure_columns, figures_of_row
from db.models.projects import ProjectRecord
from db.queries.projects import last_decision
from pmo_tui.domain.boards import Card
from pmo_tui.domain.lists import Figures
from pmo_tui.domain.text import fold

_CARD = (
    ProjectRecord.id,
    ProjectRecord.code,
    ProjectRecord.name,
    ProjectRecord.health,
    ProjectRecord.health_previous,
    ProjectRecord.budget,
    last_decision(),
)
SUMMED = ("budget",)
"""The fields whose sums stand over the cards; an index holds them."""


def figures_by_phase(question: Question) -> dict[int, Figures]:
    """Give number and sums of the projects that meet a query, by the id of their phase."""
    select = question.select(ProjectRecord.phase, *figure_columns(question, SUMMED)).group_by(
        ProjectRecord.phase
    )
    return {phase: figures_of_row(row, SUMMED) for phase, *row in sql.tuples(select)}


def cards(question: Question, phase: int, limit: int | None) -> tuple[Card, ...]:
    """Give the cards of one phase in the order of the query, at most `limit`."""
    select = question.ordered(question.select(*_CARD).where(ProjectRecord.phase == phase))
    return tuple(map(Card._make, sql.tuples(select.limit(limit) if limit is not None else select)))


def search(typed: str, limit: int) -> tuple[Card, ...]:
    """Give the cards of projects in whose code, name or tags each of the typed words stands."""
    words = fold(typed).split()
    select = ProjectRecord.select(*_CARD)
    for word in words:
        select = select.where(ProjectRecord.search.contains(word))
    begins = Case(None, [(ProjectRecord.folded.startswith(fold(typed).strip()), 0)], 1)
    return tuple(map(Card._make, sql.tuples(select.order_by(begins, ProjectRecord.folded).limit(limit))))
