"""Reads projects, whole or as the values of chosen fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from peewee import fn

from db import sql
from db.keepers import KEEPERS
from db.models import ProjectRecord
from db.names import Directory
from db.packing import pack, unpack
from pmo_tui.domain.fields import Catalogue, Value, Values
from pmo_tui.domain.health import Declaration, Dimension, Health
from pmo_tui.domain.journal import Facts, Kept
from pmo_tui.domain.projects import Project

_PLAIN = tuple(
    name
    for name in Project.__dataclass_fields__
    if name not in {"id", "version", "dimensions", "custom", "created_at", "updated_at"}
)


def count() -> int:
    """Give the number of projects."""
    return ProjectRecord.select().count()


def key_of(code: str) -> int | None:
    """Give the key of the project with this code, case ignored."""
    exact = ProjectRecord.select(ProjectRecord.id).where(ProjectRecord.code == code).scalar()
    if exact is not None:
        return int(exact)
    alike = (
        ProjectRecord.select(ProjectRecord.id).where(fn.LOWER(ProjectRecord.code) == code.lower()).scalar()
    )
    return int(alike) if alike is not None else None


def keys_by_code() -> dict[str, int]:
    """Give the key of every project by its code."""
    return dict(sql.ask("SELECT code, id FROM project"))


def codes() -> Iterable[str]:
    """Give the code of every project."""
    return (code for (code,) in sql.ask("SELECT code FROM project"))


def facts(keys: Iterable[int]) -> dict[int, Facts]:
    """Give what is kept of projects, by key."""
    return dict(KEEPERS["project"].read(keys))


def read(keys: Sequence[int], catalogue: Catalogue, directory: Directory | None = None) -> list[Project]:
    """Give whole projects in the order of `keys`; those that have gone are left out."""
    directory = directory or Directory()
    kept = facts(keys)
    stamps = _stamps(keys)
    return [_project(key, kept[key], stamps[key], catalogue, directory) for key in keys if key in kept]


def _stamps(keys: Sequence[int]) -> dict[int, tuple[int, datetime, datetime]]:
    """Give version, creation and last change of projects, by key."""
    wanted = ProjectRecord.select(
        ProjectRecord.id, ProjectRecord.version, ProjectRecord.created_at, ProjectRecord.updated_at
    )
    found: dict[int, tuple[int, datetime, datetime]] = {}
    for start in range(0, len(keys), 500):
        chunk = wanted.where(ProjectRecord.id.in_(keys[start : start + 500]))
        found |= {id_: (version, made, changed) for id_, version, made, changed in sql.tuples(chunk)}
    return found


def _project(
    key: int, kept: Facts, stamp: tuple[int, datetime, datetime], catalogue: Catalogue, directory: Directory
) -> Project:
    """Give the domain's project of what is kept."""
    values = unpacked(kept, catalogue, directory)
    dimensions = {dimension: _declaration(values, dimension) for dimension in Dimension}
    return Project(
        id=key,
        version=stamp[0],
        created_at=stamp[1],
        updated_at=stamp[2],
        dimensions={dimension: said for dimension, said in dimensions.items() if said != Declaration()},
        custom={field.name: values[field.name] for field in catalogue if field.custom},
        **{name: values[name] for name in _PLAIN},  # type: ignore[arg-type]
    )


def _declaration(values: Values, dimension: Dimension) -> Declaration:
    """Give what was declared of one dimension."""
    name = f"health_{dimension.value}"
    health, on = values[name], values[f"{name}_date"]
    assert isinstance(health, Health)
    return Declaration(health, str(values[f"{name}_comment"] or ""), on)  # type: ignore[arg-type]


def unpacked(kept: Facts, catalogue: Catalogue, directory: Directory) -> dict[str, Value]:
    """Give what is kept as values of the catalogue's fields; facts of fields no longer declared are left out."""
    return {
        name: unpack(catalogue.by_name[name], value, directory)
        for name, value in kept.items()
        if name in catalogue.by_name
    }


def packed(values: Mapping[str, Value], catalogue: Catalogue, directory: Directory) -> dict[str, Kept]:
    """Give values as they are kept. Raises Refusal for a reference to what isn't there."""
    return {name: pack(catalogue.by_name[name], value, directory) for name, value in values.items()}
