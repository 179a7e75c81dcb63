"""The filter's prompt: a query typed in the line of state, and below what its last word can become."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pmo_tui.words import _
from screens.cells import Line, Span
from screens.shell.browse import key_line
from screens.shell.editing import Edit
from screens.shell.prompt import Prompt
from screens.widgets.bar import Bar

Complete = Callable[[str, int], tuple[str, Sequence[str]]]
"""Gives the word that is being typed in a text at a cursor, and the words that it can become."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The words that one can become, and how many times tab was pressed; `before` and `after` stand around the word."""

    before: str
    words: Sequence[str]
    after: str
    taken: int = 0

    def next(self, steps: int) -> Offer:
        """Take the next word, after the last the first again."""
        taken = (self.taken - 1 + steps) % len(self.words) + 1
        return Offer(self.before, self.words, self.after, taken)

    def edit(self) -> Edit:
        """Give the text with the word taken, the cursor behind it."""
        text = self.before + self.words[self.taken - 1]
        return Edit(text + self.after, len(text))


class FilterPrompt(Prompt):
    """A query one types while the page shows what it finds; tab completes the word, and again takes another."""

    DEFAULT_CSS = """
    FilterPrompt { layer: default; dock: none; }
    """
    inline = True

    def __init__(self, text: str, *, live: Callable[[str], None], complete: Complete) -> None:
        super().__init__("/", text, live=live)
        self._complete = complete
        self._beside: tuple[Span, ...] = ()
        self._offer = self._offered()

    def drawn_line(self, y: int) -> Line:
        """Give the query with its cursor, and what the page tells."""
        return super().drawn_line(y)._replace(right=self._beside)

    def show_beside(self, spans: Sequence[Span]) -> None:
        """Show at the right what the page tells of what is typed."""
        if self._beside != tuple(spans):
            self._beside = tuple(spans)
            self.changed()

    def footer(self) -> Line:
        """Give the line of keys: what the word can become, the one taken strong."""
        keys = [("enter", _("take")), ("esc", _("back"))]
        if not self._offer.words:
            return key_line(keys, self.size.width)
        drawn = key_line([*keys, ("tab", "")], self.size.width)
        first = max(0, self._offer.taken - 1)
        words: list[Span] = [
            (f" {word}", "strong" if number + 1 == self._offer.taken else "muted")
            for number, word in enumerate(self._offer.words)
        ][first:]
        return drawn._replace(spans=(*drawn.spans, *words))

    def pressed(self, key: str, character: str | None) -> None:
        """Complete with tab; otherwise edit, accept with enter, go back with escape."""
        if key not in {"tab", "shift+tab"}:
            super().pressed(key, character)
        elif self._offer.words:
            offer = self._offer.next(1 if key == "tab" else -1)
            self._show(offer.edit())
            if len(offer.words) > 1:  # one alone needs no other: what comes after it is offered
                self._offer = offer

    def _show(self, edit: Edit) -> None:
        """Show an edit, tell it, and see what its word can become."""
        super()._show(edit)
        self._offer = self._offered()
        self.screen.query_one("#footer", Bar).changed()

    def _offered(self) -> Offer:
        """Give what the word at the cursor can become."""
        text, at = self._edit.text, self._edit.at
        word, words = self._complete(text, at)
        return Offer(text[: at - len(word)], words, text[at:])
