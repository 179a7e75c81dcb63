"""The log of failures: tracebacks for the programmers, without the values they worked on, for this account alone."""

from __future__ import annotations

import os
from pathlib import Path

from pmo_tui.settings.places import log_file

LARGEST = 1_000_000
"""A log that has grown beyond so many bytes is begun anew."""


def record(error: BaseException | None) -> Path:
    """Add an error's traceback to the log and give its path. Raises OSError where it can't be written."""
    import platform
    import time
    from traceback import format_exception

    from pmo_tui import __version__

    path = log_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists() and path.stat().st_size > LARGEST:
        path.unlink()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8", errors="replace") as file:
        os.fchmod(file.fileno(), 0o600)
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        file.write(f"{moment} pmo-tui {__version__}, Python {platform.python_version()}\n")
        file.write("".join(format_exception(error) if error else ["no traceback\n"]) + "\n")
    return path
