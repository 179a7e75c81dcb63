"""Opens and closes the database: made, checked, brought to this program's schema, or opened for reading only."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from peewee import SqliteDatabase

from db.failures import connection, failures
from db.models import proxy
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold

BUSY_SECONDS = 30
"""How long a write waits for the writes of others before it gives up."""

PRAGMAS = {"synchronous": 2, "foreign_keys": 1, "cache_size": -16000, "journal_size_limit": 16_000_000}
"""FULL, so that what was said to be saved survives a power cut; the log shrinks again after a large import."""

MEMORY = ":memory:"

FILE_MODE = 0o660
"""A team shares the file through its group; the log files beside it take the same mode."""


class _Database(SqliteDatabase):
    """SQLite, where a transaction that SQLite itself has ended (on a full disk) needs no second end."""

    def rollback(self) -> None:
        """End the transaction, if it has not ended by itself."""
        if _connection(self).in_transaction:
            super().rollback()


class Store:
    """An open database; one process has one, and uses it on the thread that opened it."""

    def __init__(self, database: SqliteDatabase, path: Path, *, read_only: bool) -> None:
        self.database = database
        self.path = path
        self.read_only = read_only
        self._place = _place(path)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Store:
        """Open the database at `path`, brought to this program's schema; `create` makes it where it is missing.

        A file that this account can't write is opened for reading only. Raises Refusal, with the remedy, where
        the file is missing, no database, of a newer schema, or can't be reached.
        """
        path = _reached(path)
        if not path.exists():
            _check_missing(path, create=create)
            _make(path)
        _check_there(path)
        read_only = read_only or not _writable(path)
        store = cls(_reading(path) if read_only else _writing(path), path, read_only=read_only)
        store._begin()
        proxy.initialize(store.database)
        return store

    def _begin(self) -> None:
        """Connect, and migrate where that is allowed."""
        from db.migrations import runner

        try:
            self.database.connect()
            if not self.read_only:
                runner.migrate(self.database, self.path)
                return
            if self.database.database == MEMORY:
                _read_into(self.database, self.path)
            if runner.pending(self.database, self.path):
                raise Refusal(
                    N_(
                        "{path} needs an update of its schema, but can't be written: open it once with write access."
                    ),
                    path=self.path,
                )
        except OSError as error:
            self.database.close()
            raise Refusal(
                N_("{path} can't be opened: {reason}."), path=self.path, reason=_reason(error)
            ) from error
        except BaseException:
            self.database.close()
            raise

    def check_place(self) -> None:
        """Refuse where the file is no longer the one that was opened: what is written into it would be lost."""
        if _place(self.path) != self._place:
            raise Refusal(
                N_("{path} was moved or replaced while it was open: nothing was changed. Start again."),
                path=self.path,
            )

    def close(self) -> None:
        """Close the database; closing twice does no harm."""
        if not self.database.is_closed():
            self.database.close()


def _place(path: Path) -> tuple[int, int] | None:
    """Tell which file stands at `path`, None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _reached(path: Path) -> Path:
    """Give the file that `path` leads to: links followed, as SQLite follows them when it puts its log beside."""
    try:
        reached = path.expanduser().resolve()
        reached.exists()
    except (OSError, RuntimeError, ValueError) as error:  # no way in, a loop of links, a name that can't be
        raise Refusal(
            N_("{path} can't be reached: {reason}. Name another with --db."), path=path, reason=_reason(error)
        ) from error
    return reached


def _check_missing(path: Path, *, create: bool) -> None:
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


def _check_there(path: Path) -> None:
    """Refuse what is no file, or can't be read, before SQLite says it less clearly."""
    if path.is_dir():
        raise Refusal(N_("{path} is a folder, not a database. Name a file with --db."), path=path)
    if not path.is_file():
        raise Refusal(
            N_("{path} is not a database. Name another file with --db, or restore a backup."), path=path
        )
    if not os.access(path, os.R_OK):
        raise Refusal(N_("{path} can't be read by this account. Ask its owner for access."), path=path)


def _make(path: Path) -> None:
    """Make an empty file that the group of the folder can write, whatever the umask says."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE)
    except FileExistsError:
        return  # another program has made it meanwhile
    except OSError as error:
        raise Refusal(N_("{path} can't be made: {reason}."), path=path, reason=_reason(error)) from error
    os.fchmod(handle, FILE_MODE)
    os.close(handle)


def _reason(error: Exception) -> str:
    """Give what the system says of a failure."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _writable(path: Path) -> bool:
    """Tell whether this account can write the file and the log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def _log(path: Path) -> Path:
    """Name the write-ahead log; while it is there, someone has the database open (or was killed)."""
    return path.with_name(path.name + "-wal")


def _writing(path: Path) -> SqliteDatabase:
    """Describe a connection whose transactions take the write lock at once, so that none fails half-way."""
    return _describe(str(path), path, lock_type="IMMEDIATE", pragmas=PRAGMAS)


def _reading(path: Path) -> SqliteDatabase:
    """Describe a connection that only reads.

    An account without the right to write must leave no file beside the database, for it would own it and shut
    out those who may write. So it reads along while somebody else has the database open, and where nobody has,
    it reads a copy in memory: the file itself may change at any moment, and nothing would tell.
    """
    reading = {"query_only": 1}
    if _writable(path):
        return _describe(str(path), path, pragmas=reading)  # and it clears away its log when it is closed
    if _log(path).exists():
        return _describe(_uri(path, "mode=ro&readonly_shm=1"), path, uri=True, pragmas=reading)
    return _describe(MEMORY, path, pragmas=reading)


def _describe(address: str, path: Path, **options: Any) -> SqliteDatabase:
    """Describe a connection that waits for others, refuses in sentences and can fold text."""
    database = _Database(
        address, timeout=BUSY_SECONDS, autoconnect=False, factory=connection(path), **options
    )
    database.register_function(fold, "pmo_fold", 1)
    return database


def _connection(database: SqliteDatabase) -> sqlite3.Connection:
    """Give the connection beneath an open database."""
    return cast(sqlite3.Connection, cast(Any, database).connection())


def _read_into(database: SqliteDatabase, path: Path) -> None:
    """Copy the file into the memory that `database` stands for."""
    before = path.stat()
    with failures(path):
        source = sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)
        try:
            source.backup(_connection(database))
        finally:
            source.close()
    after = path.stat()
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise Refusal(N_("{path} is being changed by someone else just now. Try again."), path=path)


def _uri(path: Path, how: str) -> str:
    """Give the address of the file with the way in which SQLite opens it."""
    return f"file:{quote(str(path))}?{how}"
