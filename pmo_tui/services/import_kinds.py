"""Kinds of things that a file can bring: how a row of one is found, completed and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from db import imports as kept
from db import portfolio as portfolio_kept
from db import projects as projects_kept
from pmo_tui.domain.checks import agreeing, following
from pmo_tui.domain.declaring import dated
from pmo_tui.domain.fields import Catalogue, Value, Values
from pmo_tui.domain.health import DIMENSION_FIELDS, Health
from pmo_tui.domain.refusal import N_
from pmo_tui.services.import_phases import moved_back
from pmo_tui.services.import_plans import Update
from pmo_tui.transfer.rows import Row

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

    def first(self) -> dict[str, Value]:
        """Give what a new thing has in fields of which nothing is said."""
        return {}

    def back(self, updates: Iterable[Update]) -> tuple[str, ...]:
        """Give the codes of things that would go back past a decision."""
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
    own_fields: bool = False
    """Whether a file can declare fields of one's own."""


_HEALTHS = tuple(DIMENSION_FIELDS.values())


class _Projects(Rules):
    """What is a project's own: its healths agree, its phase is kept, its dates may be odd."""

    kept = frozenset({"code", "phase"})
    looked_at = ("start", "finish", "baseline_start", "baseline_finish", "actual_start", "actual_finish")

    def complete(self, row: Row, values: dict[str, Value]) -> None:
        """Check the overall health against the dimensions."""
        if _follows(row, values):
            del values["health"]
        _check_health(values, values)

    def said(self, row: Row, said: dict[str, Value], before: Before) -> dict[str, Value]:
        """Leave out an overall health that follows the dimensions."""
        if "health" in row.cleared and _follows(row, _healths(said, before)):
            said.pop("health", None)
        return said

    def following(self, said: Values, before: Before, today: date) -> dict[str, Value]:
        """Give the day of what is declared."""
        return dated(said, before, today)

    def check(self, said: Values, changed: Values, before: Before) -> None:
        """Refuse an overall health that contradicts the dimensions."""
        if changed.keys() & {"health", *_HEALTHS}:
            _check_health(said, _healths(said, before))

    def odd(self, values: Values) -> None:
        """Refuse dates that contradict each other."""
        agreeing(values)

    def first(self) -> dict[str, Value]:
        """Give the first phase."""
        return {"phase": portfolio_kept.phases()[0].name}

    def back(self, updates: Iterable[Update]) -> tuple[str, ...]:
        """Give the codes of projects that would go back past a gate."""
        return moved_back(updates)


def _follows(row: Row, whole: Values) -> bool:
    """Tell whether a row says nothing of the overall health where dimensions are declared: it follows these."""
    declared = any(whole.get(name, Health.GREY) is not Health.GREY for name in _HEALTHS)
    return declared and "health" in row.cleared


def _healths(said: Values, before: Before) -> dict[str, Value]:
    """Give the health of each dimension as it will be."""
    return {name: said.get(name, before(name)) for name in _HEALTHS}


def _check_health(said: Values, whole: Values) -> None:
    """Refuse an overall health that contradicts the dimensions declared."""
    health = said.get("health")
    if isinstance(health, Health) and any(name in whole for name in _HEALTHS):
        following(whole, health)


PROJECTS = Importable(
    "project",
    "P",
    portfolio_kept.catalogue,
    projects_kept.keys_by_code,
    _Projects,
    N_("The row has no name, and a new project needs one."),
    N_("The name is empty, and a project needs one."),
    own_fields=True,
)
"""Projects, as they are imported."""


def names(kind: Importable) -> list[tuple[str, int]]:
    """Give name and key of everything of a kind."""
    return kept.names(kind.entity, kind.catalogue().title)
