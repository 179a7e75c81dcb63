"""The sheet of the figures of risks: what its tabs are drawn from; pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.services.histories import Entry
from pmo_tui.services.risk_figures import Everything
from screens.glyphs import Glyphs
from screens.sheets import rows


class Sheet(rows.Sheet):
    """The figures, and where they are drawn."""

    def __init__(
        self, known: Everything, glyphs: Glyphs, cells: int, lines: int, key_of: Callable[[str], str]
    ) -> None:
        super().__init__(glyphs, cells, lines, key_of)
        self.known = known

    @property
    def today(self) -> date:
        """The day it is."""
        return self.known.today

    @property
    def catalogue(self) -> Catalogue:
        """The fields of risks."""
        return RISK_FIELDS

    @property
    def history(self) -> tuple[Entry, ...]:
        """Figures have no history of their own."""
        return ()

    def narrowed(self, cells: int) -> Sheet:
        """Give the same figures to be drawn in fewer cells."""
        return Sheet(self.known, self.glyphs, cells, self.lines, self.key_of)
