"""Search: the base of lists in which one finds something by typing."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.words import _
from screens.cells import Line
from screens.shell.browse import Browse, Keys
from screens.shell.editing import Edit
from screens.shell.lists import WHILE_TYPING
from screens.shell.prompt import typed_line
from screens.widgets.moving import moved


class Search(Browse):
    """A line one types into, and below it what was found; letters are typed, so that only arrows move.

    A subclass says what a text means, in `type`, and what is taken; its work on that is what other keys wait for.
    """

    types_on = True

    def __init__(self, title: str, edit: Edit, *, reason: str = "") -> None:
        super().__init__(reason=reason)
        self._title = title
        self._edit = edit

    def heading(self) -> Sequence[Line]:
        """Give the line one types into."""
        return [typed_line(self._title, self._edit, self.size.width, "strong")]

    def keys(self) -> Keys:
        """Give the keys; here one types, so that they are what they are whatever the keymap says."""
        return [("enter", _("choose")), ("esc", _("back"))]

    def type(self, edit: Edit) -> None:
        """Take an edit in, and look for what it means."""
        raise NotImplementedError

    def pressed(self, key: str, character: str | None) -> None:
        """Move or type; what does neither is understood as in every list."""
        edit = self._edit.typed(character) if character else self._edit.pressed(key)
        if key in WHILE_TYPING:
            self.move(moved(WHILE_TYPING[key], self.at, self.count(), self.room))
        elif edit is not None:
            self.type(edit)
        else:
            super().pressed(key, None)

    def pasted(self, text: str) -> None:
        """Put a pasted text in."""
        self.type(self._edit.typed(text))
