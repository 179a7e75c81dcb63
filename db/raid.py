"""Reads the items beside the risks: those of every kind in the same way, with all that follows from their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from db import sql
from db.keepers import KEEPERS
from db.keepers.base import by_keys
from db.names import Directory
from db.packing import Unpacker, unpacked_by, unpackers_of
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.raid import ItemKind, following
from pmo_tui.domain.text import fold
from pmo_tui.moments import local_day

Stamp = tuple[int, datetime, datetime]
"""Version, creation and last change of an item."""

OF_PROJECT = {"dependency": ("gives_id", "needs_id")}
"""The columns that name the projects of an item, where these are others than usual."""


def count(entity: str) -> int:
    """Give the number of items of a kind."""
    [(number,)] = sql.ask(f'SELECT COUNT(*) FROM "{entity}"')
    return int(number)


def key_of(entity: str, code: str) -> int | None:
    """Give the key of the item with this code, case and accents ignored."""
    found = sql.ask(f'SELECT id FROM "{entity}" WHERE code_folded = ?', (fold(code),))
    return found[0][0] if found else None


def keys_by_code(entity: str) -> dict[str, int]:
    """Give the key of every item of a kind by its code, in the order of the codes."""
    return dict(sql.ask(f'SELECT code, id FROM "{entity}" ORDER BY code'))


def usual_keys(kind: ItemKind) -> list[int]:
    """Give the key of every item of a kind in the usual order: what is due first, then by code."""
    due = next((name for name in ("due", "review") if name in kind.catalogue.by_name), "code")
    return [
        key for (key,) in sql.ask(f'SELECT id FROM "{kind.thing}" ORDER BY {due} IS NULL, {due}, code, id')
    ]


def of_project(entity: str, project: int) -> list[int]:
    """Give the keys of the items of a kind that are of a project."""
    columns = OF_PROJECT.get(entity, ("project_id",))
    asked = " OR ".join(f"{column} = ?" for column in columns)
    rows = sql.ask(f'SELECT id FROM "{entity}" WHERE {asked} ORDER BY id', (project,) * len(columns))
    return [key for (key,) in rows]


def awaited_of_project(kind: ItemKind, project: int) -> list[int]:
    """Give the keys of the items of a kind of which a project awaits something, with the actions on its risks."""
    columns = OF_PROJECT.get(kind.thing, ("project_id",))
    ways = [f"{column} = ?" for column in columns]
    if "risk" in kind.catalogue.by_name:
        ways.append("risk_id IN (SELECT id FROM risk WHERE project_id = ?)")
    over = ", ".join("?" for _state in kind.ended)
    asked = f'SELECT id FROM "{kind.thing}" WHERE ({" OR ".join(ways)}) AND {kind.state} NOT IN ({over}) ORDER BY id'
    return [key for (key,) in sql.ask(asked, (*(project,) * len(ways), *sorted(kind.ended)))]


def read(
    kind: ItemKind, keys: Sequence[int], today: date, *, directory: Directory | None = None
) -> list[Item]:
    """Give items in the order of `keys`, as they are on the day `today`; those that have gone are left out."""
    kept = KEEPERS[kind.thing].read(keys)
    placed = with_places(kept.values())
    found = dict(zip(kept, placed, strict=True))
    stamps = stamps_of(kind.thing, keys)
    unpackers = unpackers_of(kind.catalogue, directory or Directory())
    return [_item(kind, key, found[key], stamps[key], unpackers, today) for key in keys if key in found]


def as_it_stood(kind: ItemKind, key: int, facts: Facts, version: int, today: date) -> Item:
    """Give an item of what was kept of it in an earlier version."""
    _version, made, changed = stamps_of(kind.thing, [key])[key]
    [known] = with_places([facts])
    unpackers = unpackers_of(kind.catalogue, Directory())
    return _item(kind, key, known, (version, made, changed), unpackers, today)


def _item(
    kind: ItemKind, key: int, facts: Facts, stamp: Stamp, unpackers: dict[str, Unpacker], today: date
) -> Item:
    """Give one item."""
    version, made, changed = stamp
    values: dict[str, Value] = unpacked_by(facts, unpackers)
    values |= following(kind, values, today)
    values |= {"created": local_day(made), "updated": local_day(changed)}
    return Item(kind.thing, key, version, values, made, changed)


def stamps_of(entity: str, keys: Iterable[int]) -> dict[int, Stamp]:
    """Give version, creation and last change of items, by key."""
    rows = by_keys(f'SELECT id, version, created_at, updated_at FROM "{entity}" WHERE id IN ', keys)
    moment = datetime.fromisoformat
    return {key: (version, moment(made), moment(changed)) for key, version, made, changed in rows}


def with_places(items: Iterable[Facts]) -> list[Facts]:
    """Give facts of items with the project of their risk and the programme of their project, where they have one."""
    known = list(items)
    projects = _whose("risk", "project_id", known)
    found = [
        {**facts, "project": projects.get(risk)} if isinstance(risk := facts.get("risk"), int) else facts
        for facts in known
    ]
    programmes = _whose("project", "programme_id", found)
    return [
        {**facts, "programme": programmes.get(project)}
        if isinstance(project := facts.get("project"), int)
        else facts
        for facts in found
    ]


def _whose(entity: str, column: str, items: Iterable[Facts]) -> dict[int, int | None]:
    """Give to what else the things belong to which items belong."""
    keys = {key for facts in items if isinstance(key := facts.get(entity), int)}
    return dict(by_keys(f'SELECT id, {column} FROM "{entity}" WHERE id IN ', sorted(keys)))


def keys_of_parts(entity: str, keys: Iterable[int]) -> list[tuple[str, int]]:
    """Give what belongs to items of any kind, each with its entity: comments, relations, and the actions of risks."""
    wanted = list(keys)
    comments = by_keys("SELECT id FROM comment WHERE entity = ? AND key IN ", wanted, (entity,))
    found = [("comment", key) for (key,) in comments]
    acts = []
    if entity == "risk":
        acts = [key for (key,) in by_keys("SELECT id FROM action WHERE risk_id IN ", wanted)]
        found += keys_of_parts("action", acts)
    for end in ("from", "to"):
        rows = by_keys(f"SELECT id FROM relation WHERE {end}_entity = ? AND {end}_key IN ", wanted, (entity,))
        found += [("relation", key) for (key,) in rows]
    return list(dict.fromkeys([*found, *(("action", key) for key in acts)]))
