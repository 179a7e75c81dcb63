"""Files are written whole or not at all, and what stands there keeps its kind and its rights."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmo_tui.settings import files
from pmo_tui.settings.files import PRIVATE, Prepared, write_whole


@pytest.fixture
def umask() -> Iterator[None]:
    """Let new files be read by the group only."""
    old = os.umask(0o027)
    yield
    os.umask(old)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        write_whole(pipe, b"data")
        assert reader.communicate(timeout=30)[0] == b"data"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.csv"]


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path):
    """A link stands for /dev/null, so that a failure could not harm the system's own."""
    nowhere = tmp_path / "null"
    nowhere.symlink_to("/dev/null")
    write_whole(nowhere, b"data")
    assert nowhere.is_symlink()
    assert stat.S_ISCHR(nowhere.stat().st_mode)


def test_a_terminal_or_a_pipe_named_by_its_number_is_written_to(tmp_path: Path):
    told = "from pathlib import Path; from pmo_tui.settings.files import write_whole as w; w(Path('/dev/stdout'), b'x')"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True)
    assert done.stdout == b"x"


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed(tmp_path: Path, there: bool):
    real, link = tmp_path / "real" / "x.csv", tmp_path / "link.csv"
    real.parent.mkdir()
    if there:
        real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [path.name for path in real.parent.iterdir()] == ["x.csv"]


def test_links_in_a_ring_are_refused(tmp_path: Path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="symbolic links"):
        write_whole(tmp_path / "a", b"x")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_rights(tmp_path: Path, mode: int):
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(path, b"new")
    assert (rights(path), path.read_bytes()) == (mode, b"new")


def test_a_new_file_has_the_rights_of_any_other_or_is_private(tmp_path: Path, umask: None):
    write_whole(tmp_path / "common", b"")
    write_whole(tmp_path / "private", b"", rights=PRIVATE)
    assert (rights(tmp_path / "common"), rights(tmp_path / "private")) == (0o640, 0o600)


def test_nobody_else_can_read_a_private_file_while_it_is_written(tmp_path: Path):
    (tmp_path / "x").write_bytes(b"old")
    (tmp_path / "x").chmod(0o600)
    prepared = Prepared(tmp_path / "x", b"new")
    assert rights(Path(prepared.place)) == 0o600
    prepared.forget()


def test_a_name_laid_out_for_the_draft_is_never_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    victim, path = tmp_path / "victim", tmp_path / "x.csv"
    victim.write_bytes(b"precious")
    planted = tmp_path / "planted"
    planted.symlink_to(victim)
    for name in (f".x.csv.{os.getpid()}", f".x.csv.{os.getpid() + 1}"):
        (tmp_path / name).symlink_to(victim)
    write_whole(path, b"new")
    monkeypatch.setattr(files, "_beside", lambda target: str(planted))
    with pytest.raises(FileExistsError):
        write_whole(path, b"newer")
    assert (victim.read_bytes(), path.read_bytes()) == (b"precious", b"new")
    assert planted.is_symlink()


def test_a_write_protected_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "x"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *asked: False)  # root may do everything
    with pytest.raises(PermissionError):
        write_whole(path, b"new")
    assert [found.read_bytes() for found in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("failing", ["fsync", "fchmod", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_whatever_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def fail(*_given: object) -> None:
        raise error

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(type(error)):
        write_whole(path, b"new")
    assert [found.read_bytes() for found in tmp_path.iterdir()] == [b"old"]


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path):
    path = tmp_path / ("x" * 255)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"x")
