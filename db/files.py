"""Files: whether a database can stand at a path, and how its file is made for a team."""

from __future__ import annotations

import os
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal

FILE_MODE = 0o660
"""A team shares the file through its group; the log files beside it take the same mode."""


def place(path: Path) -> tuple[int, int] | None:
    """Tell which file stands at `path`, None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def reached(path: Path) -> Path:
    """Give the file that `path` leads to: links followed, as SQLite follows them when it puts its log beside."""
    try:
        reached = path.expanduser().resolve()
        reached.exists()
    except (OSError, RuntimeError, ValueError) as error:  # no way in, a loop of links, a name that can't be
        raise Refusal(
            N_("{path} can't be reached: {reason}. Name another with --db."),
            path=path,
            reason=reason_of(error),
        ) from error
    return reached


def check_missing(path: Path, *, create: bool) -> None:
    """Refuse to make a database where it isn't asked for or can't be done."""
    if not create:
        raise Refusal(
            N_("There is no database {path}. Make one with `pmo-tui init`, or name another with --db."),
            path=path,
        )
    if not path.parent.is_dir():
        raise Refusal(
            N_("There is no folder {folder} for the database. Make it, or name another with --db."),
            folder=path.parent,
        )
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise Refusal(
            N_("The folder {folder} can't be written by this account. Name another with --db."),
            folder=path.parent,
        )


def check_there(path: Path) -> None:
    """Refuse what is no file, or can't be read, before SQLite says it less clearly."""
    if path.is_dir():
        raise Refusal(N_("{path} is a folder, not a database. Name a file with --db."), path=path)
    if not path.is_file():
        raise Refusal(
            N_("{path} is not a database. Name another file with --db, or restore a backup."), path=path
        )
    if not os.access(path, os.R_OK):
        raise Refusal(N_("{path} can't be read by this account. Ask its owner for access."), path=path)


def make(path: Path) -> None:
    """Make an empty file that the group of the folder can write, whatever the umask says."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE)
    except FileExistsError:
        return  # another program has made it meanwhile
    except OSError as error:
        raise Refusal(N_("{path} can't be made: {reason}."), path=path, reason=reason_of(error)) from error
    os.fchmod(handle, FILE_MODE)
    os.close(handle)


def reason_of(error: Exception) -> str:
    """Give what the system says of a failure."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def writable(path: Path) -> bool:
    """Tell whether this account can write the file and the log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def log_of(path: Path) -> Path:
    """Name the write-ahead log; while it is there, someone has the database open (or was killed)."""
    return path.with_name(path.name + "-wal")
