"""A terminal: runs a program in a pty, answers as a terminal does, and counts what it is sent.

Nothing here sleeps: every wait is a select with a limit that ends as soon as what is awaited has come. What has come
is drawn only when somebody looks, so that measuring takes no time from what is measured.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pyte

from tests.driving.keys import sent

LIMIT = 20.0
"""Seconds after which a wait is a failure; only a broken program reaches it."""

# pyte takes these for text or for something else: kitty's keyboard, questions about modes, cursor shapes.
_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]* q|\x1b\][^\x07]*\x07"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:?<>=$ ]*|\][^\x07]*)?$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a key brought: the bytes, and the seconds to the last of them."""

    data: bytes
    seconds: float

    @property
    def size(self) -> int:
        """How many bytes came."""
        return len(self.data)


class Terminal:
    """A program at work in a terminal of its own; leaving the block ends it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        term: str = "xterm-256color",
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self.data = bytearray()
        self.began = self.last_byte = time.perf_counter()
        self.status: int | None = None
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        env = {**os.environ, "TERM": term, **(environ or {})}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), env)
        self._set_size(columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def screen(self) -> pyte.Screen:
        """The screen with all that has come drawn on it, but for a sequence that has not ended yet."""
        data = bytes(self.data[self._drawn :])
        unfinished = _UNFINISHED.search(data)
        data = data[: unfinished.start()] if unfinished else data
        self._drawn += len(data)
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
        return self._screen

    @property
    def text(self) -> str:
        """What the screen shows, as lines without blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def row(self, y: int) -> str:
        """Give one line of the screen, counted from 0, or from the end where negative."""
        return self.text.split("\n")[y]

    def cell(self, y: int, x: int) -> Any:
        """Give one cell: its data, fg, bg, bold, reverse and so on."""
        return self.screen.buffer[y][x]

    def press(self, *keys: str | bytes, quiet: float = 0.1) -> Frame:
        """Press keys and take in what comes until the program has been quiet for a while."""
        self.send(*keys)
        return self.settle(quiet)

    def send(self, *keys: str | bytes) -> None:
        """Press keys and read nothing, as a line that stalls."""
        for key in keys:
            os.write(self.fd, sent(key))

    def settle(self, quiet: float = 0.1) -> Frame:
        """Take in what comes until nothing has come for `quiet` seconds."""
        began = last = time.perf_counter()
        before = len(self.data)
        while self._read(quiet):
            last = time.perf_counter()
            assert last - began < LIMIT, "the program never became quiet"
        return Frame(bytes(self.data[before:]), last - began)

    def wait_for(self, wanted: str | Callable[[], bool]) -> Self:
        """Take in what comes until the screen shows a text, or a condition holds."""
        ends = time.perf_counter() + LIMIT
        holds = wanted if callable(wanted) else lambda: wanted in self.text
        while not holds():
            left = ends - time.perf_counter()
            if left <= 0 or not self._read(left):
                assert holds(), f"waited in vain for {wanted!r}; the screen shows:\n{self.text}"
                break
        return self

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def ended(self) -> int:
        """Wait for the program to end and give its exit code, negative for a signal."""
        self.wait_for(lambda: self._poll() is not None)
        assert self.status is not None
        return self.status

    def ended_unread(self) -> int:
        """Wait for the program to end while nobody reads what it sends, and give its exit code."""
        ends = time.perf_counter() + LIMIT
        while self._poll() is None:
            assert time.perf_counter() < ends, "the program did not end while its line was stalled"
            select.select([], [], [], 0.02)
        assert self.status is not None
        return self.status

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does."""
        os.close(self.fd)
        self.fd = -1

    def modes(self) -> tuple[bool, bool]:
        """Tell whether the terminal echoes and gathers lines, as it does for a shell."""
        local = termios.tcgetattr(self.fd)[3]
        return bool(local & termios.ECHO), bool(local & termios.ICANON)

    def close(self) -> None:
        """End the program, if it has not ended."""
        if self._poll() is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.fd >= 0:
            os.close(self.fd)

    def _poll(self) -> int | None:
        """Give the exit code where the program has ended."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def _set_size(self, columns: int, rows: int) -> None:
        """Tell the pty its size."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, limit: float) -> bool:
        """Take in what comes within a limit; False where nothing came."""
        if not select.select([self.fd], [], [], limit)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.status = self.status if self.status is not None else _exit_code(self.pid)
            return False
        self._take(data)
        return True

    def _take(self, data: bytes) -> None:
        """Keep data, and answer what it asks."""
        self.data += data
        self.last_byte = time.perf_counter()
        if b"\x1b[?2026$p" in data:
            os.write(self.fd, b"\x1b[?2026;2$y")


def _exit_code(pid: int) -> int:
    """Wait for a program whose terminal is at its end."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
