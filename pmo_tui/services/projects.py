"""Use cases of projects: add, edit, delete, change many at once, and what another has changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from db import portfolio as portfolio_kept
from db import projects as kept
from db.door import StaleVersion, Writing
from db.gates import decisions
from db.names import Directory
from pmo_tui.domain.checks import agreeing, following, of_field
from pmo_tui.domain.checks import kept as settled
from pmo_tui.domain.codes import code_number, next_code
from pmo_tui.domain.conflicts import clashes, theirs_alone
from pmo_tui.domain.declaring import dated
from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.list_changes import ListChange
from pmo_tui.domain.projects import PROJECT_FIELDS, Project
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.services.session import Session
from pmo_tui.words import _, _n, numbers
from pmo_tui.words.labels import named

Changes = Mapping[str, Value]
"""New values by field name."""


EDITED, DECLARED = N_("Edited {code}"), N_("Declared {code}")
"""What the journal calls a change of a project's fields, and the declaration of its weather."""


class Conflict(Exception):
    """Someone else has changed the project since it was read: `base` as it was read, `theirs` as it stands now.

    `theirs` is None where it was deleted. `mine` are the changes that were not made, `clashes` the fields to choose in,
    `alone` those that only the other has changed, `label` what the journal would have called the changes.
    """

    def __init__(
        self,
        base: Project,
        theirs: Project | None,
        mine: Changes,
        catalogue: Catalogue,
        label: str = EDITED,
    ) -> None:
        self.label = label
        self.base = base
        self.theirs = theirs
        self.mine = dict(mine)
        self.clashes = () if theirs is None else clashes(catalogue, base, theirs, mine)
        self.alone = () if theirs is None else theirs_alone(catalogue, base, theirs, mine)
        super().__init__(base.code)


def find(session: Session, code: str) -> Project:
    """Give the project with this code, case and accents ignored. Raises Refusal where there is none."""
    key = kept.key_of(kept_line(code))
    if key is None:
        raise Refusal(
            N_("There is no project with the code “{code}”. `pmo-tui list projects` shows them."), code=code
        )
    return kept.read([key], portfolio_kept.catalogue(), today=session.today())[0]


def get(session: Session, key: int) -> Project | None:
    """Give the project with this key, None where it has gone."""
    found = kept.read([key], portfolio_kept.catalogue(), today=session.today())
    return found[0] if found else None


def read(session: Session, keys: Sequence[int]) -> list[Project]:
    """Give projects in the order of their keys; those that have gone are left out."""
    return kept.read(keys, portfolio_kept.catalogue(), today=session.today())


def add(session: Session, values: Changes) -> Project:
    """Add a project and give it; without a code it gets the next free one, without a phase the first."""
    catalogue = portfolio_kept.catalogue()
    with session.writing(_("Project added")) as group:
        ready = _complete(ready_values(values, catalogue))
        nothing = {field.name: field.empty for field in catalogue}.get
        check_changes(ready, nothing, catalogue)
        directory = references(group, ready, catalogue)
        ready = dated(ready, nothing, group.day)
        key = group.create("project", kept.packed(ready, catalogue, directory))
        group.label = _("Added {code} {name}").format(code=ready["code"], name=ready["name"])
    return kept.read([key], catalogue)[0]


def save(session: Session, base: Project, changes: Changes, label: str = EDITED) -> Project:
    """Change fields of the project that was read as `base`, and give it as it stands then.

    The journal calls it `label`.
    Raises Conflict where someone else has changed it since, Refusal where a value can't stand, and for another phase.
    """
    catalogue = portfolio_kept.catalogue()
    ready = ready_values(changes, catalogue)
    if ready.get("phase", base.phase) != base.phase:
        raise _by_decision()
    try:
        with session.writing(_(label).format(code=base.code)) as group:
            check_changes(ready, base.value, catalogue, base.id)
            directory = references(group, ready, catalogue)
            said = dated(ready, base.value, group.day)
            group.change("project", base.id, base.version, kept.packed(said, catalogue, directory))
    except StaleVersion:
        theirs = get(session, base.id)
        if theirs is not None and all(theirs.value(name) == value for name, value in ready.items()):
            return theirs  # someone else has done the same
        raise Conflict(base, theirs, ready, catalogue, label) from None
    return kept.read([base.id], catalogue)[0]


def delete(session: Session, base: Project) -> None:
    """Delete a project with its gate decisions; it can be undone. Raises Conflict as `save` does."""
    try:
        with session.writing(_("Deleted {code} {name}").format(code=base.code, name=base.name)) as group:
            for decision in decisions(base.id):
                group.delete("decision", decision.id, None)
            group.delete("project", base.id, base.version)
    except StaleVersion:
        raise Conflict(base, get(session, base.id), {}, portfolio_kept.catalogue()) from None


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What a change of one field of many projects would do: which differ, and from what."""

    field: str
    value: Value | ListChange
    differing: tuple[tuple[Project, Value], ...]
    same: int
    refused: tuple[tuple[Project, Refusal], ...]

    def after(self, before: Value) -> Value:
        """Give what becomes of a value."""
        return self.value.of(before) if isinstance(self.value, ListChange) else self.value


def preview(session: Session, keys: Sequence[int], name: str, value: Value | ListChange) -> BulkChange:
    """Show what setting one field of many projects would change, without changing anything.

    Raises Refusal where the value can't stand, and for the phase.
    """
    catalogue = portfolio_kept.catalogue()
    field, ready = _ready_for_many(name, value, catalogue)
    if field == "phase":
        raise _by_decision()
    bulk = BulkChange(field, ready, (), 0, ())
    projects = kept.read(keys, catalogue)
    differing, refused = [], []
    for project in projects:
        before = project.value(field)
        if before == (after := bulk.after(before)):
            continue
        try:
            check_changes({field: after}, project.value, catalogue, project.id)
            differing.append((project, before))
        except Refusal as refusal:
            refused.append((project, refusal))
    same = len(projects) - len(differing) - len(refused)
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


def change_many(session: Session, bulk: BulkChange) -> int:
    """Make the change that was previewed, as one group; give how many projects it changed.

    Raises Refusal where one of them was changed by someone else since the preview: then nothing is changed.
    """
    if bulk.field == "phase":
        raise _by_decision()
    catalogue = portfolio_kept.catalogue()
    number = len(bulk.differing)
    label = _n("Set {field} of {count} project", "Set {field} of {count} projects", number)
    try:
        said = label.format(field=named(catalogue.get(bulk.field)), count=numbers.whole(number))
        with session.writing(said) as group:
            names = {
                after: references(group, {bulk.field: after}, catalogue)
                for after in {bulk.after(before) for _project, before in bulk.differing}
            }

            def facts(project: Project, after: Value) -> Facts:
                said = dated({bulk.field: after}, project.value, group.day)
                return kept.packed(said, catalogue, names[after])

            edits = [
                (project.id, project.version, facts(project, bulk.after(before)))
                for project, before in bulk.differing
            ]
            return len(group.change_many("project", edits))
    except StaleVersion as stale:
        changed = next(project for project, _before in bulk.differing if project.id == stale.key)
        raise Refusal(
            N_("{code} was changed by someone else meanwhile: nothing was changed. Look again and repeat."),
            code=changed.code,
        ) from None


def check_changes(
    changes: Changes, before: Callable[[str], Value], catalogue: Catalogue, key: int | None = None
) -> None:
    """Check settled changes of one project against the values that it had `before`: the rule for what a person writes.

    An import has the same rules but keeps dates that contradict each other with a warning, for files have it so.
    `key` is its own, None where it is new. Raises Refusal where dates or healths contradict each other, or where the
    code is another's.
    """
    whole = {**{field.name: before(field.name) for field in catalogue}, **changes}
    agreeing(whole, changes)
    health = changes.get("health")
    if isinstance(health, Health):
        following(whole, health)
    if "code" in changes and kept.key_of(str(changes["code"])) not in {None, key}:
        raise Refusal(
            N_("The code “{code}” is taken: choose another, or leave it empty."), code=str(changes["code"])
        )


def ready_values(values: Changes, catalogue: Catalogue) -> dict[str, Value]:
    """Give values as they are kept, names as the things are called.

    Raises Refusal for an unknown or computed field or a value that can't stand.
    """
    directory = Directory()
    ready: dict[str, Value] = {}
    for name, value in values.items():
        field = catalogue.get(name)
        if not field.settable:
            raise of_field(N_("{field} follows from other fields and can't be set."), field)
        ready[field.name] = directory.called(field.of, settled(field, value))
    return ready


def _complete(ready: dict[str, Value]) -> dict[str, Value]:
    """Give a new project's values with what it can't be without."""
    if not ready.get("name"):
        raise of_field(N_("{field} can't be empty: type it."), PROJECT_FIELDS.by_name["name"])
    if not ready.get("code"):
        ready["code"] = next_code(max((code_number(code) for code in kept.keys_by_code()), default=0))
    if not ready.get("phase"):
        ready["phase"] = portfolio_kept.phases()[0].name
    return ready


def _by_decision() -> Refusal:
    """Give the refusal of a phase that would change without the decision of its gate."""
    return Refusal(N_("The phase changes by a decision: take the project through a gate."))


def references(group: Writing, values: Changes, catalogue: Catalogue) -> Directory:
    """Add the programmes, objectives and people that `values` name and that aren't there yet; give all names.

    Phases are settings with an order, so a phase that isn't there is refused when the values are packed.
    """
    directory = Directory()
    for name, value in values.items():
        field = catalogue.by_name[name]
        if field.of in {"", "phase"} or not value:
            continue
        for wanted in value if isinstance(value, tuple) else (str(value),):
            names = directory.of(field.of)
            if names.find(wanted) is None:
                names.add(wanted, group.create(field.of, {"name": wanted}))
    return directory
