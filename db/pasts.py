"""Reads pasts: what things were before they were changed, as the journal has it, for many of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from db import sql
from db.journal import kept_facts
from pmo_tui.domain.journal import Facts
from pmo_tui.moments import midnight


class Before(NamedTuple):
    """What some facts of a thing were before a change: None before its creation, no fact that it left alone."""

    at: datetime
    key: int
    facts: Facts | None


def befores(entity: str, names: Sequence[str], day: date, key: int | None = None) -> Iterator[Before]:
    """Walk what some facts were before each change of things of a kind since the midnight of a day, newest first.

    With a `key` they are those of one thing.
    """
    since = midnight(day).isoformat(sep=" ")  # a moment without a fraction is kept so too, and sorts as text
    rows = sql.ask(
        "SELECT journal_group.at, journal.key, journal.before, journal.id FROM journal "
        "JOIN journal_group ON journal_group.id = journal.group_id "
        f"WHERE journal.entity = ? {'' if key is None else 'AND journal.key = ? '}AND journal_group.at >= ? "
        "ORDER BY journal.id DESC",
        (entity, since) if key is None else (entity, key, since),
    )
    for at, key, before, id_ in rows:
        facts = kept_facts(before, id_)
        yield Before(
            datetime.fromisoformat(at),
            key,
            facts and {name: facts[name] for name in names if name in facts},
        )


def codes_gone(entity: str) -> list[str]:
    """Give the codes of the things of a kind that somebody has deleted; one that was made by mistake is not theirs."""
    rows = sql.ask(
        "SELECT json_extract(journal.before, '$.code') FROM journal "
        "JOIN journal_group ON journal_group.id = journal.group_id "
        "WHERE journal.entity = ? AND journal.after IS NULL AND journal_group.undoes_id IS NULL",
        (entity,),
    )
    return [code for (code,) in rows if code]
