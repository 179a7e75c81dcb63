"""The plain script that an import is compared with: it writes the same rows with csv and sqlite3, checking nothing.

Usage: plain_import.py FILE.csv MODEL.db NEW.db, where MODEL.db is a database that the same file was imported into.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from pathlib import Path


def main(source: str, model: str, target: str) -> None:
    """Read the file, and write as many rows of the same shape as the model has into the same tables."""
    with Path(source).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    old = sqlite3.connect(model)
    new = sqlite3.connect(target)
    new.execute("PRAGMA journal_mode=wal")
    schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    for (statement,) in old.execute(schema):
        new.execute(statement)
    values = old.execute("SELECT COUNT(*) FROM project_value").fetchone()[0]
    new.execute("BEGIN IMMEDIATE")
    for table in ("portfolio", "phase", "programme", "person", "custom_field", "journal_group"):
        copied = old.execute(f"SELECT * FROM {table}").fetchall()
        if copied:
            new.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(copied[0]))})", copied)
    columns = (
        "id, version, code, code_folded, name, folded, summary, phase_id, health, severity, health_previous, "
        "budget, start, finish, search, created_at, updated_at"
    )
    moment = "2026-11-23 08:30:00"
    new.executemany(
        f"INSERT INTO project ({columns}) VALUES (?, 1, ?, ?, ?, ?, ?, 1, 'grey', 0, 'grey', ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                row["id"],
                row["id"].lower(),
                row["project_name"] or row["id"],
                row["project_name"].lower(),
                row["pdo"] or None,
                round(float(row["curr_project_cost"] or 0) * 100) or None,
                row["boardapprovaldate"][:10] or None,
                row["closingdate"] or None,
                row["project_name"].lower(),
                moment,
                moment,
            )
            for number, row in enumerate(rows, start=1)
        ),
    )
    new.executemany(
        "INSERT INTO project_value (project_id, field_id, text, folded, number) VALUES (?, ?, ?, ?, NULL)",
        _values(rows, [id_ for (id_,) in old.execute("SELECT id FROM custom_field")], values),
    )
    group = old.execute("SELECT MAX(id) FROM journal_group").fetchone()[0]
    new.executemany(
        "INSERT INTO journal (group_id, entity, key, before, after) VALUES (?, 'project', ?, NULL, ?)",
        ((group, number, json.dumps(row)) for number, row in enumerate(rows, start=1)),
    )
    new.commit()


def _values(rows: list[dict[str, str]], fields: list[int], count: int) -> list[tuple[int, int, str, str]]:
    """Give as many values of own fields as the model has, spread over the projects."""
    pairs = ((number, field) for number in range(1, len(rows) + 1) for field in fields)
    columns = list(rows[0])
    return [
        (number, field, text := rows[number - 1][columns[field % len(columns)]] or "-", text.lower())
        for (number, field), _place in zip(pairs, range(count), strict=False)
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
