"""A code, case and accents ignored, and the name of a shared view are taken once; signs that show nothing fold away."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

Execute = Callable[..., Any]


def up(_migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Fold texts again, number what is named as an older one is, and have the schema hold to it."""
    execute: Execute = db.execute_sql
    for table, column in (("project", "folded"), ("project", "search"), ("project_value", "folded")):
        execute(f"UPDATE {table} SET {column} = pmo_fold({column}) WHERE {column} IS NOT NULL")
    _tell_apart(execute, "project", "code", "pmo_fold(code)")
    _tell_apart(execute, "view", "name", "name || char(10) || COALESCE(owner, '')")
    execute("ALTER TABLE project ADD COLUMN code_folded VARCHAR(255) NOT NULL DEFAULT ''")
    execute("UPDATE project SET code_folded = pmo_fold(code)")
    execute("CREATE UNIQUE INDEX project_code_folded ON project (code_folded)")
    execute("DROP INDEX project_code")
    # those without an owner are shared by all: to an index no NULL is like another
    execute("CREATE UNIQUE INDEX view_name ON view (name, COALESCE(owner, ''))")
    execute("DROP INDEX view_name_owner")


def _tell_apart(execute: Execute, entity: str, column: str, alike: str) -> None:
    """Give what is like an older one a name of its own."""
    rows = execute(f"SELECT id, {column}, {alike} FROM {entity} ORDER BY id").fetchall()
    first = {same: key for key, _name, same in reversed(rows)}
    group = None
    for key, name, same in rows:
        if first[same] == key:
            continue
        new = next(free for n in count(2) if not _taken(execute, entity, column, free := f"{name}-{n}"))
        execute(f"UPDATE {entity} SET {column} = ?, version = version + 1 WHERE id = ?", (new, key))
        if entity == "project":  # its searched text begins with a line that is the code
            rest = "substr(search, instr(search, char(10)))"
            execute(f"UPDATE project SET search = pmo_fold(code) || {rest} WHERE id = ?", (key,))
        group = group or _group(execute, entity)
        facts = (json.dumps({column: each}, ensure_ascii=False) for each in (name, new))
        execute(
            "INSERT INTO journal (group_id, entity, key, before, after) VALUES (?, ?, ?, ?, ?)",
            (group, entity, key, *facts),
        )


def _taken(execute: Execute, entity: str, column: str, name: str) -> bool:
    """Tell whether anything is named like this."""
    asked = f"SELECT 1 FROM {entity} WHERE pmo_fold({column}) = pmo_fold(?)"
    return execute(asked, (name,)).fetchone() is not None


def _group(execute: Execute, entity: str) -> Any:
    """Begin a group of the journal, in the name of the program, and give its key."""
    at = datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    label = f"Told apart what was named alike: {entity}"
    values = (at, "pmo-tui", "command", label)
    return execute("INSERT INTO journal_group (at, who, door, label) VALUES (?, ?, ?, ?)", values).lastrowid
