"""Lists: what one does in those that lie over a page, with the same keys in all of them."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action
from screens.shell.keys import BACK, LEAVE
from screens.widgets.moves import MOVES


def _over(verb: str, keys: str, label: str, sentence: str) -> Action:
    """Give one thing that is done in a list over a page."""
    return Action(f"list.{verb}", keys, label, sentence, group=N_("In a list over the page"), palette=False)


LISTS = (
    _over("take", "enter", N_("take"), N_("Take the row, or what was picked.")),
    _over("pick", "space", N_("pick"), N_("Pick the row, or leave it out again.")),
    _over("carry_down", "J plus shift+down", N_("carry down"), N_("Put the picked row after the next one.")),
    _over("carry_up", "K minus shift+up", N_("carry up"), N_("Put the picked row before the one above.")),
    _over("find", "/", N_("find"), N_("Find a row by typing.")),
    _over("add", "a", N_("add"), N_("Add a row, such as a category of risks.")),
    _over("rename", "e", N_("rename"), N_("Give a view another name, or change a category.")),
    _over("delete", "d delete", N_("delete"), N_("Delete the row, such as a view.")),
    _over("theirs", "left h t", N_("theirs"), N_("Let the other's value stand.")),
    _over("yours", "right l y b", N_("yours"), N_("Let your own value stand.")),
    _over("all_theirs", "T", N_("all theirs"), N_("Let all of the other's values stand.")),
    _over("all_yours", "Y", N_("all yours"), N_("Let all of your own values stand.")),
)
"""What is done in the lists that lie over a page: to choose columns, a view, a file, or whose values stand."""

IN_LISTS = (*MOVES, *LISTS, BACK, LEAVE)
"""All that a key can mean in such a list."""

WHILE_TYPING = {
    "down": "move.down",
    "ctrl+n": "move.down",
    "up": "move.up",
    "ctrl+p": "move.up",
    "pagedown": "move.page_down",
    "pageup": "move.page_up",
}
"""What moves where letters are typed, whatever the keymap says."""
