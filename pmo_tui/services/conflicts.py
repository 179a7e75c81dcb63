"""Use cases of conflicts: who has changed a project meanwhile, and adding one again that was deleted."""

from __future__ import annotations

from collections.abc import Mapping

from db import journal as journal_kept
from db import portfolio as portfolio_kept
from db import projects as kept
from db.names import Directory
from db.packing import packed, unpacked
from pmo_tui.domain.declaring import dated
from pmo_tui.domain.fields import Value
from pmo_tui.domain.journal import Facts, Group
from pmo_tui.domain.projects import Project
from pmo_tui.services.editing import Conflict, check_changes, ready_values, references
from pmo_tui.services.projects import PROJECT, get
from pmo_tui.services.session import Session, one_moment
from pmo_tui.words import _


def last_group(session: Session, key: int) -> Group | None:
    """Give the group of changes that touched a project last, None where none did."""
    found = journal_kept.about(key, 1)
    return found[0][0] if found else None


@one_moment
def as_read(session: Session, project: Project, version: int) -> Project:
    """Give a project as it stood in the version that was read, so that what was typed over that is no surprise later.

    Where the journal doesn't reach there, it is the project as it stands, with that version: then all that was typed
    is asked about.
    """
    if version == project.version:
        return project
    since = journal_kept.declared_since()
    facts = dict(kept.facts([project.id]).get(project.id, {}))
    later = journal_kept.history("project", project.id, max(0, project.version - version))
    if not facts or any(change.before is None or change.after is None for _group, change in later):
        return project._replace(version=version)
    for _group, change in later:
        facts |= journal_kept.still_known(change, change.before, since)
    return kept.as_it_stood(project.id, facts, version, portfolio_kept.catalogue())


def add_again(session: Session, base: Project, changes: Mapping[str, Value]) -> Project:
    """Add a project again that someone has deleted, as it stood then and with one's own changes.

    It keeps its place in the journal, and the gate decisions that went with it come back. Raises Conflict where
    someone has added it again already, Refusal as `save` does.
    """
    catalogue = portfolio_kept.catalogue()
    ready = ready_values(changes, catalogue)
    with session.writing(_("Added {code} {name} again").format(code=base.code, name=base.name)) as group:
        theirs = get(session, base.id)
        if theirs is not None:
            raise Conflict(base, theirs, ready, catalogue)
        gone = _deleted(base.id)
        facts: Facts = {**journal_kept.defaults("project"), **gone["project", base.id]}
        before = unpacked(facts, catalogue, Directory()).get
        check_changes(PROJECT, {"code": before("code"), **ready}, before, catalogue)
        directory = references(group, ready, catalogue)
        said = packed(dated(ready, before, group.day), catalogue, directory)
        group.create("project", {**facts, **said}, base.id)
        for (entity, key), was in reversed(gone.items()):  # what holds others was deleted after them
            if entity != "project":
                group.create(entity, was, key)
    return kept.read([base.id], catalogue, today=session.today())[0]


def _deleted(key: int) -> dict[tuple[str, int], Facts]:
    """Give what was deleted of a project last, and of what belonged to it, as it stood then."""
    [(group, _last)] = journal_kept.about(key, 1)
    since = journal_kept.declared_since()
    found = {}
    for change in journal_kept.changes(group.id):
        if change.about == key and change.after is None and change.before is not None:
            journal_kept.check_declared(change, change.before, since)
            found[change.entity, change.key] = change.before
    return found
