"""Opens and closes the database, and turns its failures into sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import DatabaseError, IntegrityError, SqliteDatabase

from db.models import proxy
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold

BUSY_SECONDS = 30
"""How long a write waits for the writes of others before it gives up."""

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "cache_size": -16000}
"""Write-ahead log, so that readers never wait; FULL, so that what was said to be saved survives a power cut."""

FILE_MODE = 0o660
"""A team shares the file through its group; the log files beside it take the same mode."""


class Store:
    """An open database; one process has one, and uses it on the thread that opened it."""

    def __init__(self, database: SqliteDatabase, path: Path, *, read_only: bool) -> None:
        self.database = database
        self.path = path
        self.read_only = read_only

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Store:
        """Open the database at `path`, brought to this program's schema; `create` makes it where it is missing.

        A file that this account can't write is opened for reading only. Raises Refusal, with the remedy, where
        the file is missing, no database, of a newer schema, or can't be reached.
        """
        _check(path, create=create)
        if create and not path.exists():
            _make(path)
        read_only = read_only or not _writable(path)
        store = cls(_database(path, read_only=read_only), path, read_only=read_only)
        with failures(path):
            store._begin()
        return store

    def _begin(self) -> None:
        """Connect, and migrate where that is allowed."""
        from db.migrations import runner

        try:
            self.database.connect()
            self.database.register_function(fold, "pmo_fold", 1)
            if not self.read_only:
                runner.migrate(self.database, self.path)
            elif runner.pending(self.database, self.path):
                raise Refusal(
                    N_(
                        "{path} needs an update of its schema, but can't be written: open it once with write access."
                    ),
                    path=self.path,
                )
        except BaseException:
            self.database.close()
            raise
        proxy.initialize(self.database)

    def close(self) -> None:
        """Close the database; closing twice does no harm."""
        if not self.database.is_closed():
            self.database.close()


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what the database says into one sentence that names the file and the remedy."""
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        raise _sentence(path, str(error)) from error


def _sentence(path: Path, said: str) -> Refusal:
    """Give the refusal for what the database said."""
    for words, message in _SENTENCES.items():
        if words in said:
            return Refusal(message, path=path)
    return Refusal(N_("The database {path} can't be used: {said}."), path=path, said=said)


_SENTENCES = {
    "not a database": N_("{path} is not a database. Name another file with --db, or restore a backup."),
    "malformed": N_(
        "{path} is damaged. Restore a backup, and keep this file for a rescue with `sqlite3 .recover`."
    ),
    "disk is full": N_("The disk of {path} is full: nothing was changed. Free some space and try again."),
    "disk I/O error": N_(
        "The disk of {path} can't be written (full, or a quota?): nothing was changed. Try again."
    ),
    "locked": N_("Another program has kept {path} locked for too long: nothing was changed. Try again."),
    "readonly": N_("{path} can't be written by this account: it is open for reading only."),
    "unable to open": N_(
        "{path} can't be opened: its folder must be writable too. Ask who owns it, or name another."
    ),
}


def _check(path: Path, *, create: bool) -> None:
    """Refuse a path that can't be a database, before SQLite says it less clearly."""
    if path.is_dir():
        raise Refusal(N_("{path} is a folder, not a database. Name a file with --db."), path=path)
    if path.exists():
        if not os.access(path, os.R_OK):
            raise Refusal(N_("{path} can't be read by this account. Ask its owner for access."), path=path)
        return
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


def _make(path: Path) -> None:
    """Make an empty file that the group of the folder can write, whatever the umask says."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE)
    except FileExistsError:
        return  # another program has made it meanwhile
    except OSError as error:
        raise Refusal(
            N_("{path} can't be made: {reason}."), path=path, reason=error.strerror or ""
        ) from error
    os.fchmod(handle, FILE_MODE)
    os.close(handle)


def _writable(path: Path) -> bool:
    """Tell whether this account can write the file and the log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def _database(path: Path, *, read_only: bool) -> SqliteDatabase:
    """Give the connection's description; every transaction takes the write lock at once, so none fails half-way."""
    if not read_only:
        return SqliteDatabase(
            str(path), timeout=BUSY_SECONDS, lock_type="IMMEDIATE", autoconnect=False, pragmas=PRAGMAS
        )
    return SqliteDatabase(
        _read_only_uri(path), uri=True, timeout=BUSY_SECONDS, autoconnect=False, pragmas={"query_only": 1}
    )


def _read_only_uri(path: Path) -> str:
    """Give the address under which SQLite only reads.

    Without a log beside it nobody is writing, and where the folder can't be written SQLite can't make one:
    then the file is read as it stands.
    """
    log = path.with_name(path.name + "-wal")
    alone = not log.exists() and not os.access(path.parent, os.W_OK)
    from urllib.parse import quote

    return f"file:{quote(str(path.resolve()))}?mode=ro" + ("&immutable=1" if alone else "")
