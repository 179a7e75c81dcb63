"""Opens and closes the database: made, checked, brought to this program's schema, or opened for reading only."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from peewee import SqliteDatabase

from db.failures import connection, failures
from db.files import check_missing, check_there, log_of, make, place, reached, reason_of, writable
from db.models.base import proxy
from db.work import Work
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold
from pmo_tui.moments import days_since

BUSY_SECONDS = 30
"""How long a write waits for the writes of others before it gives up."""

PRAGMAS = {"synchronous": 2, "foreign_keys": 1, "cache_size": -16000, "journal_size_limit": 16_000_000}
"""FULL, so that what was said to be saved survives a power cut; the log shrinks again after a large import."""

MEMORY = ":memory:"


class _Database(SqliteDatabase):
    """SQLite, where others see a wait for the lock and can end it.

    A transaction that SQLite itself has ended (on a full disk) needs no second end.
    """

    def __init__(self, address: str, *, work: Work, **options: Any) -> None:
        self.work = work
        super().__init__(address, **options)

    def begin(self, lock_type: str | None = None) -> None:
        """Begin a transaction, and wait for the lock where it needs it: SQLite alone would wait unseen."""
        if lock_type == "DEFERRED":
            super().begin(lock_type)
            return
        seconds, self.timeout = self.timeout, 0
        try:
            self.work.locking(partial(super().begin, lock_type), seconds)
        finally:
            self.timeout = seconds

    def rollback(self) -> None:
        """End the transaction, if it has not ended by itself."""
        if _connection(self).in_transaction:
            super().rollback()


class Store:
    """An open database; one process has one, and uses it on the thread that opened it."""

    def __init__(self, database: _Database, path: Path, *, read_only: bool) -> None:
        self.database = database
        self.work = database.work
        self.path = path
        self.read_only = read_only
        self._place = place(path)
        self._schema: object = None

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Store:
        """Open the database at `path`, brought to this program's schema; `create` makes it where it is missing.

        A file that this account can't write is opened for reading only. Raises Refusal, with the remedy, where
        the file is missing, no database, of a newer schema, or can't be reached.
        """
        path = reached(path)
        if not path.exists():
            check_missing(path, create=create)
            make(path)
        check_there(path)
        read_only = read_only or not writable(path)
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
                N_("{path} can't be opened: {reason}."), path=self.path, reason=reason_of(error)
            ) from error
        except BaseException:
            self.database.close()
            raise

    def check(self) -> None:
        """Refuse to write into what is no longer what was opened: another file, or a schema that came meanwhile."""
        from db.migrations import runner

        if place(self.path) != self._place:
            raise Refusal(
                N_(
                    "The database was moved or replaced while it was open, nothing is written any more: "
                    "start again. It was {path}."
                ),
                path=self.path,
            )
        if self._schema != self.database.pragma("schema_version"):
            runner.pending(self.database, self.path)
            self._schema = self.database.pragma("schema_version")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Have all that is read inside be of one moment, whatever others write meanwhile.

        Nothing that waits for anyone belongs inside: the log of the database can't be taken in until it ends.
        """
        if self.database.in_transaction():  # and that is of one moment already
            yield
            return
        with self.database.atomic("DEFERRED"):
            yield

    def close(self) -> None:
        """Close the database; closing twice does no harm."""
        if not self.database.is_closed():
            self.database.close()


def _writing(path: Path) -> _Database:
    """Describe a connection whose transactions take the write lock at once, so that none fails half-way."""
    return _describe(str(path), path, lock_type="IMMEDIATE", pragmas=PRAGMAS)


def _reading(path: Path) -> _Database:
    """Describe a connection that only reads.

    An account without the right to write must leave no file beside the database, for it would own it and shut
    out those who may write. So it reads along while somebody else has the database open, and where nobody has,
    it reads a copy in memory: the file itself may change at any moment, and nothing would tell.
    """
    reading = {"query_only": 1}
    if writable(path):
        return _describe(str(path), path, pragmas=reading)  # and it clears away its log when it is closed
    if log_of(path).exists():
        return _describe(_uri(path, "mode=ro&readonly_shm=1"), path, uri=True, pragmas=reading)
    return _describe(MEMORY, path, pragmas=reading)


def _describe(address: str, path: Path, **options: Any) -> _Database:
    """Describe a connection that waits for others, refuses in sentences and can fold text."""
    database = _Database(
        address,
        work=Work(),
        timeout=BUSY_SECONDS,
        autoconnect=False,
        factory=connection(path),
        **options,
    )
    database.register_function(fold, "pmo_fold", 1)
    database.register_function(days_since, "pmo_days_since", 2)
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
    return f"file:{quote(os.fsencode(path))}?{how}"
