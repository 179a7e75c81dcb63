"""The action: one declaration from which key, footer, palette, help and documentation derive; no Textual here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmo_tui.words import _


class Action(NamedTuple):
    """One thing a person can do on a screen.

    `id` is "feature.verb" and runs the screen's method action_verb. `keys` are separated by spaces, as
    "j down" or "?"; the first one is shown. `label` and `help` are marked with N_ and translated when shown.
    `footer` is 0 for not in the footer, else its place: the lowest stands first. In little room the last stays, then
    the first ones.
    """

    id: str
    keys: str
    label: str
    help: str = ""
    footer: int = 0
    group: str = ""
    palette: bool = True

    def keys_in(self, keymap: Mapping[str, str]) -> list[str]:
        """Give the keys, those of the person's own keymap before the declared ones."""
        return keymap.get(self.id, self.keys).replace(",", " ").split()


_SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "asterisk": "*",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "comma": ",",
}
_SHOWN_ASCII = {"down": "down", "up": "up", "left": "left", "right": "right"}


def shown_key(key: str, *, ascii_only: bool = False) -> str:
    """Give a key as a person reads it: ^p for ctrl+p, ? for question_mark."""
    if key.startswith("ctrl+") and len(key) == 6:
        return "^" + key[-1]
    if ascii_only and key in _SHOWN_ASCII:
        return _SHOWN_ASCII[key]
    return _SHOWN.get(key, key)


def told(action: Action) -> str:
    """Say in the language now spoken what an action does: its sentence, or its label where it has none."""
    return _(action.help) if action.help else _(action.label)


def named_key(key: str) -> str:
    """Give a key as Textual names it: a single sign by its Unicode name, ? as question_mark."""
    special = {",": "comma"}
    return special.get(key, key)


def in_footer(actions: Iterable[Action]) -> list[Action]:
    """Give the actions that the footer shows, in their order."""
    return sorted((action for action in actions if action.footer), key=lambda action: action.footer)


def by_group(actions: Iterable[Action]) -> dict[str, list[Action]]:
    """Give the actions by group, in the order of their declaration."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.group, []).append(action)
    return groups


def clashes(actions: Iterable[Action], keymap: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Give every key that two actions of one screen claim, with the ids of both."""
    owners: dict[str, str] = {}
    claims = [(key, action.id) for action in actions for key in action.keys_in(keymap or {})]
    return [
        (key, owners[key], claimed) for key, claimed in claims if owners.setdefault(key, claimed) != claimed
    ]
