"""A full disk: a sentence, the data before it intact, and writing goes on where there is room again."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from db import sql
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import projects
from pmo_tui.services.session import open_session
from tests.keeping import opened, replayed, standing
from tests.safety.children import Child, as_root

NO_ROOM = ("is full", "can't be used (full")


@dataclass(frozen=True)
class Disk:
    """A small disk: a folder on it, the limit that a process has to set itself (0: none), how room is made."""

    folder: Path
    limit: int
    free: Callable[[], object]


def _mounted(folder: Path) -> Iterator[Disk]:
    """Give a small disk in memory, with a ballast that can be thrown off."""
    if not as_root():
        pytest.skip("only root can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(4_000_000))
    try:
        yield Disk(folder, 0, ballast.unlink)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(params=["small disk", "quota"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """Give a disk that fills up: a real one, and one where a limit says that no file may grow further."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "small disk":
        yield from _mounted(folder)
    else:
        yield Disk(folder, 2_000_000, lambda: None)


def fill_up(file: Path) -> None:
    """Write into a file until there is no room at all."""
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(4096))


def test_a_full_disk_is_told_in_a_sentence_and_costs_nothing_that_was_kept(disk: Disk):
    path = disk.folder / "portfolio.db"
    with Child("fill", path, disk.limit) as child:
        child.hear_until("ready")
        child.tell()
        *kept, refused = child.hear_until("refused")
        assert len(kept) > 5
        assert any(words in refused for words in NO_ROOM), refused
        assert str(path) in refused

        child.tell()
        [refused] = child.hear_until("refused")
        assert any(words in refused for words in NO_ROOM), refused

        disk.free()
        child.tell()
        child.tell()
        kept += child.end()
    session = opened(path)
    assert [code for (code,) in sql.ask("SELECT code FROM project ORDER BY id")] == kept
    assert sql.ask("PRAGMA integrity_check") == [("ok",)]
    assert replayed() == standing()
    projects.add(session, {"name": "After"})
    session.close()


def test_no_room_to_open_a_database_is_told_in_a_sentence(tmp_path: Path):
    folder = tmp_path / "disk"
    folder.mkdir()
    for disk in _mounted(folder):
        path = folder / "portfolio.db"
        session = opened(path)
        projects.add(session, {"name": "Before"})
        session.close()
        full = folder / "full"
        fill_up(full)
        with pytest.raises(Refusal, match=r"portfolio\.db"):
            open_session(path)
        with pytest.raises(Refusal, match=r"new\.db"):
            open_session(folder / "new.db", create=True)
        full.unlink()
        disk.free()
        session = opened(path)
        assert projects.find(session, "P-0001").name == "Before"
        session.close()
        opened(folder / "new.db").close()
