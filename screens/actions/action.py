"""The action: one declaration from which key, footer, palette, help and documentation derive; no Textual here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from enum import Flag, auto
from string import punctuation
from typing import NamedTuple

from pmo_tui.words import _


class Need(Flag):
    """What must be there for an action to be done; a page says in a sentence what is lacking."""

    NOTHING = 0
    WRITING = auto()
    """A portfolio that can be changed."""
    THING = auto()
    """A thing to act on: the one of the page, or the one under the cursor."""
    SHOWN = auto()
    """Where some are marked, that those shown are among them."""
    ONE = auto()
    """That no more than one is marked."""
    TABLE = auto()
    """A table of columns."""


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
    needs: Need = Need.NOTHING

    def keys_in(self, keymap: Mapping[str, str]) -> list[str]:
        """Give the keys: those of the person's own keymap, in the place of the declared ones."""
        return keymap.get(self.id, self.keys).split()


_NAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Textual calls otherwise than Unicode does."""


def named_key(key: str) -> str:
    """Give a key as Textual names it: a single sign by its Unicode name, ? as question_mark."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _NAMED.get(name, name)


_SHOWN = {named_key(sign): sign for sign in punctuation} | {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
}
_SHOWN_ASCII = {"down": "down", "up": "up", "left": "left", "right": "right"}


def shown_key(key: str, *, ascii_only: bool = False) -> str:
    """Give a key as a person reads it: ^p for ctrl+p, ? for question_mark."""
    if key.startswith("ctrl+") and len(key) == 6:
        return "^" + key[-1]
    if ascii_only and key in _SHOWN_ASCII:
        return _SHOWN_ASCII[key]
    return _SHOWN.get(key, key)


def sentence(action: Action) -> str:
    """Say in the language now spoken what an action does: its sentence, or its label where it has none."""
    return _(action.help) if action.help else _(action.label)


def first_key(action: Action, keymap: Mapping[str, str], *, ascii_only: bool = False) -> str:
    """Give the first key of an action as a person reads it, "" where it has none."""
    return next((shown_key(key, ascii_only=ascii_only) for key in action.keys_in(keymap)), "")


def meant(key: str, actions: Iterable[Action], keymap: Mapping[str, str]) -> str:
    """Give the id of the action that a key means among these, "" for none."""
    wanted = named_key(key)
    return next((action.id for action in actions if wanted in map(named_key, action.keys_in(keymap))), "")


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
        (key, owners[named_key(key)], claimed)
        for key, claimed in claims
        if owners.setdefault(named_key(key), claimed) != claimed
    ]
