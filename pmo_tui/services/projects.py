"""Use cases of projects: what is a project's own when one is added, changed and deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import portfolio as portfolio_kept
from db import projects as kept
from db import raid as raid_kept
from db.door import Writing
from db.gates import decisions
from pmo_tui.domain.checks import agreeing, following
from pmo_tui.domain.declaring import dated
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.list_changes import ListChange
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services import bulk, editing
from pmo_tui.services.bulk import BulkChange
from pmo_tui.services.editing import EDITED, Before, Changes, Editable
from pmo_tui.services.session import Session
from pmo_tui.words import _n

DECLARED = N_("Declared {code}")
"""What the journal calls the declaration of a project's weather."""


def find(session: Session, code: str) -> Project:
    """Give the project with this code, case and accents ignored. Raises Refusal where there is none."""
    return editing.find(session, PROJECT, code)


def get(session: Session, key: int) -> Project | None:
    """Give the project with this key, None where it has gone."""
    return editing.get(session, PROJECT, key)


def read(session: Session, keys: Sequence[int]) -> list[Project]:
    """Give projects in the order of their keys; those that have gone are left out."""
    return kept.read(keys, portfolio_kept.catalogue(), today=session.today())


def add(session: Session, values: Changes) -> Project:
    """Add a project and give it; without a code it gets the next free one, without a phase the first."""
    return editing.add(session, PROJECT, values)


def save(session: Session, base: Project, changes: Changes, label: str = EDITED) -> Project:
    """Change fields of the project that was read as `base`, and give it as it stands then.

    The journal calls it `label`.
    Raises Conflict where someone else has changed it since, Refusal where a value can't stand, and for another phase.
    """
    return editing.save(session, PROJECT, base, changes, label)


def delete(session: Session, base: Project) -> None:
    """Delete a project with its risks and gate decisions; it can be undone. Raises Conflict as `save` does."""
    editing.delete(session, PROJECT, base)


def preview(session: Session, keys: Sequence[int], name: str, value: Value | ListChange) -> BulkChange:
    """Show what setting one field of many projects would change, as `bulk.preview` does; the phase is refused."""
    return bulk.preview(session, PROJECT, keys, name, value)


def change_many(session: Session, change: BulkChange) -> int:
    """Make the change that was previewed, as `bulk.change_many` does."""
    return bulk.change_many(session, PROJECT, change)


def _complete(_session: Session, ready: dict[str, Value]) -> None:
    """Give a new project the first phase, where it has none."""
    if not ready.get("phase"):
        ready["phase"] = portfolio_kept.phases()[0].name


def _check(whole: Values, changes: Values) -> None:
    """Refuse dates or healths that contradict each other."""
    agreeing(whole, changes)
    health = changes.get("health")
    if isinstance(health, Health):
        following(whole, health)


def _following(changes: Values, before: Before, group: Writing) -> dict[str, Value]:
    """Give changes with the day of what is declared in them."""
    return dated(changes, before, group.day)


def _decided(changes: Values, before: Before) -> None:
    """Refuse a phase that would change without the decision of its gate."""
    if changes.get("phase", before("phase")) != before("phase"):
        raise Refusal(N_("The phase changes by a decision: take the project through a gate."))


def _parts(key: int) -> Iterator[tuple[str, int]]:
    """Walk what goes with a project, once each: its items with all that belongs to them, comments, gate decisions."""
    from pmo_tui.domain.raid_kinds import BY_THING  # here, for few starts delete anything

    of_kinds = {entity: raid_kept.of_project(entity, key) for entity in (*BY_THING, "risk")}
    belonging = {**of_kinds, "project": [key]}
    parts = [part for entity, keys in belonging.items() for part in raid_kept.keys_of_parts(entity, keys)]
    items = [(entity, item) for entity, keys in of_kinds.items() for item in keys]
    yield from dict.fromkeys([*parts, *items])
    yield from (("decision", decision.id) for decision in decisions(key))


def _as_it_stood(_session: Session, key: int, facts: Facts, version: int) -> Project:
    """Give a project of what was kept of it in an earlier version."""
    return kept.as_it_stood(key, facts, version, portfolio_kept.catalogue())


PROJECT: Editable[Project] = Editable(
    entity="project",
    title="name",
    prefix="P",
    catalogue=portfolio_kept.catalogue,
    read=read,
    as_it_stood=_as_it_stood,
    keys_by_code=kept.keys_by_code,
    key_of=kept.key_of,
    unknown=N_("There is no project with the code “{code}”. `pmo-tui list projects` shows them."),
    set_many=lambda count: _n("Set {field} of {count} project", "Set {field} of {count} projects", count),
    complete=_complete,
    check=_check,
    following=_following,
    decided=_decided,
    parts=_parts,
)
"""Projects, as they are edited."""
