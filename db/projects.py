"""Reads projects, whole or as the values of chosen fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from db import portfolio as portfolio_kept
from db import rollups, sql
from db.keepers import KEEPERS
from db.keepers.base import by_keys
from db.models.projects import ProjectRecord
from db.names import Directory
from db.packing import Unpacker, unpacked_by, unpackers_of
from pmo_tui.domain.fields import Catalogue, Values
from pmo_tui.domain.health import DIMENSION_FIELDS, Declaration, Dimension, Health
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.portfolio import Portfolio
from pmo_tui.domain.projects import Project
from pmo_tui.domain.rollups import NO_RISKS
from pmo_tui.domain.text import fold
from pmo_tui.domain.weather import Figures, computed
from pmo_tui.moments import local_day

_PLAIN = tuple(
    name
    for name in Project._fields
    if name
    not in {
        *("id", "version", "dimensions", "custom", "computed", "decision"),
        *("created_at", "updated_at", "created", "updated", "rollup"),
    }
)
_NOTHING_DECLARED = Declaration()


def count() -> int:
    """Give the number of projects."""
    return ProjectRecord.select().count()


def key_of(code: str) -> int | None:
    """Give the key of the project with this code, case and accents ignored."""
    found = sql.ask("SELECT id FROM project WHERE code_folded = ?", (fold(code),))
    return found[0][0] if found else None


def programme_of(code: str) -> str | None:
    """Give the name of the programme of the project with this code, None where it has none or there is no such one."""
    found = sql.ask(
        "SELECT programme.name FROM project JOIN programme ON programme.id = project.programme_id "
        "WHERE project.code = ?",
        (code,),
    )
    return found[0][0] if found else None


def names(codes: Iterable[str]) -> dict[str, str]:
    """Give what the projects with these codes are called, by code."""
    return dict(by_keys("SELECT code, name FROM project WHERE code IN ", set(codes)))


def called() -> dict[str, str]:
    """Give what every project is called, by its code."""
    return dict(sql.ask("SELECT code, name FROM project ORDER BY code"))


def usual_keys() -> list[int]:
    """Give the key of every project in the usual order: the worst first, then the highest score, then by name.

    It is what the empty query answers, without what it takes to read a query.
    """
    order = "severity DESC, score DESC NULLS LAST, folded, id"
    return [key for (key,) in sql.ask(f"SELECT id FROM project ORDER BY {order}")]


def counts_by_phase() -> dict[int, int]:
    """Give how many projects stand in each phase, by its id."""
    return dict(sql.ask("SELECT phase_id, COUNT(*) FROM project GROUP BY phase_id"))


def keys_by_code() -> dict[str, int]:
    """Give the key of every project by its code, in the order of the codes."""
    return dict(sql.ask("SELECT code, id FROM project ORDER BY code"))


def facts(keys: Iterable[int]) -> dict[int, Facts]:
    """Give what is kept of projects, by key."""
    return dict(KEEPERS["project"].read(keys))


def read(
    keys: Sequence[int],
    catalogue: Catalogue,
    directory: Directory | None = None,
    *,
    today: date | None = None,
) -> list[Project]:
    """Give whole projects in the order of `keys`; those that have gone are left out.

    Their weather is computed for the day `today`; without one it stays grey.
    """
    unpackers = unpackers_of(catalogue, directory or Directory())
    kept = facts(keys)
    stamps = _stamps(keys)
    decided = _decided(keys)
    risks = rollups.of_projects(keys)
    weather = _unknown if today is None else _weather(today)
    return [
        _project(key, kept[key], stamps[key], decided.get(key), catalogue, unpackers, weather)._replace(
            rollup=risks.get(key, NO_RISKS)
        )
        for key in keys
        if key in kept
    ]


def _unknown(_values: Values) -> Health:
    """Compute no weather."""
    return Health.GREY


def _weather(today: date) -> Callable[[Values], Health]:
    """Give what computes the weather of projects on a day from their values."""
    limits = (portfolio_kept.portfolio() or Portfolio()).thresholds
    closed = {phase.name for phase in portfolio_kept.phases() if phase.closed}

    def health(values: Values) -> Health:
        """Give what the figures say."""
        figures = Figures._make(values[name] for name in Figures._fields)
        return computed(figures, limits, today, closed=values["phase"] in closed).health

    return health


def _decided(keys: Iterable[int]) -> dict[int, str]:
    """Give the last decision at a gate of each project that has one, by key."""
    return dict(
        by_keys(
            "SELECT project_id, decision FROM gate_decision WHERE project_id IN ",
            keys,
            after=" ORDER BY decided_on, id",  # the last one of each stays
        )
    )


def as_it_stood(key: int, kept: Facts, version: int, catalogue: Catalogue) -> Project:
    """Give a project of what was kept of it in an earlier version."""
    _version, made, changed = _stamps([key])[key]
    decision = _decided([key]).get(key)
    return _project(
        key, kept, (version, made, changed), decision, catalogue, unpackers_of(catalogue, Directory())
    )


def _stamps(keys: Iterable[int]) -> dict[int, tuple[int, datetime, datetime]]:
    """Give version, creation and last change of projects, by key."""
    rows = by_keys("SELECT id, version, created_at, updated_at FROM project WHERE id IN ", keys)
    moment = datetime.fromisoformat
    return {key: (version, moment(made), moment(changed)) for key, version, made, changed in rows}


def _project(
    key: int,
    kept: Facts,
    stamp: tuple[int, datetime, datetime],
    decision: str | None,
    catalogue: Catalogue,
    unpackers: Mapping[str, Unpacker],
    weather: Callable[[Values], Health] = _unknown,
) -> Project:
    """Give the domain's project of what is kept."""
    values = unpacked_by(kept, unpackers)
    dimensions = {dimension: _declaration(values, dimension) for dimension in Dimension}
    return Project(
        id=key,
        version=stamp[0],
        created_at=stamp[1],
        updated_at=stamp[2],
        created=local_day(stamp[1]),
        updated=local_day(stamp[2]),
        decision=decision,
        computed=weather(values),
        dimensions={dimension: said for dimension, said in dimensions.items() if said != _NOTHING_DECLARED},
        custom={field.name: values[field.name] for field in catalogue if field.custom},
        **{name: values[name] for name in _PLAIN},  # type: ignore[arg-type]
    )


def _declaration(values: Values, dimension: Dimension) -> Declaration:
    """Give what was declared of one dimension."""
    name = DIMENSION_FIELDS[dimension]
    health, on = values[name], values[f"{name}_date"]
    assert isinstance(health, Health)
    return Declaration(health, str(values[f"{name}_comment"] or ""), on)  # type: ignore[arg-type]
