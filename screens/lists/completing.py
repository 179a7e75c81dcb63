"""Completing: what the word of a query that is being typed can become, by the names in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmo_tui.domain.queries.hints import being_typed, suggest
from pmo_tui.domain.spellings import FRENCH
from pmo_tui.words import language

if TYPE_CHECKING:
    from pmo_tui.domain.fields import Catalogue
    from pmo_tui.domain.queries.values import Names
    from screens.shell.filter_prompt import Complete


def completing(catalogue: Catalogue, names: Names) -> Complete:
    """Give what completes queries on the fields of a catalogue."""

    def complete(text: str, cursor: int) -> tuple[str, Sequence[str]]:
        """Give the word at the cursor, and what it can become."""
        return being_typed(text, cursor), suggest(text, cursor, catalogue, names, _spoken)

    return complete


def _spoken(words: Sequence[str]) -> Sequence[str]:
    """Give those of some words that are of the language spoken now."""
    return [word for word in words if (word in FRENCH) == (language() == "fr")]
