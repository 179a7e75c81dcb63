"""Use cases of a thing's history: who changed what when, field by field, and whether it was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db import journal as kept
from db.names import Directory
from db.packing import unpacked
from pmo_tui.domain.fields import Catalogue, Field, Value
from pmo_tui.domain.journal import Change, Group
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
    """One group of changes, as far as it touched the thing."""

    group: Group
    differences: tuple[Difference, ...]
    made: bool = False
    """Whether the thing was added by it; then what it was given stands in `differences`."""
    undone: bool = False


def history(
    session: Session, key: int, catalogue: Catalogue, directory: Directory | None = None
) -> tuple[Entry, ...]:
    """Give the changes of a project and of what belongs or belonged to it, newest first."""
    return _entries("project", key, kept.about(key, MOST), catalogue, directory)


def history_of(
    session: Session, entity: str, key: int, catalogue: Catalogue, directory: Directory | None = None
) -> tuple[Entry, ...]:
    """Give the changes of any other thing and of what belongs or belonged to it, newest first."""
    return _entries(entity, key, kept.history_with_parts(entity, key, MOST), catalogue, directory)


def _entries(
    entity: str,
    key: int,
    found: Iterable[tuple[Group, Change]],
    catalogue: Catalogue,
    directory: Directory | None,
) -> tuple[Entry, ...]:
    """Give changes of a thing and of what belongs to it, newest first, by their groups."""
    groups: dict[int, tuple[Group, list[Change]]] = {}
    for group, change in found:
        groups.setdefault(group.id, (group, []))[1].append(change)
    directory, since, undone = directory or Directory(), kept.declared_since(), kept.undone(groups)
    return tuple(
        Entry(
            group,
            tuple(_differences(own, catalogue, directory, since)),
            made=any(change.before is None for change in own),
            undone=group.id in undone,
        )
        for group, changes in groups.values()
        for own in [[change for change in changes if (change.entity, change.key) == (entity, key)]]
    )


def _differences(
    changes: Sequence[Change], catalogue: Catalogue, directory: Directory, since: Mapping[str, int]
) -> Iterator[Difference]:
    """Give what the changes of one group, newest first, made of the thing, field by field."""
    for change in reversed(changes):
        told = (kept.still_known(change, facts, since) for facts in (change.before, change.after))
        before, after = (unpacked(facts, catalogue, directory) for facts in told)
        for field in catalogue:
            if field.name in before or field.name in after:
                yield Difference(
                    field, before.get(field.name, field.empty), after.get(field.name, field.empty)
                )
