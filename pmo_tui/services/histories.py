"""Use cases of a project's history: who changed what when, field by field, and whether it was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db import journal as kept
from db import projects as projects_kept
from db.names import Directory
from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.journal import Change, Facts, Group
from pmo_tui.services.session import Session

MOST = 300
"""How many changes are looked back."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field as it was before and after a change."""

    field: Field
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One group of changes, as far as it touched a project."""

    group: Group
    differences: tuple[Difference, ...]
    made: bool = False
    """Whether the project was added by it; then what it was given stands in `differences`."""
    undone: bool = False


def history(session: Session, key: int, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Give the changes of a project and of what belongs or belonged to it, newest first."""
    groups: dict[int, tuple[Group, list[Change]]] = {}
    for group, change in kept.about(key, MOST):
        groups.setdefault(group.id, (group, []))[1].append(change)
    directory = Directory()
    return tuple(
        _entry(group, [change for change in changes if change.entity == "project"], catalogue, directory)
        for group, changes in groups.values()
    )


def _entry(group: Group, changes: Sequence[Change], catalogue: Catalogue, directory: Directory) -> Entry:
    """Give one group as an entry."""
    differences: list[Difference] = []
    for change in reversed(changes):
        before = _values(change.before, catalogue, directory)
        after = _values(change.after, catalogue, directory)
        differences += [
            Difference(field, before.get(field.name, field.empty), after.get(field.name, field.empty))
            for field in catalogue
            if field.name in before or field.name in after
        ]
    made = any(change.before is None for change in changes)
    return Entry(group, tuple(differences), made, kept.undone(group.id))


def _values(facts: Facts | None, catalogue: Catalogue, directory: Directory) -> dict[str, Value]:
    """Give facts as values of fields."""
    return projects_kept.unpacked(facts or {}, catalogue, directory)
