"""The keyboard: what the terminal sends, understood as keys, with escape as a key of its own however fast one types."""

from __future__ import annotations

import re
from collections.abc import Iterable
from time import monotonic

from textual import constants
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.message import Message

ESCAPE = "\x1b"
# Behind an escape these begin a sequence of the terminal's own; anything else is the next key.
_ALONE = re.compile(r"\x1b(?=[^\[O\]P_X^])")


class Keyboard(XTermParser):
    """Textual's parser, which takes `escape` and `j` in one breath for a caret and a j: here they stay two keys.

    Nothing of ours is bound to alt, which terminals send in the same way.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held_since: float | None = None

    def feed(self, data: str) -> Iterable[Message]:
        """Give what is meant by the next characters."""
        if not data:
            yield from super().feed(data)
            return
        text = (ESCAPE if self._held_since is not None else "") + data
        self._held_since = None
        *before, last = _ALONE.split(text)
        for piece in before:
            yield from super().feed(piece) if piece else ()
            yield Key("escape", ESCAPE)
        if last.endswith(ESCAPE):
            last = last[:-1]
            self._held_since = monotonic()
        if last:
            yield from super().feed(last)

    def tick(self) -> Iterable[Message]:
        """Give an escape after which nothing has come for a while."""
        if self._held_since is not None and monotonic() - self._held_since >= constants.ESCAPE_DELAY:
            self._held_since = None
            yield Key("escape", ESCAPE)
        yield from super().tick()
