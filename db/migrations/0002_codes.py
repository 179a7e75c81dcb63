"""Codes, case and accents ignored, are taken once; views say of what they are; the journal, of which project it tells.

And what shows nothing in a text is folded away, and how late a project is in working days is kept beside its dates.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
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
    _count_lateness(execute)
    _say_of_what(execute)
    _say_of_which(execute)


def _count_lateness(execute: Execute) -> None:
    """Keep by how many working days each project is late, so that the weather can be asked for."""
    execute("ALTER TABLE project ADD COLUMN late INTEGER")
    dates = execute(
        "SELECT id, baseline_finish, COALESCE(actual_finish, finish) FROM project "
        "WHERE baseline_finish IS NOT NULL AND COALESCE(actual_finish, finish) IS NOT NULL"
    )
    for key, baseline, finish in dates.fetchall():
        late = _working_days(date.fromisoformat(baseline), date.fromisoformat(finish))
        execute("UPDATE project SET late = ? WHERE id = ?", (late, key))


def _working_days(first: date, last: date) -> int:
    """Give the working days (Monday to Friday) after `first` up to and with `last`; negative the other way round.

    It stands here as it was when this schema was made: what a migration does must not change with the program.
    """
    if last < first:
        return -_working_days(last, first)
    weeks, rest = divmod((last - first).days, 7)
    days = (first + timedelta(days=offset) for offset in range(1, rest + 1))
    return weeks * 5 + sum(day.weekday() < 5 for day in days)


def _say_of_what(execute: Execute) -> None:
    """Let views be of other things than projects, and be shown in other ways than theirs."""
    columns = "id, version, name, owner, query, mode, columns, sort, group_by"
    execute("ALTER TABLE view RENAME TO view_before")
    execute(
        "CREATE TABLE view (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL, "
        "thing VARCHAR(255) NOT NULL CHECK (length(thing) > 0), "
        "name VARCHAR(255) NOT NULL CHECK (length(name) > 0), owner VARCHAR(255), query TEXT NOT NULL, "
        "mode VARCHAR(255) NOT NULL, columns TEXT NOT NULL, sort TEXT NOT NULL, group_by VARCHAR(255))"
    )
    execute(f"INSERT INTO view ({columns}, thing) SELECT {columns}, 'project' FROM view_before")
    execute("DROP TABLE view_before")
    # those without an owner are shared by all: to an index no NULL is like another
    execute("CREATE UNIQUE INDEX view_name ON view (thing, name, COALESCE(owner, ''))")


def _say_of_which(execute: Execute) -> None:
    """Write beside each change of the journal the project that it tells of; nothing that was written is changed."""
    execute("DROP TRIGGER journal_no_update")
    execute("ALTER TABLE journal ADD COLUMN about INTEGER")
    execute("UPDATE journal SET about = key WHERE entity = 'project'")
    execute("CREATE TEMP TABLE whose (key INTEGER PRIMARY KEY, project INTEGER)")
    made = "SELECT key, after FROM journal WHERE entity = 'decision' AND before IS NULL ORDER BY id"
    for key, after in execute(made).fetchall():
        execute("INSERT OR IGNORE INTO whose VALUES (?, ?)", (key, json.loads(after).get("project")))
    execute(
        "UPDATE journal SET about = (SELECT project FROM whose WHERE whose.key = journal.key) "
        "WHERE entity = 'decision'"
    )
    execute("DROP TABLE whose")
    execute("CREATE INDEX journal_about ON journal (about)")
    execute(
        "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )


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
