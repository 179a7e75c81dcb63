"""The weather as SQL: what the figures of projects say of their health, so that one can ask for it and sort by it."""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import Case, Expression

from db.models.portfolio import PhaseRecord, PortfolioRecord
from db.models.projects import ProjectRecord
from db.queries.parts import Column, all_of, any_of, ranked
from db.queries.place import HEALTHS, Place
from pmo_tui.domain.weather import passed_by

PROJECT: Any = ProjectRecord
GREY, GREEN, AMBER, RED = HEALTHS


def computed(column: Column) -> Place:
    """Give the place of the computed health, which `column` computes."""
    return Place(column, lambda condition: condition, column != GREY, (ranked(column, HEALTHS),), column)


def optimistic(health: Column) -> Place:
    """Give the place of whether the declared health is better than the computed one, which `health` computes."""
    known = all_of([PROJECT.health != GREY, health != GREY])
    better = ranked(PROJECT.health, HEALTHS) < ranked(health, HEALTHS)
    column = Case(None, [(known, Case(None, [(better, 1)], 0))], None)
    return Place(column, lambda condition: known & condition, known, (column,), column)


def health(today: date) -> Column:
    """Give the computed health of a project as a column; see the rules in the domain, which a test compares.

    No column of the database holds it: it follows from figures, the day and the limits, which are read here.
    """
    limits: Any = PortfolioRecord.get_by_id(1)
    open_ = all_of([PROJECT.actual_finish.is_null(), PROJECT.phase.not_in(_closed())])
    red, amber = (
        any_of(
            [_over(percent), PROJECT.late > days, all_of([open_, PROJECT.finish <= passed_by(today, days)])]
        )
        for percent, days in (
            (limits.overrun_red, limits.slip_red),
            (limits.overrun_amber, limits.slip_amber),
        )
    )
    passed = all_of([open_, PROJECT.finish < today])
    known = any_of([PROJECT.overrun.is_null(False), PROJECT.late.is_null(False), passed])
    return Case(None, [(red, RED), (amber, AMBER), (known, GREEN)], GREY)


def _closed() -> Any:
    """Select the phases in which work is over."""
    return PhaseRecord.select(PhaseRecord.id).where(PhaseRecord.closed)


def _over(percent: int) -> Expression:
    """Ask whether the forecast passes the budget by more than so many percent, exactly."""
    over = (PROJECT.forecast - PROJECT.budget) * 100
    above = all_of([PROJECT.budget > 0, over > PROJECT.budget * percent])
    return any_of([above, all_of([PROJECT.budget < 0, over < PROJECT.budget * percent])])
