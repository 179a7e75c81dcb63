"""Patience: where an answer of the database takes long, the page says what is being done, once, until it has come."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pmo_tui.words import _, _n, numbers

if TYPE_CHECKING:
    from db.work import Work

SECONDS = 0.5
"""After how long an answer takes long; what is being done may have changed after as long again."""


def said_of(work: Work | None) -> str:
    """Say what the database is at."""
    if work is not None and work.waits:
        return _("Another program is writing to the database: waiting for it. esc stops waiting.")
    if work is not None and work.changes:
        count = work.changes
        return _n("Writing {count} change…", "Writing {count} changes…", count).format(
            count=numbers.whole(count)
        )
    return _("Reading…")


class Patience:
    """Hears of every question to the database; `tell` is given what is said of the slow ones, "" once none is left."""

    def __init__(
        self, said: Callable[[], str], tell: Callable[[str], None], seconds: float = SECONDS
    ) -> None:
        self._said = said
        self._tell = tell
        self._seconds = seconds
        self._slow = 0
        self._next: TimerHandle | None = None

    @contextmanager
    def lasting(self) -> Iterator[None]:
        """Watch over one question, from asking to the answer."""
        slow = False

        def begin() -> None:
            nonlocal slow
            slow = True
            self._slow += 1
            self._look()

        timer = get_running_loop().call_later(self._seconds, begin)
        try:
            yield
        finally:
            timer.cancel()
            self._slow -= slow
            if slow and not self._slow:
                self._end()

    def _look(self) -> None:
        """Say what is being done, and look again whether it is still that."""
        if self._next is not None:
            self._next.cancel()
        self._next = get_running_loop().call_later(self._seconds, self._look)
        self._tell(self._said())

    def _end(self) -> None:
        """Take back what was said."""
        if self._next is not None:
            self._next.cancel()
        self._next = None
        self._tell("")
