"""What is measured in a terminal of 120 × 36: starts, steps, pages, filters, opening."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.portfolio import pmo
from tests.bench.report import Figure
from tests.driving.terminal import Frame, Terminal

COLUMNS, ROWS = 120, 36
STARTS = 7
STEPS = 25
EMPTY_APP = "from textual.app import App; App().run(mouse=False)"
COLOURS = {"COLORTERM": "truecolor"}


def starts(small: Path, large: Path) -> Iterator[Figure]:
    """Measure starts side by side: an empty Textual app, the small and the large portfolio."""
    commands = {
        "empty": [sys.executable, "-c", EMPTY_APP],
        "small": pmo("--db", small),
        "large": pmo("--db", large),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(STARTS):
        for name, command in commands.items():
            taken[name].append(_start(command))
    empty, few, many = (statistics.median(taken[name]) for name in ("empty", "small", "large"))
    told = f"{many * 1000:.0f} ms against {empty * 1000:.0f} ms"
    yield Figure("start with all projects / empty Textual app", many / empty, "x", 1.5, told)
    told = f"{many * 1000:.0f} ms against {few * 1000:.0f} ms"
    yield Figure("start with all projects / with 200", many / few, "x", 1.1, told)


def _start(command: list[str]) -> float:
    """Give the seconds from the start of a command to the last byte of its first complete frame."""
    with Terminal(command, columns=COLUMNS, rows=ROWS, environ=COLOURS) as terminal:
        terminal.wait_for(lambda: len(terminal.data) > 500)
        terminal.settle(0.4)
        return terminal.last_byte - terminal.began


def steps(name: str, database: Path) -> Iterator[Figure]:
    """Measure a cursor step and a page on board and table."""
    with _opened(database) as terminal:
        for view in ("board", "table"):
            if view == "table":
                terminal.press("v", quiet=0.4)
            frames = [terminal.press("j") for _step in range(STEPS)]
            yield from _figures(f"step on the {view}, {name}", frames, 16, 700)
            frames = [terminal.press("pagedown") for _step in range(8)]
            yield Figure(
                f"page down on the {view}, {name}", _ms(frames), "ms", 40, f"{_bytes(frames):.0f} bytes"
            )


def filtering(database: Path) -> Iterator[Figure]:
    """Measure each keystroke of a filter until its result is complete."""
    with _opened(database) as terminal:
        terminal.press("/")
        frames = [terminal.press(letter, quiet=0.25) for letter in "water"]
        slowest = max(frame.seconds for frame in frames) * 1000
        yield Figure(
            "filter keystroke to result, median", _ms(frames), "ms", 100, f"slowest {slowest:.0f} ms"
        )


def opening(database: Path) -> Iterator[Figure]:
    """Measure opening a project and going back."""
    with _opened(database) as terminal:
        frames = []
        for _round in range(5):
            frames.append(terminal.press("enter", quiet=0.2))
            terminal.press("escape", quiet=0.4)
        yield Figure("opening a project", _ms(frames), "ms", 100, f"{_bytes(frames):.0f} bytes")


def _opened(database: Path) -> Terminal:
    """Open the app on a database and wait for its board."""
    terminal = Terminal(pmo("--db", database), columns=COLUMNS, rows=ROWS, environ=COLOURS)
    terminal.wait_for("sort")
    terminal.settle(0.5)
    return terminal


def _figures(name: str, frames: list[Frame], milliseconds: float, most: float) -> Iterator[Figure]:
    """Give time and bytes of steps."""
    yield Figure(f"{name}: time, median", _ms(frames), "ms", milliseconds)
    yield Figure(f"{name}: bytes, median", _bytes(frames), "bytes", most)


def _ms(frames: list[Frame]) -> float:
    """Give the median milliseconds of frames."""
    return statistics.median(frame.seconds for frame in frames) * 1000


def _bytes(frames: list[Frame]) -> float:
    """Give the median bytes of frames."""
    return statistics.median(frame.size for frame in frames)
