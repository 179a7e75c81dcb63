"""The writer: a thread that sends to the terminal as fast as the line takes it, never more than the newest frame."""

from __future__ import annotations

import os
import select
from threading import Condition, Thread

from rich.cells import get_character_cell_size

from screens.terminal.grid import is_frame
from screens.terminal.painter import SYNC_OFF, SYNC_ON, Painter

_LEAVES = "\x1b[?1049l"
_LONGEST_FAREWELL = 2.0


def carried(text: str, encoding: str) -> str:
    """Give a text as a line of that encoding can carry it: a letter it lacks becomes as many ? as it takes cells."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_carried(char, encoding) for char in text)
    return text


def _carried(char: str, encoding: str) -> str:
    """Give one character, or what stands for it."""
    return char if char.encode(encoding, "ignore") else "?" * get_character_cell_size(char)


class Writer(Thread):
    """Takes what Textual writes; frames go through the painter, all else goes out as it is, in order.

    The painting thread never waits for the line: a stalled terminal only makes frames fall together.
    """

    def __init__(self, fd: int, painter: Painter, encoding: str = "utf-8") -> None:
        super().__init__(daemon=True, name="terminal-output")
        self._fd = fd
        self._painter = painter
        self._encoding = encoding
        self._plain: list[str] = []
        self._news = Condition()
        self._ends = False
        self._size: tuple[int, int] | None = None

    def write(self, data: str) -> None:
        """Take what Textual writes."""
        with self._news:
            if self._size is not None:
                size, self._size = self._size, None
                self._painter.resize(*size)
            if is_frame(data):
                self._painter.read(carried(data, self._encoding))
            elif data in (SYNC_ON, SYNC_OFF):
                self._painter.synchronised = True
            else:
                self._plain += [self._painter.paint(), self._painter.reset() if _LEAVES in data else "", data]
            self._news.notify()

    def resized(self, width: int, height: int) -> None:
        """Hear that the terminal changed its size; called by a signal handler, so it takes no lock."""
        self._size = (width, height)

    def run(self) -> None:
        """Send until told to end."""
        while True:
            with self._news:
                self._news.wait_for(lambda: self._plain or self._painter.waits or self._ends)
                data = "".join(self._plain) + self._painter.paint()
                self._plain.clear()
                if self._ends and not data:
                    return
            if not self._send(data.encode(self._encoding, "replace")):
                return

    def _send(self, data: bytes) -> bool:
        """Send bytes, waiting for the line where it must; False where the line is gone."""
        while data:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:
                select.select([], [self._fd], [])
            except OSError:
                return False
        return True

    def stop(self) -> None:
        """Send what waits and end; a line that takes nothing more is not waited for long."""
        with self._news:
            self._ends = True
            self._news.notify()
        self.join(_LONGEST_FAREWELL)
