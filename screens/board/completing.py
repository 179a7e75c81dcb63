"""Completing: what the word of a query that is being typed can become, by the names in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_tui.domain.queries.hints import being_typed, suggest
from pmo_tui.services import forms

if TYPE_CHECKING:
    from screens.shell.filter_prompt import Complete
    from screens.shell.page import Page


async def completing(page: Page) -> Complete:
    """Give what completes queries on projects, by the names that are in use now."""
    known = await page.ask(forms.known)

    def complete(text: str, cursor: int) -> tuple[str, Sequence[str]]:
        """Give the word at the cursor, and what it can become."""
        return being_typed(text, cursor), suggest(text, cursor, known.around.catalogue, known.names)

    return complete
