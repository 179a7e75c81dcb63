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
    return ours[len(done) :]


def migrate(database: SqliteDatabase, path: Path) -> None:
    """Run what is pending; two programs that start at once do it one after the other.

    A database that has data is copied beside itself first, as `NAME.before-0002_….db`.
    """
    if not pending(database, path):
        return
    with _lock(path.parent):
        todo = pending(database, path)  # another program may have done it while we waited
        if not todo:
            return
        if applied(database):
            _copy(database, path.with_name(f"{path.stem}.before-{todo[0]}{path.suffix}"))
        from playhouse.migrations import Runner

        Runner(database, str(HERE), table_name=HISTORY).up()


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder of the database; it leaves no file behind and ends with the process."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _copy(database: SqliteDatabase, target: Path) -> None:
    """Write a consistent copy of the database, unless an earlier attempt has left one."""
    if not target.exists():
        database.execute_sql("VACUUM INTO ?", (str(target),))  # type: ignore[no-untyped-call]
