"""Signals: a killed or orphaned app gives the terminal back and goes, also where its line is stalled."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from typing import Any

GRACE = 3
"""Seconds that an app has to end itself after a signal, before the system ends it."""
WATCHED = 5.0
"""Seconds between two looks at whether somebody still sits there."""


def install(leave: Callable[[int], None]) -> None:
    """On SIGTERM and SIGHUP call leave(exit code) in the loop; call it from the loop, on the main thread.

    Setting SIGHUP undoes an inherited "ignore", with which an orphan would run for ever.
    """
    loop = asyncio.get_running_loop()

    def handle(number: int, frame: Any) -> None:
        del frame
        signal.signal(number, signal.SIG_IGN)
        signal.alarm(GRACE)
        loop.call_soon_threadsafe(leave, 128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handle)


def terminal_is_gone(parent: int) -> bool:
    """Tell whether nobody sits there any more: the terminal was closed, or `parent`, who started us, has died.

    Whoever then takes an orphan in, the first process or one of a service manager, is another one.
    """
    return not os.isatty(0) or os.getppid() != parent


def disarm() -> None:
    """Take back the hard end, once the app has ended by itself."""
    signal.alarm(0)
