"""Running an import: all that its plan says in one transaction and one group of the journal, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from db import portfolio as portfolio_kept
from db.door import Edit, StaleVersion, Writing
from db.names import Directory
from db.packing import packed
from pmo_tui.domain.codes import next_code
from pmo_tui.domain.journal import Door, Facts, Kept
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services.editing import highest_code
from pmo_tui.services.import_currency import take_on
from pmo_tui.services.import_keys import Keys
from pmo_tui.services.import_memory import remember
from pmo_tui.services.import_planning import Progress, silent
from pmo_tui.services.import_plans import STALE, Creation, ImportPlan, Update
from pmo_tui.services.portfolio import add_own_fields
from pmo_tui.services.rejected_rows import RejectedFile, holds_rejected
from pmo_tui.services.session import Session
from pmo_tui.words import _

CHUNK = 2000
"""How many projects are made or changed in one go."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import has done: its plan, the journal's group (None where nothing changed), the rejected rows' file."""

    plan: ImportPlan
    group: int | None
    rejected_file: Path | None
    rejected_map: Path | None = None
    """The map that reads the rejected rows again."""

    @property
    def done_with(self) -> Path | None:
        """The file of rejected rows that was imported, where all of them were taken now; an undo may ask for it."""
        path = self.plan.table.path
        return path if holds_rejected(path) and not self.plan.rejected else None


def run(
    session: Session, plan: ImportPlan, progress: Progress = silent, map_file: Path | None = None
) -> ImportReport:
    """Do what a plan says. Raises Refusal where it can't be done; then, as after an interruption, nothing is done.

    The map is remembered for the next file with these columns, and that it stands in `map_file`.
    """
    rejected = RejectedFile(plan.table, plan.rejected, plan.map)
    rejected.prepare()
    try:
        group = _write(session, plan, progress) if plan.changes_anything else None
    except StaleVersion:
        rejected.forget()
        raise Refusal(STALE) from None
    except BaseException:
        rejected.forget()
        raise
    remember(session, plan, map_file)
    return ImportReport(plan, group, *rejected.publish())


def _write(session: Session, plan: ImportPlan, progress: Progress) -> int | None:
    """Make all changes of a plan in one transaction and give their group in the journal."""
    label = _(plan.kind.imported).format(file=plan.table.name)
    with session.writing(label, door=Door.IMPORT) as group:
        _check_new(plan)
        take_on(group, plan.currency)
        add_own_fields(group, plan.new_fields)
        directory = _add_things(group, plan)
        codes = _free_codes(plan)
        total = len(plan.created) + len(plan.updated)
        for start in range(0, len(plan.created), CHUNK):
            progress(start, total)
            chunk = plan.created[start : start + CHUNK]
            group.create_many(plan.kind.entity, _facts(plan, chunk, directory, codes))
        for start in range(0, len(plan.updated), CHUNK):
            progress(len(plan.created) + start, total)
            changed = plan.updated[start : start + CHUNK]
            group.change_many(plan.kind.entity, [_edit(plan, update, directory) for update in changed])
        progress(total, total)
    return group.group


def _check_new(plan: ImportPlan) -> None:
    """Refuse to make a project that someone else has made since the plan: updates name a version, these can't."""
    if plan.created:
        keys = Keys(plan.kind, plan.map.key)
        if any(keys.there(creation.values) for creation in plan.created):
            raise Refusal(STALE)


def _edit(plan: ImportPlan, update: Update, directory: Directory) -> Edit:
    """Give the change of one project as the door takes it."""
    values = {one.field: one.after for one in update.differences}
    return update.key, update.version, packed(values, plan.catalogue, directory)


def _add_things(group: Writing, plan: ImportPlan) -> Directory:
    """Add the programmes, people, objectives and phases that the file names for the first time; give all names."""
    directory = Directory()
    last = max((phase.position for phase in portfolio_kept.phases()), default=0)
    for entity, names in plan.new_things.items():
        for place, name in enumerate(names, last + 1):
            facts: dict[str, Kept] = {"name": name}
            if entity == "phase":
                facts["position"] = place
            if directory.of(entity).find(name) is None:
                directory.of(entity).add(name, group.create(entity, facts))
    return directory


def _facts(
    plan: ImportPlan, chunk: Sequence[Creation], directory: Directory, codes: Iterator[str]
) -> list[Facts]:
    """Give the facts of new projects: those without a code get the next free one."""
    first = plan.kind.rules().first()
    made: list[Facts] = []
    for creation in chunk:
        values = dict(creation.values)
        values |= {name: values.get(name) or value for name, value in first.items()}
        values["code"] = values.get("code") or next(codes)
        made.append(packed(values, plan.catalogue, directory))
    return made


def _free_codes(plan: ImportPlan) -> Iterator[str]:
    """Walk codes that no project has, neither here nor in the file."""
    said = [creation.values.get("code") for creation in plan.created]
    said += [one.after for update in plan.updated for one in update.differences if one.field == "code"]
    highest = highest_code(plan.kind, (str(code) for code in said if code))
    return (next_code(plan.kind.prefix, number) for number in count(highest))
