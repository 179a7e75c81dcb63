"""The guard: whatever happens below ends in an exit code and at most one sentence, never in a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

from pmo_tui.cli import talk
from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, say, system

DONE, REFUSED, MISUSED = 0, 1, 2
INTERRUPTED = 130
UNREAD = 141
"""As the shell tells of a program that a closed pipe has ended."""


def guarded(work: Callable[[], int]) -> int:
    """Run `work` and give the exit code, its own or that of what went wrong."""
    try:
        code = work()
        sys.stdout.flush()
    except Refusal as refusal:
        return _refused(say(refusal))
    except SystemExit as leaving:  # how argparse ends, after it has spoken
        return leaving.code if isinstance(leaving.code, int) else DONE
    except KeyboardInterrupt:
        talk.tell(_("Interrupted: what was not finished has changed nothing."))
        return INTERRUPTED
    except BrokenPipeError:
        talk.mute()
        return UNREAD
    except OSError as error:
        return _failed_file(error)
    except Exception as error:  # noqa: BLE001 - the last guard before the person
        return _unexpected(error)
    return code


def _refused(sentence: str) -> int:
    """Say why it was refused."""
    try:
        talk.tell(sentence)
    except OSError:
        talk.mute()  # stdout can't be written, which may be what is being told
    return REFUSED


def _failed_file(error: OSError) -> int:
    """Say which file can't be read or written; another failure of the system is unexpected."""
    reason = system(error.strerror or error)
    if error.filename:
        return _refused(
            _("{file}: {reason}.").format(file=talk.line(os.fsdecode(error.filename)), reason=reason)
        )
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}:
        talk.mute()
        return _refused(_("The output can't be written: {reason}.").format(reason=reason))
    return _unexpected(error)


def _unexpected(error: Exception) -> int:
    """Write the traceback into the log and say in one sentence where it is."""
    try:
        from pmo_tui.settings.failures import record

        where = record(error)
    except OSError:
        return _refused(_("Something unexpected went wrong ({kind}).").format(kind=type(error).__name__))
    return _refused(
        _("Something unexpected went wrong ({kind}); {path} tells the programmers where.").format(
            kind=type(error).__name__, path=where
        )
    )
