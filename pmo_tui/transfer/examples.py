"""Examples: what the cells of a file say under a rule, for a person to see whether a map is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pmo_tui.domain.fields import Catalogue, Value
from pmo_tui.domain.refusal import Refusal
from pmo_tui.transfer.cells import CellReader, Emptied, Unreadable
from pmo_tui.transfer.headers import position
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.matching import squeezed
from pmo_tui.transfer.tables import Table

MOST_DISTINCT = 500
"""How many different cells are told apart: a column of texts has one for each row."""


@dataclass(slots=True)
class Example:
    """What one field would get: how many rows fill it, one cell with what it means, and what can't be read."""

    filled: int = 0
    cell: str = ""
    value: Value = None
    emptied: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    missing: tuple[str, ...] = ()
    """Columns that the rule names and the file does not have."""


def example(table: Table, rule: Rule, the_map: ImportMap, catalogue: Catalogue) -> Example:
    """Read all cells of a rule's columns; a row counts by the first of them that says something."""
    found = Example()
    if rule.constant is not None and not rule.columns:
        reader = CellReader(catalogue.get(rule.field), rule, ())
        _count(found, rule.constant, reader)
        found.filled *= len(table.records)
        return found
    places, found.missing = _places(table, rule)
    reader = CellReader(catalogue.get(rule.field), rule, the_map.empty)
    for record in table.records:
        for at in places:
            cell = record.cells[at]
            if cell is not None and _count(found, cell, reader):
                break
    return found


def _count(found: Example, cell: str, reader: CellReader) -> bool:
    """Count one cell and tell whether it says something, were it only something that can't be read."""
    outcome = reader.read(cell)
    if isinstance(outcome, Emptied):
        if outcome.marker:
            found.emptied[outcome.marker] += 1
        return False
    if isinstance(outcome, Unreadable):
        if len(found.unreadable) < MOST_DISTINCT or cell in found.unreadable:
            found.unreadable[cell] += 1
        return True
    if not found.filled:
        found.cell, found.value = cell, outcome
    found.filled += 1
    return True


def _places(table: Table, rule: Rule) -> tuple[list[int], tuple[str, ...]]:
    """Give where a rule's columns are, and those that are not there or could be several."""
    places: list[int] = []
    missing: list[str] = []
    for name in rule.columns:
        try:
            at = position(name, table.headers)
        except Refusal:
            at = None
        if at is None:
            missing.append(name)
        else:
            places.append(at)
    return places, tuple(missing)


def columns_of(table: Table, rule: Rule) -> tuple[str, ...]:
    """Give the headers that a rule's columns mean, which it may name by their beginning."""
    return tuple(table.headers[at] for at in _places(table, rule)[0])


def distinct(table: Table, headers: Sequence[str]) -> Counter[str]:
    """Count the different cells of columns, space around and case ignored, by the way each is written first."""
    first: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for header in headers:
        for cell in table.column(header):
            text = cell.strip()
            if not text:
                continue
            written = first.setdefault(squeezed(text), text)
            if written in counted or len(counted) < MOST_DISTINCT:
                counted[written] += 1
    return counted


def sample(table: Table, header: str) -> str:
    """Give the first cell of a column that holds something, "" where none does."""
    at = table.headers.index(header)
    for record in table.records:
        cell = record.cells[at]
        if cell and cell.strip():
            return cell.strip()
    return ""
