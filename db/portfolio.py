"""Reads the portfolio's settings and lists: phases, programmes, objectives, people, own fields and views."""

from __future__ import annotations

import json
from typing import NamedTuple

from db import rollups, sql
from db.models.portfolio import (
    CustomFieldRecord,
    ObjectiveRecord,
    PersonRecord,
    PhaseRecord,
    PortfolioRecord,
    ProgrammeRecord,
    ViewRecord,
)
from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.portfolio import Objective, Person, Phase, Portfolio, Programme, Thresholds, View
from pmo_tui.domain.project_fields import with_custom

THRESHOLDS = Thresholds._fields


def portfolio() -> Portfolio | None:
    """Give the settings, None in a database that has not been set up."""
    row = PortfolioRecord.get_or_none(PortfolioRecord.id == 1)
    if row is None:
        return None
    limits = Thresholds(**{name: getattr(row, name) for name in THRESHOLDS})
    return Portfolio(row.version, row.name, row.currency, row.fiscal_month, limits)


def set_up() -> tuple[bool, bool]:
    """Tell whether the database has been given a portfolio, and what a register of risks stands on."""
    [(portfolio, register)] = sql.ask(
        "SELECT EXISTS (SELECT 1 FROM portfolio), EXISTS (SELECT 1 FROM risk_band)"
    )
    return bool(portfolio), bool(register)


def phases() -> tuple[Phase, ...]:
    """Give the phases in their order."""
    rows = PhaseRecord.select().order_by(PhaseRecord.position, PhaseRecord.id)
    return tuple(
        Phase(
            r.id,
            r.version,
            r.name,
            r.position,
            r.gate,
            tuple(json.loads(r.needs)),
            r.wip_limit,
            bool(r.closed),
        )
        for r in rows
    )


def programmes() -> tuple[Programme, ...]:
    """Give the programmes by name."""
    rows = ProgrammeRecord.select().order_by(ProgrammeRecord.folded, ProgrammeRecord.id)
    return tuple(Programme(r.id, r.version, r.name, r.description) for r in rows)


def objectives() -> tuple[Objective, ...]:
    """Give the objectives by name."""
    rows = ObjectiveRecord.select().order_by(ObjectiveRecord.folded, ObjectiveRecord.id)
    return tuple(Objective(r.id, r.version, r.name, r.description) for r in rows)


def people() -> tuple[Person, ...]:
    """Give the people by name."""
    rows = PersonRecord.select().order_by(PersonRecord.folded, PersonRecord.id)
    return tuple(Person(r.id, r.version, r.name, r.login, r.email, bool(r.active)) for r in rows)


def has_left(name: str) -> bool:
    """Tell whether the person of this very name is there no longer."""
    return bool(sql.ask("SELECT 1 FROM person WHERE name = ? AND NOT active", (name,)))


def views(login: str) -> tuple[View, ...]:
    """Give the saved views that `login` sees: their own and the shared ones, by name."""
    rows = (
        ViewRecord.select()
        .where((ViewRecord.owner == login) | ViewRecord.owner.is_null())
        .order_by(ViewRecord.name, ViewRecord.id)
    )
    return tuple(_view(row) for row in rows)


def all_views() -> tuple[View, ...]:
    """Give every saved view, whoever owns it."""
    return tuple(
        _view(row) for row in ViewRecord.select().order_by(ViewRecord.name, ViewRecord.owner, ViewRecord.id)
    )


def _view(row: ViewRecord) -> View:
    """Give the domain's view of a row."""
    columns, sort = tuple(json.loads(row.columns)), tuple(json.loads(row.sort))
    return View(
        row.id, row.version, row.name, row.query, row.mode, columns, sort, row.group, row.owner, row.thing
    )


class OwnField(NamedTuple):
    """A field that the portfolio declares, with the row it stands in."""

    id: int
    version: int
    field: Field
    position: int


def own_fields() -> tuple[OwnField, ...]:
    """Give the fields that the portfolio declares, in their order."""
    rows = CustomFieldRecord.select().order_by(CustomFieldRecord.position, CustomFieldRecord.id)
    return tuple(
        OwnField(
            r.id,
            r.version,
            Field(
                r.key,
                Kind(r.kind),
                r.label,
                group="custom",
                choices=tuple(json.loads(r.choices)),
                custom=True,
            ),
            r.position,
        )
        for r in rows
    )


def catalogue() -> Catalogue:
    """Give the fields of projects in this portfolio: the built-in, with the bands of its risks, and its own."""
    return with_custom(
        tuple(own.field for own in own_fields()), tuple(name for name, _least in rollups.bands())
    )
