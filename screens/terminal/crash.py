"""Crashes: a defect gives the person one sentence; the traceback goes to a file that only they can read."""

from __future__ import annotations

from pmo_tui.settings.failures import record
from pmo_tui.words import _


def sentence(error: BaseException | None) -> str:
    """Add an error to the log of failures and give what the person reads."""
    try:
        log = record(error)
    except OSError:
        return _(
            "pmo-tui has a defect and had to stop. What was saved is safe. The details could not be written."
        )
    return _(
        "pmo-tui has a defect and had to stop. What was saved is safe. The details are in {path}."
    ).format(path=log)
