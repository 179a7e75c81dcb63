"""Brings a database to the schema of this program, one numbered file at a time, under a lock."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peewee import SqliteDatabase

from pmo_tui.domain.refusal import N_, Refusal

HERE = Path(__file__).parent
HISTORY = "schema_migration"


def known() -> list[str]:
    """Give the names of this program's migrations, oldest first."""
    return sorted(path.stem for path in HERE.glob("[0-9]*.py"))


def applied(database: SqliteDatabase) -> list[str]:
    """Give the names of the migrations that the database has had, oldest first; none in an empty one."""
    if not database.table_exists(HISTORY):
        return []
    rows = database.execute_sql(f"SELECT name FROM {HISTORY} ORDER BY name")  # type: ignore[no-untyped-call]
    return [name for (name,) in rows]


def pending(database: SqliteDatabase, path: Path) -> list[str]:
    """Give the migrations still to be run.

    Raises Refusal where the database is newer than this program or belongs to another one.
    """
    done, ours = applied(database), known()
    if not done and set(database.get_tables()) - {HISTORY}:
        raise Refusal(
            N_("{path} is an SQLite database of another program. Name another file with --db."), path=path
        )
    newer = [name for name in done if name not in ours]
    if newer:
        raise Refusal(
            N_("{path} was written by a newer pmo-tui (schema {newer}). Update pmo-tui to open it."),
            path=path,
            newer=newer[-1],
        )
    return [name for name in ours if name not in done]


def migrate(database: SqliteDatabase, path: Path) -> None:
    """Run what is pending; two programs that start at once do it one after the other.

    A database that has data is copied beside itself first, as `NAME.before-0002_….db`. The write-ahead log is
    turned on here, not before: what isn't ours stays as it was.
    """
    if not pending(database, path) and _has_log(database):
        return
    with _lock(path.parent):
        todo = pending(database, path)  # another program may have done it while we waited
        if todo and applied(database):
            _copy(database, path, path.with_name(f"{path.stem}.before-{todo[0]}{path.suffix}"))
        if not _has_log(database):
            database.journal_mode = "wal"  # readers never wait for a writer
        if todo:
            from playhouse.migrations import Runner

            Runner(database, str(HERE), table_name=HISTORY).up()


def _has_log(database: SqliteDatabase) -> bool:
    """Tell whether the database keeps a write-ahead log."""
    return bool(database.journal_mode == "wal")


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder of the database; it leaves no file behind and ends with the process."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise Refusal(
            N_("The folder {folder} can't be read by this account. Ask its owner for access."), folder=folder
        ) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _copy(database: SqliteDatabase, path: Path, target: Path) -> None:
    """Write a consistent copy of the database, as private as the database itself, whole or not at all."""
    half = target.with_name(f"{target.name}.part")
    half.unlink(missing_ok=True)
    handle = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.fchmod(handle, path.stat().st_mode & 0o777)
    os.close(handle)
    database.execute_sql("VACUUM INTO ?", (str(half),))  # type: ignore[no-untyped-call]
    half.replace(target)
