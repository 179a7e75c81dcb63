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

MOVE_IDS = frozenset(move.id for move in MOVES)
"""Their ids, for lists that are asked key by key."""

ASIDE = (
    _move("left", "h left", N_("column before"), N_("Move to the column before.")),
    _move("right", "l right", N_("next column"), N_("Move to the next column.")),
)
"""How one moves between columns, where there are any."""
