"""Reads what stands in config.toml and checks it, each refusal naming the file, the key and the nearest known one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import clean_line, nearest
from pmo_tui.domain.toml import read_toml
from pmo_tui.settings.declared import BY_NAME, KNOWN, Setting


def parsed(path: Path, content: bytes) -> dict[str, Any]:
    """Read TOML; the sentence of a mistake names the line."""
    try:
        return read_toml(content.decode("utf-8-sig"), path)
    except UnicodeDecodeError:
        raise Refusal(N_("{path} is not UTF-8 text: save it as such."), path=path) from None


def checked(path: Path, name: str, value: object) -> Any:
    """Give the value of one key. Raises Refusal where the key is unknown or the value is of another kind."""
    setting = BY_NAME.get(name)
    if setting is None:
        raise _unknown(path, name)
    if not isinstance(value, setting.type):
        raise Refusal(
            N_("{path}: “{key}” takes {expected}, not {value}."),
            path=path, key=name, expected=_expected(setting), value=clean_line(repr(value)),
        )  # fmt: skip
    if setting.choices and value not in setting.choices:
        raise Refusal(
            N_("{path}: “{key}” takes {expected}, not {value}. Did you mean “{near}”?")
            if nearest(str(value), list(setting.choices))
            else N_("{path}: “{key}” takes {expected}, not {value}."),
            path=path, key=name, expected=_expected(setting), value=clean_line(repr(value)),
            near=nearest(str(value), list(setting.choices)),
        )  # fmt: skip
    return value


def _unknown(path: Path, name: str) -> Refusal:
    """Give the refusal for a key that is no setting, with the nearest one."""
    near = nearest(name, list(KNOWN))
    if near:
        return Refusal(
            N_("{path}: there is no setting “{key}”. Did you mean “{near}”?"),
            path=path,
            key=clean_line(name),
            near=near,
        )
    return Refusal(
        N_("{path}: there is no setting “{key}”. Known: {known}."),
        path=path,
        key=clean_line(name),
        known=", ".join(KNOWN),
    )


def _expected(setting: Setting) -> str:
    """Tell what a setting takes, as it is written in the file."""
    if setting.type is bool:
        return "true | false"
    return " | ".join(f'"{choice}"' for choice in setting.choices) or '"…"'


def keymap(path: Path, table: object) -> dict[str, str]:
    """Read the table [keys]; whether the actions exist is known where they are declared."""
    if not isinstance(table, dict):
        raise Refusal(
            N_('{path}: “keys” is a table: write [keys], then lines such as "board.edit" = "e".'), path=path
        )
    flat = dict(_flattened("", table))
    for action, keys in flat.items():
        if not isinstance(keys, str) or not _are_keys(keys.split()):
            raise Refusal(
                N_('{path}: the action “{key}” in [keys] takes its keys as text, as in "e" or "j down".'),
                path=path,
                key=clean_line(action),
            )
    return {action: " ".join(str(keys).split()) for action, keys in flat.items()}


def _are_keys(keys: Sequence[str]) -> bool:
    """Tell whether there are keys, with nothing but spaces between them; a comma is one where it stands alone."""
    return bool(keys) and not any("," in key and key != "," for key in keys)


def _flattened(before: str, table: Mapping[str, object]) -> list[tuple[str, object]]:
    """Give ids with their keys: board.edit written without quotes is a table in a table."""
    found: list[tuple[str, object]] = []
    for name, value in table.items():
        whole = f"{before}{name}"
        found += _flattened(f"{whole}.", value) if isinstance(value, dict) else [(whole, value)]
    return found


def located(path: Path, name: str) -> str:
    """Give the database's path as seen from the folder of config.toml; an address stays as it is."""
    if "://" in name:
        return name
    return str(path.parent / Path(name).expanduser())
