"""Packing: a field's value as the domain has it, and as the tables and the journal keep it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.names import Directory
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Kept
from pmo_tui.domain.refusal import N_, Refusal

DECIMALS = 10_000
"""A decimal number is kept as a whole number of ten-thousandths."""


def pack(field: Field, value: Value, directory: Directory) -> Kept:
    """Give `value` as it is kept. Raises Refusal where it refers to something that isn't there."""
    if value is None:
        return None
    if field.kind is Kind.REFERENCE:
        return _id(field, str(value), directory)
    if field.kind is Kind.REFERENCES and isinstance(value, tuple):
        return sorted(_id(field, name, directory) for name in value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Health):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value * DECIMALS)
    return value


def unpack(field: Field, kept: Kept, directory: Directory) -> Value:
    """Give what is kept as the domain has it; a reference to what has gone is shown as such, not lost."""
    if field.kind is Kind.HEALTH:
        return Health(kept or "grey")
    if isinstance(kept, list):
        if field.kind is Kind.REFERENCES:
            return tuple(sorted(_name(field, int(id_), directory) for id_ in kept))
        return tuple(str(line) for line in kept)
    if kept is None:
        return field.empty
    if field.kind is Kind.REFERENCE:
        return _name(field, int(kept), directory)
    if field.kind is Kind.DATE:
        return date.fromisoformat(str(kept))
    if field.kind is Kind.DECIMAL:
        return Decimal(int(kept)) / DECIMALS
    return bool(kept) if field.kind is Kind.YES_NO else kept


_MISSING = {
    "phase": N_("There is no phase “{name}”: choose one of {known}."),
    "programme": N_("There is no programme “{name}”: add it first, or choose another."),
    "objective": N_("There is no objective “{name}”: add it first, or choose another."),
    "person": N_("There is nobody called “{name}”: add the person first, or choose another."),
}


def _id(field: Field, name: str, directory: Directory) -> int:
    """Give the id of the thing that a field names."""
    names = directory.of(field.of)
    found = names.find(name)
    if found is None:
        raise Refusal(_MISSING[field.of], name=name, known=", ".join(names.by_id.values()))
    return found


def _name(field: Field, id_: int, directory: Directory) -> str:
    """Give the name of the thing with this id, or its number where it has gone."""
    return directory.of(field.of).by_id.get(id_, f"#{id_}")
