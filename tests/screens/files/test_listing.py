"""Folders as they are listed, and paths as they are typed or pasted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmo_tui.domain.refusal import Refusal
from screens.files.listing import above_of, anew, listing, parted, short, typed_path, unquoted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all sorts of things."""
    for name in ("b.csv", "A.CSV", "é.json", "notes.md", ".hidden.csv"):
        (tmp_path / name).write_text("x" * 1500)
    (tmp_path / "zoo").mkdir()
    (tmp_path / "Abc").mkdir()
    return tmp_path


def test_folders_stand_first_and_other_files_are_counted(folder: Path):
    found = listing(folder, {".csv", ".json"})
    assert [each.name for each in found.found] == ["Abc/", "zoo/", ".hidden.csv", "A.CSV", "b.csv", "é.json"]
    assert found.found[-1].size == 1500


def test_what_can_not_be_read_is_a_sentence(folder: Path):
    with pytest.raises(Refusal, match="can't be read: No such file"):
        listing(folder / "gone", ())


def test_a_broken_link_is_listed_all_the_same(folder: Path):
    (folder / "link.csv").symlink_to(folder / "gone.csv")
    found = {each.name: each for each in listing(folder, {".csv"}).found}
    assert found["link.csv"].changed is None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("x.csv", "/base/x.csv"),
        ("sub/../x.csv", "/base/x.csv"),
        ("/tmp/x.csv", "/tmp/x.csv"),
        ("~/x.csv", "{home}/x.csv"),
        ("'/tmp/my file.csv'", "/tmp/my file.csv"),
        ("/tmp/my\\ file.csv", "/tmp/my file.csv"),
        ("file:///tmp/x.csv", "/tmp/x.csv"),
        ("~nobody-here/x", "/base/~nobody-here/x"),
    ],
)
def test_a_typed_path_is_understood(typed: str, wanted: str):
    assert str(typed_path(typed, Path("/base"))) == wanted.format(home=Path.home())


def test_a_path_is_parted_into_folder_and_name():
    assert parted("~/data/gm") == ("~/data/", "gm")
    assert parted("gm") == ("", "gm")
    assert parted("~") == ("~/", "")
    assert parted("..") == ("../", "")


def test_ones_home_is_a_tilde():
    assert short(Path.home()) == "~/"
    assert short(Path.home() / "x") == "~/x/"
    assert short(Path("/")) == "/"


def test_the_root_has_nothing_above():
    assert above_of(Path("/")) == ()
    assert [each.name for each in above_of(Path("/tmp"))] == ["../"]


def test_quotation_marks_are_taken_off():
    assert unquoted(' "a b" ') == "a b"
    assert unquoted("'") == "'"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_forbidden_folder_is_a_sentence(folder: Path):
    (folder / "zoo").chmod(0)
    with pytest.raises(Refusal, match="Permission denied"):
        listing(folder / "zoo", ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/tmp/x//tmp/y/f.csv", "/tmp/y/f.csv"),
        ("/tmp/x/~/f.csv", "~/f.csv"),
        ("~/a//b//c", "/c"),
        ("/tmp/~f.csv", "/tmp/~f.csv"),
        ("~/f.csv", "~/f.csv"),
        ("file:///tmp/f.csv", "/tmp/f.csv"),
        ("f.csv", "f.csv"),
    ],
)
def test_a_path_typed_behind_another_begins_anew(typed: str, meant: str):
    assert anew(typed) == meant
