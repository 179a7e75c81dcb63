"""Rights: a team shares a file through its group, and who may only read disturbs nobody."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.safety.acts import GROUP
from tests.safety.children import ROOT, Child, as_root

ANN, BOB, STRANGER = 2001, 2002, 2003


@pytest.fixture
def folder() -> Iterator[Path]:
    """Make a folder outside of root's own, that any account can reach."""
    if not as_root():
        pytest.skip("only root can act as several accounts")
    if not all(parent.stat().st_mode & 0o005 == 0o005 for parent in (ROOT, *ROOT.parents)):
        pytest.skip("other accounts can't read the program here")
    folder = Path(tempfile.mkdtemp(prefix="pmo-rights-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def team_folder(folder: Path, mode: int = 0o2770) -> Path:
    """Make the folder that a team shares."""
    team = folder / "team"
    team.mkdir()
    os.chown(team, ANN, GROUP)
    team.chmod(mode)
    return team / "portfolio.db"


def visitor(path: Path, who: int, umask: str = "077", group: int = GROUP) -> Child:
    """Start a child that acts as an account."""
    child = Child("visit", path, who, group, umask)
    assert child.hear() == "ready", child.complaint()
    return child


def visit(path: Path, who: int, **how: object) -> list[str]:
    """Open the database as an account, read, write, close; give what it says."""
    with visitor(path, who, **how) as child:  # type: ignore[arg-type]
        child.tell()
        said = [child.hear()]
        if said[0].startswith("refused"):
            return said
        child.tell("try")
        said += [child.hear(), child.hear()]
        child.tell("close")
        assert child.hear() == "closed"
    return said


@pytest.mark.parametrize("umask", ["022", "077", "000"])
def test_the_file_is_made_for_the_group_whatever_the_umask(folder: Path, umask: str):
    path = team_folder(folder)
    assert visit(path, ANN, umask=umask) == ["open read_only=False", "projects 0", "P-0001"]
    made = path.stat()
    assert (made.st_mode & 0o777, made.st_uid, made.st_gid) == (0o660, ANN, GROUP)


def test_a_second_person_of_the_group_writes_too_even_while_the_first_has_it_open(folder: Path):
    path = team_folder(folder)
    with visitor(path, ANN) as ann, visitor(path, BOB) as bob:
        for child in (ann, bob):
            child.tell()
            assert child.hear() == "open read_only=False"
        for number, child in enumerate((ann, bob, ann, bob)):
            child.tell("try")
            assert [child.hear(), child.hear()] == [f"projects {number}", f"P-000{number + 1}"]
    assert visit(path, BOB)[-1] == "P-0005", "also after both were killed"


def test_a_reader_leaves_nothing_behind_that_shuts_out_the_owner(folder: Path):
    path = team_folder(folder)
    visit(path, ANN)
    path.chmod(0o640)
    with visitor(path, BOB) as bob:
        bob.tell()
        assert bob.hear() == "open read_only=True"
        bob.tell("try")
        assert bob.hear() == "projects 1"
        assert "open for reading only: nothing can be changed" in bob.hear()
        assert list(path.parent.iterdir()) == [path]
        assert visit(path, ANN) == ["open read_only=False", "projects 1", "P-0002"]
        bob.tell("try")
        assert bob.hear() == "projects 1", "it reads what it read, undisturbed"
        bob.hear()


def test_a_reader_reads_along_while_the_owner_writes(folder: Path):
    path = team_folder(folder)
    with visitor(path, ANN) as ann, visitor(path, BOB) as bob:
        ann.tell()
        assert ann.hear() == "open read_only=False"
        path.chmod(0o640)
        for each in path.parent.iterdir():
            each.chmod(0o640)
        for number in (1, 2):
            ann.tell("try")
            ann.hear_until(f"P-000{number}")
            if number == 1:
                bob.tell()
                assert bob.hear() == "open read_only=True"
            bob.tell("try")
            assert bob.hear() == f"projects {number}"
            assert "reading only" in bob.hear()


@pytest.mark.parametrize("mode", [0o2750, 0o2550])
def test_a_folder_without_the_right_to_write_opens_for_reading(folder: Path, mode: int):
    path = team_folder(folder)
    visit(path, ANN)
    path.parent.chmod(mode)
    said = visit(path, BOB)
    assert said[:2] == ["open read_only=True", "projects 1"]
    assert "reading only" in said[2]


def test_what_a_killed_owner_left_in_the_log_is_read_from_a_folder_without_the_right_to_write(folder: Path):
    path = team_folder(folder)
    with visitor(path, ANN) as ann:
        ann.tell()
        ann.hear()
        ann.tell("try")
        ann.hear_until("P-0001")
        ann.kill()
    assert path.with_name("portfolio.db-wal").exists()
    path.parent.chmod(0o2750)
    assert visit(path, BOB)[:2] == ["open read_only=True", "projects 1"]


def test_a_log_without_its_index_in_such_a_folder_is_told_in_a_sentence(folder: Path):
    path = team_folder(folder)
    with visitor(path, ANN) as ann:
        ann.tell()
        ann.hear()
        ann.tell("try")
        ann.hear_until("P-0001")
        ann.kill()
    path.with_name("portfolio.db-shm").unlink()
    path.parent.chmod(0o2750)
    [said] = visit(path, BOB)
    assert "refused" in said
    assert str(path) in said


@pytest.mark.parametrize(
    ("file", "team", "sentence"),
    [
        (0o600, 0o2770, "can't be read by this account"),
        (0o660, 0o700, "can't be reached: Permission denied"),
    ],
)
def test_what_may_not_be_read_is_told_in_a_sentence(folder: Path, file: int, team: int, sentence: str):
    path = team_folder(folder)
    visit(path, ANN)
    path.chmod(file)
    path.parent.chmod(team)
    [said] = visit(path, BOB)
    assert sentence in said


def test_a_new_file_in_a_folder_without_the_right_to_write_is_told_in_a_sentence(folder: Path):
    path = team_folder(folder, 0o2755)
    [said] = visit(path, STRANGER, group=STRANGER)
    assert "The folder" in said
    assert "can't be written by this account" in said


def test_a_folder_that_can_be_written_but_not_listed_is_told_in_a_sentence(folder: Path):
    path = team_folder(folder, 0o2730)
    [said] = visit(path, BOB)
    assert "can't be read by this account" in said
