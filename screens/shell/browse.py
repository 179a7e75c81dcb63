"""Browse: the base of dialogs that show a list one moves in, with a heading above it and the keys below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pmo_tui.words import _, numbers
from screens.actions.action import Action
from screens.cells import BLANK, Line, Span
from screens.glyphs import Glyphs
from screens.shell.bars import in_a_row, in_rows
from screens.shell.dialog import Dialog
from screens.shell.lists import IN_LISTS
from screens.shell.sentence import MOST, sentence_lines
from screens.widgets.moves import MOVE_IDS
from screens.widgets.moving import moved, top_for

Keys = Sequence[tuple[str, str]]
"""Keys as they are shown, each with its translated label; "" for what has no key."""


def key_line(keys: Keys, cells: int, right: Sequence[Span] = ()) -> Line:
    """Give the line of keys at the end of a dialog; where it is narrow the last one stays, which is the way out."""
    return in_a_row(_pieces(keys), cells, right, ground="bar")


def answer_lines(keys: Keys, cells: int) -> list[Line]:
    """Give the keys that answer a question, all of them, on as many lines as that takes."""
    return in_rows(_pieces(keys), cells, ground="bar")


def _pieces(keys: Keys) -> list[tuple[Span, ...]]:
    """Give each key with its label."""
    return [((key, "key"), (f" {label}", "muted")) for key, label in keys if key]


def out_of_sight(above: int, below: int, glyphs: Glyphs) -> list[Span]:
    """Say how many lines stand above and below those that are seen, in the signs of the board."""
    counts = ((glyphs.ascending, above), (glyphs.descending, below))
    told = " ".join(f"{sign}{numbers.whole(count)}" for sign, count in counts if count > 0)
    return [(f"{told} ", "muted")] if told else []


class Browse(Dialog):
    """A list with a cursor; a subclass says its heading, its rows, its keys and what they answer.

    Its keys are those of IN_LISTS by the person's keymap; `does` says what those that don't move mean.
    `reason` stands in the place of the keys until the first one: why what was chosen before could not be done.
    """

    ACTIONS: ClassVar[tuple[Action, ...]] = IN_LISTS

    def __init__(self, *, reason: str = "") -> None:
        super().__init__()
        self.at = 0
        self._top = 0
        self._reason = reason

    def heading(self) -> Sequence[Line]:
        """Give the lines above the list."""
        return ()

    def count(self) -> int:
        """Tell how many rows there are."""
        raise NotImplementedError

    def row_line(self, number: int, cells: int) -> Line:
        """Give the line of a row in so many cells, without the column of the cursor."""
        raise NotImplementedError

    def nothing(self) -> Span:
        """Give what is said where there is no row."""
        return _("Nothing here."), "muted"

    def keys(self) -> Keys:
        """Give the keys that are shown."""
        return [self.hint(_("choose"), "list.take"), self.hint(_("back"), "shell.back")]

    def most_rows(self) -> int:
        """Tell how many rows are worth showing at once."""
        return self.count()

    def wanted_height(self) -> int:
        """Tell the height: rule, heading, rows, keys, and no more than the page has below its navigation."""
        return min(max(1, self.most_rows()) + len(self.heading()) + 2, self.pmo.size.height - 1)

    @property
    def room(self) -> int:
        """How many rows can be seen."""
        return max(1, self.size.height - len(self.heading()) - 2)

    def drawn_line(self, y: int) -> Line:
        """Give the rule, the heading, the rows, and the keys at the end."""
        if y == 0:
            return self.rule()
        foot = self._foot()
        if y >= self.size.height - len(foot):
            return foot[y - self.size.height + len(foot)]
        heading = self.heading()
        if y <= len(heading):
            return heading[y - 1]
        return self._row_at(self._top + y - 1 - len(heading))

    def _foot(self) -> list[Line]:
        """Give the keys, or in their place and over the last rows the whole reason."""
        cells, height = self.size
        if self._reason:
            lines = sentence_lines(self._reason, "warn", cells, min(MOST, height - 1))
            return [each.on("bar") for each in lines]
        below = self.count() - self._top - self.room
        return [key_line(self.keys(), cells, out_of_sight(self._top, below, self.glyphs))]

    def _row_at(self, number: int) -> Line:
        """Give a row with the column of the cursor before it."""
        count = self.count()
        if number >= count:
            told = [] if count else sentence_lines(*self.nothing(), self.size.width)
            return told[number] if number < len(told) else BLANK
        drawn = self.row_line(number, self.size.width - 1)
        if number == self.at:
            return Line(((self.glyphs.cursor, "accent"), *drawn.spans), drawn.right, "selected")
        return Line(((" ", ""), *drawn.spans), drawn.right, drawn.ground)

    def move(self, number: int) -> None:
        """Move the cursor to a row, or to the nearest one; paints the two rows alone where nothing scrolls."""
        before, top = self.at, self._top
        self.at = max(0, min(number, self.count() - 1))
        self._top = top_for(self.at, self._top, self.room, self.count())
        first = 1 + len(self.heading()) - top
        if self._top != top:
            self.changed()
        elif self.at != before:
            self.changed(first + before, first + self.at)

    def on_resize(self) -> None:
        """Keep the row of the cursor in sight, and as many others as there is room for."""
        self._top = top_for(self.at, self._top, self.room, self.count())
        self.changed()

    def take_key(self, key: str, character: str | None) -> None:
        """Let the keys come back before a key is understood."""
        if self._reason:
            self._reason = ""
            self.changed()
        super().take_key(key, character)

    def pressed(self, key: str, character: str | None) -> None:
        """Do what a key means by the keymap: move as in every list, go back, or what the list itself does."""
        action = self.meaning(key)
        if action in MOVE_IDS:
            self.move(moved(action, self.at, self.count(), self.room))
        elif action == "shell.leave":
            self.finish(None)
        elif not self.does(action):
            super().pressed(key, character)

    def does(self, action: str) -> bool:
        """Do an action of lists by its id, and tell whether it means anything here; a list says it."""
        del action
        return False
