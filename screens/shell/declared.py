"""Declared actions: all actions of all pages, for the documentation of keys and for checking a person's keymap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import clean_line, nearest
from screens.actions.action import Action, clashes
from screens.shell.keys import SHELL
from screens.shell.lists import IN_LISTS, LISTS
from screens.shell.registry import PAGES, Entry
from screens.widgets.moves import ASIDE, MOVES


def by_page(pages: tuple[Entry, ...] = PAGES) -> dict[str, tuple[Action, ...]]:
    """Give the actions of every page, by its label; this imports them all."""
    return {entry.label: entry.load().ACTIONS for entry in pages}


def everywhere() -> tuple[Action, ...]:
    """Give the actions that every page has: those of moving, of the lists over it, and of the shell."""
    return (*MOVES, *ASIDE, *LISTS, *SHELL)


def together(pages: tuple[Entry, ...] = PAGES) -> list[tuple[Action, ...]]:
    """Give what is understood at the same time: on each page, and in a list over it."""
    return [*(_on(entry) for entry in pages), IN_LISTS]


def _on(entry: Entry) -> tuple[Action, ...]:
    """Give what is understood on a page: its own actions, those of its widgets, those of the shell."""
    page = entry.load()
    return (*page.ACTIONS, *page.WITHIN, *SHELL)


def check_keymap(keymap: Mapping[str, str], pages: tuple[Entry, ...] = PAGES) -> None:
    """Refuse a keymap that names an action that is not there, or gives one key to two that stand together."""
    ids = {action.id for actions in (*by_page(pages).values(), everywhere()) for action in actions}
    for action_id in keymap:
        if action_id not in ids:
            raise _unknown(action_id, sorted(ids))
    for actions in together(pages):
        _refuse_clash(actions, keymap)


def _unknown(action_id: str, ids: list[str]) -> Refusal:
    """Give the refusal of an unknown action, with the nearest one."""
    near = nearest(action_id, ids)
    if near is None:
        return Refusal(N_("[keys]: there is no action “{key}”."), key=clean_line(action_id))
    return Refusal(
        N_("[keys]: there is no action “{key}”. Did you mean “{near}”?"), key=clean_line(action_id), near=near
    )


def _refuse_clash(actions: Sequence[Action], keymap: Mapping[str, str]) -> None:
    """Refuse two actions that stand together with one key, where the person's keymap is to blame.

    An action of a page may take a key of the shell or of lists on purpose, so only pairs that the keymap
    makes are looked at.
    """
    before = set(clashes(actions))
    for key, first, second in clashes(actions, keymap):
        if (key, first, second) not in before:
            raise Refusal(
                N_("[keys]: the key “{key}” is taken twice, by “{first}” and “{second}”."),
                key=clean_line(key), first=first, second=second,
            )  # fmt: skip
