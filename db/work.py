"""Work: what a database is at just now, for another thread to see, which may also end a wait for the lock."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic

from db.failures import is_busy
from pmo_tui.domain.refusal import N_, Refusal

FIRST_STEP, LONGEST_STEP = 0.001, 0.05
"""Seconds between two tries to take the lock, the first time and at most."""


class Work:
    """Told by the thread of the database, read by any other."""

    def __init__(self) -> None:
        self.waits = False
        """Whether it waits for another program that writes."""
        self.changes = 0
        """How many changes are being written."""
        self._given_up = Event()
        self._left = False
        self._turn = Lock()  # what is given up is the wait that was seen, and never a later one

    def give_up(self) -> bool:
        """Let the wait for the lock end with a refusal; False where nothing waits. What waits has changed nothing."""
        with self._turn:
            if self.waits:
                self._given_up.set()
            return self.waits

    def leave(self) -> None:
        """Let no wait for the lock last from now on, for nobody is left to see what comes of it."""
        with self._turn:
            self._left = True
            self._given_up.set()

    def locking(self, take: Callable[[], None], seconds: float) -> None:
        """Take the lock, trying again for so many seconds while another program holds it, or until given up."""
        began, step = monotonic(), FIRST_STEP
        try:
            while not self._taken(take, last=monotonic() - began >= seconds):
                self.waits = True
                if self._given_up.wait(step):
                    raise Refusal(
                        N_(
                            "Nothing was changed, another program is still writing to the database: "
                            "try again in a moment."
                        )
                    )
                step = min(LONGEST_STEP, step * 2)
        finally:
            self._waited()

    def _waited(self) -> None:
        """Forget the wait that has ended, and that it was given up."""
        with self._turn:
            self.waits = False
            if not self._left:
                self._given_up.clear()

    @staticmethod
    def _taken(take: Callable[[], None], *, last: bool) -> bool:
        """Try to take the lock; whether that was so. The `last` try refuses in a sentence."""
        try:
            take()
        except Refusal as refusal:
            if last or not is_busy(refusal):
                raise
            return False
        return True
