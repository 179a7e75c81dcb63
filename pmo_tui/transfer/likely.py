"""Likely columns: which column a person may have meant as the name of projects where no header says so."""

from __future__ import annotations

import re

from pmo_tui.domain.text import fold
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.rows import dropped
from pmo_tui.transfer.tables import Table

_NAMING = (
    "name",
    "nom",
    "title",
    "titre",
    "intitule",
    "libelle",
    "designation",
    "label",
    "project",
    "projet",
)
_FIGURES = re.compile(r"[\W\d]+")
_LONGEST = 120
"""Beyond so many letters a text tells more than a name."""


def likely_name(table: Table, the_map: ImportMap) -> str:
    """Give the column that no field takes and that reads most like names, "" where none does."""
    free = [header for header in dropped(table, the_map) if _different(table, header)]
    named = [(_place(header), header) for header in free if _place(header) < len(_NAMING)]
    if named:
        return min(named)[1]
    return max(free, key=lambda header: _different(table, header), default="")


def _place(header: str) -> int:
    """Give how early among the words for a name the first one in a header stands."""
    words = set(re.findall(r"\w+", fold(header)))
    return next((place for place, word in enumerate(_NAMING) if word in words), len(_NAMING))


def _different(table: Table, header: str) -> int:
    """Count the different names in a column, 0 where some row has none or a cell is no name."""
    cells = table.column(header)
    if len(cells) < len(table.records):
        return 0
    if any(len(cell) > _LONGEST or _FIGURES.fullmatch(cell) for cell in cells):
        return 0
    return len(set(cells))
