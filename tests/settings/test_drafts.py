"""Drafts: what was typed is there again, whoever broke the file in between."""

import os
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
