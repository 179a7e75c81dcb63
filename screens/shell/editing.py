"""Editing: a line of text and a place in it, changed by keys; pure, no Textual here."""

from __future__ import annotations

from dataclasses import dataclass

from screens.cells import safe, width


@dataclass(frozen=True, slots=True)
class Edit:
    """A text and the place of the cursor in it, counted in characters."""

    text: str = ""
    at: int = 0

    def typed(self, text: str) -> Edit:
        """Put text in at the cursor; line ends of a paste become spaces."""
        text = safe(" ".join(text.split("\n")).replace("\r", ""))
        return Edit(self.text[: self.at] + text + self.text[self.at :], self.at + len(text))

    def pressed(self, key: str) -> Edit | None:
        """Give the edit after a key, or None where the key does not edit."""
        before, after = self.text[: self.at], self.text[self.at :]
        moves = {
            "left": max(0, self.at - 1),
            "right": min(len(self.text), self.at + 1),
            "home": 0,
            "ctrl+a": 0,
            "end": len(self.text),
            "ctrl+e": len(self.text),
        }
        if key in moves:
            return Edit(self.text, moves[key])
        kept = {
            "backspace": (before[:-1], after),
            "delete": (before, after[1:]),
            "ctrl+u": ("", after),
            "ctrl+k": (before, ""),
            "ctrl+w": (_without_word(before), after),
        }
        if key not in kept:
            return None
        start, end = kept[key]
        return Edit(start + end, len(start))

    def shown(self, cells: int) -> tuple[str, str, str]:
        """Give what stands before, under and after the cursor, of which at most `cells` can be seen."""
        reach = 4 * max(1, cells)  # of a very long text only what may be seen is measured
        before, under, after = (
            self.text[max(0, self.at - reach) : self.at],
            self.text[self.at : self.at + 1] or " ",
            self.text[self.at + 1 : self.at + 1 + reach],
        )
        room = max(0, cells - width(under))
        while before and width(before) > room:
            before = before[1:]
        while after and width(before) + width(after) > room:
            after = after[:-1]
        return before, under, after


def _without_word(text: str) -> str:
    """Give a text without its last word and the space after it."""
    return text.rstrip()[: len(text.rstrip()) - len(text.rsplit(maxsplit=1)[-1])] if text.split() else ""


def at_end(text: str) -> Edit:
    """Give an edit of a text with the cursor after it."""
    return Edit(text, len(text))
