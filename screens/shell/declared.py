"""Declared actions: all actions of all pages, for the documentation of keys and for checking a person's keymap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import clean_line, nearest
from screens.actions.action import Action
from screens.shell.keys import SHELL
from screens.shell.registry import PAGES, Entry
from screens.widgets.moves import MOVES


def by_page(pages: tuple[Entry, ...] = PAGES) -> dict[str, tuple[Action, ...]]:
    """Give the actions of every page, by its label; this imports them all."""
    return {entry.label: entry.load().ACTIONS for entry in pages}


def everywhere() -> tuple[Action, ...]:
    """Give the actions that every page has: those of lists and those of the shell."""
    return (*MOVES, *SHELL)


def check_keymap(keymap: Mapping[str, str], pages: tuple[Entry, ...] = PAGES) -> None:
    """Refuse a keymap that names an action that is not there, or gives one key to two actions of a page."""
    declared = by_page(pages)
    ids = {action.id for actions in (*declared.values(), everywhere()) for action in actions}
    for action_id in keymap:
        if action_id not in ids:
            raise _unknown(action_id, sorted(ids))
    for actions in declared.values():
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
    """Refuse two actions of one page with one key, where the person's keymap is to blame.

    An action of a page may take a key of the shell or of lists on purpose, so only pairs that the keymap
    makes are looked at.
    """
    from screens.actions.action import clashes

    together = [*actions, *everywhere()]
    before = set(clashes(together))
    for key, first, second in clashes(together, keymap):
        if (key, first, second) not in before:
            raise Refusal(
                N_("[keys]: the key “{key}” is taken twice, by “{first}” and “{second}”."),
                key=clean_line(key), first=first, second=second,
            )  # fmt: skip
