"""Rejected rows: written beside the file they came from, each with its number and what is wrong with it."""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services.import_plans import Rejection
from pmo_tui.settings.files import Draft
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
        self._draft: Draft | None = None
        self._table = table
        self._rejections = rejections
        self._hints = hints

    def prepare(self) -> None:
        """Write the rows; raises Refusal where that can't be done, so that nothing is imported then."""
        if not self._rejections:
            return
        try:
            self._draft = Draft(self.path, self._text().encode("utf-8-sig", "replace"))
        except OSError as error:
            message = N_("The rejected rows can't be written to {file}: {why}. Nothing was imported.")
            raise Refusal(message, file=self.path, why=error.strerror or error) from error

    def _text(self) -> str:
        """Give a row for each rejection: number, reasons, and the cells as they were, ready to be imported again."""
        text = io.StringIO("\n" * (self._hints.header - 1), newline="")
        text.seek(0, io.SEEK_END)
        writer = csv.writer(text, delimiter=self._table.delimiter, lineterminator="\n")
        writer.writerow([*OUR_COLUMNS, *self._table.headers])
        for rejection in self._rejections:
            reasons = " ".join(say(reason) for reason in rejection.reasons)
            cells = (escape(cell or "") for cell in rejection.record.cells)
            writer.writerow([rejection.record.number, escape(reasons), *cells])
        return text.getvalue()

    def publish(self) -> Path | None:
        """Move the rows to their place and give it; without rejections an older file goes, as it is of no use now."""
        if self._draft is None:
            with suppress(OSError):
                if stat.S_ISREG(self.path.lstat().st_mode):  # a link or a pipe is someone's arrangement
                    self.path.unlink()
            return None
        try:
            self._draft.publish()
        except OSError:
            return Path(
                self._draft.place
            )  # the import is done: the rows are worth more than their usual name
        return self.path

    def forget(self) -> None:
        """Take away what was prepared."""
        if self._draft is not None:
            self._draft.forget()
