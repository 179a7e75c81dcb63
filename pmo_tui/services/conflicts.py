"""Use cases of conflicts: who has changed a thing meanwhile, and adding one again that was deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db import comments as comments_kept
from db import journal as journal_kept
from db.names import Directory
from db.packing import packed, unpacked
from pmo_tui.domain.fields import Value
from pmo_tui.domain.journal import Change, End, Facts, Group, ends
from pmo_tui.services.editing import Conflict, Editable, T, check_changes, get, ready_values, references
from pmo_tui.services.session import Session, one_moment
from pmo_tui.words import _


def last_group(session: Session, entity: str, key: int) -> Group | None:
    """Give the group of changes that touched a thing last, None where none did."""
    found = journal_kept.history(entity, key, 1)
    return found[0][0] if found else None


@one_moment
def as_read(session: Session, kind: Editable[T], thing: T, version: int) -> T:
    """Give a thing as it stood in the version that was read, so that what was typed over that is no surprise later.

    Where the journal doesn't reach there, it is the thing as it stands, with that version: then all that was typed
    is asked about.
    """
    if version == thing.version:
        return thing
    since = journal_kept.declared_since()
    facts = dict(journal_kept.standing(kind.entity, [thing.id]).get(thing.id, {}))
    later = journal_kept.history(kind.entity, thing.id, max(0, thing.version - version))
    if any(change.before is None or change.after is None for _group, change in later):
        return kind.as_it_stood(session, thing.id, facts, version)
    for _group, change in later:
        facts |= journal_kept.still_known(change, change.before, since)
    return kind.as_it_stood(session, thing.id, facts, version)


def add_again(session: Session, kind: Editable[T], base: T, changes: Mapping[str, Value]) -> T:
    """Add a thing again that someone has deleted, as it stood then and with one's own changes.

    It keeps its place in the journal, and what went with it comes back. Raises Conflict where someone has added it
    again already, Refusal as `save` does.
    """
    catalogue = kind.catalogue()
    ready = ready_values(changes, catalogue)
    label = _("Added {code} {name} again").format(code=base.code, name=base.value(kind.title))
    with session.writing(label) as group:
        theirs = get(session, kind, base.id)
        if theirs is not None:
            raise Conflict(kind, base, theirs, ready)
        gone = _deleted(kind.entity, base.id)
        facts: Facts = {**journal_kept.defaults(kind.entity), **gone.pop((kind.entity, base.id))}
        before = unpacked(facts, catalogue, Directory()).get
        check_changes(kind, {"code": before("code"), **ready}, before, catalogue)
        directory = references(group, ready, catalogue)
        said = packed(kind.following(ready, before, group), catalogue, directory)
        group.create(kind.entity, {**facts, **said}, base.id)
        for (entity, key), was in reversed(gone.items()):  # what holds others was deleted after them
            group.create(entity, was, key)
    return kind.read(session, [base.id])[0]


def _deleted(entity: str, key: int) -> dict[End, Facts]:
    """Give what was deleted of a thing last, and of what belonged to it, as it stood then.

    A relation to what has gone as well is left out: nothing would be at its other end.
    """
    [(group, _last)] = journal_kept.history(entity, key, 1)
    since = journal_kept.declared_since()
    gone = [change for change in journal_kept.changes(group.id) if change.after is None]
    whole = _whole(gone, (entity, key))
    found: dict[End, Facts] = {}
    for change in gone:
        facts = change.before or {}
        if (change.entity, change.key) in whole and all(
            end in whole or comments_kept.is_there(*end) for end in ends(facts)
        ):
            journal_kept.check_declared(change, facts, since)
            found[change.entity, change.key] = facts
    return found


def _whole(gone: Sequence[Change], thing: End) -> set[End]:
    """Give a thing with all that belonged to it, and to that in turn, among what was deleted in one go."""
    whole = {thing}
    grows = True
    while grows:
        more = {(change.entity, change.key) for change in gone if _belongs(change, whole, thing)} - whole
        whole |= more
        grows = bool(more)
    return whole


def _belongs(change: Change, whole: set[End], thing: End) -> bool:
    """Tell whether what was deleted belonged to one of some things."""
    facts = change.before or {}
    named = {(entity, facts.get(entity)) for entity, _key in whole}
    return bool(whole & {*ends(facts), *named}) or ("project", change.about) == thing
