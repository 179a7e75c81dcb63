"""Failures: what SQLite says of a disk, a lock or a file, told as one sentence, wherever a statement meets it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pmo_tui.domain.refusal import N_, Refusal

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

_SENTENCES = {
    sqlite3.SQLITE_NOTADB: N_("{path} is not a database. Name another file with --db, or restore a backup."),
    sqlite3.SQLITE_CORRUPT: N_(
        "{path} is damaged. Restore a backup, and keep this file for a rescue with `sqlite3 .recover`."
    ),
    sqlite3.SQLITE_FULL: N_(
        "The disk of {path} is full: nothing was changed. Free some space and try again."
    ),
    sqlite3.SQLITE_IOERR: N_(
        "The disk of {path} can't be used (full, a quota, or gone?): nothing was changed. Try again."
    ),
    sqlite3.SQLITE_BUSY: N_(
        "Another program has kept {path} locked for too long: nothing was changed. Try again."
    ),
    sqlite3.SQLITE_READONLY: N_(
        "{path} can't be written by this account, or a file beside it: nothing was changed. "
        "Ask its owner for access."
    ),
    sqlite3.SQLITE_CANTOPEN: N_(
        "{path} can't be opened: its folder must be writable too. Ask who owns it, or name another."
    ),
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]


def sentence(path: Path, error: sqlite3.Error) -> Refusal | None:
    """Give the refusal for a failure of the surroundings; None for one of the program, which must not be hidden."""
    code = getattr(error, "sqlite_errorcode", None)
    message = _SENTENCES.get(code & 0xFF) if code is not None else None
    return Refusal(message, path=path) if message else None


def is_busy(refusal: Refusal) -> bool:
    """Tell whether a refusal says that another program writes just now."""
    code = getattr(refusal.__cause__, "sqlite_errorcode", None)
    return code is not None and code & 0xFF == sqlite3.SQLITE_BUSY


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what the database says of its surroundings into one sentence that names the file and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        refusal = sentence(path, error)
        if refusal is None:
            raise
        raise refusal from error


def _told(method: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Give a method of a cursor or a connection (which have a `path`) whose failures are sentences."""

    @wraps(method)
    def told(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        try:
            return method(*args, **kwargs)
        except sqlite3.Error as error:
            refusal = sentence(args[0].path, error)  # type: ignore[attr-defined]
            if refusal is None:
                raise
            raise refusal from error

    return told


class _Cursor(sqlite3.Cursor):
    """A cursor that refuses in sentences; a damaged page may be met as late as in the last row."""

    @property
    def path(self) -> Path:
        """The file of its connection."""
        assert isinstance(self.connection, _Connection)
        return self.connection.path

    execute = _told(sqlite3.Cursor.execute)
    executemany = _told(sqlite3.Cursor.executemany)
    fetchone = _told(sqlite3.Cursor.fetchone)
    fetchall = _told(sqlite3.Cursor.fetchall)


class _Connection(sqlite3.Connection):
    """A connection whose cursors refuse in sentences."""

    path: Path

    def __init__(self, path: Path, *args: Any, **kwargs: Any) -> None:
        self.path = path
        with failures(path):
            super().__init__(*args, **kwargs)

    def cursor(self, *_args: Any) -> Any:
        """Give a cursor of the same manners."""
        return super().cursor(_Cursor)


def connection(path: Path) -> Callable[..., sqlite3.Connection]:
    """Give what makes connections to the file at `path` that refuse in sentences."""
    return partial(_Connection, path)
