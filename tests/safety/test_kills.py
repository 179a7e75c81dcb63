"""Kills: whatever ends a process in the middle of its work, what was said to be kept is kept, and nothing is half."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import sql
from pmo_tui.services import journal, projects
from pmo_tui.services.session import Session
from tests.keeping import groups, opened, replayed, standing
from tests.safety.children import Child, children

MANY = 10_000
"""So many wide rows do not fit SQLite's cache: some are in the log before the transaction ends."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a database with one project that was there before."""
    path = tmp_path / "portfolio.db"
    session = opened(path)
    projects.add(session, {"name": "Before"})
    session.close()
    return path


def sound(path: Path) -> Session:
    """Open what is left, and check that it is whole and that its journal tells all of it."""
    session = opened(path)
    assert sql.ask("PRAGMA integrity_check") == [("ok",)]
    assert sql.ask("PRAGMA foreign_key_check") == []
    assert replayed() == standing()
    assert projects.find(session, "P-0001").name == "Before"
    return session


def count() -> int:
    """Give the number of projects."""
    return int(sql.ask("SELECT COUNT(*) FROM project")[0][0])


def test_killed_in_the_middle_of_a_thousand_writes(path: Path):
    with Child("write", path, 1000) as child:
        child.hear_until("ready")
        child.tell()
        kept = [child.hear() for _ in range(250)]
        kept += child.kill()
    session = sound(path)
    there = {code for (code,) in sql.ask("SELECT code FROM project")}
    assert set(kept) <= there, "what was said to be kept is there"
    assert len(there) - 1 - len(kept) in {0, 1}, "and at most the one that was kept but not yet told"
    assert len(there) < 1001, "it was killed in the middle"
    session.close()


@pytest.mark.parametrize("until", [1000, MANY // 2, MANY])
def test_killed_in_the_middle_of_a_large_creation(path: Path, until: int):
    with Child("bulk", path, MANY) as child:
        child.hear_until("ready")
        child.tell()
        for _ in range(1000, until, 1000):
            child.tell()
        child.hear_until(f"made {until}")
        child.kill()
    spilled = path.with_name(path.name + "-wal").stat().st_size > 10_000_000
    assert spilled or until < MANY, "much of it was on the disk already"
    session = sound(path)
    assert (count(), groups()) == (1, 2), "nothing of it is there"
    session.close()


def test_killed_just_after_a_large_creation_was_kept(path: Path):
    with Child("bulk", path, 2000) as child:
        child.hear_until("ready")
        for _ in range(3):
            child.tell()
        child.hear_until("kept")
        child.kill()
    session = sound(path)
    assert (count(), groups()) == (2001, 3), "all of it is there"
    assert journal.undo(session, journal.groups(session, 1)[0].id).group.label == "Bulk"
    assert count() == 1
    session.close()


@pytest.mark.parametrize("working", [False, True], ids=["while it waits", "while it works"])
def test_interrupted_in_the_middle_of_a_large_creation(path: Path, working: bool):
    with Child("bulk", path, MANY) as child:
        child.hear_until("ready")
        child.tell()
        child.hear_until("made 1000")
        if working:
            child.tell()
        child.interrupt()
        child.hear_until("interrupted")
        child.end()
    session = sound(path)
    assert count() == 2
    assert projects.find(session, "P-0002").name == "Life goes on", (
        "in the same process, with the lock given back"
    )
    session.close()


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    """Write a file with 5 000 projects and one row that can't be."""
    rows = [f"I-{n};Project {n};{n * 10};Person {n % 50};2026-01-{1 + n % 28:02d}" for n in range(5000)]
    file = tmp_path / "projects.csv"
    file.write_text("\n".join(["code;name;budget;pm;start", *rows, "I-bad;Bad;lots;;"]) + "\n", "utf-8")
    return file


@pytest.mark.parametrize("how", ["kill", "interrupt"])
def test_an_import_ended_in_the_middle_never_was(path: Path, csv: Path, how: str):
    with Child("take", path, csv) as child:
        child.hear_until("ready")
        child.hear_until("at 0 of")
        child.tell()
        child.hear_until("at 2000 of")
        if how == "kill":
            child.kill()
        else:
            child.interrupt()
            child.hear_until("interrupted")
            child.end()
    session = sound(path)
    left = 1 if how == "kill" else 2
    assert (count(), groups()) == (left, left + 1)
    assert sql.ask("SELECT COUNT(*) FROM person") == [(0,)]
    session.close()
    rejected = [
        each.name for each in path.parent.iterdir() if "rejected" in each.name and each.suffix == ".csv"
    ]
    assert rejected == [], "and no file speaks of rows that it would have rejected"


def test_four_writing_at_once_are_never_refused_and_nothing_of_theirs_is_lost(path: Path):
    with children(4, "write", path, 250) as writers:
        for child in writers:
            child.tell()
        codes = [code for child in writers for code in child.end()]
    session = sound(path)
    assert len(set(codes)) == 1000
    assert set(codes) <= {code for (code,) in sql.ask("SELECT code FROM project")}
    by_whom = sql.ask(
        "SELECT who, COUNT(*) FROM journal_group WHERE who LIKE 'writer%' GROUP BY who ORDER BY who"
    )
    assert by_whom == [(f"writer {place}", 250) for place in range(4)]
    [(told,)] = sql.ask("SELECT COUNT(*) FROM journal WHERE entity = 'project' AND before IS NULL")
    assert told == 1001
    session.close()


def test_four_first_starts_at_once_make_one_portfolio(tmp_path: Path):
    with children(4, "start") as starters:
        for turn in range(10):
            path = tmp_path / f"{turn}.db"
            for child in starters:
                child.tell(str(path))
            assert [child.hear() for child in starters] == ["phases 6"] * 4
            session = opened(path)
            assert groups() == 1
            session.close()
        for child in starters:
            child.tell("")
            child.end()
