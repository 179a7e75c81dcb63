"""Reading one project from a table of a TOML portfolio."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import LISTS, Catalogue, Field, Kind, Value
from pmo_tui.domain.health import DECLARED_PARTS, DIMENSION_FIELDS, Declaration, Dimension, Health
from pmo_tui.domain.money import cents
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.transfer.places import FAULT, Place

_IN_DIMENSIONS = frozenset(name + part for name in DIMENSION_FIELDS.values() for part in DECLARED_PARTS)
_EXPECTED = {
    Kind.DATE: N_("“{file}”: {key} must be a date, written as 2026-12-31."),
    Kind.HEALTH: N_('“{file}”: {key} must be "green", "amber", "red" or "grey".'),
    Kind.INTEGER: N_("“{file}”: {key} must be a whole number."),
    Kind.DECIMAL: N_("“{file}”: {key} must be a number."),
    Kind.SHARE: N_("“{file}”: {key} must be a number."),
    Kind.MONEY: N_("“{file}”: {key} must be an amount in currency units, such as 1200000 or 99.5."),
    Kind.YES_NO: N_("“{file}”: {key} must be true or false."),
}
_A_LIST = N_('“{file}”: {key} must be a list of texts, written as ["…", "…"].')
_A_TEXT = N_("“{file}”: {key} must be a text in quotation marks.")


def read_project(place: Place, catalogue: Catalogue) -> Project:
    """Read a project; a key that no field has is refused, naming the nearest."""
    own = place.table("custom")
    place.only({field.name for field in catalogue if not (field.derived or field.custom)} | {"custom"})
    own.only({field.name for field in catalogue if field.custom})
    built_in = {name: read_value(place, catalogue.by_name[name]) for name in place.tree if name != "custom"}
    for name in ("code", "name", "phase"):
        place.needed(name)
    dimensions = {dimension: _declaration(built_in, dimension) for dimension in Dimension}
    plain: dict[str, Any] = {name: value for name, value in built_in.items() if name not in _IN_DIMENSIONS}
    return Project(
        id=0,
        version=1,
        dimensions={dimension: said for dimension, said in dimensions.items() if said != Declaration()},
        custom={name: read_value(own, catalogue.by_name[name]) for name in own.tree},
        **plain,
    )


def _declaration(values: Mapping[str, Value], dimension: Dimension) -> Declaration:
    """Give what was declared of one dimension."""
    name = DIMENSION_FIELDS[dimension]
    health, on = values.get(name, Health.GREY), values.get(f"{name}_date")
    assert isinstance(health, Health)
    assert on is None or isinstance(on, date)
    return Declaration(health, str(values.get(f"{name}_comment") or ""), on)


def read_value(place: Place, field: Field) -> Value:
    """Give the value under a field's name, as it is kept; raises Refusal where it can't stand there."""
    found = _typed(field, place.tree[field.name])
    if found is None:
        message = _EXPECTED.get(field.kind) or (_A_LIST if field.kind in LISTS else _A_TEXT)
        raise place.wrong(field.name, message)
    # a portfolio that was written is read again whole, with titles from before they had a limit
    taking = field if field.longest is None else field._replace(longest=None)
    try:
        return kept(taking, found)
    except Refusal as refusal:
        raise place.wrong(field.name, FAULT, why=refusal) from None


def _typed(field: Field, given: object) -> Value:
    """Give what a file says as a value of the field's kind, None where it is of another."""
    kind = field.kind
    if kind in LISTS:
        return (
            tuple(given) if isinstance(given, list) and all(isinstance(item, str) for item in given) else None
        )
    if kind is Kind.DATE:
        return given if isinstance(given, date) and not isinstance(given, datetime) else None
    if kind is Kind.YES_NO:
        return given if isinstance(given, bool) else None
    if kind in {Kind.INTEGER, Kind.DECIMAL, Kind.SHARE, Kind.MONEY}:
        return _number(kind, given)
    if not isinstance(given, str):
        return None
    if kind is Kind.HEALTH:
        return next((health for health in Health if health.value == given), None)
    return given


def _number(kind: Kind, given: object) -> Value:
    """Give a number of the kind: amounts as cents, others as they are."""
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        return None
    try:
        if kind is Kind.MONEY:
            return cents(given)
    except Refusal:
        return None
    if kind in {Kind.DECIMAL, Kind.SHARE}:
        return Decimal(given)
    return given if isinstance(given, int) else None
