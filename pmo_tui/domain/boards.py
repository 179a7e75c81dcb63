"""The board: its cards and its columns by phase."""

from __future__ import annotations

from typing import NamedTuple

from pmo_tui.domain.health import Health
from pmo_tui.domain.lists import Figures
from pmo_tui.domain.money import Cents
from pmo_tui.domain.portfolio import Phase
from pmo_tui.domain.queries.terms import SortKey

USUAL_ORDER = (SortKey("health", descending=True), SortKey("score", descending=True), SortKey("name"))
"""The order where none is asked for: the worst first, then the highest score."""


class Card(NamedTuple):
    """One project on the board, as little as a line shows: a board of thousands holds all its cards."""

    id: int
    code: str
    name: str
    health: str
    previous: str
    budget: Cents | None
    decision: str | None = None
    """The last decision at a gate."""

    @property
    def trend(self) -> int:
        """Whether the last declaration was better (1), the same (0) or worse (-1) than the one before.

        None of the two may be grey; then there is no trend, which counts as 0: see `has_trend`.
        """
        if not self.has_trend:
            return 0
        before, now = Health(self.previous).severity, Health(self.health).severity
        return (before > now) - (before < now)

    @property
    def has_trend(self) -> bool:
        """Whether there are two declarations to compare."""
        return self.previous != "grey" and self.health != "grey"


class Column(NamedTuple):
    """One phase on the board: its figures, and its cards as far as they have been read."""

    phase: Phase
    figures: Figures
    cards: tuple[Card, ...]

    @property
    def over_limit(self) -> bool:
        """Whether it holds more projects than its limit of work in progress."""
        return self.phase.wip_limit is not None and self.figures.count > self.phase.wip_limit


class Board(NamedTuple):
    """The projects that meet a query, in columns by phase; `whole` tells whether all cards have been read."""

    columns: tuple[Column, ...]
    figures: Figures
    of: int
    """How many projects there are in all."""
    order: tuple[SortKey, ...]
    whole: bool
    group: None = None
    """It is grouped by phase, whatever else a query asks for."""

    def holds(self, key: int) -> bool:
        """Tell whether the card of a project is among those read."""
        return any(card.id == key for column in self.columns for card in column.cards)

    @property
    def worst(self) -> int:
        """The number of the column whose first card has the worst health: there the morning begins."""
        firsts = [column.cards[0].health if column.cards else None for column in self.columns]
        severities = [-1 if health is None else Health(health).severity for health in firsts]
        return severities.index(max(severities)) if severities else 0
