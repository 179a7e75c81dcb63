"""config.toml: what a person has set; it belongs to them and is never written by the program."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.settings.places import CONFIG_VARIABLE, config_file


class Config(NamedTuple):
    """What a person has set; what they left out stands as declared.

    A NamedTuple, and reading apart from it, because every command makes one and most find no file.
    """

    path: Path | None = None
    """The file that was read, None where there is none."""
    db: str = ""
    lang: str = ""
    theme: str = "dark"
    colours: str = "auto"
    glyphs: str = "auto"
    mouse: bool = False
    kitty_keys: bool = False
    keys: Mapping[str, str] = {}
    """Keys by action id, several with spaces between."""
    given: frozenset[str] = frozenset()
    """The names that the file sets: only these stand before what the program remembers."""


def load(path: Path | None = None) -> Config:
    """Read config.toml, at `path` or where it belongs; a missing file is as good as an empty one.

    Raises Refusal that names the file, the key and the remedy. A file named by PMO_TUI_CONFIG must be there.
    """
    wanted = path or config_file()
    try:
        content = wanted.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if path is None and os.environ.get(CONFIG_VARIABLE):
            raise Refusal(N_("There is no file {path}, which PMO_TUI_CONFIG names."), path=wanted) from None
        return Config()
    except OSError as error:
        raise Refusal(
            N_("{path} can't be read: {reason}."), path=wanted, reason=error.strerror or ""
        ) from error
    from pmo_tui.settings import reading

    table = reading.parsed(wanted, content)
    values = {name: reading.checked(wanted, name, value) for name, value in table.items() if name != "keys"}
    if values.get("db"):
        values["db"] = reading.located(wanted, str(values["db"]))
    keys = reading.keymap(wanted, table.get("keys", {}))
    return Config(wanted, keys=keys, given=frozenset(table), **values)
