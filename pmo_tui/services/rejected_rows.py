"""Rejected rows: written beside the file they came from, each with its number and what is wrong with it."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.import_plans import Rejection
from pmo_tui.transfer.csv_writing import escape
from pmo_tui.transfer.rows import OUR_COLUMNS
from pmo_tui.transfer.tables import FileHints, Table
from pmo_tui.words import say


def rejected_path(table: Table) -> Path:
    """Give where the rejected rows of a file are written: FILE.rejected.csv."""
    return table.path.with_name(f"{table.path.stem}.rejected.csv")


class RejectedFile:
    """The file of rejected rows: prepared beside its place before the import, moved there when all is done."""

    def __init__(self, table: Table, rejections: Sequence[Rejection], hints: FileHints) -> None:
        self.path = rejected_path(table)
        self._draft = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        self._table = table
        self._rejections = rejections
        self._hints = hints

    def prepare(self) -> None:
        """Write the rows; raises Refusal where that can't be done, so that nothing is imported then."""
        if not self._rejections:
            return
        try:
            if self.path.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
            self._write()
        except OSError as error:
            self.forget()
            message = N_("The rejected rows can't be written to {file}: {why}. Nothing was imported.")
            raise Refusal(message, file=self.path, why=error.strerror or error) from error

    def _write(self) -> None:
        """Write a row for each rejection: number, reasons, and the cells as they were, ready to be imported again."""
        with self._draft.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            file.write("\n" * (self._hints.header - 1))
            writer = csv.writer(file, delimiter=self._table.delimiter, lineterminator="\n")
            writer.writerow([*OUR_COLUMNS, *self._table.headers])
            for rejection in self._rejections:
                reasons = " ".join(say(reason) for reason in rejection.reasons)
                cells = (escape(cell or "") for cell in rejection.record.cells)
                writer.writerow([rejection.record.number, escape(reasons), *cells])
            file.flush()
            os.fsync(file.fileno())

    def publish(self) -> Path | None:
        """Move the rows to their place and give it; without rejections an older file goes, as it is of no use now."""
        if not self._rejections:
            with suppress(OSError):
                self.path.unlink()
            return None
        try:
            return self._draft.replace(self.path)
        except OSError:
            return self._draft  # the import is done, so the rows are worth more than their usual name

    def forget(self) -> None:
        """Take away what was prepared."""
        with suppress(OSError):
            self._draft.unlink()
