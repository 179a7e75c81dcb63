"""Use cases of changing one field of many things: shown first, then made as one group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.door import StaleVersion
from db.packing import packed
from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.list_changes import ListChange
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.editing import Editable, check_changes, ready_values, references
from pmo_tui.services.session import Session
from pmo_tui.words import numbers
from pmo_tui.words.labels import named

STALE = N_("{code} was changed by someone else meanwhile: nothing was changed. Look again and repeat.")
"""Says why of many changes none was made."""


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What a change of one field of many things would do: which differ, and from what."""

    field: str
    value: Value | ListChange
    differing: tuple[tuple[Any, Value], ...]
    same: int
    refused: tuple[tuple[Any, Refusal], ...]

    def after(self, before: Value) -> Value:
        """Give what becomes of a value."""
        return self.value.of(before) if isinstance(self.value, ListChange) else self.value


def preview(
    session: Session, kind: Editable[Any], keys: Sequence[int], name: str, value: Value | ListChange
) -> BulkChange:
    """Show what setting one field of many things would change, without changing anything.

    Raises Refusal where the value can't stand in any, or where it changes nothing for it is decided elsewhere.
    """
    catalogue = kind.catalogue()
    field, ready = _ready_for_many(name, value, catalogue)
    bulk = BulkChange(field, ready, (), 0, ())
    things = kind.read(session, keys)
    differing: list[tuple[Any, Value]] = []
    refused: list[tuple[Any, Refusal]] = []
    elsewhere: Refusal | None = None
    for thing in things:
        before = thing.value(field)
        if before == (after := bulk.after(before)):
            continue
        try:
            kind.decided({field: after}, thing.value)
        except Refusal as refusal:
            refused.append((thing, refusal))
            elsewhere = elsewhere or refusal
            continue
        try:
            check_changes(kind, {field: after}, thing.value, catalogue, thing.id)
            differing.append((thing, before))
        except Refusal as refusal:
            refused.append((thing, refusal))
    if elsewhere is not None and not differing:
        raise elsewhere
    same = len(things) - len(differing) - len(refused)
    return replace(bulk, differing=tuple(differing), same=same, refused=tuple(refused))


def _ready_for_many(
    name: str, value: Value | ListChange, catalogue: Catalogue
) -> tuple[str, Value | ListChange]:
    """Give the name of a field and the change of it, names as the things are called."""
    if not isinstance(value, ListChange):
        [(field, ready)] = ready_values({name: value}, catalogue).items()
        return field, ready
    added, removed = (
        ready_values({name: items}, catalogue)[value.field.name] for items in (value.added, value.removed)
    )
    assert isinstance(added, tuple)
    assert isinstance(removed, tuple)
    return value.field.name, ListChange(value.field, added, removed)


def change_many(session: Session, kind: Editable[Any], bulk: BulkChange) -> int:
    """Make the change that was previewed, as one group; give how many things it changed.

    Raises Refusal as `preview` does, and where one of them was changed by someone else since: then nothing is changed.
    """
    catalogue = kind.catalogue()
    number = len(bulk.differing)
    for thing, before in bulk.differing:
        kind.decided({bulk.field: bulk.after(before)}, thing.value)
    label = kind.set_many(number).format(field=named(catalogue.get(bulk.field)), count=numbers.whole(number))
    try:
        with session.writing(label) as group:
            names = {
                after: references(group, {bulk.field: after}, catalogue)
                for after in {bulk.after(before) for _thing, before in bulk.differing}
            }

            def facts(thing: Any, after: Value) -> Facts:
                said = kind.following({bulk.field: after}, thing.value, group)
                return packed(said, catalogue, names[after])

            edits = [
                (thing.id, thing.version, facts(thing, bulk.after(before)))
                for thing, before in bulk.differing
            ]
            return len(group.change_many(kind.entity, edits))
    except StaleVersion as stale:
        changed = next(thing for thing, _before in bulk.differing if thing.id == stale.key)
        raise Refusal(STALE, code=changed.code) from None
