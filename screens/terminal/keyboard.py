"""The keyboard: what the terminal sends, understood as keys and pasted texts, however the line tears them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from time import monotonic

from textual import constants
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Key, Paste
from textual.message import Message

ESCAPE = "\x1b"
# Behind an escape these begin a sequence of the terminal's own; anything else, or nothing, is the next key.
_ALONE = re.compile(r"\x1b(?=[^\[O\]P_X^]|\Z)")

PASTING = 2.0
"""Seconds after which nothing more is awaited of a pasted text, whose end the line has lost."""


class Keyboard(XTermParser):
    """Textual's parser, but for what it takes apart wrongly: an escape in one breath with a key, and a pasted text.

    `escape` and `j` are a caret and a j to it: here they stay two keys, for nothing of ours is bound to alt, which
    terminals send in the same way. A pasted text that holds an escape comes in another order from it, and in part as
    keys: here it is one text, whatever it holds.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held = ""
        self._heard = 0.0
        self._pasted: str | None = None

    def feed(self, data: str) -> Iterable[Message]:
        """Give what is meant by the next characters."""
        if not data:
            yield from super().feed(data)
            return
        rest, self._held, self._heard = self._held + data, "", monotonic()
        while rest:
            if self._pasted is None:
                typed, begins, rest = rest.partition(BRACKETED_PASTE_START)
                self._pasted = "" if begins else None
                yield from self._keys(typed if begins else self._certain(typed))
            else:
                searched = max(0, len(self._pasted) - len(BRACKETED_PASTE_END))
                self._pasted += rest
                end = self._pasted.find(BRACKETED_PASTE_END, searched)
                if end < 0:
                    return
                text, rest = self._pasted[:end], self._pasted[end + len(BRACKETED_PASTE_END) :]
                self._pasted = None
                yield _paste(text)

    def tick(self) -> Iterable[Message]:
        """Give what was held back and after which nothing has come for a while."""
        quiet = monotonic() - self._heard
        if self._held and quiet >= constants.ESCAPE_DELAY:
            held, self._held = self._held, ""
            yield from self._keys(held)
        if self._pasted is not None and quiet >= PASTING:
            text, self._pasted = self._pasted, None
            yield _paste(text)
        yield from super().tick()

    def _certain(self, text: str) -> str:
        """Hold back the end of a text that may become a key of its own or the beginning of a paste; give the rest."""
        at = text.rfind(ESCAPE)
        if at >= 0 and BRACKETED_PASTE_START.startswith(text[at:]):
            self._held = text[at:]
            return text[:at]
        return text

    def _keys(self, text: str) -> Iterator[Message]:
        """Give the keys in what was typed."""
        for number, piece in enumerate(_ALONE.split(text)):
            if number:
                yield Key("escape", ESCAPE)
            if piece:
                yield from super().feed(piece)


def _paste(text: str) -> Paste:
    """Give a pasted text, its lines ended as everywhere."""
    return Paste(text.replace("\r\n", "\n").replace("\r", "\n"))
