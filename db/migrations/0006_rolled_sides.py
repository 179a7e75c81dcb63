"""The index of what lists of projects read of their risks, with the side: only threats make a project worse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the index anew."""
    execute: Callable[..., Any] = db.execute_sql
    execute("DROP INDEX risk_rolled")
    execute("CREATE INDEX risk_rolled ON risk (project_id, status, side, score, impact, net)")
