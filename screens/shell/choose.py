"""Choose: one of many things, found by typing a few of its letters."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, say
from screens.cells import Line, Span, line
from screens.shell.editing import Edit
from screens.shell.matching import best
from screens.shell.search import Search
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


class Choose(Search):
    """A list to choose from by arrows or by typing; its answer is the value chosen."""

    def __init__(self, title: str, find: Finder, *, most: int = MOST, at: Any = None) -> None:
        super().__init__(title, Edit())
        self._find = find
        self._most = most
        self._wanted = at
        self._choices: Sequence[Choice] | None = None
        self._said = ""

    def on_mount(self) -> None:
        """Find the first choices."""
        self._search()

    def most_rows(self) -> int:
        """Tell how many rows are worth showing; the height stays while one types."""
        return self._most

    def count(self) -> int:
        """Tell how many choices were found."""
        return len(self._choices or ())

    def row_line(self, number: int, cells: int) -> Line:
        """Give the line of a choice."""
        del cells
        assert self._choices is not None
        choice = self._choices[number]
        return line((choice.text, choice.role), right=[(f"{choice.note} ", "muted")] if choice.note else ())

    def nothing(self) -> Span:
        """Say why there is no choice, once that is known."""
        if self._choices is None:
            return "", ""
        return (self._said, "warn") if self._said else (_("Nothing found."), "muted")

    def pressed(self, key: str, character: str | None) -> None:
        """Choose, or type and move; tab moves too."""
        if key == "enter":
            self._take()
        else:
            super().pressed({"tab": "down", "shift+tab": "up"}.get(key, key), character)

    def _take(self) -> None:
        """Answer with the choice under the cursor; stay where there is none, as what is typed next is no key."""
        if self._choices:
            self.finish(self._choices[self.at].value)
        elif self._edit.text and not self._said:
            self._said = _("Nothing is called so: change the text, esc goes back.")
            self.changed()

    def type(self, edit: Edit) -> None:
        """Take an edit in, and look for what it means where it says something else."""
        differs = edit.text != self._edit.text
        self._edit = edit
        self.changed(1)
        if differs:
            self._search()

    def _search(self) -> None:
        """Look for the choices, in a worker where that takes asking."""
        found = self._find(self._edit.text)
        if inspect.isawaitable(found):
            tidied(self.run_first(partial(self._await, found), "search"), found)
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
        self.at = self._top = 0
        wanted, self._wanted = self._wanted, None
        values = [choice.value for choice in choices]
        if wanted is not None and wanted in values:
            self.move(values.index(wanted))
        self.changed()
