"""Flows of comments on an item: one's own is deleted, and comes back by undo."""

from __future__ import annotations

from pmo_tui.domain.items import Item
from pmo_tui.domain.risk_parts import Comment
from pmo_tui.services import comments
from pmo_tui.words import _
from screens.shell.page import Page


async def delete_comment(page: Page, item: Item, comment: Comment) -> None:
    """Delete a comment of one's own; another's is refused with a sentence."""
    await page.ask(comments.delete, item, comment)
    told = _("Comment on {code} deleted. {key} brings it back.")
    page.say(told.format(code=item.code, key=page.key_of("shell.undo")), role="good")
