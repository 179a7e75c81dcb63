"""CSV read as people's programs write it: any delimiter, quoted line breaks, rows that don't fit set apart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.transfer.csv_rows import parsed
from pmo_tui.transfer.delimiters import declared, recognise
from pmo_tui.transfer.notes import Note, note
from pmo_tui.transfer.tables import NO_HINTS, Broken, Cell, FileHints, Record, Table

LARGEST_CELL = 1_000_000
"""The longest cell, in characters: what is longer is no text that a person wrote."""

_ESCAPED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_END = "\x00end of file\x00"


class _Row(NamedTuple):
    """One row as parsed: its number, the line it begins on, its cells, and whether a quotation mark stays open."""

    number: int
    line: int
    cells: list[str]
    unclosed: bool


def table_from_csv(path: Path, text: str, hints: FileHints = NO_HINTS) -> Table:
    """Read the rows of `text`; raises Refusal where no row names the columns."""
    sign, text = declared(text)
    delimiter = hints.delimiter or sign or recognise(text, hints.header - 1)
    rows = _rows(text, delimiter, first_line=2 if sign else 1)
    head = next((row for row in rows if row.number >= hints.header and _filled(row.cells)), None)
    if head is None:
        raise Refusal(N_("“{file}” has no row with the names of its columns."), file=path)
    headers, notes = _headers(head.cells)
    records: list[Record] = []
    broken: list[Broken] = []
    for row in rows:
        if not _filled(row.cells):
            continue
        reason = _misfit(row, len(headers))
        if reason is None:
            records.append(Record(row.number, row.line, _as_meant(row.cells[: len(headers)])))
        else:
            broken.append(Broken(Record(row.number, row.line, row.cells), reason))
    return Table(path, headers, tuple(records), tuple(broken), delimiter=delimiter, notes=notes)


def unescape(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    return cell[1:] if cell[:1] == "'" and _ESCAPED.match(cell) else cell


def _as_meant(cells: list[str]) -> list[Cell]:
    """Give cells as they were before they were made safe for spreadsheets."""
    return [unescape(cell) if cell[:1] == "'" else cell for cell in cells]


def _filled(cells: list[str]) -> bool:
    """Tell whether anything stands in a row."""
    return any(cells) and any(cell.strip() for cell in cells)


def _rows(text: str, delimiter: str, first_line: int) -> Iterator[_Row]:
    """Walk the rows; a mark set behind the text shows whether the last one was closed."""
    reader = parsed(chain(io.StringIO(text, newline=""), (_END,)), delimiter)
    line = first_line
    for number, cells in enumerate(reader, 1):
        unclosed = bool(cells) and cells[-1].endswith(_END)
        if unclosed and cells == [_END]:
            return
        if unclosed:
            cells[-1] = cells[-1].removesuffix(_END)
        yield _Row(number, line, cells, unclosed)
        line = reader.line_num + first_line


def _headers(cells: list[str]) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """Give the headers as one line each and no two alike, with a note on those that were."""
    headers: list[str] = []
    notes: list[Note] = []
    for position, cell in enumerate(cells, 1):
        header = plain = kept_line(cell) or f"Column {position}"
        again = 1
        while header in headers:
            again += 1
            header = f"{plain} ({again})"
        if again > 1:
            message = N_("Two columns are called “{header}”: the later one is read as “{other}”.")
            notes.append(note(message, header=plain, other=header))
        headers.append(header)
    return tuple(headers), tuple(notes)


def _misfit(row: _Row, width: int) -> Note | None:
    """Say why a row doesn't fit the header; cells too many that are all empty do no harm."""
    if row.unclosed:
        message = N_(
            "A quotation mark is opened in line {line} and never closed; the rest of the file ran into it."
        )
        return note(message, line=row.line)
    if max(map(len, row.cells)) > LARGEST_CELL:
        return note(
            N_("A cell in line {line} is longer than {limit} characters."), line=row.line, limit=LARGEST_CELL
        )
    if len(row.cells) < width or _filled(row.cells[width:]):
        message = N_("The row has {count} cells where the header has {width}.")
        return note(message, count=len(row.cells), width=width)
    return None
