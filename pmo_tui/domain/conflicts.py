"""Conflicts: what two people made of the same thing, field by field, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.items import Thing


class Side(Enum):
    """Whose value is taken."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that both have changed differently: as it was read, the other's value, and one's own."""

    field: Field
    read: Value
    theirs: Value
    mine: Value


def clashes(catalogue: Catalogue, base: Thing, theirs: Thing, mine: Mapping[str, Value]) -> tuple[Clash, ...]:
    """Give the fields that two people have changed differently; what one alone has changed stands beside it.

    Where nothing differs from what was read, it is not known what was: then all of one's own is to be chosen.
    """
    touched = {field.name for field in _differing(catalogue, base, theirs)} or mine.keys()
    return tuple(
        Clash(field, base.value(field.name), theirs.value(field.name), mine[field.name])
        for field in catalogue
        if field.name in touched & mine.keys() and mine[field.name] != theirs.value(field.name)
    )


def theirs_alone(
    catalogue: Catalogue, base: Thing, theirs: Thing, mine: Mapping[str, Value]
) -> tuple[Field, ...]:
    """Give the fields that only the other has changed, the days of declarations left out."""
    return tuple(
        field
        for field in _differing(catalogue, base, theirs)
        if field.name not in mine and not (field.group == "health" and field.kind is Kind.DATE)
    )


def _differing(catalogue: Catalogue, base: Thing, theirs: Thing) -> list[Field]:
    """Give the fields in which two versions of a thing differ, those that follow from others left out."""
    return [
        field for field in catalogue if field.settable and base.value(field.name) != theirs.value(field.name)
    ]


def merged(found: Sequence[Clash], mine: Mapping[str, Value], chosen: Mapping[str, Side]) -> dict[str, Value]:
    """Give the changes to be made to the other's version: one's own, without those where theirs was chosen."""
    given_up = {clash.field.name for clash in found if chosen.get(clash.field.name) is not Side.MINE}
    return {name: value for name, value in mine.items() if name not in given_up}
