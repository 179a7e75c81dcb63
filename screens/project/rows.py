"""The sheet of a project: all that its tabs are drawn from; pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.services.dossiers import Dossier
from pmo_tui.services.histories import Entry
from screens.glyphs import Glyphs
from screens.sheets.rows import Sheet as AnySheet


class Sheet(AnySheet):
    """All that is known of one project."""

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
        """The fields of projects, the portfolio's own among them."""
        return self.dossier.detail.catalogue

    @property
    def history(self) -> tuple[Entry, ...]:
        """Who changed what when, the newest first."""
        return self.dossier.history

    @property
    def is_closed(self) -> bool:
        """Whether work on the project is over."""
        here = self.dossier.detail.project.phase
        return any(phase.closed for phase in self.dossier.around.phases if phase.name == here)

    def value(self, name: str) -> Value:
        """Give the project's value of a field."""
        return self.dossier.detail.project.value(name)
