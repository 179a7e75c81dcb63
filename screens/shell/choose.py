"""Choose: one of many things, found by typing a few of its letters."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, say
from screens.cells import BLANK, Line, line
from screens.shell.dialog import Dialog
from screens.shell.editing import Edit
from screens.shell.matching import best
from screens.shell.prompt import edit_spans
from screens.widgets.moving import top_for
from screens.widgets.working import tidied


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing to choose: what it answers with, its words, and what stands at the right end."""

    value: Any
    text: str
    note: str = ""
    role: str = ""


MOST = 12
"""The most choices shown at once."""

Finder = Callable[[str], Sequence[Choice] | Awaitable[Sequence[Choice]]]
"""Gives the choices for what was typed, at once or after asking."""


def among(choices: Sequence[Choice]) -> Finder:
    """Give a finder among choices that are known already."""
    return lambda typed: best(choices, typed, lambda choice: f"{choice.text} {choice.note}")


class Choose(Dialog):
    """A list to choose from by arrows or by typing; its answer is the value chosen."""

    def __init__(self, title: str, find: Finder, *, most: int = MOST) -> None:
        super().__init__()
        self._title = title
        self._find = find
        self._most = most
        self._edit = Edit()
        self._choices: Sequence[Choice] = ()
        self._at = 0
        self._top = 0
        self._heard = 0
        self._said = ""

    def wanted_height(self) -> int:
        """Tell the height: the rule, the line to type into, the choices, the keys; it stays while one types."""
        return self._most + 3

    def on_mount(self) -> None:
        """Find the first choices."""
        self._search()

    def drawn_line(self, y: int) -> Line:
        """Give the rule, the typed line, the choices, and the keys at the end."""
        if y == 0:
            return self.rule()
        if y == 1:
            label = f" {self._title} "
            return Line(
                ((label, "strong"), *edit_spans(self._edit, self.size.width - len(label) - 1)), ground="field"
            )
        if y == self.size.height - 1:
            return line(
                (" enter", "key"),
                " ",
                (_("choose"), "muted"),
                ("  esc", "key"),
                " ",
                (_("back"), "muted"),
                ground="bar",
            )
        return self._choice_line(self._top + y - 2)

    def _choice_line(self, number: int) -> Line:
        """Give the line of a choice, or what is said where there is none."""
        if number >= len(self._choices):
            told = (self._said, "warn") if self._said else (_("Nothing found."), "muted")
            return line(" ", told) if number == 0 and self._heard else BLANK
        choice = self._choices[number]
        now = number == self._at
        return line(
            (self.glyphs.cursor, "accent") if now else " ",
            (choice.text, choice.role),
            right=[(f"{choice.note} ", "muted")] if choice.note else (),
            ground="selected" if now else "",
        )

    def pressed(self, key: str, character: str | None) -> None:
        """Move, type, choose."""
        room = max(1, self.size.height - 3)
        moves = {
            "down": 1,
            "ctrl+n": 1,
            "tab": 1,
            "up": -1,
            "ctrl+p": -1,
            "shift+tab": -1,
            "pagedown": room,
            "pageup": -room,
        }
        if key in moves:
            self._move(self._at + moves[key])
        elif key == "enter":
            self.finish(self._choices[self._at].value if self._choices else None)
        else:
            edit = self._edit.typed(character) if character else self._edit.pressed(key)
            if edit is None:
                super().pressed(key, character)
            else:
                self._type(edit)

    def pasted(self, text: str) -> None:
        """Put a pasted text in."""
        self._type(self._edit.typed(text))

    def _move(self, at: int) -> None:
        """Move to another choice."""
        self._at = max(0, min(at, len(self._choices) - 1))
        self._top = top_for(self._at, self._top, max(1, self.size.height - 3), len(self._choices))
        self.changed()

    def _type(self, edit: Edit) -> None:
        """Take an edit in and look for what it means."""
        differs = edit.text != self._edit.text
        self._edit = edit
        self.changed(1)
        if differs:
            self._search()

    def _search(self) -> None:
        """Look for the choices, in a worker where that takes asking."""
        found = self._find(self._edit.text)
        if inspect.isawaitable(found):
            tidied(self.run_worker(partial(self._await, found), group="search", exclusive=True), found)
        else:
            self._found(found)

    async def _await(self, found: Awaitable[Sequence[Choice]]) -> None:
        """Wait for choices that had to be asked for; a newer search cancels this one."""
        self._found(await found)

    def refused(self, refusal: Refusal) -> None:
        """Say why there are no choices in their place, since this lies over the message line."""
        self._found((), said=say(refusal))

    def _found(self, choices: Sequence[Choice], said: str = "") -> None:
        """Show the choices found, or what is said where there are none."""
        self._choices = choices
        self._said = said
        self._heard += 1
        self._at = self._top = 0
        self.changed()
