"""Plain SQL on the open database, with types: for the statements that are alike for every table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from peewee import BaseQuery, Database, __exception_wrapper__  # type: ignore[attr-defined]

from db.models.base import proxy

Parameters = Sequence[object]


def database() -> Database:
    """Give the open database."""
    return cast(Database, proxy.obj)


def marks(count: int) -> str:
    """Give the marks of `count` parameters, as this kind of database writes them."""
    return ", ".join([database().param] * count)


def names(columns: Iterable[str]) -> str:
    """Give column names as SQL quotes them."""
    return ", ".join(f'"{column}"' for column in columns)


def ask(sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
    """Give all rows that a statement answers; parameters are marked with `?`."""
    return cast(list[tuple[Any, ...]], _run(sql, parameters).fetchall())


def run(sql: str, parameters: Parameters = ()) -> int:
    """Run a statement and give the number of rows that it changed."""
    return cast(int, _run(sql, parameters).rowcount)


def many(sql: str, rows: Sequence[Parameters]) -> None:
    """Run one statement for many rows of parameters."""
    if rows:
        cursor = database().cursor()  # type: ignore[no-untyped-call]
        with __exception_wrapper__:  # as execute_sql does it
            cursor.executemany(_marked(sql), rows)


def tuples(query: BaseQuery) -> list[tuple[Any, ...]]:
    """Give the rows of a query as tuples."""
    return list(cast(Any, query).tuples())


def dicts(query: BaseQuery) -> list[dict[str, Any]]:
    """Give the rows of a query by column name."""
    return list(cast(Any, query).dicts())


def _run(sql: str, parameters: Parameters) -> Any:
    """Run a statement on the open database."""
    return database().execute_sql(_marked(sql), parameters)  # type: ignore[no-untyped-call]


def _marked(sql: str) -> str:
    """Give `sql` with its marks of parameters as this kind of database writes them."""
    mark = database().param
    return sql if mark == "?" else sql.replace("?", mark)
