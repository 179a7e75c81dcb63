"""Copying: what of a list goes to the clipboard, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.words import _, numbers
from screens.shell.choose import Choice

if TYPE_CHECKING:
    from screens.lists.listing import Listing


async def copied(listing: Listing) -> str | None:
    """Let a person choose as what the marked things, or the one under the cursor, are copied; None for going back."""
    marked = listing.marked
    keys = marked or [listing.present]
    choices = [
        Choice("tabs", _("for a spreadsheet"), _("with tabs")),
        Choice("markdown", _("as a table"), "Markdown"),
    ]
    if not marked:
        choices.insert(0, Choice("text", _("as text"), _("what is said below")))
    title = _("Copy {count} marked").format(count=numbers.whole(len(keys))) if marked else _("Copy")
    form = await listing.page.choose(title, choices)
    if form is None:
        return None
    if form == "text":
        return listing.detail.text.partition("\n")[2].strip()
    columns = listing.columns_shown() or listing.kind.layout.usual
    return await listing.page.ask(listing.kind.copied, keys, form, columns)
