"""Two people at the same project: the second is shown what the first has done, and nothing is overwritten silently."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.services import journal, projects
from pmo_tui.services.editing import Conflict
from pmo_tui.services.session import Session
from tests.keeping import groups, opened, replayed, standing
from tests.safety.children import Child


@pytest.fixture
def alice(tmp_path: Path) -> Iterator[Session]:
    """Open a database with one project as Alice."""
    session = opened(tmp_path / "portfolio.db")
    projects.add(
        session, {"name": "ERP", "budget": 100, "summary": "as it was", "finish": _day("2026-12-01")}
    )
    yield session
    session.close()


def _day(text: str) -> Value:
    """Give a day."""
    from datetime import date

    return date.fromisoformat(text)


def after_alice(alice: Session, bob_changes: dict[str, Any], **alice_changes: Value) -> dict[str, Any] | str:
    """Let Bob read, Alice save, then Bob save; give what Bob is told."""
    with Child("edit", alice.store.path, "P-0001", json.dumps(bob_changes)) as bob:
        assert bob.hear() == "read"
        project = projects.find(alice, "P-0001")
        projects.save(alice, project, alice_changes) if alice_changes else projects.delete(alice, project)
        bob.tell()
        [told] = bob.end()
    assert replayed() == standing()
    return json.loads(told) if told.startswith("{") else told


def test_the_second_is_shown_both_values_of_the_same_field(alice: Session):
    told = after_alice(alice, {"budget": 300}, budget=200)
    assert told == {
        "fields": ["budget"],
        "base": {"budget": "100"},
        "theirs": {"budget": "200"},
        "mine": {"budget": 300},
    }
    assert projects.find(alice, "P-0001").budget == 200, "what the first saved stands"


def test_what_the_first_alone_has_changed_is_not_to_be_chosen(alice: Session):
    told = after_alice(alice, {"budget": 300}, summary="new", finish=_day("2027-01-01"))
    assert isinstance(told, dict)
    assert told["fields"] == []


def test_where_both_say_the_same_of_one_field_nothing_is_to_be_chosen(alice: Session):
    told = after_alice(alice, {"budget": 200, "summary": "mine"}, budget=200)
    assert isinstance(told, dict)
    assert told["fields"] == []


def test_where_both_did_the_same_there_is_nothing_to_choose(alice: Session):
    before = groups()
    assert after_alice(alice, {"budget": 200}, budget=200) == "saved"
    assert groups() == before + 1, "and it is told once"


def test_the_second_is_told_that_the_project_was_deleted(alice: Session):
    told = after_alice(alice, {"budget": 300})
    assert told == {"fields": [], "base": {}, "theirs": None, "mine": {"budget": 300}}


def test_what_was_changed_meanwhile_is_not_deleted(alice: Session):
    told = after_alice(alice, {}, summary="new")
    assert isinstance(told, dict)
    assert (told["fields"], told["mine"]) == ([], {})
    assert projects.find(alice, "P-0001").summary == "new"


def test_what_was_deleted_and_brought_back_is_not_what_was_read(alice: Session):
    with Child("edit", alice.store.path, "P-0001", json.dumps({"budget": 300})) as bob:
        assert bob.hear() == "read"
        projects.delete(alice, projects.find(alice, "P-0001"))
        journal.undo(alice)
        bob.tell()
        [told] = bob.end()
    assert json.loads(told)["fields"] == ["budget"]
    assert projects.find(alice, "P-0001").budget == 100


def test_a_choice_is_saved_on_what_stands_now(alice: Session):
    base = projects.find(alice, "P-0001")
    projects.save(alice, base, {"summary": "theirs", "health_time": Health.RED})
    with pytest.raises(Conflict) as met:
        projects.save(alice, base, {"summary": "mine", "budget": 300})
    conflict = met.value
    fields = [clash.field.name for clash in conflict.clashes]
    assert fields == ["summary"]
    assert conflict.theirs is not None
    saved = projects.save(alice, conflict.theirs, {"budget": conflict.mine["budget"]})
    assert (saved.summary, saved.budget, saved.health) == ("theirs", 300, Health.RED)
