"""Use cases of conflicts: who has changed a project meanwhile, and adding one again that was deleted."""

from __future__ import annotations

from collections.abc import Mapping

from db import journal as journal_kept
from db import portfolio as portfolio_kept
from db import projects as kept
from db.door import Writing
from pmo_tui.domain.checks import agreeing
from pmo_tui.domain.checks import kept as settled
from pmo_tui.domain.fields import Value
from pmo_tui.domain.journal import Group
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.projects import references
from pmo_tui.services.session import Session
from pmo_tui.words import _


def last_group(session: Session, key: int) -> Group | None:
    """Give the group of changes that touched a project last, None where none did."""
    found = journal_kept.history("project", key, 1)
    return found[0][0] if found else None


def add_again(session: Session, base: Project, changes: Mapping[str, Value]) -> Project:
    """Add a project again that someone has deleted, as it was read and with one's own changes.

    It keeps its place in the journal, and the gate decisions that went with it come back.
    """
    catalogue = portfolio_kept.catalogue()
    whole = {field.name: base.value(field.name) for field in catalogue if not field.computed}
    ready = {**whole, **{name: settled(catalogue.get(name), value) for name, value in changes.items()}}
    agreeing(ready)
    with session.writing(
        _("Added {code} {name} again").format(code=ready["code"], name=ready["name"])
    ) as group:
        if kept.key_of(str(ready["code"])) is not None:
            raise Refusal(
                N_("The code “{code}” is taken: choose another, or leave it empty."), code=ready["code"]
            )
        directory = references(group, ready, catalogue)
        group.create("project", kept.packed(ready, catalogue, directory), base.id)
        _decisions_again(group, base.id)
    return kept.read([base.id], catalogue)[0]


def _decisions_again(writing: Writing, key: int) -> None:
    """Make the decisions again that went with a deleted project."""
    found = journal_kept.history("project", key, 1)
    if not found or found[0][1].after is not None:
        return
    for change in journal_kept.changes(found[0][0].id):
        before = change.before
        if change.entity == "decision" and change.after is None and before and before.get("project") == key:
            writing.create("decision", before, change.key)
