"""What is measured of starts: from the start of the command to the last byte of its first complete frame."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.portfolio import pmo
from tests.bench.report import Figure, ratio
from tests.driving.terminal import Terminal

COLUMNS, ROWS = 120, 36
ROUNDS = 15
QUIET = 0.4
"""Seconds without a byte after which a frame is complete."""
EMPTY_APP = "from textual.app import App; App().run(mouse=False)"


def starts(small: Path, large: Path) -> Iterator[Figure]:
    """Measure starts in turn: an empty Textual app, the small and the large portfolio."""
    commands = {
        "empty": ([sys.executable, "-c", EMPTY_APP], ""),
        "small": (pmo("--db", small), DETAIL),
        "large": (pmo("--db", large), DETAIL),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, (command, shown) in commands.items():
            seconds = _start(command, shown)
            taken[name] += [seconds] if number else []  # the first warms up files and bytecode
    yield ratio("start with all projects / empty Textual app", taken["large"], taken["empty"], 1.5)
    yield ratio("start with all projects / with 200", taken["large"], taken["small"], 1.1)


DETAIL = "Phase "
"""Stands in the detail of every project, which is the last of the first frame."""


def opened(command: list[str]) -> Terminal:
    """Run a command in a terminal like that of most people."""
    return Terminal(command, columns=COLUMNS, rows=ROWS, environ={"COLORTERM": "truecolor"})


def _start(command: list[str], shown: str) -> float:
    """Give the seconds from the start of a command to the last byte of its first complete frame."""
    with opened(command) as terminal:
        terminal.wait_for(lambda: len(terminal.data) > 500)
        terminal.settle(QUIET)
        taken = terminal.last_byte - terminal.began
        assert shown in terminal.text, f"the first frame was not complete:\n{terminal.text}"
        return taken
