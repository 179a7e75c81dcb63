"""What the program remembers by itself, in state.toml: the theme last chosen; losing it loses no data."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.toml import read_toml
from pmo_tui.settings.files import PRIVATE, write_whole
from pmo_tui.settings.places import state_file


class State:
    """The memory: read once, written whole and at once; what can't be read or written is done without."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or state_file()
        self._values = self._read()

    def text(self, name: str, default: str = "") -> str:
        """Give a text that is remembered, the default where it is none."""
        found = self._values.get(name)
        return found if isinstance(found, str) else default

    def remember(self, **changes: Any) -> None:
        """Keep new values, on top of what another window has written meanwhile; None forgets."""
        merged = {**self._read(), **changes}
        self._values = {name: value for name, value in merged.items() if value is not None}
        with suppress(OSError, TypeError, ValueError):
            _write(self.path, self._values)

    def _read(self) -> dict[str, Any]:
        """Read the file; a corrupt one is ignored, the next write replaces it."""
        try:
            content = self.path.read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, UnicodeDecodeError):
            return {}
        try:
            return read_toml(content, self.path)
        except Refusal:
            return {}


def _write(path: Path, values: Mapping[str, Any]) -> None:
    """Write the file; this account alone can read a new one."""
    import tomli_w

    content = tomli_w.dumps(dict(values)).encode()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, content, rights=PRIVATE)
