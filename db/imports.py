"""Reads what an import needs to know: which project a key of the file means, and what is kept of it now."""

from __future__ import annotations

from collections.abc import Sequence

from db import sql
from db.keepers import KEEPERS
from db.keepers.base import by_keys
from pmo_tui.domain.journal import Facts


def names() -> list[tuple[str, int]]:
    """Give name and key of every project."""
    return sql.ask("SELECT name, id FROM project ORDER BY id")


def own_values(name: str) -> list[tuple[str, int]]:
    """Give the value of an own field, as text, and the key of every project that has one."""
    return sql.ask(
        "SELECT CAST(COALESCE(v.text, v.number) AS TEXT), v.project_id FROM project_value v "
        "JOIN custom_field f ON f.id = v.field_id WHERE f.key = ? ORDER BY v.project_id",
        (name,),
    )


def standing(keys: Sequence[int]) -> dict[int, tuple[int, Facts]]:
    """Give version and facts of projects, by key."""
    versions = dict(by_keys("SELECT id, version FROM project WHERE id IN ", keys))
    facts = KEEPERS["project"].read(keys)
    return {key: (versions[key], kept) for key, kept in facts.items() if key in versions}
