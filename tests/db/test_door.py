"""The door: what goes through it is kept with its journal rows, or not at all; and the journal only grows."""

from __future__ import annotations

import gc
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from peewee import IntegrityError

from db import sql
from db.door import StaleVersion
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import journal, projects
from pmo_tui.services.session import Session
from pmo_tui.words import say
from tests.keeping import groups, opened, replayed, standing


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new portfolio."""
    session = opened(tmp_path / "portfolio.db")
    yield session
    session.close()


def rows(*codes: str, **facts: object) -> list[Facts]:
    """Give the facts of projects with these codes."""
    return [{"code": code, "name": f"Project {code}", "phase": 1, **facts} for code in codes]  # type: ignore[dict-item]


@pytest.mark.parametrize("table", ["journal", "journal_group"])
@pytest.mark.parametrize("statement", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_the_journal_only_grows(session: Session, table: str, statement: str):
    with pytest.raises(IntegrityError, match="append-only"):
        sql.run(statement.format(table=table))


def test_what_is_made_reads_as_it_was_given_with_the_rest_by_default(session: Session):
    with session.writing("made") as group:
        [key] = group.create_many("project", rows("A", tags=["b", "a"], budget=5, health_cost="red"))
    facts = standing()["project", key]
    assert (facts["tags"], facts["budget"], facts["health"], facts["links"]) == (["a", "b"], 5, "red", [])


def test_nothing_is_kept_of_a_group_that_ends_in_a_failure(session: Session):
    def half() -> None:
        with session.writing("half") as group:
            group.create_many("project", rows("A", "B"))
            group.create("person", {"name": "Zoé"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert groups() == 1
    assert sql.ask("SELECT (SELECT COUNT(*) FROM project), (SELECT COUNT(*) FROM person)") == [(0, 0)]
    projects.add(session, {"name": "Life goes on"})


def test_one_group_holds_many_changes_of_the_same_thing_in_order(session: Session):
    with session.writing("busy") as group:
        key = group.create("project", rows("A")[0])
        assert group.change("project", key, 1, {"budget": 1})
        assert group.change_many("project", [(key, 2, {"budget": 2}), (key, None, {"budget": 3})]) == [
            key,
            key,
        ]
        assert not group.change("project", key, 4, {"budget": 3})
        group.delete("project", key, 4)
        assert group.create("project", rows("A")[0]) == key + 1
        group.delete("project", key + 1, None)
    assert replayed() == standing()
    assert journal.groups(session, 1)[0].size == 7
    journal.undo(session)
    assert replayed() == standing()


@pytest.mark.parametrize("version", [0, 2, 7])
def test_another_version_than_was_read_is_stale(session: Session, version: int):
    with session.writing("made") as group:
        key = group.create("project", rows("A")[0])
    for act in ("change", "delete"):
        with pytest.raises(StaleVersion), session.writing("late") as group:
            getattr(group, act)("project", key, version, *([{"budget": 1}] if act == "change" else []))
    with pytest.raises(StaleVersion), session.writing("gone") as group:
        group.change("project", key + 1, None, {"budget": 1})
    assert groups() == 2


def test_a_key_never_comes_twice_even_where_its_thing_has_gone(session: Session):
    first = projects.add(session, {"name": "One"})
    projects.delete(session, first)
    assert projects.add(session, {"name": "Two"}).id == first.id + 1


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"code": "A"}, "another one with the same code"),
        ({"code": ""}, "A rule of the database forbids it"),
        ({"pm": 99}, "refers to something that has been deleted"),
        ({"health": "green", "moon": 1}, "“moon” is not declared"),
    ],
)
def test_a_broken_rule_is_told_in_a_sentence_and_nothing_is_kept(
    session: Session, facts: Facts, sentence: str
):
    with session.writing("made") as group:
        group.create_many("project", rows("A", "B"))
    with pytest.raises(Refusal, match=sentence), session.writing("broken") as group:
        group.create("project", {**rows("C")[0], **facts})
    with pytest.raises(Refusal, match=sentence), session.writing("broken") as group:
        group.change("project", 2, None, facts)
    assert groups() == 2


def test_what_is_there_twice_is_told_in_the_reader_s_words(session: Session, french: None):
    with pytest.raises(Refusal) as refused, session.writing("twice") as group:
        group.create_many("person", [{"name": "Zoé"}, {"name": "Zoé"}])
    assert "Il en existe déjà un avec le même nom" in say(refused.value)


def test_what_is_used_is_not_deleted_and_the_sentence_names_it(session: Session):
    projects.add(session, {"name": "ERP", "pm": "Zoé", "programme": "Digital"})
    with session.writing("unused") as group:
        group.create("person", {"name": "Nobody's"})
    with pytest.raises(Refusal, match="“Zoé” is still used by others"), session.writing("x") as group:
        group.delete_many("person", [(2, None), (1, None)])
    assert sql.ask("SELECT name FROM person ORDER BY id") == [("Zoé",), ("Nobody's",)]


def test_a_refusal_that_is_caught_inside_a_group_leaves_no_change_without_a_word_in_the_journal(
    session: Session,
):
    projects.add(session, {"name": "ERP", "pm": "Zoé"})
    with session.writing("unused") as group:
        group.create("person", {"name": "Nobody's"})
    with session.writing("goes on") as group:
        with pytest.raises(Refusal, match="“Zoé” is still used by others"):
            group.delete_many("person", [(2, None), (1, None)])
        group.create("programme", {"name": "Digital"})
    assert sql.ask("SELECT name FROM person ORDER BY id") == [("Zoé",), ("Nobody's",)]
    assert replayed() == standing()


def test_a_store_that_is_not_the_one_that_was_opened_last_is_not_written(session: Session, tmp_path: Path):
    other = opened(tmp_path / "other.db")
    with pytest.raises(RuntimeError, match="another store has been opened since"):
        projects.add(session, {"name": "ERP"})
    assert sql.ask("SELECT COUNT(*) FROM project") == [(0,)]
    projects.add(other, {"name": "ERP"})
    other.close()


def test_a_group_is_not_opened_inside_another_nor_where_something_is_read(session: Session):
    with session.writing("outer") as group:
        group.create("person", {"name": "Zoé"})
        with pytest.raises(RuntimeError, match="a group of changes stands alone"):
            projects.add(session, {"name": "ERP"})
    with session.reading(), pytest.raises(RuntimeError, match="a group of changes stands alone"):
        projects.add(session, {"name": "ERP"})
    assert (groups(), sql.ask("SELECT COUNT(*) FROM project")) == (2, [(0,)])


def statements(session: Session, act: Callable[[], object]) -> list[str]:
    """Give the statements that an act runs."""
    asked: list[str] = []
    connection: sqlite3.Connection = session.store.database.connection()
    connection.set_trace_callback(asked.append)
    act()
    connection.set_trace_callback(None)
    return asked


def test_many_edits_ask_for_the_own_fields_no_oftener_than_one(session: Session):
    with session.writing("many") as group:
        keys = group.create_many("project", rows(*(f"P-{n}" for n in range(40))))

    def edits(some: list[int]) -> None:
        with session.writing("edits") as group:
            group.change_many("project", [(key, None, {"budget": len(some)}) for key in some])

    def asked(some: list[int]) -> int:
        return sum("custom_field" in each for each in statements(session, lambda: edits(some)))

    assert asked(keys[:1]) == asked(keys)


def test_a_health_corrected_on_the_day_it_was_declared_leaves_the_former_one_as_it_was(session: Session):
    with session.writing("made") as group:
        key = group.create("project", {**rows("A")[0], "health": "red", "health_date": "2026-11-01"})
    for health in ("green", "amber"):
        with session.writing(health) as group:
            group.change("project", key, None, {"health": health, "health_date": "2026-11-23"})
    assert standing()["project", key]["health_previous"] == "red"
    with session.writing("next week") as group:
        group.change("project", key, None, {"health": "green", "health_date": "2026-11-30"})
    assert standing()["project", key]["health_previous"] == "amber"


def test_what_a_change_is_part_of_says_who_by_which_door_and_when(session: Session):
    with session.writing("first") as group:
        group.create("person", {"name": "Zoé"})
    [newest] = journal.groups(session, 1)
    assert (newest.who, newest.door.value, newest.label, newest.undoes) == ("alice", "screen", "first", None)
    assert sql.ask("SELECT at FROM journal_group WHERE id = ?", (newest.id,)) == [(str(newest.at),)]


def test_a_reader_elsewhere_never_waits_for_a_writer_nor_keeps_one_waiting(session: Session):
    reader = sqlite3.connect(session.store.path, timeout=0)
    reader.execute("BEGIN")
    assert reader.execute("SELECT COUNT(*) FROM project").fetchone() == (0,)
    projects.add(session, {"name": "ERP"})
    with session.writing("open") as group:
        group.create("person", {"name": "Zoé"})
        assert reader.execute("SELECT COUNT(*) FROM project").fetchone() == (0,)
    reader.close()


def test_a_database_locked_by_another_program_is_told_in_a_sentence(session: Session):
    other = sqlite3.connect(session.store.path)
    other.execute("BEGIN IMMEDIATE")
    session.store.database.timeout = 0.001
    with pytest.raises(
        Refusal, match=r"Another program has kept .* locked for too long: nothing was changed"
    ):
        projects.add(session, {"name": "ERP"})
    other.rollback()
    other.close()
    projects.add(session, {"name": "ERP"})


def test_a_wait_for_another_program_can_be_seen_and_ended_and_has_changed_nothing(session: Session):
    other = sqlite3.connect(session.store.path, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    assert not session.work.give_up()

    def give_up() -> None:
        while not session.work.give_up():
            pass

    watcher = threading.Thread(target=give_up)
    watcher.start()
    with pytest.raises(Refusal, match="Nothing was changed, another program is still writing"):
        projects.add(session, {"name": "ERP"})
    watcher.join()
    assert not session.work.waits
    other.rollback()
    other.close()
    projects.add(session, {"name": "ERP"})


def test_what_is_being_written_is_counted(session: Session):
    with session.writing("many") as group:
        group.create_many("person", [{"name": "Zoé"}, {"name": "Léa"}])
        assert session.work.changes == 2
        group.change("person", 1, 1, {"name": "Zoë"})
        assert session.work.changes == 3
    assert session.work.changes == 0


def test_questions_leave_no_transaction_open(session: Session):
    projects.add(session, {"name": "ERP"})
    projects.add(session, {"name": "Wifi"})
    projects.find(session, "P-0001")
    journal.groups(session, 5)
    journal.history(session, "project", 1)
    journal.undo(session)
    gc.collect()
    [(busy, _pages, _moved)] = sql.ask("PRAGMA wal_checkpoint(TRUNCATE)")
    assert busy == 0
    assert session.store.path.with_name("portfolio.db-wal").stat().st_size == 0


def test_labels_and_authors_are_kept_as_clean_lines_and_one_finds_one_s_own_again(tmp_path: Path):
    session = opened(tmp_path / "other.db", who="ali\x1b[31mce\udcff ")
    with session.writing("one\n\x1b[31m") as group:
        group.create_many("project", rows("A"))
        group.label += "two\udcff\u202e"
    [last, _first] = journal.groups(session, 5)
    assert (last.who, last.label) == ("ali�[31mce�", "one �[31mtwo��")
    assert journal.undo(session).group.id == last.id
    session.close()
