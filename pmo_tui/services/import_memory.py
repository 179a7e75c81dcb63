"""Memory of imports: the map last used for a file with these columns, for the next one that has them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pmo_tui.domain.refusal import Refusal
from pmo_tui.services.import_kinds import PROJECTS, Importable
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.rejected_rows import holds_rejected
from pmo_tui.services.session import Session
from pmo_tui.settings.maps import KeptMap, keep_map, kept_maps
from pmo_tui.transfer.map_file import parse_map, read_map
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.matching import squeezed
from pmo_tui.transfer.reading import read_table
from pmo_tui.transfer.tables import NO_HINTS, FileHints, Table


@dataclass(frozen=True, slots=True)
class Remembered:
    """A map that was used before, the file as it reads it, the name of the file it was used for, and its own file."""

    map: ImportMap
    table: Table
    file: str
    map_file: Path | None


def remember(session: Session, plan: ImportPlan, map_file: Path | None = None) -> None:
    """Keep the map of an import for the next file with these columns; a guess is made anew each time."""
    if plan.map.guessed or holds_rejected(plan.table.path):
        return
    hints = plan.map.file
    keep_map(
        KeptMap(
            database=str(session.store.path),
            headers=_headers(plan.table),
            file=plan.table.name,
            map_file=str(map_file.resolve()) if map_file else "",
            hints=(hints.encoding, hints.delimiter, hints.header),
            text=write_map(plan.map),
            thing=plan.kind.entity,
        )
    )


def remembered(session: Session, table: Table, kind: Importable = PROJECTS) -> Remembered | None:
    """Give the map last used for a file of this kind with the columns of this one, None where none was."""
    read = {NO_HINTS: table}
    for kept in kept_maps(str(session.store.path), kind.entity):
        hints = FileHints(*kept.hints)
        try:
            read[hints] = found = read.get(hints) or read_table(table.path, hints)
            if _headers(found) == kept.headers:
                the_map, map_file = _map(kept, kind)
                return Remembered(the_map, found, kept.file, map_file)
        except Refusal:  # the file is no table when read so, or the map no longer fits the portfolio
            continue
    return None


def _map(kept: KeptMap, kind: Importable) -> tuple[ImportMap, Path | None]:
    """Give a map that was kept: as its own file says now, else as it was used."""
    catalogue = kind.catalogue()
    path = Path(kept.map_file)
    if kept.map_file and path.is_file():
        return read_map(path, catalogue), path
    return parse_map(kept.text, kept.file, catalogue), None


def _headers(table: Table) -> str:
    """Give what is equal for files with the same columns, in whatever order."""
    return sha256("\n".join(sorted(map(squeezed, table.headers))).encode()).hexdigest()[:24]
