"""Files as this program writes them: whole or not at all, and what stands there keeps its kind and its rights."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

PRIVATE, COMMON = 0o600, 0o666
"""Rights of a new file: this account's alone, or what the umask leaves of everyone's."""


def write_whole(path: Path, content: bytes, *, rights: int = COMMON) -> None:
    """Write a file whole or not at all. Raises OSError, and then what was there is as it was."""
    prepared = Prepared(path, content, rights=rights)
    try:
        prepared.publish()
    except BaseException:
        prepared.forget()
        raise


class Prepared:
    """A file written beside its place, to be moved there or forgotten; `place` is where the content lies now.

    A link is followed. What is no file, such as a pipe, a terminal or /dev/null, can't be replaced: it is written
    to at once.
    """

    def __init__(self, path: Path, content: bytes, *, rights: int = COMMON) -> None:
        self.place = self._target = os.fspath(path)
        old = _mode(self.place)
        self._moves = old is None or stat.S_ISREG(old)
        if not self._moves:
            with open(self.place, "wb") as file:  # noqa: PTH123 - pathlib would add nothing
                file.write(content)
            return
        self._target = os.path.realpath(
            self.place
        )  # Path.resolve has an error of its own for links in a ring
        if old is not None and not os.access(self._target, os.W_OK):
            raise PermissionError(13, os.strerror(13), self.place)
        self.place = _beside(self._target)
        # The name can't be foreseen and must be free: a link laid out in a shared folder is never written through.
        # For a new file the system takes the umask off; reading that by hand would change it for all threads.
        handle = os.open(
            self.place,
            os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC,
            PRIVATE if old is not None else rights,
        )
        try:
            with os.fdopen(handle, "wb") as file:
                if old is not None:
                    os.fchmod(file.fileno(), stat.S_IMODE(old) & 0o777)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            self.forget()
            raise

    def publish(self) -> None:
        """Move it to its place. Raises OSError where that fails; then it is still where it was."""
        if self._moves:
            os.replace(self.place, self._target)  # noqa: PTH105
            self._moves, self.place = False, self._target

    def forget(self) -> None:
        """Take away what was not yet moved."""
        if self._moves:
            self._moves = False
            with suppress(OSError):  # what stays does no harm but take room
                os.unlink(self.place)  # noqa: PTH108


def _mode(place: str) -> int | None:
    """Give the kind and the rights of what stands there, behind all links; None where nothing does."""
    try:
        return os.stat(place).st_mode  # noqa: PTH116
    except FileNotFoundError:
        return None


def _beside(target: str) -> str:
    """Give a name in the same folder; it is short, as the target's own may be as long as names can be."""
    return os.path.join(os.path.dirname(target), f".pmo-tui-{os.urandom(8).hex()}.new")  # noqa: PTH118, PTH120
