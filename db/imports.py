"""Reads what an import needs to know: which project a key of the file means, and what is kept of it now."""

from __future__ import annotations

from collections.abc import Sequence

from db import sql
from db.keepers import KEEPERS
from pmo_tui.domain.journal import Facts


def names(entity: str, title: str) -> list[tuple[str, int]]:
    """Give what every thing of a kind is called, with its key."""
    return sql.ask(f'SELECT "{title}", id FROM "{KEEPERS[entity].table}" ORDER BY id')


def own_values(name: str) -> list[tuple[str, int]]:
    """Give the value of an own field, as text, and the key of every project that has one."""
    return sql.ask(
        "SELECT CAST(COALESCE(v.text, v.number) AS TEXT), v.project_id FROM project_value v "
        "JOIN custom_field f ON f.id = v.field_id WHERE f.key = ? ORDER BY v.project_id",
        (name,),
    )


def standing(entity: str, keys: Sequence[int]) -> dict[int, tuple[int, Facts]]:
    """Give version and facts of things of a kind, by key."""
    keeper = KEEPERS[entity]
    versions = keeper.versions(keys)
    return {key: (versions[key], kept) for key, kept in keeper.read(keys).items() if key in versions}
