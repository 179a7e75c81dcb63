"""What is measured of doing nothing: bytes, processor and memory, with all projects on the board."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.bench.portfolio import pmo
from tests.bench.report import Figure
from tests.bench.starts import opened
from tests.driving.terminal import Terminal

SECONDS = 7.0
"""Long enough for two looks at what others have changed."""
PROC = Path("/proc")


def idle(database: Path) -> Iterator[Figure]:
    """Measure what an app costs that nobody touches; processor and memory where the system tells them."""
    with opened(pmo("--db", database)) as terminal:
        terminal.wait_for("sort")
        terminal.settle(1.0)
        before, sent = _processor(terminal), len(terminal.data)
        terminal.settle(SECONDS)
        yield Figure(f"sent in {SECONDS:g} s", len(terminal.data) - sent, "bytes", 0)
        if PROC.is_dir():
            yield Figure("processor while idle", (_processor(terminal) - before) / SECONDS * 100, "%", 1)
            yield Figure("memory", _memory(terminal), "MB", 120)


def _processor(terminal: Terminal) -> float:
    """Give the seconds of processor that the program has taken."""
    if not PROC.is_dir():
        return 0
    fields = (PROC / str(terminal.pid) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(terminal: Terminal) -> float:
    """Give the megabytes that the program holds."""
    pages = int((PROC / str(terminal.pid) / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
