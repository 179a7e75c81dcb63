"""What is measured of keys: steps, pages, filters, opening; time to the last byte, and bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.portfolio import pmo
from tests.bench.report import Figure
from tests.bench.starts import opened
from tests.driving.terminal import Frame, Terminal

STEPS, PAGES, OPENINGS = 25, 8, 5
TYPED = "water"
PACKET = 1_400
"""The bytes of one packet: a step in the register tells a whole story anew, and still is one."""
MARGIN = 1.5
"""By how much steps among all may seem slower than among 200: what is measured are a few milliseconds."""


def steps(small: Path, large: Path) -> Iterator[Figure]:
    """Measure cursor steps and pages on board and table, among many and among few in turn."""
    with _board(large) as many, _board(small) as few:
        for view in ("board", "table"):
            if view == "table":
                many.press("v", quiet=0.5)
                few.press("v", quiet=0.5)
            _in_turn(many, few, "g", 1)  # to the first row, so that every step is one
            yield from _steps(view, *_in_turn(many, few, "j", STEPS))
            frames, others = _in_turn(many, few, "pagedown", PAGES)
            told = f"{_bytes(frames):.0f} bytes; {_ms(others):.1f} ms among 200"
            yield Figure(f"page down on the {view}", _ms(frames), "ms", 40, told)


def _in_turn(many: Terminal, few: Terminal, key: str, times: int) -> tuple[list[Frame], list[Frame]]:
    """Press a key in both, one after the other."""
    pairs = [(many.press(key), few.press(key)) for _time in range(times)]
    return [frame for frame, _other in pairs], [frame for _frame, frame in pairs]


def _steps(view: str, frames: list[Frame], others: list[Frame]) -> Iterator[Figure]:
    """Give time and bytes of steps."""
    yield Figure(f"step on the {view}", _ms(frames), "ms", 16)
    told = f"{_ms(frames):.1f} ms against {_ms(others):.1f} ms"
    yield Figure(f"step on the {view}, all / with 200", _ms(frames) / _ms(others), "x", MARGIN, told)
    told = f"{_bytes(others):.0f} among 200"
    yield Figure(f"step on the {view}", _bytes(frames), "bytes", 700, told)


def filtering(database: Path) -> Iterator[Figure]:
    """Measure each keystroke of a filter until its result is complete."""
    with _board(database) as terminal:
        for view in ("board", "table"):
            if view == "table":
                terminal.press("v", quiet=0.5)
            terminal.press("/", quiet=0.3)
            frames = [terminal.press(letter, quiet=0.3) for letter in TYPED]
            assert f"/ {TYPED} " in terminal.row(1) + " ", f"the filter was not typed:\n{terminal.text}"
            slowest = max(frame.seconds for frame in frames) * 1000
            told = f"slowest {slowest:.0f} ms"
            yield Figure(f"filter keystroke on the {view}", _ms(frames), "ms", 100, told)
            terminal.press("escape", quiet=0.5)


def opening(database: Path) -> Iterator[Figure]:
    """Measure opening a project and going back."""
    with _board(database) as terminal:
        frames = []
        for _round in range(OPENINGS):
            frames.append(terminal.press("enter", quiet=0.3))
            assert "[Overview]" in terminal.text, f"no project was opened:\n{terminal.text}"
            terminal.press("escape", quiet=0.6)
        told = (
            f"{_bytes(frames):.0f} bytes; the first {frames[0].seconds * 1000:.0f} ms, with the page's import"
        )
        yield Figure("opening a project", _ms(frames), "ms", 100, told)


def registering(database: Path) -> Iterator[Figure]:
    """Measure the register of risks: opening, steps, pages, sorting, and each keystroke of a filter."""
    with _board(database) as terminal:
        yield _by_risk(terminal)
        frame = terminal.press("4", quiet=0.6)
        assert "R-" in terminal.text, f"the register was not opened:\n{terminal.text}"
        yield Figure("opening the register", frame.seconds * 1000, "ms", 250, f"{frame.size} bytes")
        frames = [terminal.press("j") for _time in range(STEPS)]
        yield Figure("step in the register", _ms(frames), "ms", 16)
        yield Figure("step in the register", _bytes(frames), "bytes", PACKET)
        frames = [terminal.press("pagedown") for _time in range(PAGES)]
        yield Figure("page down in the register", _ms(frames), "ms", 40, f"{_bytes(frames):.0f} bytes")
        terminal.press("/", quiet=0.3)
        frames = [terminal.press(letter, quiet=0.3) for letter in TYPED]
        yield Figure("filter keystroke in the register", _ms(frames), "ms", 100)
        terminal.press("escape", quiet=0.5)
        terminal.press("s", quiet=0.3)
        terminal.press("j", "space", quiet=0.3)
        frame = terminal.press("enter", quiet=0.6)
        assert "sort title" in terminal.row(1), f"the register was not sorted:\n{terminal.text}"
        yield Figure("sorting the register", frame.seconds * 1000, "ms", 250)
        frame = terminal.press("v", quiet=0.8)
        yield Figure("opening the matrix", frame.seconds * 1000, "ms", 250)
        frames = [terminal.press(key) for key in "hjkl" * 4]
        yield Figure("step in the matrix", _ms(frames), "ms", 40, f"{_bytes(frames):.0f} bytes")


def _by_risk(terminal: Terminal) -> Figure:
    """Measure the keystroke that makes a filter ask of each project for the worst of its risks."""
    terminal.press("v", quiet=0.5)
    terminal.press("/", quiet=0.3)
    terminal.press(*"risk:", quiet=0.5)
    frame = terminal.press("c", quiet=0.5)
    assert "/ risk:c " in terminal.row(1), f"the filter was not typed:\n{terminal.text}"
    terminal.press("escape", quiet=0.5)
    terminal.press("v", quiet=0.5)
    return Figure("filter of projects by risk", frame.seconds * 1000, "ms", 100)


def _board(database: Path) -> Terminal:
    """Open the app on a database and wait for its board, and for the cards that are read unseen."""
    terminal = opened(pmo("--db", database))
    terminal.wait_for("sort")
    terminal.settle(1.0)
    return terminal


def _ms(frames: list[Frame]) -> float:
    """Give the median milliseconds of frames."""
    return median(frame.seconds for frame in frames) * 1000


def _bytes(frames: list[Frame]) -> float:
    """Give the median bytes of frames."""
    return median(frame.size for frame in frames)
