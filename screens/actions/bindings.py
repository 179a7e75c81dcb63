"""Bindings: what Textual needs to know of the actions, each under its id so that a keymap can move it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding

from screens.actions.action import Action, named_key


def bindings(actions: Iterable[Action], *, target: str = "screen") -> list[Binding]:
    """Give the bindings of actions; each asks `target` to do the action by its id, "" being where they stand."""
    prefix = f"{target}." if target else ""
    return [
        Binding(
            _joined(action.id, action.keys_in({})),
            f"{prefix}do('{action.id}')",
            action.label,
            show=False,
            id=action.id,
        )
        for action in actions
    ]


def bound(keymap: Mapping[str, str]) -> dict[str, str]:
    """Give a person's keymap as Textual has it."""
    return {action_id: _joined(action_id, keys.split()) for action_id, keys in keymap.items()}


def _joined(action_id: str, keys: Iterable[str]) -> str:
    """Give keys in a row; none is what no key sends, so that a keymap can give the action one."""
    return ",".join(map(named_key, keys)) or f"none-{action_id}"
