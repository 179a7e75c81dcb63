"""Use cases of the register: risks as they are listed, by queries on their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from db import projects as projects_kept
from db import risks as kept
from db.queries.risks import risks as risk_places
from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.domain.queries.values import Names
from pmo_tui.domain.risk_fields import with_bands
from pmo_tui.domain.risk_grades import Grade, grades
from pmo_tui.domain.risk_values import Scales
from pmo_tui.services import forms
from pmo_tui.services.lists import Things
from pmo_tui.services.session import Session, one_moment

RISKS = Things(
    name="risk",
    entity=risk_places,
    catalogue=kept.catalogue,
    named=dict,
    total=kept.count,
    order=(SortKey("score", descending=True), SortKey("exposure", descending=True), SortKey("code")),
    summed=("exposure", "net", "reserve", "drawn"),
    measured=(
        *("project", "programme", "owner", "category", "inherent", "score", "target", "trend"),
        *("strategy", "actions_done", "exposure", "net", "reserve", "drawn", "review", "raised"),
    ),
)
"""Risks, as they are listed."""


class Settings(NamedTuple):
    """What a list of risks needs to know of the portfolio: its scales, and the fields with its bands."""

    scales: Scales
    catalogue: Catalogue


class Row(NamedTuple):
    """A risk as a row of the register: with its grades, what its project is called, and the day it is."""

    item: Item
    grades: Mapping[str, Grade | None]
    project: str
    today: date

    @property
    def id(self) -> int:
        """Its key."""
        return self.item.id

    def value(self, name: str) -> Value:
        """Give the value of a field."""
        return self.item.value(name)

    @property
    def overdue(self) -> int | None:
        """By how many days its review is overdue, None where it is not or nothing is awaited of it any more."""
        review = self.value("review")
        late = isinstance(review, date) and review < self.today and self.value("active")
        return (self.today - review).days if late and isinstance(review, date) else None


def settings(session: Session) -> Settings:
    """Give what a list of risks needs to know of the portfolio."""
    scales = kept.scales_kept()
    return Settings(scales, with_bands([band.name for band in scales.bands]))


@one_moment
def rows(session: Session, keys: Sequence[int]) -> list[Row]:
    """Give risks as rows, in the order of their keys; those that have gone are left out."""
    scales, today = kept.scales_kept(), session.today()
    items = kept.read(keys, today, scales=scales)
    names = projects_kept.names([str(item.value("project")) for item in items if item.value("project")])
    return [
        Row(item, grades(item.value, scales), names.get(str(item.value("project")), ""), today)
        for item in items
    ]


@one_moment
def of_project(session: Session, project: int) -> tuple[Row, ...]:
    """Give the risks of a project: those of which something is awaited first, of these the worst."""
    return tuple(sorted(rows(session, kept.of_project(project)), key=_urgency))


def _urgency(row: Row) -> tuple[bool, int, int, str]:
    """Give by what the risks of a project are sorted."""
    score, exposure = row.value("score"), row.value("exposure")
    numbers = (-each if isinstance(each, int) else 1 for each in (score, exposure))
    return (not row.value("active"), next(numbers), next(numbers), row.item.code)


@one_moment
def names(session: Session) -> Names:
    """Give the names in use, to complete queries with."""
    categories = tuple(category.name for category in kept.categories())
    return {**forms.known(session).names, "risk_category": categories}


def search(session: Session, typed: str, limit: int = 20) -> list[tuple[int, str, str]]:
    """Give key, code and title of the risks that a few letters find in code, title or tags."""
    return kept.search(typed, limit)
