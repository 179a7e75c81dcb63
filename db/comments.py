"""Reads comments on things, with who wrote each and when, as the journal tells or they say themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from db import sql
from pmo_tui.domain.comments import Remark
from pmo_tui.domain.risk_parts import Comment

_WHO_AND_WHEN = "COALESCE(comment.who, journal_group.who), COALESCE(comment.at, journal_group.at)"
_MADE = (
    "JOIN journal ON journal.id = (SELECT MIN(made.id) FROM journal AS made "
    "WHERE made.entity = 'comment' AND made.key = comment.id) "
    "JOIN journal_group ON journal_group.id = journal.group_id "
)
"""The group in which a comment was first made."""


def comments(entity: str, key: int) -> list[Comment]:
    """Give the comments on a thing, the oldest first."""
    rows = sql.ask(
        f"SELECT comment.id, comment.version, comment.text, {_WHO_AND_WHEN} FROM comment {_MADE}"
        "WHERE comment.entity = ? AND comment.key = ? ORDER BY comment.id",
        (entity, key),
    )
    return [
        Comment(id_, version, text, who, datetime.fromisoformat(at)) for id_, version, text, who, at in rows
    ]


def everything(entities: Iterable[str]) -> list[Remark]:
    """Give all comments on things of some kinds, each kind's oldest first."""
    found: list[Remark] = []
    for entity in entities:
        rows = sql.ask(
            f"SELECT thing.code, comment.text, {_WHO_AND_WHEN} FROM comment "
            f'JOIN "{entity}" AS thing ON thing.id = comment.key {_MADE}'
            "WHERE comment.entity = ? ORDER BY comment.id",
            (entity,),
        )
        found += [Remark(entity, code, text, who, datetime.fromisoformat(at)) for code, text, who, at in rows]
    return found


def is_there(entity: str, key: int) -> bool:
    """Tell whether a thing is there."""
    return bool(sql.ask(f'SELECT 1 FROM "{entity}" WHERE id = ?', (key,)))
