"""Options: how the screens are to look and behave, as the command line and config.toml agree."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Options(NamedTuple):
    """What the screens are opened with; `config` is the file that `keys` come from, for a sentence about them."""

    theme: str = "dark"
    colours: str = "auto"
    glyphs: str = "auto"
    mouse: bool = False
    kitty_keys: bool = False
    keys: Mapping[str, str] = MappingProxyType({})
    config: Path | None = None
