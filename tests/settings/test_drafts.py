"""Drafts: what was typed is there again, whoever broke the file in between."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from pmo_tui.settings.drafts import Draft, draft_file, drop_draft, read_draft, write_draft

DRAFT = Draft({"name": "[red]ERP[/] \x1b é"}, date(2026, 11, 23), 7)


def test_a_draft_is_read_as_it_was_written(home: Path):
    write_draft("db", "edit/1", DRAFT)
    assert read_draft("db", "edit/1") == DRAFT
    assert read_draft("db", "edit/2") is None
    assert read_draft("other", "edit/1") is None


def test_nobody_else_can_read_it(home: Path):
    write_draft("db", "edit/1", DRAFT)
    path = draft_file("db", "edit/1")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert home in path.parents


def test_a_dropped_draft_is_gone_and_dropping_twice_does_no_harm(home: Path):
    write_draft("db", "edit/1", DRAFT)
    drop_draft("db", "edit/1")
    drop_draft("db", "edit/1")
    assert read_draft("db", "edit/1") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"texts": 3, "at": "2026-11-23"}',
        b'{"texts": {"a": 1}, "at": "2026-11-23"}',
        b'{"texts": {"a": "b"}, "at": "some day"}',
        b'{"texts": {"a": "b"}, "at": 3}',
        b'{"texts": {"a": "b"}, "at": "2026-11-23", "version": Infinity}',
        b'{"texts": {"a": "b"}, "at": "2026-11-23", "version": []}',
        b"null",
    ],
)
def test_a_broken_draft_is_none(home: Path, content: bytes):
    write_draft("db", "edit/1", DRAFT)
    draft_file("db", "edit/1").write_bytes(content)
    assert read_draft("db", "edit/1") is None


def test_where_it_can_not_be_kept_nothing_breaks(home: Path):
    folder = draft_file("db", "edit/1").parent
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    write_draft("db", "edit/1", DRAFT)
    drop_draft("db", "edit/1")
    assert read_draft("db", "edit/1") is None


def test_a_name_laid_out_beside_it_is_never_written_through(home: Path, tmp_path: Path):
    write_draft("db", "edit/1", DRAFT)
    path, victim = draft_file("db", "edit/1"), tmp_path / "victim"
    victim.write_text("precious")
    path.with_name(f".{path.name}.{os.getpid()}").symlink_to(victim)
    write_draft("db", "edit/1", DRAFT)
    assert victim.read_text() == "precious"


def test_a_draft_of_a_time_when_no_version_was_kept_is_still_read(home: Path):
    write_draft("db", "edit/1", DRAFT)
    draft_file("db", "edit/1").write_bytes(b'{"texts": {"name": "x"}, "at": "2026-11-23"}')
    assert read_draft("db", "edit/1") == Draft({"name": "x"}, date(2026, 11, 23))


IN_ANOTHER_WINDOW = """
import sys
from datetime import date
from pmo_tui.settings.drafts import Draft, read_draft, write_draft
if "write" in sys.argv:
    write_draft("db", "edit/1", Draft({"name": "theirs"}, date(2026, 11, 23)))
print(read_draft("db", "edit/1"), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_window(*words: str) -> Iterator[str]:
    """Have another living process read the draft, perhaps after writing one; gives what it has read."""
    command = [sys.executable, "-c", IN_ANOTHER_WINDOW, *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline()
        process.kill()


def test_a_draft_that_is_being_written_is_offered_to_nobody_else(home: Path):
    with another_window("write") as theirs:
        assert "theirs" in theirs
        assert read_draft("db", "edit/1") is None
        write_draft("db", "edit/1", DRAFT)
        drop_draft("db", "edit/1")
    found = read_draft("db", "edit/1")
    assert found is not None
    assert found.texts == {"name": "theirs"}


def test_a_draft_whose_process_has_gone_is_taken_over_by_one_alone(home: Path):
    with another_window("write"):
        pass
    assert read_draft("db", "edit/1") is not None
    with another_window() as theirs:
        assert theirs == "None\n"
    drop_draft("db", "edit/1")
    assert read_draft("db", "edit/1") is None
