"""Meanings: the dialog that lists the different texts of a field's columns with what each is read as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pmo_tui.transfer.notes import short
from pmo_tui.words import _, numbers
from screens.cells import Line, Span, fit, line
from screens.shell.browse import Browse, Keys

_COUNT_CELLS = 7


@dataclass(frozen=True, slots=True)
class Meaning:
    """A text that stands in a file, how often, and what it is read as; `known` is False where it can't be read."""

    text: str
    count: int
    value: Span
    known: bool = True


class Meanings(Browse):
    """Its answer is the text whose meaning is to be changed; None where one went back."""

    def __init__(self, title: str, meanings: Sequence[Meaning], *, at: str = "") -> None:
        super().__init__()
        self._title = title
        self._meanings = meanings
        texts = [meaning.text for meaning in meanings]
        self.at = texts.index(at) if at in texts else 0

    def heading(self) -> Sequence[Line]:
        """Give the title."""
        return [line((f" {self._title}", "strong"))]

    def count(self) -> int:
        """Tell how many texts there are."""
        return len(self._meanings)

    def row_line(self, number: int, cells: int) -> Line:
        """Give a text, how often it stands there, and what it is read as."""
        meaning = self._meanings[number]
        room = max(8, cells // 2 - _COUNT_CELLS)
        value: Span = meaning.value if meaning.known else (_("not known: choose what it means"), "warn")
        return line(
            fit(short(meaning.text, 200), room, ellipsis=self.glyphs.ellipsis),
            (fit(numbers.whole(meaning.count), _COUNT_CELLS, "right"), "muted"),
            (f" {self.glyphs.flat} ", "faint"),
            value,
        )

    def keys(self) -> Keys:
        """Give the keys."""
        return [
            self.hint(_("change"), "list.take"),
            self.hint(_("move"), "move.down", "move.up"),
            self.hint(_("done"), "shell.back"),
        ]

    def does(self, action: str) -> bool:
        """Change the meaning under the cursor."""
        if action != "list.take" or not self._meanings:
            return False
        self.finish(self._meanings[self.at].text)
        return True
