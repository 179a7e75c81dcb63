"""Conflicts: who was it, which fields there are to choose in, and adding again what was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import conflicts, gates, journal, projects
from pmo_tui.services.editing import Conflict
from pmo_tui.services.gates import Verdict
from pmo_tui.services.portfolio import surroundings
from pmo_tui.services.session import Session
from tests.keeping import groups, opened, replayed, standing, tables

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new portfolio."""
    session = opened(tmp_path / "portfolio.db")
    yield session
    session.close()


def deleted_by_bob(session: Session, project: Project) -> None:
    """Let bob delete a project as it stands."""
    session.who = "bob"
    now = projects.get(session, project.id)
    assert now is not None
    projects.delete(session, now)
    session.who = "alice"


def test_the_last_group_tells_who_touched_a_project_last(session: Session):
    project = projects.add(session, {"name": "ERP"})
    deleted_by_bob(session, project)
    last = conflicts.last_group(session, "project", project.id)
    assert last is not None
    assert (last.who, last.label) == ("bob", "Deleted P-0001 ERP")
    assert conflicts.last_group(session, "project", 99) is None


def test_there_is_to_choose_only_in_what_both_have_changed_and_not_where_they_say_the_same(session: Session):
    base = projects.add(session, {"name": "ERP", "budget": 100, "summary": "old"})
    projects.save(session, base, {"budget": 200, "summary": "new", "tags": ("cloud",)})
    with pytest.raises(Conflict) as met:
        projects.save(session, base, {"budget": 300, "summary": "new", "priority": 1})
    told = [(each.field.name, each.read, each.theirs, each.mine) for each in met.value.clashes]
    assert told == [("budget", 100, 200, 300)]
    assert [field.name for field in met.value.alone] == ["tags"]


def test_what_is_added_again_is_what_was_deleted_with_one_s_own_changes(session: Session):
    made = projects.add(session, {"name": "ERP", "health": Health.GREEN, "health_date": date(2026, 11, 1)})
    made = projects.save(session, made, {"health": Health.RED, "pm": "Zoé"})
    held = gates.decide(session, made, gates.gates(session, made)[0], Verdict(Decision.HOLD, TODAY, "Zoé"))
    session.who = "bob"
    projects.save(session, held, {"summary": "Bob's last words"})
    deleted_by_bob(session, held)
    before, made_groups = tables(), groups()
    back = conflicts.add_again(session, projects.PROJECT, held, {"budget": 5, "sponsor": "Ann"})
    assert (back.health, back.health_previous) == (Health.RED, Health.GREEN), "and its trend"
    assert (back.budget, back.sponsor, back.pm, back.summary) == (5, "Ann", "Zoé", "Bob's last words")
    assert (back.id, back.created_at) == (held.id, held.created_at)
    assert back.version > held.version
    assert [each.decision for each in gates.decisions(session, back)] == [Decision.HOLD]
    assert groups() == made_groups + 1
    assert replayed() == standing()
    journal.undo(session)
    assert tables() == before


def test_a_project_whose_dates_came_in_wrong_is_added_again_as_it_was(session: Session):
    with session.writing("imported") as group:
        facts: Facts = {"code": "A", "name": "ERP", "phase": 1, "start": "2026-02-01", "finish": "2026-01-01"}
        key = group.create("project", facts)
    project = projects.find(session, "A")
    deleted_by_bob(session, project)
    assert conflicts.add_again(session, projects.PROJECT, project, {"name": "ERP 2"}).name == "ERP 2"
    assert projects.find(session, "A").id == key


def test_what_could_not_be_saved_is_not_added_again(session: Session):
    red = projects.add(session, {"name": "ERP", "health_time": Health.RED, "start": TODAY})
    deleted_by_bob(session, red)
    before = tables()
    refused: list[tuple[dict[str, Value], str]] = [
        ({"health": Health.GREEN}, "follows its worst dimension"),
        ({"finish": date(2026, 1, 1)}, "lies before the start"),
        ({"slip": 3}, "Slip follows from other fields"),
    ]
    for changes, sentence in refused:
        with pytest.raises(Refusal, match=sentence):
            conflicts.add_again(session, projects.PROJECT, red, changes)
    assert tables() == before


def test_a_code_that_is_taken_meanwhile_is_named_and_another_may_be_chosen(session: Session):
    project = projects.add(session, {"name": "ERP", "code": "É-1"})
    deleted_by_bob(session, project)
    projects.add(session, {"name": "Wifi", "code": "e-1"})
    with pytest.raises(Refusal, match="The code “É-1” is taken"):
        conflicts.add_again(session, projects.PROJECT, project, {"name": "ERP 2"})
    assert conflicts.add_again(session, projects.PROJECT, project, {"code": "E-2"}).code == "E-2"


def test_what_someone_has_added_again_already_is_a_conflict(session: Session):
    project = projects.add(session, {"name": "ERP"})
    deleted_by_bob(session, project)
    session.who = "bob"
    journal.undo(session)
    session.who = "alice"
    with pytest.raises(Conflict) as met:
        conflicts.add_again(session, projects.PROJECT, project, {"budget": 5})
    assert [each.field.name for each in met.value.clashes] == ["budget"]


def test_of_an_import_that_was_undone_only_this_project_is_added_again(session: Session):
    with session.writing("imported") as group:
        keys = group.create_many(
            "project", [{"code": f"P-{n}", "name": f"Nr {n}", "phase": 1} for n in range(3)]
        )
    project = projects.get(session, keys[1])
    assert project is not None
    journal.undo(session)
    conflicts.add_again(session, projects.PROJECT, project, {"budget": 5})
    assert [each.code for each in projects.read(session, keys)] == ["P-1"]


# --- what was read ---------------------------------------------------------------------------------------------


def test_what_was_read_is_read_back_from_the_journal(session: Session):
    read = [projects.add(session, {"name": "ERP", "budget": 1, "tags": ("a",), "health_time": Health.RED})]
    changes: tuple[dict[str, Value], ...] = (
        {"budget": 2, "pm": "Zoé"},
        {"tags": ("a", "b"), "health_time": Health.GREY},
        {"name": "ERP 2", "summary": "new"},
    )
    read += [projects.save(session, projects.find(session, "P-0001"), said) for said in changes]
    now = read[-1]
    for then in read:
        again = conflicts.as_read(session, projects.PROJECT, now, then.version)
        assert again.version == then.version
        for field in surroundings(session).catalogue:
            if field.name not in {"updated", "computed", "optimistic"}:
                assert again.value(field.name) == then.value(field.name), field.name


def test_where_the_journal_does_not_reach_all_that_was_typed_is_asked_about(session: Session):
    project = projects.add(session, {"name": "ERP"})
    deleted_by_bob(session, project)
    journal.undo(session, journal.groups(session, 1)[0].id)
    now = projects.find(session, "P-0001")
    again = conflicts.as_read(session, projects.PROJECT, now, project.version)
    assert (again.version, again.name) == (project.version, "ERP")
    with pytest.raises(Conflict) as met:
        projects.save(session, again, {"name": "ERP 2"})
    assert [(clash.field.name, clash.mine) for clash in met.value.clashes] == [("name", "ERP 2")]
