"""Packing: a field's value as the domain has it, and as the tables and the journal keep it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from db.names import Directory
from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts, Kept
from pmo_tui.domain.refusal import N_, Refusal

Unpacker = Callable[[Kept], Value]

SCALES = {Kind.DECIMAL: 10_000, Kind.SHARE: 10_000, Kind.PERCENT: 10}
"""Numbers that are kept as whole ones: a decimal or a share in ten-thousandths, a percentage in tenths."""


def pack(field: Field, value: Value, directory: Directory) -> Kept:
    """Give `value` as it is kept. Raises Refusal where it refers to something that isn't there."""
    if value is None:
        return None
    if field.kind is Kind.REFERENCE:
        return _id(field, str(value), directory)
    if field.kind is Kind.REFERENCES and isinstance(value, tuple):
        return sorted({_id(field, name, directory) for name in value})
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Health):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value * SCALES[Kind.DECIMAL])
    return value


def unpack(field: Field, kept: Kept, directory: Directory) -> Value:
    """Give what is kept as the domain has it; a reference to what has gone is shown as such, not lost."""
    return unpacker(field, directory)(kept)


def unpacker(field: Field, directory: Directory) -> Unpacker:
    """Give what unpacks a field's values, worked out once for many."""
    empty = field.empty
    shape = _SHAPES.get(field.kind)
    if field.kind is Kind.REFERENCE:
        return lambda kept: empty if kept is None else _name(field, kept, directory)
    if field.kind is Kind.REFERENCES:
        return lambda kept: tuple(sorted(_name(field, id_, directory) for id_ in _listed(kept)))
    if shape is None:
        return lambda kept: empty if kept is None else kept  # type: ignore[return-value]
    return lambda kept: empty if kept is None else shape(kept)


def _listed(kept: Kept) -> Sequence[Kept]:
    """Give what is kept as a list."""
    return kept if isinstance(kept, list) else ()


_HEALTHS = {health.value: health for health in Health}

_SHAPES: dict[Kind, Callable[[Any], Value]] = {
    Kind.HEALTH: _HEALTHS.__getitem__,
    Kind.TAGS: tuple,
    Kind.LINKS: tuple,
    Kind.DATE: date.fromisoformat,
    Kind.DECIMAL: lambda kept: Decimal(kept) / SCALES[Kind.DECIMAL],
    Kind.SHARE: lambda kept: Decimal(kept) / SCALES[Kind.SHARE],
    Kind.PERCENT: lambda kept: Decimal(kept) / SCALES[Kind.PERCENT],
    Kind.YES_NO: bool,
}
"""What makes a value of what is kept, for the kinds that are not kept as they are."""


_MISSING = {
    "phase": N_("There is no phase “{name}”: choose one of {known}."),
    "programme": N_("There is no programme “{name}”: add it first, or choose another."),
    "objective": N_("There is no objective “{name}”: add it first, or choose another."),
    "project": N_("There is no project “{name}”: it may have been deleted. Choose another."),
    "risk": N_("There is no risk “{name}”: it may have been deleted. Choose another."),
    "risk_category": N_("There is no category “{name}”: add it first, or choose another."),
    "person": N_("There is nobody called “{name}”: add the person first, or choose another."),
}


def _id(field: Field, name: str, directory: Directory) -> int:
    """Give the id of the thing that a field names."""
    names = directory.of(field.of)
    found = names.find(name)
    if found is None:
        raise Refusal(_MISSING[field.of], name=name, known=", ".join(names.by_id.values()))
    return found


def _name(field: Field, id_: Kept, directory: Directory) -> str:
    """Give the name of the thing with this id, or its number where it has gone."""
    assert isinstance(id_, int)
    return directory.of(field.of).by_id.get(id_, f"#{id_}")


def unpacked(kept: Facts, catalogue: Catalogue, directory: Directory) -> dict[str, Value]:
    """Give what is kept as values of the catalogue's fields; facts of fields no longer declared are left out."""
    return unpacked_by(kept, unpackers_of(catalogue, directory))


def unpackers_of(catalogue: Catalogue, directory: Directory) -> dict[str, Unpacker]:
    """Give what unpacks each field, by its name."""
    return {field.name: unpacker(field, directory) for field in catalogue}


def unpacked_by(kept: Facts, unpackers: Mapping[str, Unpacker]) -> dict[str, Value]:
    """Give what is kept as values."""
    return {name: unpackers[name](value) for name, value in kept.items() if name in unpackers}


def packed(values: Mapping[str, Value], catalogue: Catalogue, directory: Directory) -> dict[str, Kept]:
    """Give values as they are kept. Raises Refusal for a reference to what isn't there."""
    return {name: pack(catalogue.by_name[name], value, directory) for name, value in values.items()}
