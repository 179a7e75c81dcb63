"""Progress on stderr: nothing for the first second, then a plain line now and then."""

from __future__ import annotations

import time

from pmo_tui.cli import talk

FIRST = 1.0
"""Seconds until the first line: what is done sooner needs none."""

EVERY = 2.0
"""Seconds between lines; a line for each step would drown a log."""


class Progress:
    """Tells how far something is; the sentence has the places {done} and {all}."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.due = time.monotonic() + FIRST

    def __call__(self, done: int, whole: int) -> None:
        """Say it where it is time."""
        if time.monotonic() < self.due or done >= whole:
            return
        from pmo_tui.words.numbers import whole as shown

        self.due = time.monotonic() + EVERY
        talk.tell(self.sentence.format(done=shown(done), all=shown(whole)))
