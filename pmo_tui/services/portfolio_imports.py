"""Use case of reading a whole portfolio from its TOML text into a database that is as a new one is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from db import portfolio as kept
from db import projects as projects_kept
from db import raid as raid_kept
from db import risks as risks_kept
from db.door import Writing
from db.names import Directory
from db.packing import packed
from pmo_tui.domain.document import PortfolioDocument
from pmo_tui.domain.fields import Value
from pmo_tui.domain.journal import Door, Facts
from pmo_tui.domain.portfolio import GateDecision, Person, Portfolio, settings_of
from pmo_tui.domain.project_fields import with_custom
from pmo_tui.domain.projects import Project
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold
from pmo_tui.domain.views import settled
from pmo_tui.services import comments, register_imports, views
from pmo_tui.services.phase_names import usual_phases
from pmo_tui.services.portfolio import add_own_fields, phase_facts
from pmo_tui.services.session import Session
from pmo_tui.transfer.encodings import decode
from pmo_tui.transfer.portfolio_reading import checked
from pmo_tui.transfer.reading import read_bytes
from pmo_tui.words import _

_NOT_EMPTY = N_(
    "A whole portfolio is read into an empty database only, and this one has {what}: name a new file with --db."
)


def read_portfolio(session: Session, path: Path) -> PortfolioDocument:
    """Read the portfolio in a file into an empty database, all of it or nothing, and give it. Raises Refusal."""
    document = checked(decode(read_bytes(path), path.name).text, path.name)
    with session.writing(_("Imported {file}").format(file=path.name), door=Door.IMPORT) as group:
        _check_empty()
        _settings(group, document)
        add_own_fields(group, document.custom_fields)
        _lists(group, document)
        _projects(group, document)
        keys = register_imports.write(group, document.register)
        comments.write(group, document.comments, keys)
    return document


def _check_empty() -> None:
    """Refuse a database in which anything was made or set beyond what a new one has."""
    phases = tuple(phase._replace(id=0, version=1) for phase in kept.phases())
    made = {
        N_("projects"): projects_kept.count(),
        N_("risks"): risks_kept.count(),
        N_("items of a register"): any(raid_kept.count(thing) for thing in BY_THING),
        N_("programmes"): kept.programmes(),
        N_("objectives"): kept.objectives(),
        N_("people"): kept.people(),
        N_("fields of its own"): kept.own_fields(),
        N_("views"): kept.all_views(),
        N_("settings of its own"): (kept.portfolio() or Portfolio())._replace(version=1) != Portfolio(),
        N_("phases of its own"): phases not in usual_phases(),
        N_("settings of risks of its own"): register_imports.is_set(),
    }
    what = next((_(name) for name, things in made.items() if things), None)
    if what is not None:
        raise Refusal(_NOT_EMPTY, what=what)


def _settings(group: Writing, document: PortfolioDocument) -> None:
    """Set name, currency and thresholds, and the document's phases in the place of those of a new database."""
    group.change("portfolio", 1, None, settings_of(document.portfolio))
    for phase in kept.phases():
        group.delete("phase", phase.id, phase.version)
    group.create_many("phase", [phase_facts(phase) for phase in document.phases])


def _lists(group: Writing, document: PortfolioDocument) -> None:
    """Add programmes, objectives, people and views."""
    for entity, things in (("programme", document.programmes), ("objective", document.objectives)):
        group.create_many(
            entity, [{"name": thing.name, "description": thing.description} for thing in things]
        )
    group.create_many("person", [_person(person) for person in document.people])
    group.create_many(
        "view", [views.facts(settled(view, document.catalogue_of(view))) for view in document.views]
    )


def _person(person: Person) -> Facts:
    """Give the facts of a person."""
    return {"name": person.name, "login": person.login, "email": person.email, "active": person.active}


def _projects(group: Writing, document: PortfolioDocument) -> None:
    """Add the projects and the decisions taken at their gates."""
    catalogue = with_custom(document.custom_fields)
    fields = [field.name for field in catalogue if not field.derived]
    directory = Directory()

    def facts(project: Project) -> Facts:
        values: dict[str, Value] = {name: project.value(name) for name in fields}
        return packed(values, catalogue, directory)

    keys = group.create_many("project", [facts(project) for project in document.projects])
    by_code = {fold(project.code): key for project, key in zip(document.projects, keys, strict=True)}
    group.create_many("decision", [_decision(one, by_code, directory) for one in document.decisions])


def _decision(decision: GateDecision, projects: Mapping[str, int], directory: Directory) -> Facts:
    """Give the facts of a decision; that all it names is there was checked."""
    return {
        "project": projects[fold(decision.project)],
        "gate": decision.gate,
        "decision": decision.decision.value,
        "decided_on": decision.decided_on.isoformat(),
        "from_phase": _id(directory, "phase", decision.from_phase),
        "to_phase": _id(directory, "phase", decision.to_phase),
        "decided_by": _id(directory, "person", decision.decided_by),
        "conditions": decision.conditions,
        "note": decision.note,
    }


def _id(directory: Directory, entity: str, name: str | None) -> int | None:
    """Give the key of what is named, None where nothing is."""
    return None if name is None else directory.of(entity).find(name)
