"""Reads how things are related, both ways."""

from __future__ import annotations

from collections.abc import Sequence

from db import sql
from pmo_tui.domain.relations import Bond, Related, Tie

_TOLD = {
    "project": "SELECT code, name, (SELECT name FROM phase WHERE phase.id = phase_id) FROM project WHERE id = ?",
    "action": "SELECT code, title, state FROM action WHERE id = ?",
}
"""What is told of a thing, for the kinds that have no title or no status."""


def related(entity: str, key: int) -> list[Related]:
    """Give the things to which one is related, in the order in which that was said."""
    rows = sql.ask(
        "SELECT id, version, kind, 1, to_entity, to_key FROM relation WHERE from_entity = ? AND from_key = ? "
        "UNION ALL "
        "SELECT id, version, kind, 0, from_entity, from_key FROM relation WHERE to_entity = ? AND to_key = ? "
        "ORDER BY 1",
        (entity, key, entity, key),
    )
    return [
        Related(id_, version, Tie(kind), bool(onward), other, of, *told)
        for id_, version, kind, onward, other, of in rows
        if (told := _told(other, of)) is not None
    ]


def _told(entity: str, key: int) -> tuple[str, str, str] | None:
    """Give code, title and status of a thing, None where it has gone."""
    found = sql.ask(_TOLD.get(entity, f'SELECT code, title, status FROM "{entity}" WHERE id = ?'), (key,))
    return (found[0][0], found[0][1], found[0][2] or "") if found else None


def called(entities: Sequence[str]) -> list[tuple[str, int, str, str]]:
    """Give entity, key, code and title of all items of some kinds, kind by kind in the order of their codes."""
    return [
        (entity, key, code, title)
        for entity in entities
        for key, code, title in sql.ask(f'SELECT id, code, title FROM "{entity}" ORDER BY code', ())
    ]


def everything() -> list[Bond]:
    """Give every relation by the codes of its things, in the order in which they were said."""
    rows = sql.ask("SELECT from_entity, from_key, to_entity, to_key, kind FROM relation ORDER BY id")
    told = [
        (entity, _told(entity, key), to, _told(to, to_key), kind) for entity, key, to, to_key, kind in rows
    ]
    return [
        Bond(entity, one[0], to, other[0], Tie(kind))
        for entity, one, to, other, kind in told
        if one is not None and other is not None
    ]
