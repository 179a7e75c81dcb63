"""The sheet of an item, and the rows of its fields, group by group; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.services.histories import Entry
from pmo_tui.services.items import Dossier
from screens.glyphs import Glyphs
from screens.sheets import rows
from screens.sheets.rows import Row, fact


class Sheet(rows.Sheet):
    """All that is known of one item."""

    def __init__(
        self, dossier: Dossier, glyphs: Glyphs, cells: int, lines: int, key_of: Callable[[str], str]
    ) -> None:
        super().__init__(glyphs, cells, lines, key_of)
        self.dossier = dossier

    @property
    def today(self) -> date:
        """The day it is."""
        return self.dossier.around.today

    @property
    def catalogue(self) -> Catalogue:
        """The fields of its kind."""
        return self.dossier.catalogue

    @property
    def history(self) -> tuple[Entry, ...]:
        """Who changed what when, the newest first."""
        return self.dossier.history

    @property
    def told(self) -> Any:
        """What its kind tells besides."""
        return self.dossier.told

    def value(self, name: str) -> Value:
        """Give the item's value of a field."""
        return self.dossier.item.value(name)

    def holds(self, name: str) -> bool:
        """Tell whether a field holds anything."""
        return self.value(name) not in (None, (), "")


def facts(sheet: Sheet, names: Sequence[str], *, always: Sequence[str] = ()) -> list[Row]:
    """Give the rows of those of some fields that hold anything, or that are always told."""
    return [row for name in names if sheet.holds(name) or name in always for row in fact(sheet, name)]
