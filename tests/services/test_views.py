"""Saved views: names, owners, conflicts, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.domain.portfolio import View
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import journal, views
from pmo_tui.services.session import Session
from tests.driving.person import session_on


@pytest.fixture
def session(tmp_path: Path):
    """A session of alice's."""
    session = session_on(tmp_path / "dsi.db")
    yield session
    session.close()


def view(name: str, **given: object) -> View:
    return View(0, 0, name, query="rag:red", owner="whoever")._replace(**given)  # type: ignore[arg-type]


def test_a_view_comes_back_as_it_was_kept(session: Session):
    wanted = view(
        "Mine", mode="table", columns=("code", "budget"), sort=("-score", "name"), group="programme"
    )
    kept = views.save(session, wanted)
    assert kept == wanted._replace(id=kept.id, version=1, owner="alice")
    assert views.views(session) == (kept,)


def test_ones_own_stand_before_the_shared_ones(session: Session):
    for name, owner in (("b", "me"), ("z", None), ("A", "me"), ("é", None)):
        views.save(session, view(name, owner=owner))
    assert [each.name for each in views.views(session)] == ["A", "b", "é", "z"]


def test_anothers_personal_view_is_not_seen(session: Session):
    views.save(session, view("Mine"))
    session.who = "bob"
    assert views.views(session) == ()
    views.save(session, view("mine"))  # the name is free for bob
    views.save(session, view("Ours", owner=None))
    session.who = "alice"
    assert [each.name for each in views.views(session)] == ["Mine", "Ours"]


@pytest.mark.parametrize("owner", ["me", None])
def test_a_name_is_taken_once_for_each_owner(session: Session, owner: str | None):
    views.save(session, view("Réd", owner=owner))
    with pytest.raises(Refusal, match="already"):
        views.save(session, view("RED", owner=owner))
    views.save(session, view("RED", owner=None if owner else "me"))


@pytest.mark.parametrize("owner", ["me", None])
def test_a_deleted_view_does_not_come_back_beside_one_of_its_name(session: Session, owner: str | None):
    views.delete(session, views.save(session, view("Late", owner=owner)))
    deleted = journal.groups(session, 1)[0].id
    views.save(session, view("Late", owner=owner))
    with pytest.raises(Refusal, match="another one with the same name"):
        journal.undo(session, deleted)
    assert len(views.views(session)) == 1


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_name_must_be_one(session: Session, name: str):
    with pytest.raises(Refusal, match="name"):
        views.save(session, view(name))


def test_a_query_must_be_one(session: Session):
    with pytest.raises(Refusal, match="budget"):
        views.save(session, view("x", query="budgt:3"))


def test_controls_in_a_name_are_made_visible(session: Session):
    assert views.save(session, view("[red]\x1b]0;pwn")).name == "[red]\ufffd]0;pwn"


def test_saving_again_changes_the_same_view(session: Session):
    kept = views.save(session, view("Mine"))
    again = views.save(session, kept._replace(query="rag:amber"))
    assert (again.id, again.query) == (kept.id, "rag:amber")
    assert views.views(session) == (again,)


def test_renaming_keeps_the_rest(session: Session):
    kept = views.save(session, view("Mine"))
    named = views.rename(session, kept, "Yours")
    assert named._replace(name="Mine", version=kept.version) == kept


def test_a_stale_view_is_refused(session: Session):
    kept = views.save(session, view("Mine"))
    views.save(session, kept._replace(query="rag:amber"))
    with pytest.raises(Refusal, match="meanwhile"):
        views.save(session, kept._replace(query="rag:green"))
    with pytest.raises(Refusal, match="meanwhile"):
        views.delete(session, kept)


def test_a_deleted_view_comes_back_by_undo(session: Session):
    kept = views.save(session, view("Mine"))
    views.delete(session, kept)
    assert views.views(session) == ()
    journal.undo(session)
    assert [each.name for each in views.views(session)] == ["Mine"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"columns": ("nam",)}, "There is no field “nam”. Did you mean “name”?"),
        ({"sort": ("-scor",)}, "There is no field “scor”. Did you mean “score”?"),
        ({"group": "phas"}, "There is no field “phas”. Did you mean “phase”?"),
        ({"group": "tags"}, "One can't sort or group by “tags”: it holds long text or several values."),
    ],
)
def test_a_field_that_is_not_there_is_refused_with_the_nearest(
    session: Session, given: dict[str, object], sentence: str
):
    with pytest.raises(Refusal) as refused:
        views.save(session, view("Mine", **given))
    assert str(refused.value) == sentence
