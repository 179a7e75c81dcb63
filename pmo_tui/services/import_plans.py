"""Plans of an import: what a file would create, change, leave and refuse, shown before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.refusal import N_
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.tables import Record, Table

STALE = N_("Something was changed by someone else meanwhile: nothing was imported. Import the file again.")
"""Why a plan that no longer holds isn't done."""


@dataclass(frozen=True, slots=True)
class Creation:
    """A project that would be made: the row it stands in and its values by field name."""

    row: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which a file differs from what is kept."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Update:
    """A project that would be changed, field by field; `key` and `version` say which state of it was compared."""

    row: int
    key: int
    version: int
    code: str
    name: str
    """What it is called now."""
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A project that would change its phase; `gates` says which way past one: 1 onward, -1 back, 0 past none."""

    code: str
    name: str
    before: str
    after: str
    gates: int


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that would not be taken, with all that is wrong with it."""

    record: Record
    reasons: tuple[Note, ...]
    repeats: str = ""
    """The key of its project, where another row was taken for it; "" where none was."""


class Currency(NamedTuple):
    """In which currency a file has its amounts and in which the portfolio counts, as far as the map names one.

    `taken_on` says that the portfolio is still empty and takes on that of the file; `version` is that of its settings.
    """

    file: str
    portfolio: str
    taken_on: bool
    version: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing a file would do, and everything that is to be said about it."""

    kind: Any
    """What it brings, an Importable: plans stand below these."""
    table: Table
    map: ImportMap
    catalogue: Catalogue
    """The fields of the portfolio with those that the import would declare."""
    created: tuple[Creation, ...] = ()
    updated: tuple[Update, ...] = ()
    unchanged: int = 0
    rejected: tuple[Rejection, ...] = ()
    emptied: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many cells of accepted rows were turned to nothing, by field and by the text that stands for nothing."""
    missing: tuple[str, ...] = ()
    """Codes of projects that the file does not list; they are left as they are."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the missing projects are called, by their codes."""
    new_things: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names that would be added, by the kind of thing: programme, person, objective, phase."""
    new_fields: tuple[Field, ...] = ()
    warnings: tuple[tuple[int, Note], ...] = ()
    """What is odd in a row that is taken all the same, with the row's number."""
    moves: tuple[Move, ...] = ()
    """The projects that would change their phase."""
    dropped: tuple[str, ...] = ()
    """Columns that no field takes."""
    currency: Currency | None = None
    doubts: tuple[Note, ...] = ()
    """What may be meant otherwise, and is to be seen before it is agreed to."""
    notes: tuple[Note, ...] = ()
    """What is to be said of the whole file under its map."""

    @property
    def changes_anything(self) -> bool:
        """Whether the import would do something."""
        return bool(self.created or self.updated)

    @property
    def values_emptied(self) -> dict[str, int]:
        """How many projects would lose what they hold, by the field that is emptied, the most frequent first."""
        total = Counter(
            one.field
            for update in self.updated
            for one in update.differences
            if one.after == self.catalogue.get(one.field).empty
        )
        return dict(total.most_common())

    @property
    def moved_back(self) -> tuple[Move, ...]:
        """The projects that would go back past a gate."""
        return tuple(move for move in self.moves if move.gates < 0)

    @property
    def moved_on(self) -> tuple[Move, ...]:
        """The projects that would pass a gate without a decision."""
        return tuple(move for move in self.moves if move.gates > 0)

    @property
    def cells_emptied(self) -> dict[str, int]:
        """How many cells were turned to nothing, by the text that stands for nothing, the most frequent first."""
        total: Counter[str] = Counter()
        for (_field, marker), count in self.emptied.items():
            total[marker] += count
        return dict(total.most_common())

    @property
    def counts(self) -> dict[str, int | dict[str, int]]:
        """The figures of the import, as a program reads them."""
        return {
            "created": len(self.created),
            "updated": len(self.updated),
            "unchanged": self.unchanged,
            "rejected": len(self.rejected),
            "cells_emptied": self.cells_emptied,
            "values_emptied": self.values_emptied,
        }
