"""Notes: sentences about a file, kept as a template and its values until they are shown in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence: `message` is an English template and the key of its translations, `values` fill it."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Give the sentence in English, for logs and tests."""
        return self.message.format(**self.values)


def note(message: str, **values: object) -> Note:
    """Make a note out of a message marked with `N_` and the values that fill it."""
    return Note(message, values)


def short(text: str, length: int = 60) -> str:
    """Give `text` on one line and short enough to stand inside a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
