"""Help: all keys of the present page by group, and what the page says about the thing under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import ClassVar

from pmo_tui.words import _
from pmo_tui.words.cells import wrapped
from screens.actions.action import Action, by_group, sentence, shown_key
from screens.cells import BLANK, Line, Span, fit, line, width
from screens.shell.browse import key_line, out_of_sight
from screens.shell.dialog import Dialog
from screens.shell.keys import BACK, HELP, LEAVE
from screens.widgets.moves import MOVE_IDS, MOVES
from screens.widgets.moving import moved

_KEYS_CELLS = 10
_WIDE = 120
_AS_IN_A_PAGER = {"space": "move.page_down", "enter": "shell.back"}
"""What else a hand does where it reads."""


def key_lines(
    actions: Sequence[Action], keymap: Mapping[str, str], cells: int, *, ascii_only: bool
) -> list[Line]:
    """Give the keys by group, in two columns where nothing is cut by it."""
    shown = [action for action in actions if action.keys_in(keymap)]
    half = (cells - 1) // 2
    longest = max((width(sentence(action)) for action in shown), default=0)
    columns = 2 if cells >= _WIDE and longest <= half - _KEYS_CELLS - 2 else 1
    each = (cells - 1) // columns
    lines: list[Line] = []
    for group, members in by_group(shown).items():
        lines += [BLANK, line(" ", (_(group) if group else _("This screen"), "strong"))]
        told = [_told(member, keymap, each, ascii_only=ascii_only) for member in members]
        if columns == 1:
            lines += [Line(((" ", ""), *spans)) for spans in chain.from_iterable(told)]
            continue
        rows = -(-len(told) // columns)
        for row in range(rows):
            beside = [told[number][0] for number in range(row, len(told), rows)]
            lines.append(Line(((" ", ""), *chain.from_iterable(beside))))
    return lines[1:]


def _told(action: Action, keymap: Mapping[str, str], cells: int, *, ascii_only: bool) -> list[list[Span]]:
    """Give the keys of one action and what it does, in as many lines as that takes in its column."""
    keys = " ".join(shown_key(key, ascii_only=ascii_only) for key in action.keys_in(keymap))
    ellipsis = "~" if ascii_only else "…"
    room = cells - _KEYS_CELLS - 2
    return [
        [(fit("" if number else keys, _KEYS_CELLS, ellipsis=ellipsis), "key"), (fit(text, room) + "  ", "")]
        for number, text in enumerate(wrapped(sentence(action), room))
    ]


class Help(Dialog):
    """Shows lines over the whole page until a key closes it; what moves in a list scrolls."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (*MOVES, HELP, BACK, LEAVE)

    def __init__(self, title: str, about: Sequence[Line], actions: Sequence[Action]) -> None:
        super().__init__()
        self._title = title
        self._about = list(about)
        self._actions = actions
        self._top = 0
        self._laid_out: tuple[int, list[Line]] = (0, [])

    def wanted_height(self) -> int:
        """Tell the height: all there is below the navigation."""
        return self.pmo.size.height - 1

    @property
    def _lines(self) -> list[Line]:
        """All lines at this width, laid out once for each."""
        cells = self.size.width
        if self._laid_out[0] != cells:
            about = [*self._about, BLANK] if self._about else []
            ascii_only = self.glyphs.name == "ascii"
            keys = key_lines(self._actions, self.pmo.keymap, cells, ascii_only=ascii_only)
            self._laid_out = (cells, [line(" ", (self._title, "strong")), BLANK, *about, *keys])
        return self._laid_out[1]

    def drawn_line(self, y: int) -> Line:
        """Give a line of the help, and the keys at the end."""
        if y == self.size.height - 1:
            below = len(self._lines) - self._top - self.size.height + 1
            keys = [self.hint(_("move"), "move.down", "move.up"), self.hint(_("back"), "shell.back")]
            return key_line(keys, self.size.width, out_of_sight(self._top, below, self.glyphs))
        return self._lines[self._top + y] if self._top + y < len(self._lines) else BLANK

    def pressed(self, key: str, character: str | None) -> None:
        """Scroll, or close."""
        action = self.meaning(key) or _AS_IN_A_PAGER.get(key, "")
        if action in MOVE_IDS:
            tops = max(1, len(self._lines) - self.size.height + 2)
            top = moved(action, self._top, tops, max(1, self.size.height - 2))
            self._show_from(max(0, min(top, tops - 1)))
        elif action:
            self.finish(None)
        else:
            super().pressed(key, character)

    def _show_from(self, top: int) -> None:
        """Show the lines from another one on."""
        if top != self._top:
            self._top = top
            self.changed()
