"""Letters: the bytes that a terminal sends, read as text whatever they are."""

from __future__ import annotations

import codecs
from time import monotonic

from textual import constants

_STRAY = "pmo-stray"


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not of the line's encoding as a terminal that knows no UTF-8 means them."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_STRAY, _stray)


class Letters:
    """Reads bytes in the encoding of the line; a stray one is a letter too, and none is an error."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)(_STRAY)
        self._since = 0.0

    def read(self, data: bytes) -> str:
        """Give the letters that the next bytes complete."""
        self._since = monotonic()
        return self._decoder.decode(data)

    def tick(self) -> str:
        """Give a letter that was begun and has not been completed for a while: its bytes stand for themselves."""
        begun = bool(self._decoder.getstate()[0])
        if begun and monotonic() - self._since >= constants.ESCAPE_DELAY:
            return self._decoder.decode(b"", final=True)
        return ""
