"""Reads what the open risks of projects and programmes come to, in plain SQL: lists of projects read it each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from db import sql
from db.keepers.base import by_keys
from pmo_tui.domain.rollups import ENDED, Rollup, Standing, rolled_up

_OPEN = f"risk.status NOT IN ({', '.join(repr(status) for status in ENDED)})"
_STANDING = "CASE WHEN risk.side = 'threat' THEN risk.score END, risk.impact, risk.net"


def bands() -> list[tuple[str, int]]:
    """Give the names of the bands with their least scores, the least first."""
    return [(name, least) for name, least in sql.ask("SELECT name, least FROM risk_band ORDER BY least")]


def of_projects(keys: Iterable[int]) -> dict[int, Rollup]:
    """Give what the open risks of projects come to, by the key of the project; those without any are left out."""
    statement = f"SELECT project_id, {_STANDING} FROM risk WHERE {_OPEN} AND project_id IN "
    return _rolled(by_keys(statement, keys))


def of_programmes() -> dict[str | None, Rollup]:
    """Give what the open risks of programmes come to, by name: those of their projects, and their own.

    Under None stand those that belong to no programme: the portfolio's own, and those of projects without one.
    """
    return _rolled(
        sql.ask(
            f"SELECT programme.name, {_STANDING} FROM risk LEFT JOIN project ON project.id = risk.project_id "
            "LEFT JOIN programme ON programme.id = "
            "CASE WHEN risk.project_id IS NULL THEN risk.programme_id ELSE project.programme_id END "
            f"WHERE {_OPEN}"
        )
    )


def whole() -> Rollup:
    """Give what all open risks come to."""
    rows = sql.ask(f"SELECT NULL, {_STANDING} FROM risk WHERE {_OPEN}")
    return _rolled(rows).get(None, Rollup())


def _rolled(rows: Iterable[tuple[Any, ...]]) -> dict[Any, Rollup]:
    """Give what rows of risks come to, each beginning with who carries it."""
    standings: dict[Any, list[Standing]] = defaultdict(list)
    for carrier, *standing in rows:
        standings[carrier].append(Standing._make(standing))
    limits = bands() if standings else []
    return {carrier: rolled_up(risks, limits) for carrier, risks in standings.items()}
