"""Drafts: what was typed and not yet saved, kept in a file of its own so that a dropped line loses nothing.

A draft belongs to the process that writes it, which holds a lock on its file for as long as it lives: only then can
another one take it over. So nobody is offered what is being typed at this moment in another window.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from pmo_tui.settings.files import PRIVATE, Prepared
from pmo_tui.settings.places import state_file

LARGEST = 4_000_000
"""Bytes of a draft that is still read; nothing that we write is larger."""

_locks: dict[Path, int] = {}
"""What holds the lock on each draft that this process has written or taken over."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, by field, on which day, and over which version of what is edited; 0 for none."""

    texts: Mapping[str, str]
    on: date
    version: int = 0


def draft_file(place: str, form: str) -> Path:
    """Give the path of this process's draft of one form on one database."""
    name = sha256(f"{place}\0{form}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return state_file().parent / "drafts" / f"{name}-{os.getpid()}.json"


def read_draft(place: str, form: str) -> Draft | None:
    """Give the draft of a form, this process's own or one that it takes over; None where none can be read."""
    path = draft_file(place, form)
    if not path.exists():
        _take_over(path)
    elif path not in _locks:  # one of an earlier process of the same number
        _hold(path, _locked(path))
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LARGEST))
        draft = Draft(found["texts"], date.fromisoformat(found["at"]), int(found.get("version", 0)))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    texts = draft.texts
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        return None
    return draft if texts else None


def write_draft(place: str, form: str, draft: Draft) -> None:
    """Keep a draft, whole or not at all; where it can't be kept, the form goes on without."""
    path = draft_file(place, form)
    kept = {"texts": dict(draft.texts), "at": draft.on.isoformat(), "version": draft.version}
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        prepared = Prepared(path, json.dumps(kept).encode(), rights=PRIVATE)
        try:
            _hold(path, _locked(Path(prepared.place)))
            prepared.publish()
        finally:
            prepared.forget()


def drop_draft(place: str, form: str) -> None:
    """Forget this process's draft."""
    path = draft_file(place, form)
    with suppress(OSError):  # what can't be forgotten is offered once more, which does no harm
        path.unlink()
    _hold(path, None)


def _take_over(path: Path) -> None:
    """Make the newest draft of the same form whose process has gone this process's own."""
    for left in _newest_first(path):
        lock = _locked(left)
        if lock is None:
            continue
        try:
            left.rename(path)
        except OSError:  # another process was quicker
            os.close(lock)
            continue
        _hold(path, lock)
        return


def _newest_first(path: Path) -> Iterator[Path]:
    """Give all drafts of the same form, the newest first."""
    form = path.name.partition("-")[0]
    written: list[tuple[float, Path]] = []
    for each in path.parent.glob(f"{form}*.json"):
        with suppress(OSError):
            written.append((each.stat().st_mtime, each))
    return (each for _moment, each in sorted(written, reverse=True))


def _locked(path: Path) -> int | None:
    """Lock a file and give what holds the lock until it is closed; None where a living process has it."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _hold(path: Path, lock: int | None) -> None:
    """Keep the lock on a draft in the place of the one that was held before."""
    former = _locks.pop(path, None)
    if lock is not None:
        _locks[path] = lock
    if former is not None:
        os.close(former)
