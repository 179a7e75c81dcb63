"""Kinds of things that a file can bring: how a row of one is found, completed and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from db import imports as kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from pmo_tui.domain.checks import agreeing
from pmo_tui.domain.declaring import dated
from pmo_tui.domain.fields import Catalogue, Value, Values
from pmo_tui.domain.refusal import N_
from pmo_tui.services.import_healths import HEALTHS, check_health, follows
from pmo_tui.services.import_phases import moves
from pmo_tui.services.import_plans import Move, Update
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.rows import Row
from pmo_tui.transfer.tables import Table

Before = Callable[[str], Value]
"""Gives the value that a field has, by its name."""


class Rules:
    """What is a kind's own in an import; these ask for nothing."""

    kept: frozenset[str] = frozenset({"code"})
    """Fields that an empty cell leaves as they are: everything has one, and nothing says which is meant."""
    looked_at: tuple[str, ...] = ()
    """The fields in which something can be odd."""

    def complete(self, row: Row, values: dict[str, Value]) -> None:
        """Complete and check the values of a new thing. Raises Refusal where they can't stand."""

    def said(self, row: Row, said: dict[str, Value], before: Before) -> dict[str, Value]:
        """Give what a row says of a thing that is there. Raises Refusal where it can't be so."""
        del row, before
        return said

    def following(self, said: Values, before: Before, today: date) -> dict[str, Value]:
        """Give what is said with what follows from it."""
        del before, today
        return dict(said)

    def check(self, said: Values, changed: Values, before: Before) -> None:
        """Refuse changes that can't stand."""

    def odd(self, values: Values) -> None:
        """Refuse what is odd, and is taken all the same."""

    def doubts(self, table: Table, the_map: ImportMap) -> tuple[Note, ...]:
        """Say what in the whole file may be meant otherwise than it is taken."""
        del table, the_map
        return ()

    def first(self) -> dict[str, Value]:
        """Give what a new thing has in fields of which nothing is said."""
        return {}

    def moves(self, updates: Iterable[Update]) -> tuple[Move, ...]:
        """Give the things that would change their phase."""
        del updates
        return ()


class Importable(NamedTuple):
    """What there is to know of a kind of thing to import it; `entity` is its name in the journal."""

    entity: str
    prefix: str
    """What the codes that the program gives begin with."""
    catalogue: Callable[[], Catalogue]
    keys_by_code: Callable[[], Mapping[str, int]]
    rules: Callable[[], Rules]
    nameless: str
    """Says that a row for a new thing has no name."""
    emptied: str
    """Says that a row would empty the name of a thing."""
    no_column: str
    """Says that no column is the name."""
    no_column_perhaps: str
    """Says so, which one it could be, `header`, and how one says that, `remedy`."""
    imported: str = N_("Imported {file}")
    """What the journal says of it."""
    own_fields: bool = False
    """Whether a file can declare fields of one's own."""


class _Projects(Rules):
    """What is a project's own: its healths agree, its phase is kept, its dates may be odd."""

    kept = frozenset({"code", "phase"})
    looked_at = ("start", "finish", "baseline_start", "baseline_finish", "actual_start", "actual_finish")

    def complete(self, row: Row, values: dict[str, Value]) -> None:
        """Check the overall health against the dimensions."""
        if follows(row, values):
            del values["health"]
        check_health(values, values)

    def said(self, row: Row, said: dict[str, Value], before: Before) -> dict[str, Value]:
        """Leave out an overall health that follows the dimensions."""
        if "health" in row.cleared and follows(row, _healths(said, before)):
            said.pop("health", None)
        return said

    def following(self, said: Values, before: Before, today: date) -> dict[str, Value]:
        """Give the day of what is declared."""
        return dated(said, before, today)

    def check(self, said: Values, changed: Values, before: Before) -> None:
        """Refuse an overall health that contradicts the dimensions."""
        if changed.keys() & {"health", *HEALTHS}:
            check_health(said, _healths(said, before))

    def odd(self, values: Values) -> None:
        """Refuse dates that contradict each other."""
        agreeing(values)

    def first(self) -> dict[str, Value]:
        """Give the first phase."""
        return {"phase": portfolio_kept.phases()[0].name}

    def moves(self, updates: Iterable[Update]) -> tuple[Move, ...]:
        """Give the projects that would change their phase, and which of them past a gate."""
        return moves(updates)


def _healths(said: Values, before: Before) -> dict[str, Value]:
    """Give the health of each dimension as it will be."""
    return {name: said.get(name, before(name)) for name in HEALTHS}


PROJECTS = Importable(
    "project",
    "P",
    portfolio_kept.catalogue,
    projects_kept.keys_by_code,
    _Projects,
    N_("The row has no name, and a new project needs one."),
    N_("The name is empty, and a project needs one."),
    N_("No column is the name, and new projects need one."),
    N_("No column is the name, and new projects need one. Is it “{header}”? {remedy}"),
    own_fields=True,
)
"""Projects, as they are imported."""


def names(kind: Importable) -> list[tuple[str, int]]:
    """Give name and key of everything of a kind."""
    return kept.names(kind.entity, kind.catalogue().title)
