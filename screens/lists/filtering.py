"""Filtering: the query that a person types over a list, which is asked for until it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import lists
from screens.lists.completing import completing

if TYPE_CHECKING:
    from screens.lists.listing import Listing


async def asked_for(listing: Listing) -> str | None:
    """Give the query that a person types while the list shows what it finds; None where one went back."""
    page, shown = listing.page, listing.shown.query
    text = f"{shown} " if shown else ""  # one goes on typing the next word
    names = await page.ask(listing.kind.names)
    complete = completing(listing.catalogue, names)
    while True:
        answer = await page.prompt_filter(text, live=listing.filter_live, complete=complete)
        if answer is None or await _is_read(listing, answer):
            return answer
        text = answer


async def _is_read(listing: Listing, query: str) -> bool:
    """Tell whether a query can be read; what can't is told, and one goes on typing it."""
    try:
        await listing.page.ask(lists.read_query, listing.kind.things, query)
    except Refusal as refusal:
        listing.page.refused(refusal)
        return False
    return True
