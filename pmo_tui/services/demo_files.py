"""The demo's own file: made whole or not at all, and opened in the place of one's own portfolio."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pmo_tui.demo.calendar import beginning
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.moments import local_day
from pmo_tui.services import demo
from pmo_tui.services.demo_rounds import moment_of
from pmo_tui.services.session import Session, now, open_session


def open_demo(path: Path, clock: Callable[[], datetime] = now) -> Session:
    """Open the demo portfolio at `path` as it was left, made first where it is missing.

    Raises Refusal where another portfolio stands there, or where the file can't be made.
    """
    if not path.exists():
        make(path, clock=clock)
    session = open_session(path, clock=clock)
    if not demo.is_demo(session):
        session.close()
        raise Refusal(
            N_("{path} holds a portfolio that is no demo: it stays as it is. Name another file with --db."),
            path=path,
        )
    return session


def make(
    path: Path,
    number: int = demo.USUAL,
    seed: int = 1,
    progress: demo.Progress = demo.silent,
    clock: Callable[[], datetime] = now,
) -> None:
    """Make a demo portfolio at `path`, beside its place first, in the place of one that was there.

    Raises Refusal where another portfolio stands there, or where the file can't be made.
    """
    if path.exists():
        open_demo(path, clock).close()
    made = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove(made)
        session = _at_the_beginning(made, clock)
        try:
            demo.make(session, number, seed, progress)
        finally:
            session.close()
        for log in _logs(path):
            log.unlink(missing_ok=True)
        made.replace(path)
    except OSError as error:
        raise Refusal(
            N_("{path} can't be made: {reason}."), path=path, reason=error.strerror or ""
        ) from error
    finally:
        _remove(made)


def _at_the_beginning(path: Path, clock: Callable[[], datetime]) -> Session:
    """Make a database on the day on which the demo begins, so that its moments rise; then it is today."""
    first = moment_of(beginning(local_day(clock())))
    session = open_session(path, create=True, clock=lambda: first)
    session.clock = clock
    return session


def _remove(path: Path) -> None:
    """Remove a database with its logs."""
    for file in (path, *_logs(path)):
        file.unlink(missing_ok=True)


def _logs(path: Path) -> list[Path]:
    """Give the files that SQLite keeps beside a database."""
    return [path.with_name(path.name + end) for end in ("-wal", "-shm")]
