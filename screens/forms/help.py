"""The help of a form: the keys that it understands, which stay what they are whatever the keymap says."""

from __future__ import annotations

from pmo_tui.domain.refusal import N_
from screens.actions.action import Action
from screens.cells import BLANK, Line
from screens.shell.help import key_lines


def _key(keys: str, sentence: str, group: str) -> Action:
    """Give a key of forms; it has no name of its own, since it can't be moved."""
    return Action("", keys, sentence, group=group)


_MOVE, _TYPE, _PICK, _END = N_("Between fields"), N_("Where one types"), N_("Where one picks"), N_("The form")

KEYS = (
    _key("tab down", N_("Go on to the next field; so does enter but in a text of several lines."), _MOVE),
    _key("up", N_("Go to the field before; so does shift+tab."), _MOVE),
    _key("pagedown pageup", N_("Go to the next section, or the one before."), _MOVE),
    _key("tab", N_("Complete what is suggested."), _TYPE),
    _key("right left", N_("Move in the text, also in one that typing would replace."), _TYPE),
    _key("ctrl+u ctrl+k", N_("Delete up to the beginning, or up to the end; ^w a word."), _TYPE),
    _key("right left space", N_("Pick the next one, or the one before."), _PICK),
    _key("a-z", N_("Pick the next one that begins with the letter."), _PICK),
    _key("ctrl+o", N_("Save."), _END),
    _key("escape", N_("Go back; asks where something is not saved."), _END),
    _key("f1 ?", N_("Show these keys; ? does where it is no text."), _END),
)
"""What can be pressed in a form, in the order of its help."""


def help_lines(cells: int, lines: int, *, ascii_only: bool) -> list[Line]:
    """Give the keys of a form in so many lines; where these are few the headings yield."""
    found = key_lines(KEYS, {}, cells, ascii_only=ascii_only)
    if len(found) > lines:
        found = [each for each in found if each != BLANK]
    return found[:lines]
