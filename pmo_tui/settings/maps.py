"""Maps: those under which files were imported, kept so that the next file with the same columns is read alike."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from pmo_tui.settings.files import PRIVATE, write_whole
from pmo_tui.settings.places import state_file

MOST = 40
"""How many maps are kept; the one not used for longest goes first."""


class KeptMap(NamedTuple):
    """A map as it was used: for which database, which headers and which file, from which file, and its text.

    `hints` say how the file had to be read for its headers: encoding, delimiter, and the row of the headers; `thing`
    is what the rows are.
    """

    database: str
    headers: str
    file: str
    map_file: str
    hints: tuple[str, str, int]
    text: str
    thing: str = "project"

    @property
    def place(self) -> tuple[str, str, str]:
        """What two maps have in common of which only the later one is kept."""
        return self.database, self.thing, self.headers


def kept_maps(database: str, thing: str = "project") -> list[KeptMap]:
    """Give the maps kept for things of a kind in a database, the one used last first."""
    return [kept for kept in _read() if (kept.database, kept.thing) == (database, thing)]


def keep_map(now: KeptMap) -> None:
    """Keep a map in the place of a former one for the same headers; where it can't be kept, it is done without."""
    others = [kept for kept in _read() if kept.place != now.place]
    content = json.dumps([now, *others][:MOST], ensure_ascii=False).encode("utf-8", "replace")
    path = _path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, content, rights=PRIVATE)


def _path() -> Path:
    """Give the path of the file."""
    return state_file().with_name("maps.json")


def _read() -> list[KeptMap]:
    """Read the file; what is no map in it is ignored, and the next write leaves it out."""
    try:
        found: Any = json.loads(_path().read_text("utf-8"))
        return [_kept(*each) for each in found]
    except (OSError, ValueError, TypeError):
        return []


def _kept(*values: Any) -> KeptMap:
    """Give a map out of what the file holds. Raises TypeError or ValueError where it is none."""
    kept = KeptMap(*values)
    encoding, delimiter, header = kept.hints
    return kept._replace(hints=(str(encoding), str(delimiter), int(header)))
