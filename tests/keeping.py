"""What the tests of keeping share: portfolios to work in, values of each kind, the tables, the journal folded."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from db import sql
from db.keepers import KEEPERS
from pmo_tui.domain.fields import Catalogue, Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.services.portfolio import add_own_fields
from pmo_tui.services.session import Session, open_session
from tests.query_texts import CATALOGUE, CUSTOM

NAMES = {
    "phase": ("Idea", "Scoping", "Planning", "Delivery", "Closing"),
    "programme": ("Digital", "Réseau", "Hôpital 2030"),
    "person": ("Alice Martin", "Łukasz Żółw", "Zoé"),
    "objective": ("Carbone", "Une vie meilleure", "Grow"),
}
STAMPS = ("version", "updated_at")
"""What rises with each change, forwards and back."""


class Clock:
    """A clock that goes on by a second each time it is looked at."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-11-23 09:00")

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def opened(path: Path, who: str = "alice", clock: Clock | None = None) -> Session:
    """Open a portfolio, made where it is not there."""
    return open_session(path, create=True, who=who, clock=clock or Clock())


def make_portfolio(path: Path) -> None:
    """Make a portfolio that declares an own field of each kind."""
    session = opened(path, "setter")
    with session.writing("own fields") as group:
        add_own_fields(group, CUSTOM)
    session.close()


@contextmanager
def copied(template: Path, name: str = "copy.db") -> Iterator[Path]:
    """Give a copy of a portfolio that nobody has open."""
    path = template.with_name(name)
    for each in path.parent.glob(f"{name}*"):
        each.unlink()
    shutil.copy(template, path)
    yield path


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """Give all that stands in the tables but the journal, without what rises with each change."""
    names = [name for (name,) in sql.ask("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {}
    for name in names:
        if name.startswith(("journal", "schema_", "sqlite_")):
            continue
        columns = [row[1] for row in sql.ask(f'PRAGMA table_info("{name}")') if row[1] not in STAMPS]
        found[name] = sorted(sql.ask(f'SELECT {sql.names(columns)} FROM "{name}"'), key=repr)
    return found


def standing() -> dict[tuple[str, int], dict[str, Any]]:
    """Give the facts of every thing as the tables hold them."""
    return {
        (entity, key): facts
        for entity, keeper in KEEPERS.items()
        for key, facts in keeper.read(key for (key,) in sql.ask(f'SELECT id FROM "{keeper.table}"')).items()
    }


def replayed() -> dict[tuple[str, int], dict[str, Any]]:
    """Give the facts of every thing as the journal alone tells them, from nothing."""
    defaults = {entity: keeper.defaults() for entity, keeper in KEEPERS.items()}
    things: dict[tuple[str, int], dict[str, Any]] = {}
    for entity, key, before, after in sql.ask("SELECT entity, key, before, after FROM journal ORDER BY id"):
        was, is_ = json.loads(before or "null"), json.loads(after or "null")
        if is_ is None:
            assert things.pop((entity, key)) == {**defaults[entity], **was}
        elif was is None:
            assert (entity, key) not in things
            things[entity, key] = {**defaults[entity], **is_}
        else:
            assert {name: things[entity, key][name] for name in was} == was
            things[entity, key] |= is_
    return things


def groups() -> int:
    """Give the number of groups in the journal."""
    return int(sql.ask("SELECT COUNT(*) FROM journal_group")[0][0])


WORDS = st.text(
    st.sampled_from("aÉé ż\t\n'\"[/]\\%_;,=@😀\u202e\x1b") | st.characters(codec="utf-8"), max_size=12
)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
HEALTHS = st.sampled_from(Health)


def values(field: Field) -> st.SearchStrategy[Value]:
    """Give values that can be typed into a field, nothing included."""
    some: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.LINE: WORDS,
        Kind.TEXT: WORDS,
        Kind.INTEGER: st.integers(-(10**12), 10**12),
        Kind.DECIMAL: st.decimals(-(10**12), 10**12, places=4),
        Kind.SHARE: st.decimals(0, 100, places=4),
        Kind.MONEY: st.integers(-(10**15), 10**15),
        Kind.DATE: DAYS,
        Kind.HEALTH: HEALTHS,
        Kind.YES_NO: st.booleans(),
        Kind.CHOICE: st.sampled_from(field.choices or ("",)),
        Kind.TAGS: st.lists(WORDS, max_size=3).map(tuple),
        Kind.LINKS: st.lists(
            st.sampled_from(("https://a.example", "Plan https://b.example/é")), max_size=2
        ).map(tuple),
        Kind.REFERENCE: st.sampled_from(NAMES.get(field.of, ("",))),
        Kind.REFERENCES: st.lists(st.sampled_from(NAMES.get(field.of, ("",))), max_size=2).map(tuple),
    }
    given = some[field.kind]
    return given if field.of == "phase" else given | st.just(field.empty)


def changes(catalogue: Catalogue = CATALOGUE, most: int = 5) -> st.SearchStrategy[dict[str, Value]]:
    """Give changes of a few fields of a project, its code left alone."""
    fields = [field for field in catalogue if field.settable and field.name not in {"code", "name"}]
    one = st.sampled_from(fields).flatmap(lambda field: st.tuples(st.just(field.name), values(field)))
    return st.lists(one, min_size=1, max_size=most).map(dict)
