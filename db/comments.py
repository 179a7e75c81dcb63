"""Reads comments on things, with who wrote each and when, as the journal tells."""

from __future__ import annotations

from datetime import datetime

from db import sql
from pmo_tui.domain.risk_parts import Comment


def comments(entity: str, key: int) -> list[Comment]:
    """Give the comments on a thing, the oldest first."""
    rows = sql.ask(
        "SELECT comment.id, comment.version, comment.text, journal_group.who, journal_group.at FROM comment "
        "JOIN journal ON journal.id = (SELECT MIN(made.id) FROM journal AS made "
        "WHERE made.entity = 'comment' AND made.key = comment.id) "
        "JOIN journal_group ON journal_group.id = journal.group_id "
        "WHERE comment.entity = ? AND comment.key = ? ORDER BY comment.id",
        (entity, key),
    )
    return [
        Comment(id_, version, text, who, datetime.fromisoformat(at)) for id_, version, text, who, at in rows
    ]


def is_there(entity: str, key: int) -> bool:
    """Tell whether a thing is there."""
    return bool(sql.ask(f'SELECT 1 FROM "{entity}" WHERE id = ?', (key,)))
