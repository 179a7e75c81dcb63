"""The kind of a list: what a page says once of the things that it lists; all the rest follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.queries.values import Names
from pmo_tui.services.lists import Things
from pmo_tui.services.portfolio import Surroundings
from pmo_tui.services.session import Session
from screens.cells import Line
from screens.glyphs import Glyphs
from screens.lists.columns import Cell, Layout, Thing, usual_cell

Told = TypeVar("Told")
"""What is known of one thing, as the detail tells it."""


class Kind(NamedTuple, Generic[Told]):
    """What is listed and how; `read`, `detail` and `names` are asked on the database thread."""

    things: Things
    layout: Layout
    catalogue: Callable[[Surroundings], Catalogue]
    read: Callable[[Session, Sequence[int]], Sequence[Thing]]
    """Gives the things of some keys, in their order."""
    detail: Callable[[Session, int], Told | None]
    """Gives what is known of one thing, None where it has gone."""
    draw: Callable[[Told, date, Glyphs, int], list[Line]]
    """Draws that as lines of so many cells, the most important first."""
    names: Callable[[Session], Names]
    """Gives the names in use, to complete queries with."""
    copied: Callable[[Session, Sequence[int], str, Sequence[str]], str]
    """Gives the things of some keys as text for the clipboard, in a form and with columns."""
    summed: str
    """The amount whose sum stands in the line of state."""
    all: str
    """Says that no query narrows the list, an English message."""
    lengths: Callable[[Surroundings], Mapping[str, int]]
    """Tells of some columns how many cells their longest value takes."""
    cell: Cell = usual_cell
    """Gives what stands in a row under a field."""
