"""Children: real processes that act on a database, in step with the test by what they say and hear, never by time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 120.0
"""Seconds after which a child that never ends is ended, so that its test fails instead of waiting."""


class Child:
    """A process that plays one of the acts; used as a context, it never outlives its test."""

    def __init__(self, act: str, *arguments: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.safety.acts", act, *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._limit = Timer(LIMIT, self.process.kill)
        self._limit.start()

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._limit.cancel()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def hear(self) -> str:
        """Give the next line it says; "" where it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def hear_until(self, beginning: str) -> list[str]:
        """Give the lines it says up to the one that begins so."""
        said = []
        while line := self.hear():
            said.append(line)
            if line.startswith(beginning):
                return said
        raise AssertionError(
            f"it ended without saying {beginning!r}; it said {said[-3:]} and {self.complaint()}"
        )

    def tell(self, line: str = "go") -> None:
        """Say a line to it."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def kill(self) -> list[str]:
        """End it as `kill -9` does, and give what it had said until then."""
        self.process.send_signal(signal.SIGKILL)
        return self.rest()

    def interrupt(self) -> None:
        """Send what Ctrl-C sends."""
        self.process.send_signal(signal.SIGINT)

    def rest(self) -> list[str]:
        """Wait for its end and give what else it said."""
        assert self.process.stdout is not None
        said = self.process.stdout.read().splitlines()
        self.process.wait()
        return said

    def complaint(self) -> str:
        """Wait for its end and give what it wrote to stderr."""
        assert self.process.stderr is not None
        return self.process.stderr.read()

    def end(self) -> list[str]:
        """Wait for its good end and give what else it said."""
        said = self.rest()
        assert self.process.returncode == 0, self.complaint()
        return said


@contextmanager
def children(number: int, act: str, *arguments: object) -> Iterator[list[Child]]:
    """Start several children of the same act, all of them ready."""
    started: list[Child] = []
    try:
        started += [Child(act, *arguments, place) for place in range(number)]
        for child in started:
            assert child.hear() == "ready", child.complaint()
        yield started
    finally:
        for child in started:
            child.__exit__(None, None, None)


def as_root() -> bool:
    """Tell whether children can be run as other accounts."""
    return os.geteuid() == 0
