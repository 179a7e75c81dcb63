"""An index that holds all that lists of projects read of their risks, so that no row of a risk is fetched for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the index."""
    execute: Callable[..., Any] = db.execute_sql
    execute("CREATE INDEX risk_rolled ON risk (project_id, status, score, impact, net)")
