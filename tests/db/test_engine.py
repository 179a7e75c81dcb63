"""Opening: whatever stands at the path is opened, made or refused in one sentence; what isn't ours stays as it was."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from db import sql
from db.engine import Store
from db.migrations.runner import HISTORY, known
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import journal, projects
from pmo_tui.services.session import Session, open_session
from tests.keeping import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a portfolio of forty projects."""
    path = tmp_path / "portfolio.db"
    session = opened(path)
    with session.writing("forty") as group:
        rows: list[Facts] = [
            {"code": f"P-{n}", "name": f"Nr {n}", "phase": 1, "summary": "words " * 500} for n in range(40)
        ]
        group.create_many("project", rows)
    session.close()
    return path


def refusal(path: Path, **how: bool) -> str:
    """Try to open what stands at the path and give the sentence, which names the path and is the only one."""
    with pytest.raises(Refusal) as met:
        Store.open(path, **how)
    said = str(met.value)
    assert str(path) in said
    assert "\n" not in said
    return said


def digest(path: Path) -> str:
    """Give what tells whether a file is still the same."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def other_program(path: Path) -> None:
    """Make the database of another program."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    """Make a database that a later program has migrated."""
    opened(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"INSERT INTO {HISTORY} (name, applied) VALUES ('9999_moon', '2030-01-01')")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_text("Dear diary, " * 500), "is not a database"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(200)), "is not a database"),
        (other_program, "is an SQLite database of another program"),
        (newer, "written by a newer pmo-tui (schema 9999_moon). Update pmo-tui"),
    ],
    ids=["a text", "half a header", "another program's", "a newer one's"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_ours_is_refused_and_stays_as_it_was(
    tmp_path: Path, make: Callable[[Path], object], sentence: str, read_only: bool
):
    path = tmp_path / "it.db"
    make(path)
    before = digest(path)
    assert sentence in refusal(path, create=True, read_only=read_only)
    assert digest(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_a_device_and_a_loop_are_refused(tmp_path: Path):
    assert "is a folder" in refusal(tmp_path, create=True)
    assert "is not a database" in refusal(Path("/dev/null"), create=True)
    loop = tmp_path / "loop.db"
    loop.symlink_to(loop)
    assert "can't be reached" in refusal(loop, create=True)
    assert "can't be reached" in refusal(tmp_path / ("n" * 300), create=True)
    assert "can't be reached" in refusal(tmp_path / "nul\0.db", create=True)


def test_what_is_missing_is_made_only_where_it_is_asked_for(tmp_path: Path):
    path = tmp_path / "new.db"
    assert "pmo-tui init" in refusal(path)
    assert not path.exists()
    with pytest.raises(Refusal, match=r"There is no folder .*nowhere"):
        Store.open(tmp_path / "nowhere" / "new.db", create=True)
    opened(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_an_empty_file_becomes_a_portfolio(tmp_path: Path):
    path = tmp_path / "empty.db"
    path.touch()
    session = open_session(path)
    assert sql.ask("SELECT COUNT(*) FROM phase") == [(6,)]
    session.close()


def test_a_link_leads_to_its_file_with_the_log_beside_that_one(tmp_path: Path):
    (tmp_path / "far").mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "far" / "real.db")
    session = opened(link)
    projects.add(session, {"name": "ERP"})
    assert sorted(each.name for each in (tmp_path / "far").iterdir()) == [
        "real.db",
        "real.db-shm",
        "real.db-wal",
    ]
    session.close()


def test_odd_names_are_only_names(tmp_path: Path):
    path = tmp_path / "100% é? #1&mode=rw 'x'.db"
    session = opened(path)
    projects.add(session, {"name": "ERP"})
    session.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    store = Store.open(path, read_only=True)
    assert sql.ask("SELECT name FROM project") == [("ERP",)]
    store.close()


def test_reading_only_changes_nothing_and_says_so(path: Path):
    store = Store.open(path, read_only=True)
    session = Session(store, "alice")
    assert projects.find(session, "P-7").name == "Nr 7"
    with pytest.raises(Refusal, match="open for reading only: nothing can be changed"):
        projects.add(session, {"name": "ERP"})
    session.close()
    session.close()


def test_a_file_without_the_right_to_write_is_opened_for_reading(path: Path):
    if os.geteuid() == 0:
        pytest.skip("root may write everything; tests/safety/test_rights.py does it as another account")
    path.chmod(0o440)
    session = open_session(path)
    assert session.read_only
    assert projects.find(session, "P-7").name == "Nr 7"
    session.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", [b"n\xff.db", b"a?b#c%20.db", b"n\x1b[31m.db"])
@pytest.mark.parametrize("beside", [False, True])
def test_a_file_of_any_name_is_read_where_it_can_t_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: bytes, beside: bool
):
    there = path.rename(path.with_name(os.fsdecode(name)))
    colleague = sqlite3.connect(there)
    if beside:
        colleague.execute("SELECT COUNT(*) FROM project").fetchall()  # which opens the log
    monkeypatch.setattr("db.engine.writable", lambda path: False)
    session = open_session(there)
    assert session.read_only
    assert projects.find(session, "P-7").name == "Nr 7"
    session.close()
    colleague.close()


def test_an_open_database_has_its_safety_on(path: Path):
    session = opened(path)
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    assert [sql.ask(f"PRAGMA {name}")[0][0] for name in pragmas] == ["wal", 2, 1]
    session.close()


def test_a_restored_copy_without_a_log_takes_its_log_again(path: Path, tmp_path: Path):
    copy = tmp_path / "copy.db"
    connection = sqlite3.connect(path)
    connection.execute("VACUUM INTO ?", (str(copy),))
    connection.execute("PRAGMA journal_mode = delete")
    connection.close()
    session = opened(path)
    assert sql.ask("PRAGMA journal_mode") == [("wal",)]
    session.close()


def test_a_file_that_was_replaced_while_it_was_open_is_not_written_into_the_void(path: Path, tmp_path: Path):
    session = opened(path)
    path.rename(tmp_path / "moved.db")
    with pytest.raises(Refusal, match="was moved or replaced while it was open"):
        projects.add(session, {"name": "Lost"})
    opened(path).close()
    session.close()


def everything(path: Path) -> None:
    """Open a database, read all of it and write into it."""
    session = open_session(path)
    try:
        keys = [key for (key,) in sql.ask("SELECT id FROM project ORDER BY code")]
        projects.read(session, keys)
        journal.groups(session, 10)
        journal.history(session, "project", 7)
        projects.find(session, "P-7")
        projects.add(session, {"name": "More"})
        journal.undo(session, 2)
    finally:
        session.close()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_told_in_a_sentence(path: Path, share: float):
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))
    with pytest.raises(Refusal, match=r"portfolio\.db is (damaged|not a database)|The journal is damaged"):
        everything(path)


def test_a_page_of_nothing_anywhere_is_told_in_a_sentence(path: Path, tmp_path: Path):
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    met = []
    for page in range(len(whole) // size):
        damaged = tmp_path / f"{page}.db"
        damaged.write_bytes(whole[: page * size] + bytes(size) + whole[(page + 1) * size :])
        try:
            everything(damaged)
        except Refusal as said:
            met.append(str(said))
    assert len(met) > 10
    assert all("damaged" in said or "not a database" in said for said in met)


def test_a_failure_while_setting_up_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    closed = []
    monkeypatch.setattr("pmo_tui.services.portfolio.ensure", lambda session: 1 / 0)
    monkeypatch.setattr(Session, "close", lambda session: closed.append(session.store.close()))
    with pytest.raises(ZeroDivisionError):
        opened(tmp_path / "new.db")
    assert closed == [None]


def test_the_known_migrations_are_numbered_without_a_gap():
    assert [int(name[:4]) for name in known()] == list(range(1, len(known()) + 1))
