"""Running: how far a long step is, told by the database thread, and how it is stopped."""

from __future__ import annotations

import threading

from pmo_tui.domain.refusal import N_, Refusal

PAINTED = 0.5
"""Seconds between two looks at how far it is."""


class Stopped(Refusal):
    """The person stopped it; what was begun is taken back by the transaction."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped: nothing was imported."))


class Run:
    """Heard by the database thread after every few rows; raises Stopped there once it is to stop."""

    def __init__(self, closing: threading.Event) -> None:
        self.done = 0
        self.total = 0
        self._stopping = threading.Event()
        self._closing = closing

    @property
    def stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Let it stop at the next row it tells of."""
        self._stopping.set()

    def __call__(self, done: int, total: int) -> None:
        """Take in how far it is."""
        self.done, self.total = done, total
        if self._stopping.is_set() or self._closing.is_set():
            raise Stopped
