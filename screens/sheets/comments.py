"""What was said of a thing, the newest first: when, by whom, and the words; pure."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.domain.risk_parts import Comment
from pmo_tui.words import _
from screens.cells import line
from screens.sheets.journal import moment
from screens.sheets.rows import Row, Sheet, muted, paragraphs


def comment_rows(sheet: Sheet, comments: Sequence[Comment], action: str) -> list[Row]:
    """Give comments as rows; where there is none, say which key writes one, that of the action."""
    rows: list[Row] = []
    for comment in comments:
        at = f"{moment(comment.at, sheet)}  " if comment.at else ""
        rows.append(Row(comment, line(f" {at}", (comment.who, "accent"))))
        rows += [Row(None, line("   ", each)) for each in paragraphs(comment.text, max(10, sheet.cells - 4))]
    none = _("No comments yet: {key} writes one.").format(key=sheet.key_of(action))
    return rows or [muted(none)]
