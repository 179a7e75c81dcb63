"""Tables: a file of rows as it was read, before anything is understood of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmo_tui.transfer.notes import Note

Cell = str | None
"""What stands in a cell; None where the row says nothing of this column (JSON only), unlike an empty text."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number as a spreadsheet shows it (the header is 1), the line it begins on, its cells."""

    number: int
    line: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that can't be read as cells of the table, and why."""

    record: Record
    reason: Note


@dataclass(frozen=True, slots=True)
class FileHints:
    """What a person says of a file where it isn't recognised: encoding, delimiter, and the row with the headers."""

    encoding: str = ""
    delimiter: str = ""
    header: int = 1


NO_HINTS = FileHints()
"""Everything is to be recognised."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file as headers and rows, with what was recognised of it and what is worth saying."""

    path: Path
    headers: tuple[str, ...]
    records: tuple[Record, ...]
    broken: tuple[Broken, ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ","
    notes: tuple[Note, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.path.name

    def column(self, header: str) -> list[str]:
        """Give what stands in the column called `header`, empty cells left out."""
        at = self.headers.index(header)
        return [cell for record in self.records if (cell := record.cells[at])]
