"""Comments can say themselves who wrote them and when, for those that come from another portfolio's file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Add the two columns; of the comments that are there the journal goes on telling both."""
    execute: Callable[..., Any] = db.execute_sql
    execute("ALTER TABLE comment ADD COLUMN who VARCHAR(255)")
    execute("ALTER TABLE comment ADD COLUMN at VARCHAR(255)")
