"""Rejected rows: written beside the file they came from, each with its reasons, and the map that reads them again."""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.import_plans import Rejection
from pmo_tui.settings.files import Prepared
from pmo_tui.transfer.csv_writing import escape
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.rows import OUR_COLUMNS, REPEAT_COLUMN
from pmo_tui.transfer.tables import Record, Table
from pmo_tui.words import say

_ENDING = ".rejected"


def rejected_path(table: Table) -> Path:
    """Give where the rejected rows of a file are written: FILE.rejected.csv, also where they come from that file."""
    return table.path.with_name(f"{table.path.stem.removesuffix(_ENDING)}{_ENDING}.csv")


def holds_rejected(path: Path) -> bool:
    """Tell whether a file is one of rejected rows, by its name."""
    return path.name.endswith(f"{_ENDING}.csv")


def map_beside(path: Path) -> Path | None:
    """Give the map that was written with rejected rows, None where there is none or they are none."""
    if not holds_rejected(path):
        return None
    beside = path.with_suffix(".toml")
    return beside if beside.is_file() else None


def repeat_of(table: Table, record: Record) -> str:
    """Give the key with which a row came twice in the file it was rejected from, "" where nothing says so."""
    if REPEAT_COLUMN not in table.headers:
        return ""
    return record.cells[table.headers.index(REPEAT_COLUMN)] or ""


class RejectedFile:
    """The file of rejected rows and its map: prepared before the import, moved to their places when all is done."""

    def __init__(self, table: Table, rejections: Sequence[Rejection], the_map: ImportMap) -> None:
        self.path = rejected_path(table)
        self.map_path = self.path.with_suffix(".toml")
        self._prepared: list[Prepared] = []
        self._table = table
        self._rejections = rejections
        self._map = the_map

    def prepare(self) -> None:
        """Write rows and map; raises Refusal where that can't be done, so that nothing is imported then."""
        if not self._rejections:
            return
        # the rows are always written as UTF-8, whatever the file was in
        readable = replace(self._map, file=replace(self._map.file, encoding=""))
        contents = (
            (self.path, self._text().encode("utf-8-sig", "replace")),
            (self.map_path, write_map(readable).encode("utf-8", "replace")),
        )
        for path, content in contents:
            try:
                self._prepared.append(Prepared(path, content))
            except OSError as error:
                self.forget()
                message = N_("The rejected rows can't be written to {file}: {why}. Nothing was imported.")
                raise Refusal(message, file=path, why=error.strerror or error) from error

    def _text(self) -> str:
        """Give a row for each rejection: our columns, and the cells as they were, ready to be imported again."""
        text = io.StringIO("\n" * (self._map.file.header - 1), newline="")
        text.seek(0, io.SEEK_END)
        writer = csv.writer(text, delimiter=self._table.delimiter, lineterminator="\n")
        headers = self._table.headers
        ours = sum(own == header for own, header in zip(OUR_COLUMNS, headers, strict=False))
        writer.writerow([*OUR_COLUMNS, *headers[ours:]])
        for rejection in self._rejections:
            reasons = " ".join(say(reason) for reason in rejection.reasons)
            cells = rejection.record.cells
            # a row that is rejected again keeps the number it had in the first file
            number = (cells[0] if ours and cells else None) or rejection.record.number
            texts = (reasons, rejection.repeats, *(cell or "" for cell in cells[ours:]))
            writer.writerow([number, *map(escape, texts)])
        return text.getvalue()

    def publish(self) -> tuple[Path | None, Path | None]:
        """Move rows and map to their places and give these; without rejections older ones go, being of no use now."""
        if not self._prepared:
            if not holds_rejected(self._table.path):  # what a person has just imported stays theirs
                _remove(self.path)
                _remove(self.map_path)
            return None, None
        rows, the_map = (
            _published(prepared, path)
            for prepared, path in zip(self._prepared, (self.path, self.map_path), strict=True)
        )
        return rows, the_map

    def forget(self) -> None:
        """Take away what was prepared."""
        for prepared in self._prepared:
            prepared.forget()
        self._prepared = []


def _published(prepared: Prepared, path: Path) -> Path:
    """Move a file to its place; the import is done, so that where it can't be moved it is told where it lies."""
    try:
        prepared.publish()
    except OSError:
        return Path(prepared.place)
    return path


def _remove(path: Path) -> None:
    """Remove a file of an earlier import."""
    with suppress(OSError):
        if stat.S_ISREG(path.lstat().st_mode):  # a link or a pipe is someone's arrangement
            path.unlink()
