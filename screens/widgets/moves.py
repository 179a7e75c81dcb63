"""Moves: how one moves in a list, with the same keys everywhere."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action


def _move(verb: str, keys: str, label: str, told: str) -> Action:
    """Give one move."""
    return Action(f"move.{verb}", keys, label, told, group=N_("Move"), palette=False)


MOVES = (
    _move("down", "j down", N_("down"), N_("Move to the next row.")),
    _move("up", "k up", N_("up"), N_("Move to the row before.")),
    _move("first", "g home", N_("first"), N_("Move to the first row.")),
    _move("last", "G end", N_("last"), N_("Move to the last row.")),
    _move("page_down", "pagedown", N_("page down"), N_("Move down by a page.")),
    _move("page_up", "pageup", N_("page up"), N_("Move up by a page.")),
    _move("half_down", "ctrl+d", N_("half down"), N_("Move down by half a page.")),
    _move("half_up", "ctrl+u", N_("half up"), N_("Move up by half a page.")),
)
"""All moves in a list."""

MOVE_BY_KEY = {key: move.id for move in MOVES for key in move.keys.split()}
"""The ids of the moves by their keys, for lists that are asked key by key."""
