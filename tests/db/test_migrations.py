"""Migrations: every schema there ever was becomes the present one, once, and nothing of what was kept is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from peewee import BooleanField, DateField, DateTimeField, Field, ForeignKeyField, IntegerField, Model

from db import journal as journal_kept
from db import models, sql
from db.engine import Store
from db.migrations import runner
from db.models.base import Part, Record
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import journal, projects
from pmo_tui.services.session import Session, open_session
from tests.db import saving
from tests.keeping import groups, opened, replayed, standing
from tests.safety.children import children

SAVED = sorted((Path(__file__).parent / "saved").glob("[0-9]*.db"))

# --- saved databases ------------------------------------------------------------------------------------------


def as_far_as(told: Any, expected: Any) -> Any:
    """Give what is told without what is told only by now: later there is more to tell of the same."""
    if isinstance(told, dict) and isinstance(expected, dict):
        return {name: as_far_as(value, expected[name]) for name, value in told.items() if name in expected}
    if isinstance(told, list) and isinstance(expected, list) and len(told) == len(expected):
        return [as_far_as(*both) for both in zip(told, expected, strict=True)]
    return told


@pytest.mark.parametrize("saved", SAVED, ids=lambda path: path.stem)
def test_a_saved_database_is_read_as_it_was_written(saved: Path, tmp_path: Path):
    original = saved.read_bytes()
    path = tmp_path / saved.name
    path.write_bytes(original)
    session = open_session(path, who="reader")
    expected = json.loads(saved.with_suffix(".json").read_text("utf-8"))
    assert as_far_as(saving.told(session), expected) == expected
    assert sql.ask("PRAGMA integrity_check") == [("ok",)]
    assert sql.ask("PRAGMA foreign_key_check") == []
    assert replayed() == standing()
    session.close()
    assert saved.read_bytes() == original


@pytest.mark.parametrize("saved", SAVED, ids=lambda path: path.stem)
def test_a_saved_journal_says_of_which_project_it_tells(saved: Path, tmp_path: Path):
    path = tmp_path / saved.name
    path.write_bytes(saved.read_bytes())
    session = open_session(path, who="reader")
    told = sql.ask(
        "SELECT DISTINCT entity, about IS NULL FROM journal WHERE entity IN ('project', 'decision', 'view')"
    )
    assert sorted(told) == [("decision", 0), ("project", 0), ("view", 1)]
    assert sql.ask("SELECT DISTINCT about FROM journal WHERE entity = 'decision'") == [(1,)]
    session.close()


@pytest.mark.parametrize("saved", SAVED, ids=lambda path: path.stem)
def test_a_saved_database_is_worked_on_and_what_was_done_then_is_undone_now(saved: Path, tmp_path: Path):
    path = tmp_path / "copy.db"
    path.write_bytes(saved.read_bytes())
    session = opened(path, saving.AUTHOR)
    before = groups()
    projects.add(session, {"name": "Made now"})
    journal.undo(session)
    journal.undo(session)
    assert groups() == before + 3
    assert replayed() == standing()
    session.close()


def test_every_schema_has_its_saved_database():
    assert [path.stem for path in SAVED] == [name[:4] for name in runner.known()]


# --- the models are the schema --------------------------------------------------------------------------------

AFFINITY = {
    "VARCHAR": "TEXT",
    "TEXT": "TEXT",
    "INTEGER": "INTEGER",
    "BIGINT": "INTEGER",
    "SMALLINT": "INTEGER",
}
AFFINITY |= {"DATE": "DATE", "DATETIME": "DATETIME"}


def every_model() -> list[type[Model]]:
    """Give every record of the present program."""
    for room in iter_modules(models.__path__):
        import_module(f"{models.__name__}.{room.name}")
    return [*leaves(Record), *Part.__subclasses__()]


def leaves(record: type[Model]) -> Iterator[type[Model]]:
    """Walk the records that have a table of their own: those of which no other record is made."""
    for below in record.__subclasses__():
        yield from leaves(below) if below.__subclasses__() else (below,)


def said_of(field: Field) -> tuple[str, bool, bool]:
    """Give the type of a field, whether it may be empty, and whether it is part of the key, as the schema says it."""
    while isinstance(field, ForeignKeyField):
        field, of = field.rel_field, field
        return "INTEGER", of.null, in_key(of)
    kind = {DateField: "DATE", DateTimeField: "DATETIME"}.get(type(field))
    return (
        kind or ("INTEGER" if isinstance(field, IntegerField | BooleanField) else "TEXT"),
        field.null,
        in_key(field),
    )


def in_key(field: Field) -> bool:
    """Tell whether a field is part of its table's key."""
    key = field.model._meta.primary_key
    return field.name in key.field_names if hasattr(key, "field_names") else field is key


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new portfolio."""
    session = opened(tmp_path / "portfolio.db")
    yield session
    session.close()


def test_the_models_are_the_migrated_schema_column_by_column(session: Session):
    assert every_model()
    for model in every_model():
        columns = {
            name: (AFFINITY[kind.split("(")[0]], not required, key > 0)
            for _, name, kind, required, _, key in sql.ask(f'PRAGMA table_info("{model._meta.table_name}")')
        }
        assert columns == {field.column_name: said_of(field) for field in model._meta.sorted_fields}, model


def test_the_models_are_the_migrated_schema_reference_by_reference(session: Session):
    for model in every_model():
        there = {
            row[3]: (row[2], row[6])
            for row in sql.ask(f'PRAGMA foreign_key_list("{model._meta.table_name}")')
        }
        fields = [field for field in model._meta.sorted_fields if isinstance(field, ForeignKeyField)]
        here = {f.column_name: (f.rel_model._meta.table_name, f.on_delete or "NO ACTION") for f in fields}
        assert there == here, model


def test_every_table_has_its_model(session: Session):
    tables = {name for (name,) in sql.ask("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables - {runner.HISTORY} == {model._meta.table_name for model in every_model()}


# --- running them ---------------------------------------------------------------------------------------------

LATER = '''"""A later change: projects have a motto."""

def up(migrator, db):
    db.execute_sql("ALTER TABLE project ADD COLUMN motto TEXT")
    {more}
'''


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give what makes this program know one migration more than it does."""
    here = tmp_path / "migrations"
    here.mkdir()
    for path in runner.HERE.glob("[0-9]*.py"):
        (here / path.name).write_text(path.read_text("utf-8"), "utf-8")

    def later(more: str = "pass") -> None:
        (here / "0999_motto.py").write_text(LATER.format(more=more), "utf-8")
        monkeypatch.setattr(runner, "HERE", here)

    return later


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a portfolio with one project, that only its owner may read."""
    path = tmp_path / "house.db"
    session = opened(path)
    projects.add(session, {"name": "ERP"})
    session.close()
    path.chmod(0o600)
    return path


def raw(path: Path, question: str) -> list[Any]:
    """Ask a database without this program."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def test_a_database_with_data_is_copied_before_it_is_changed(path: Path, later: Callable[..., None]):
    later()
    Store.open(path).close()
    assert raw(path, "SELECT name, motto FROM project") == [("ERP", None)]
    copy = path.with_name("house.before-0999_motto.db")
    assert raw(copy, "SELECT name FROM project") == [("ERP",)]
    assert "motto" not in raw(copy, "SELECT sql FROM sqlite_master WHERE name = 'project'")[0][0]
    assert copy.stat().st_mode & 0o777 == 0o600, "as private as the original"
    assert not [each for each in path.parent.iterdir() if each.suffix == ".part"]


def test_a_copy_is_of_what_stood_just_before_even_where_an_older_one_lies_about(
    path: Path, later: Callable[..., None]
):
    copy = path.with_name("house.before-0999_motto.db")
    copy.write_text("an older one")
    copy.with_name(copy.name + ".part").write_text("half of one, from a process that was killed")
    later()
    Store.open(path).close()
    assert raw(copy, "SELECT name FROM project") == [("ERP",)]


def test_a_migration_that_fails_changes_nothing(path: Path, later: Callable[..., None]):
    later("raise ZeroDivisionError")
    for _attempt in range(2):
        with pytest.raises(ZeroDivisionError):
            Store.open(path)
    assert "motto" not in raw(path, "SELECT sql FROM sqlite_master WHERE name = 'project'")[0][0]
    assert raw(path, f"SELECT COUNT(*) FROM {runner.HISTORY}") == [(len(runner.known()) - 1,)]


def test_a_new_database_needs_no_copy(tmp_path: Path):
    path = tmp_path / "new.db"
    opened(path).close()
    opened(path).close()
    assert [each for each in tmp_path.iterdir() if each.is_file()] == [path]


def test_a_database_of_an_older_schema_that_can_only_be_read_is_told_so(
    path: Path, later: Callable[..., None]
):
    later()
    with pytest.raises(Refusal, match="needs an update of its schema"):
        Store.open(path, read_only=True)


def test_a_database_of_a_newer_schema_is_refused(
    path: Path, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    later()
    Store.open(path).close()
    monkeypatch.undo()
    with pytest.raises(Refusal, match=r"newer pmo-tui \(schema 0999_motto\)"):
        Store.open(path)


def test_a_program_that_was_open_while_a_newer_one_came_writes_no_more(
    path: Path, later: Callable[..., None]
):
    session = opened(path)
    later()
    with sqlite3.connect(path) as other:
        other.execute("ALTER TABLE project ADD COLUMN motto TEXT")
        other.execute(f"INSERT INTO {runner.HISTORY} (name, applied) VALUES ('0999_motto', '2030-01-01')")
    other.close()
    projects.add(session, {"name": "By a program that knows it"})
    (runner.HERE / "0999_motto.py").unlink()
    with sqlite3.connect(path) as other:
        other.execute("ALTER TABLE project ADD COLUMN song TEXT")
    other.close()
    with pytest.raises(Refusal, match=r"newer pmo-tui \(schema 0999_motto\)"):
        projects.add(session, {"name": "By one that doesn't"})
    session.close()


def test_four_starts_at_once_migrate_once_one_after_the_other(path: Path, later: Callable[..., None]):
    later()
    with children(4, "start") as starters:
        for child in starters:
            child.tell(f"{path}\t{runner.HERE}")
        assert [child.hear() for child in starters] == ["phases 6"] * 4
    assert raw(path, f"SELECT COUNT(*) FROM {runner.HISTORY} WHERE name = '0999_motto'") == [(1,)]
    assert raw(path.with_name("house.before-0999_motto.db"), "SELECT name FROM project") == [("ERP",)]


def test_a_first_start_that_was_killed_half_way_is_finished_by_the_next(tmp_path: Path):
    path = tmp_path / "half.db"
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE TABLE {runner.HISTORY} (id INTEGER PRIMARY KEY, name TEXT, applied DATETIME)")
    connection.commit()
    connection.close()
    session = opened(path)
    assert sql.ask("SELECT COUNT(*) FROM phase") == [(6,)]
    session.close()


def test_what_was_named_alike_before_is_numbered_and_the_journal_tells(tmp_path: Path):
    path = tmp_path / "alike.db"
    path.write_bytes(SAVED[0].read_bytes())
    alike = "É-1", "e-1", "E-1-2"
    with sqlite3.connect(path) as old:
        old.executemany(
            "INSERT INTO project (version, code, name, folded, phase_id, search, health, severity, "
            "health_previous, created_at, updated_at) "
            "VALUES (1, ?, 'x', 'x', 1, lower(?) || char(10) || 'x', 'grey', 0, 'grey', '', '')",
            [(code, code) for code in alike],
        )
        for _twice in range(2):
            old.execute(
                "INSERT INTO view (version, name, query, mode, columns, sort) "
                "VALUES (1, 'Late', '', 'table', '[]', '[]')"
            )
    old.close()
    session = open_session(path)
    assert sql.ask("SELECT code, code_folded, search FROM project WHERE name = 'x' ORDER BY id") == [
        ("É-1", "e-1", "e-1\nx"),
        ("e-1-3", "e-1-3", "e-1-3\nx"),
        ("E-1-2", "e-1-2", "e-1-2\nx"),
    ]
    assert sql.ask("SELECT name FROM view WHERE query = '' ORDER BY id") == [("Late",), ("Late-2",)]
    told = {
        change.entity: (change.before, change.after)
        for group in journal.groups(session, 3)
        if group.label not in saving.SINCE
        for change in journal_kept.changes(group.id)
    }
    assert told == {
        "project": ({"code": "e-1"}, {"code": "e-1-3"}),
        "view": ({"name": "Late"}, {"name": "Late-2"}),
    }
    session.close()
