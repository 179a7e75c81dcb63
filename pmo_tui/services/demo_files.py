"""The demo's own file: made once, whole or not at all, and opened in the place of one's own portfolio."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services import demo
from pmo_tui.services.session import Session, now, open_session


def open_demo(path: Path, clock: Callable[[], datetime] = now) -> Session:
    """Open the demo portfolio at `path` as it was left, made first where it is missing.

    Raises Refusal where another portfolio stands there, or where the file can't be made.
    """
    if not path.exists():
        _make(path, clock)
    session = open_session(path, clock=clock)
    if not demo.is_demo(session):
        session.close()
        raise Refusal(N_("{path} holds a portfolio that is no demo: it stays as it is."), path=path)
    return session


def _make(path: Path, clock: Callable[[], datetime]) -> None:
    """Make the demo beside its place and move it there whole."""
    made = path.with_name(f".{path.name}.new")
    _remove(made)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        session = open_session(made, create=True, clock=clock)
        try:
            demo.make(session)
        finally:
            session.close()
        made.replace(path)
    except OSError as error:
        raise Refusal(
            N_("{path} can't be made: {reason}."), path=path, reason=error.strerror or ""
        ) from error
    finally:
        _remove(made)


def _remove(path: Path) -> None:
    """Remove a database with the logs that SQLite keeps beside it."""
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)
