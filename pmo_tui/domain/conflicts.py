"""Conflicts: what two people made of the same thing, field by field, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.items import Thing


class Side(Enum):
    """Whose value is taken."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Clash:
    """One field in which the other's value and one's own differ: as it was read, theirs, and one's own."""

    field: Field
    read: Value
    theirs: Value
    mine: Value

    @property
    def usual(self) -> Side | None:
        """The side that alone changed the field; None where both did, so that a person has to choose."""
        if self.read == self.theirs:
            return Side.MINE
        return Side.THEIRS if self.read == self.mine else None


def clashes(catalogue: Catalogue, base: Thing, theirs: Thing, mine: Mapping[str, Value]) -> tuple[Clash, ...]:
    """Give the fields in which two versions of a thing differ, those that follow from others left out.

    The health of the whole follows from the dimensions, so it counts only where one has declared it oneself. The
    phase into which another has decided to take the project stands.
    """
    found = []
    for field in catalogue:
        if not field.settable or (field.name in {"health", "phase"} and field.name not in mine):
            continue
        read, other = base.value(field.name), theirs.value(field.name)
        own = mine.get(field.name, read)
        if own != other:
            found.append(Clash(field, read, other, own))
    return tuple(found)


def merged(found: Sequence[Clash], chosen: Mapping[str, Side]) -> dict[str, Value]:
    """Give the changes to be made to the other's version, where these sides were chosen."""
    return {clash.field.name: clash.mine for clash in found if chosen.get(clash.field.name) is Side.MINE}
