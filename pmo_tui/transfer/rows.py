"""Rows: one row of a table to values by field name, with all that is wrong with it, as an import map says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pmo_tui.domain.fields import LISTS, Catalogue, Field, Kind, Value
from pmo_tui.transfer.cells import CellReader, Emptied, Unreadable
from pmo_tui.transfer.headers import position, required
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.notes import Note, short
from pmo_tui.transfer.tables import Cell, Record, Table

REPEAT_COLUMN = "rejected_repeat"
"""The column that holds the key of a row that was rejected because another row was taken for its project."""

OUR_COLUMNS = ("rejected_row", "rejected_reason", REPEAT_COLUMN)
"""The columns that a file of rejected rows has before its own; they fill no field."""


@dataclass(slots=True)
class Row:
    """What a record says: values by field name, which cells were turned to nothing and by what, what can't be read.

    A field that stands in no column, or is to be kept where its cell is empty, is not among the values.
    """

    record: Record
    values: dict[str, Value] = field(default_factory=dict)
    emptied: list[tuple[str, str]] = field(default_factory=list)
    """Field and marker of each cell that held something which stands for nothing."""
    cleared: set[str] = field(default_factory=set)
    """The fields that hold nothing because their cells do, unlike those in which the nothing was written."""
    reasons: list[Note] = field(default_factory=list)
    """Why the row can't be taken; none where it can."""


class RowReader:
    """Reads the rows of one table by one map; raises Refusal where the table lacks a column that the map names."""

    def __init__(self, table: Table, the_map: ImportMap, catalogue: Catalogue) -> None:
        self._sources = [
            source
            for rule in the_map.rules
            if (source := _source(table, rule, catalogue.get(rule.field), the_map.empty)) is not None
        ]

    def read(self, record: Record) -> Row:
        """Give what one record says."""
        row = Row(record)
        cells = record.cells
        for source in self._sources:
            source.fill(row, cells)
        return row


class _Source:
    """Where the values of one field come from: some columns of the table."""

    def __init__(
        self, rule: Rule, field: Field, columns: Sequence[tuple[int, str]], empty: tuple[str, ...]
    ) -> None:
        self.name = field.name
        self._columns = columns
        self._reader = CellReader(field, rule, empty)
        self._nothing = field.empty
        self._keep = rule.keep
        self._join = rule.join
        self._kind = field.kind

    def fill(self, row: Row, cells: Sequence[Cell]) -> None:
        """Put the field's value into `row`: the first that some column gives, or all of them where they are joined."""
        found: list[Value] = []
        spoken = False
        for at, header in self._columns:
            cell = cells[at]
            if cell is None:
                continue
            spoken = True
            value = self._reader.read(cell)
            if isinstance(value, Emptied):
                if value.marker:
                    row.emptied.append((self.name, value.marker))
                continue
            if isinstance(value, Unreadable):
                known = {"column": header, "value": short(cell)}
                row.reasons.append(Note(value.message, {**known, **value.values}))
                return
            found.append(value)
            if not self._join:
                break
        if found:
            row.values[self.name] = found[0] if len(found) == 1 else self._joined(found)
        elif spoken and not self._keep:
            row.values[self.name] = self._nothing
            row.cleared.add(self.name)

    def _joined(self, found: list[Value]) -> Value:
        """Give several values as one: lists together, texts as paragraphs, lines on one line."""
        if self._kind in LISTS:
            items = [item for value in found if isinstance(value, tuple) for item in value]
            return tuple(dict.fromkeys(items)) if self._kind is Kind.LINKS else tuple(sorted(set(items)))
        return ("\n\n" if self._kind is Kind.TEXT else " – ").join(map(str, dict.fromkeys(found)))


class _Constant(_Source):
    """A field that holds the same in every row."""

    def __init__(self, rule: Rule, field: Field) -> None:
        super().__init__(rule, field, [(0, field.name)], ())
        self._cells = [rule.constant or ""]

    def fill(self, row: Row, cells: Sequence[Cell]) -> None:
        """Put the constant into `row`."""
        super().fill(row, self._cells)


def _source(table: Table, rule: Rule, field: Field, empty: tuple[str, ...]) -> _Source | None:
    """Find the columns of a rule in a table; None where it is optional and none of them is there."""
    if rule.constant is not None and not rule.columns:
        return _Constant(rule, field)
    columns: list[tuple[int, str]] = []
    for name in rule.columns:
        at = position(name, table.headers) if rule.optional else required(name, table.headers, table.name)
        if at is not None:
            columns.append((at, table.headers[at]))
    return _Source(rule, field, columns, empty) if columns else None


def dropped(table: Table, the_map: ImportMap) -> tuple[str, ...]:
    """Give the columns of a table that no rule of the map takes."""
    taken = {position(name, table.headers) for rule in the_map.rules for name in rule.columns}
    return tuple(
        header for at, header in enumerate(table.headers) if at not in taken and header not in OUR_COLUMNS
    )
