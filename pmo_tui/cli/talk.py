"""What goes out: data to stdout, talk to stderr, and no control character to either."""

from __future__ import annotations

import io
import os
import sys

from pmo_tui.domain.text import clean, clean_line

NARROWEST = 40


def prepare() -> None:
    """Make both streams able to say everything: what goes into a file or a pipe is UTF-8, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def put(text: str) -> None:
    """Write data to stdout as it is, but for control characters."""
    sys.stdout.write(clean(text))


def tell(text: str) -> None:
    """Say a sentence on stderr, after all data that was put before it."""
    sys.stdout.flush()
    sys.stderr.write(clean(text) + "\n")
    sys.stderr.flush()


def line(text: str) -> str:
    """Give a text as one clean line, line feeds as spaces."""
    return clean_line(text.replace("\n", " "))


def width() -> int | None:
    """Give the width of the terminal that stdout is, None where it is a file or a pipe."""
    if not sys.stdout.isatty():
        return None
    return max(NARROWEST, columns())


def columns() -> int:
    """Give the columns of the terminal, 80 where it does not tell."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80


def mute() -> None:
    """Send what is still to be written nowhere: its reader has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass  # a stream without a number, as in a test, has nobody to disturb
    finally:
        os.close(nowhere)
