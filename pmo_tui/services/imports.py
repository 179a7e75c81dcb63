"""Use cases of the import: what a file would do, shown first and then done as one."""

from __future__ import annotations

from pathlib import Path

from pmo_tui.services.exports import save
from pmo_tui.services.import_kinds import PROJECTS, Importable
from pmo_tui.services.import_memory import Remembered, remembered
from pmo_tui.services.import_phases import left_to_gates
from pmo_tui.services.import_planning import BY_MAP, Planner, Progress, silent
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.import_runs import ImportReport, run
from pmo_tui.services.rejected_rows import map_beside
from pmo_tui.services.session import Session
from pmo_tui.transfer.guessing import Guess, guess_map
from pmo_tui.transfer.map_file import read_map
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.reading import read_table
from pmo_tui.transfer.tables import Table

__all__ = [
    "Guess",
    "ImportPlan",
    "ImportReport",
    "Progress",
    "Remembered",
    "guess",
    "map_beside",
    "open_file",
    "open_map",
    "plan",
    "remembered",
    "run",
    "save_map",
]


def open_map(session: Session, path: Path, kind: Importable = PROJECTS) -> ImportMap:
    """Read a map file for this portfolio's fields. Raises Refusal that names the file and the key."""
    return read_map(path, kind.catalogue())


def open_file(path: Path, the_map: ImportMap | None = None) -> Table:
    """Read a file of projects, CSV or JSON, as the map says of it. Raises Refusal where it is none."""
    return read_table(path, the_map.file) if the_map else read_table(path)


def guess(session: Session, table: Table, kind: Importable = PROJECTS) -> Guess:
    """Guess the map of a file that comes without one. Raises Refusal where no column is a name or a code."""
    return left_to_gates(guess_map(table, kind.catalogue()))


def save_map(the_map: ImportMap, path: Path) -> None:
    """Write a map, guessed or corrected, as a file that a person can read, change and use again. Raises Refusal."""
    save(write_map(the_map), path, "toml")


def plan(
    session: Session,
    table: Table,
    the_map: ImportMap,
    progress: Progress = silent,
    remedy: Note = BY_MAP,
    kind: Importable = PROJECTS,
) -> ImportPlan:
    """Tell what importing a table would do, without doing it. Raises Refusal where table and map don't fit.

    `remedy` says how one gives the name a column where none has it.
    """
    return Planner(kind, table, the_map, session.today(), progress, remedy).plan()
