"""Help: all keys of the present page by group, and what the page says about the thing under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmo_tui.words import _
from screens.actions.action import Action, by_group, shown_key, told
from screens.cells import BLANK, Line, Span, fit, line, width
from screens.shell.dialog import Dialog

_KEYS_CELLS = 10
_WIDE = 120


def key_lines(
    actions: Sequence[Action], keymap: Mapping[str, str], cells: int, *, ascii_only: bool
) -> list[Line]:
    """Give the keys by group, in two columns where nothing is cut by it."""
    shown = [action for action in actions if action.keys_in(keymap)]
    half = (cells - 1) // 2
    longest = max((width(told(action)) for action in shown), default=0)
    columns = 2 if cells >= _WIDE and longest <= half - _KEYS_CELLS - 2 else 1
    each = (cells - 1) // columns
    lines: list[Line] = []
    for group, members in by_group(shown).items():
        lines += [BLANK, line(" ", (_(group) if group else _("This screen"), "strong"))]
        rows = -(-len(members) // columns)
        for row in range(rows):
            spans: list[Span] = [(" ", "")]
            for column in range(columns):
                number = row + column * rows
                if number < len(members):
                    spans += _key_spans(members[number], keymap, each, ascii_only=ascii_only)
            lines.append(Line(tuple(spans)))
    return lines[1:]


def _key_spans(action: Action, keymap: Mapping[str, str], cells: int, *, ascii_only: bool) -> list[Span]:
    """Give the keys of one action and what it does, as wide as its column."""
    keys = " ".join(shown_key(key, ascii_only=ascii_only) for key in action.keys_in(keymap))
    ellipsis = "~" if ascii_only else "…"
    return [
        (fit(keys, _KEYS_CELLS, ellipsis=ellipsis), "key"),
        (fit(told(action), cells - _KEYS_CELLS - 2, ellipsis=ellipsis) + "  ", ""),
    ]


class Help(Dialog):
    """Shows lines over the whole page until a key closes it; arrows scroll."""

    def __init__(self, title: str, about: Sequence[Line], actions: Sequence[Action]) -> None:
        super().__init__()
        self._title = title
        self._about = list(about)
        self._actions = actions
        self._top = 0

    def wanted_height(self) -> int:
        """Tell the height: all there is below the navigation."""
        return self.pmo.size.height - 1

    def _lines(self) -> list[Line]:
        """Give all lines at this width."""
        keys = key_lines(
            self._actions, self.pmo.keymap, self.size.width, ascii_only=self.glyphs.name == "ascii"
        )
        return [
            line(" ", (self._title, "strong")),
            BLANK,
            *([*self._about, BLANK] if self._about else []),
            *keys,
        ]

    def drawn_line(self, y: int) -> Line:
        """Give a line of the help, and the keys at the end."""
        if y == self.size.height - 1:
            return line(
                ("  esc", "key"),
                " ",
                (_("back"), "muted"),
                ("  j k", "key"),
                " ",
                (_("move"), "muted"),
                ground="bar",
            )
        lines = self._lines()
        return lines[self._top + y] if self._top + y < len(lines) else BLANK

    def pressed(self, key: str, character: str | None) -> None:
        """Scroll, or close."""
        page = max(1, self.size.height - 2)
        steps = {
            "j": 1,
            "down": 1,
            "k": -1,
            "up": -1,
            "pagedown": page,
            "pageup": -page,
            "space": page,
            "ctrl+d": page // 2,
            "ctrl+u": -(page // 2),
            "g": -9999,
            "home": -9999,
            "G": 9999,
            "end": 9999,
        }
        if key in steps:
            most = max(0, len(self._lines()) - self.size.height + 1)
            top = max(0, min(self._top + steps[key], most))
            if top != self._top:
                self._top = top
                self.changed()
        elif key in ("q", "question_mark", "enter"):
            self.finish(None)
        else:
            super().pressed(key, character)
