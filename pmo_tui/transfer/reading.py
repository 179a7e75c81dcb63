"""Reading: a file of rows (CSV of any notation, or JSON) into a table, or one sentence why it can't be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.transfer.csv_reading import table_from_csv
from pmo_tui.transfer.encodings import decode
from pmo_tui.transfer.json_reading import table_from_json
from pmo_tui.transfer.tables import NO_HINTS, FileHints, Table

LARGEST_FILE = 500_000_000
"""The largest file that is read, in bytes: beyond it few machines that run this have the memory."""


def read_table(path: Path, hints: FileHints = NO_HINTS) -> Table:
    """Read the file at `path`; raises Refusal that names the file and the remedy where it is no table."""
    decoded = decode(read_bytes(path), path.name, hints.encoding)
    read = table_from_json if path.suffix.lower() == ".json" else table_from_csv
    table = read(path, decoded.text, hints)
    return replace(table, encoding=decoded.encoding, notes=decoded.notes + table.notes)


def read_bytes(path: Path) -> bytes:
    """Give what a file holds; raises Refusal where it is missing, empty, no file, too large or not to be read."""
    if path.is_dir():
        raise Refusal(N_("“{file}” is a folder: name the file in it."), file=path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refusal(
                N_("“{file}” is larger than {limit} MB: split it."), file=path, limit=LARGEST_FILE // 10**6
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise Refusal(N_("There is no file “{file}”."), file=path) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Refusal(N_("“{file}” can't be read: {why}."), file=path, why=why) from None
    if not data.strip():
        raise Refusal(
            N_("“{file}” is empty: a first row with the names of the columns is needed."), file=path
        )
    return data
