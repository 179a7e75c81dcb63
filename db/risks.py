"""Reads risks as items with all that follows from their values, and what a portfolio has set for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from db import sql
from db.asking import Question, columns
from db.keepers import KEEPERS
from db.keepers.base import by_keys
from db.keepers.risks import percent
from db.models.risks import RiskRecord
from db.names import Directory
from db.packing import Unpacker, unpacked_by, unpackers_of
from db.queries.items import found as found_items
from db.raid import keys_of_parts as parts_of_items
from db.raid import stamps_of, with_places
from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.risk_fields import RISK_FIELDS, with_bands
from pmo_tui.domain.risk_parts import Category, ResponseAction, State
from pmo_tui.domain.risk_values import PREFIXES, Scales, following, impact_fields
from pmo_tui.domain.risks import Appetite, Band, Level, Status, Step
from pmo_tui.domain.text import fold
from pmo_tui.moments import local_day


def count() -> int:
    """Give the number of risks."""
    [(number,)] = sql.ask("SELECT COUNT(*) FROM risk")
    return int(number)


def key_of(code: str) -> int | None:
    """Give the key of the risk with this code, case and accents ignored."""
    found = sql.ask("SELECT id FROM risk WHERE code_folded = ?", (fold(code),))
    return found[0][0] if found else None


def keys_by_code() -> dict[str, int]:
    """Give the key of every risk by its code, in the order of the codes."""
    return dict(sql.ask("SELECT code, id FROM risk ORDER BY code"))


def called() -> dict[str, str]:
    """Give what every risk is called, by its code."""
    return dict(sql.ask("SELECT code, title FROM risk ORDER BY code"))


def usual_keys() -> list[int]:
    """Give the key of every risk in the usual order: the highest score first, then the largest exposure."""
    order = "score DESC NULLS LAST, exposure DESC NULLS LAST, code, id"
    return [key for (key,) in sql.ask(f"SELECT id FROM risk ORDER BY {order}")]


def search(typed: str, limit: int) -> list[tuple[int, str, str]]:
    """Give key, code and title of risks in whose code, title or tags each typed word stands."""
    record: Any = RiskRecord
    return found_items(record, record.status, [each.value for each in Status if each.over], typed, limit)


def of_project(project: int) -> list[int]:
    """Give the keys of the risks of a project."""
    return [key for (key,) in sql.ask("SELECT id FROM risk WHERE project_id = ? ORDER BY id", (project,))]


def place_of(key: int) -> tuple[str | None, str | None]:
    """Give the project of a risk by its code, and the programme by its name."""
    found = sql.ask(
        "SELECT project.code, programme.name FROM risk LEFT JOIN project ON project.id = risk.project_id "
        "LEFT JOIN programme ON programme.id = COALESCE(project.programme_id, risk.programme_id) "
        "WHERE risk.id = ?",
        (key,),
    )
    return (found[0][0], found[0][1]) if found else (None, None)


def read(
    keys: Sequence[int],
    today: date,
    *,
    scales: Scales | None = None,
    directory: Directory | None = None,
) -> list[Item]:
    """Give risks in the order of `keys`, as they are on the day `today`; those that have gone are left out."""
    scales = scales or scales_kept()
    kept = KEEPERS["risk"].read(keys)
    stamps = stamps_of("risk", keys)
    placed = dict(zip(kept, with_places(kept.values()), strict=True))
    counts = _actions_of(kept)
    reader = _Reader(
        with_bands([band.name for band in scales.bands]), directory or Directory(), scales, today
    )
    return [
        reader.item(key, placed[key], stamps[key], counts.get(key, (0, 0))) for key in keys if key in placed
    ]


def as_it_stood(key: int, facts: Facts, version: int, today: date) -> Item:
    """Give a risk of what was kept of it in an earlier version."""
    scales = scales_kept()
    _version, made, changed = stamps_of("risk", [key])[key]
    [known] = with_places([facts])
    reader = _Reader(with_bands([band.name for band in scales.bands]), Directory(), scales, today)
    return reader.item(key, known, (version, made, changed), _actions_of([key]).get(key, (0, 0)))


class _Reader:
    """Makes items of what is kept, with what is alike for all of them."""

    def __init__(self, catalogue: Catalogue, directory: Directory, scales: Scales, today: date) -> None:
        self._unpackers = unpackers_of(catalogue, directory)
        self._scales = scales
        self._today = today

    def item(
        self, key: int, facts: Facts, stamp: tuple[int, datetime, datetime], actions: tuple[int, int]
    ) -> Item:
        """Give one risk."""
        version, made, changed = stamp
        values: dict[str, Value] = unpacked_by(facts, self._unpackers)
        values |= following(values, self._scales, self._today, actions)
        values |= {"created": local_day(made), "updated": local_day(changed)}
        return Item("risk", key, version, values, made, changed)


def figures_of(facts: Facts) -> dict[str, Value]:
    """Give those of a risk's facts from which its figures follow, as values."""
    return unpacked_by(facts, _FIGURES)


def figured(asked: Question, names: Sequence[str]) -> dict[int, Facts]:
    """Give some facts of the risks that meet a query, by key in its order: much less work than reading them whole."""
    return {key: dict(zip(names, facts, strict=True)) for key, *facts in columns(asked, names)}


def _figures() -> dict[str, Unpacker]:
    """Give what unpacks the facts from which figures follow; none of them refers to another thing."""
    names = {
        *("side", "status", "level", "chance", "cost", "cost_low", "cost_high", "score_before", "raised"),
        *(name for which, (*both, _prefix) in PREFIXES.items() for name in (*both, *impact_fields(which))),
    }
    return {name: each for name, each in unpackers_of(RISK_FIELDS, Directory()).items() if name in names}


_FIGURES = _figures()


def _actions_of(keys: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Give how many actions each risk has, and how many of them are done; those that were dropped don't count."""
    rows = by_keys(
        "SELECT risk_id, COUNT(*), SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END) FROM action "
        "WHERE state <> 'dropped' AND risk_id IN ",
        keys,
        after=" GROUP BY risk_id",
    )
    return {key: (of, done) for key, of, done in rows}


def actions(keys: Iterable[int] | None = None) -> list[ResponseAction]:
    """Give the actions of some risks, or of all, those that are due first before the others."""
    statement = (
        "SELECT action.id, action.version, risk.code, action.title, person.name, action.due, action.cost, "
        "action.state, action.done_on, action.code FROM action JOIN risk ON risk.id = action.risk_id "
        "LEFT JOIN person ON person.id = action.owner_id"
    )
    rows = sql.ask(statement) if keys is None else by_keys(f"{statement} WHERE action.risk_id IN ", keys)
    day = date.fromisoformat
    found = [
        ResponseAction(
            id_,
            version,
            code,
            title,
            owner,
            day(due) if due else None,
            cost,
            State(state),
            day(on) if on else None,
            own,
        )
        for id_, version, code, title, owner, due, cost, state, on, own in rows
    ]
    return sorted(found, key=lambda action: (action.risk, action.due or date.max, action.id))


def keys_of_parts(risks: Iterable[int]) -> list[tuple[str, int]]:
    """Give what belongs to risks, each with its entity: comments, relations and actions."""
    return parts_of_items("risk", risks)


# --- what is set ----------------------------------------------------------------------------------------------


def scales_kept() -> Scales:
    """Give bands, scales, appetite and categories as they are set."""
    return Scales(
        bands=bands(),
        probabilities=steps("probability"),
        impacts=steps("impact"),
        appetite=appetite(),
        parents={category.name: category.parent for category in categories()},
    )


def bands() -> tuple[Band, ...]:
    """Give the bands, the least first."""
    return tuple(
        Band(name, least) for name, least in sql.ask("SELECT name, least FROM risk_band ORDER BY least")
    )


def steps(axis: str) -> tuple[Step, ...]:
    """Give the steps of a scale, the least first."""
    rows = sql.ask("SELECT word, least, most FROM risk_step WHERE axis = ? ORDER BY rank", (axis,))
    return tuple(Step(word, percent(least), percent(most)) for word, least, most in rows)


def keys_of_steps(axis: str) -> list[int]:
    """Give the keys of the steps of a scale, the least first."""
    return [key for (key,) in sql.ask("SELECT id FROM risk_step WHERE axis = ? ORDER BY rank", (axis,))]


def appetite() -> Appetite:
    """Give the limits by level and by category."""
    rows = sql.ask(
        "SELECT limits.level, category.name, limits.most FROM risk_appetite AS limits "
        "LEFT JOIN risk_category AS category ON category.id = limits.category_id"
    )
    return Appetite(
        {Level(level): most for level, category, most in rows if category is None},
        {(Level(level), category): most for level, category, most in rows if category is not None},
    )


def categories() -> tuple[Category, ...]:
    """Give the categories in their order, those of the lower level behind the one they belong to.

    One that a form or an import made in passing has no position, 0, and stands last.
    """
    rows = sql.ask(
        "SELECT own.id, own.version, own.name, above.name, own.position FROM risk_category AS own "
        "LEFT JOIN risk_category AS above ON above.id = own.parent_id "
        "ORDER BY COALESCE(above.position, own.position) = 0, COALESCE(above.position, own.position), "
        "COALESCE(above.id, own.id), own.parent_id IS NOT NULL, own.position = 0, own.position, own.id"
    )
    return tuple(Category(*row) for row in rows)


def keys_of_settings(entity: str) -> dict[int, int]:
    """Give key and version of every row of what is set, by the name of its table's entity."""
    return KEEPERS[entity].versions(key for (key,) in sql.ask(f'SELECT id FROM "{KEEPERS[entity].table}"'))


def catalogue() -> Catalogue:
    """Give the fields of risks with the bands in force."""
    return with_bands([band.name for band in bands()])


def before_level(key: int, level: str, later: str) -> Facts:
    """Give all that the newest change of a risk replaced that led it from a level to another, nothing if none did."""
    rows = sql.ask(
        "SELECT before FROM journal WHERE entity = 'risk' AND key = ? AND json_extract(before, '$.level') = ? "
        "AND json_extract(after, '$.level') = ? ORDER BY id DESC LIMIT 1",
        (key, level, later),
    )
    found: Facts = json.loads(rows[0][0]) if rows else {}
    return found
