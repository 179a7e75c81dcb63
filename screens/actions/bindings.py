"""Bindings: what Textual needs to know of the actions, each under its id so that a keymap can move it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from screens.actions.action import Action, named_key


def bindings(actions: Iterable[Action], *, target: str = "screen") -> list[Binding]:
    """Give the bindings of actions; each asks `target` to do the action by its id, "" being where they stand.

    One without a key is bound to what no key sends, so that a person's keymap can give it one.
    """
    prefix = f"{target}." if target else ""
    return [
        Binding(
            ",".join(named_key(key) for key in action.keys_in({})) or f"none-{action.id}",
            f"{prefix}do('{action.id}')",
            action.label,
            show=False,
            id=action.id,
        )
        for action in actions
    ]
