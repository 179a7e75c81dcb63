"""Crashes: a defect gives the person one sentence; the traceback goes to a file that only they can read."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from pmo_tui.words import _

_OLD = 1_000_000


def logged(error: BaseException | None, log: Path) -> bool:
    """Add an error's traceback, without the values of its variables, to the log; tell whether that worked."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        too_long = log.exists() and log.stat().st_size > _OLD
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | (os.O_TRUNC if too_long else os.O_APPEND)
        with os.fdopen(os.open(log, flags, 0o600), "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n")
            file.writelines(traceback.format_exception(error) if error else ["no traceback\n"])
            file.write("\n")
    except OSError:
        return False
    return True


def sentence(log: Path, *, kept: bool) -> str:
    """Give what the person reads after a crash."""
    if kept:
        return _(
            "pmo-tui has a defect and had to stop. What was saved is safe. The details are in {path}."
        ).format(path=log)
    return _(
        "pmo-tui has a defect and had to stop. What was saved is safe. The details could not be written."
    )
