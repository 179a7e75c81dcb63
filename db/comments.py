"""Comments as they are kept: words about a thing of any kind, with who wrote them and when, as the journal knows it."""

from __future__ import annotations

from datetime import datetime

from db import sql
from db.keepers.base import by_keys
from pmo_tui.domain.risk_parts import Comment


def comments(entity: str, key: int) -> list[Comment]:
    """Give the comments on a thing, the newest first."""
    rows = sql.ask(
        "SELECT id, version, text FROM comment WHERE entity = ? AND key = ? ORDER BY id DESC", (entity, key)
    )
    written = {
        comment: (who, datetime.fromisoformat(at))
        for comment, who, at in by_keys(
            "SELECT journal.key, journal_group.who, journal_group.at FROM journal "
            "JOIN journal_group ON journal_group.id = journal.group_id "
            "WHERE journal.entity = 'comment' AND journal.before IS NULL AND journal.key IN ",
            [row[0] for row in rows],
            after=" ORDER BY journal.id DESC",  # the first time it was written stays
        )
    }
    return [Comment(id_, version, text, *written.get(id_, ("", None))) for id_, version, text in rows]
