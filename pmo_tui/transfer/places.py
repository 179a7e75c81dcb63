"""Places in a TOML file: what stands under a key, or a refusal with the file, the key and the nearest known key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pmo_tui.domain.checks import LONGEST_LINE, LONGEST_TEXT
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line, kept_text, nearest

FAULT = N_("“{file}”: {key}: {why}")
"""What is wrong under a key, as a sentence that knows neither file nor key."""


@dataclass(frozen=True, slots=True)
class Place:
    """One table of a file, with the file's name and the path that leads to it, for the sentences."""

    file: str
    where: str
    tree: Mapping[str, Any]

    def path(self, key: str) -> str:
        """Give the full name of a key in this table, as TOML writes it."""
        return ".".join(part for part in (self.where, key) if part)

    def wrong(self, key: str, message: str, **values: object) -> Refusal:
        """Make the refusal of what stands under a key."""
        return Refusal(message, file=self.file, key=self.path(key), **values)

    def only(self, known: AbstractSet[str]) -> None:
        """Refuse a key that isn't one of `known`, naming the nearest that is."""
        for key in self.tree:
            self.check_known("", key, sorted(known))

    def check_known(self, key: str, word: str, known: Sequence[str]) -> None:
        """Refuse a word that isn't one of `known`, naming the nearest that is."""
        if word in known:
            return
        near = nearest(word, list(known))
        at = self.path(key or word)
        if near:
            message = N_("“{file}”: {key}: “{word}” is unknown. Did you mean “{near}”?")
            raise Refusal(message, file=self.file, key=at, word=word, near=near)
        message = N_("“{file}”: {key}: “{word}” is unknown. Known: {known}.")
        raise Refusal(message, file=self.file, key=at, word=word, known=", ".join(known))

    def table(self, key: str) -> Place:
        """Give the table under a key, an empty one where there is none."""
        found = self.tree.get(key, {})
        if not isinstance(found, Mapping):
            raise self.wrong(key, N_("“{file}”: {key} must be a table, written as [{key}]."))
        return Place(self.file, self.path(key), found)

    def place(self, key: str) -> Place:
        """Give the table under a key; what is no table stands for one that names its column."""
        found = self.tree[key]
        return Place(self.file, self.path(key), found if isinstance(found, Mapping) else {"column": found})

    def text(self, key: str, default: str = "") -> str:
        """Give the text under a key."""
        found = self.tree.get(key, default)
        if not isinstance(found, str):
            raise self.wrong(key, N_("“{file}”: {key} must be a text in quotation marks."))
        return found

    def line(self, key: str, default: str = "") -> str:
        """Give the text under a key as one line is kept."""
        return self._short(key, kept_line(self.text(key, default)), LONGEST_LINE)

    def lines(self, key: str) -> tuple[str, ...]:
        """Give the list of texts under a key, each as one line is kept; those that hold nothing are left out."""
        kept = (self._short(key, kept_line(text), LONGEST_LINE) for text in self.texts(key) or ())
        return tuple(filter(None, kept))

    def prose(self, key: str) -> str | None:
        """Give the text under a key as several lines are kept; None where there is nothing."""
        return self._short(key, kept_text(self.text(key)), LONGEST_TEXT) or None

    def _short(self, key: str, text: str, most: int) -> str:
        """Give a text, or refuse it where it is too long to be kept."""
        if len(text) > most:
            raise self.wrong(key, N_("“{file}”: {key} is too long: at most {most} characters."), most=most)
        return text

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Give the list of texts under a key, one text standing for a list of one; None where there is no key."""
        found = self.tree.get(key)
        if found is None:
            return None
        listed = [found] if isinstance(found, str) else found
        if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
            raise self.wrong(key, N_('“{file}”: {key} must be a list of texts, written as ["…", "…"].'))
        return tuple(listed)

    def one_of(self, key: str, known: Sequence[str], default: str) -> str:
        """Give the word under a key, which must be one of `known`."""
        word = self.text(key, default)
        self.check_known(key, word, known)
        return word

    def flag(self, key: str) -> bool:
        """Give the yes or no under a key."""
        found = self.tree.get(key, False)
        if not isinstance(found, bool):
            raise self.wrong(key, N_("“{file}”: {key} must be true or false."))
        return found

    def number(self, key: str) -> Decimal:
        """Give the positive number under a key, 1 where there is none."""
        found = self.tree.get(key, 1)
        if isinstance(found, bool) or not isinstance(found, int | Decimal) or not found > 0:
            raise self.wrong(key, N_("“{file}”: {key} must be a number above 0, such as 1_000_000."))
        return Decimal(found)

    def scalar(self, key: str) -> str | None:
        """Give the text, number, date or yes/no under a key as the text of a cell; None where there is no key."""
        found = self.tree.get(key)
        if isinstance(found, Mapping | list):
            raise self.wrong(key, N_("“{file}”: {key} must be one value."))
        return None if found is None else _cell(found)

    def scalars(self) -> Iterator[tuple[str, str]]:
        """Walk the pairs of this table as texts of cells."""
        for key in self.tree:
            yield key, self.scalar(key) or ""

    def whole(self, key: str) -> int | None:
        """Give the whole number under a key, None where there is none."""
        found = self.tree.get(key)
        if found is not None and (isinstance(found, bool) or not isinstance(found, int)):
            raise self.wrong(key, N_("“{file}”: {key} must be a whole number."))
        return found

    def needed(self, key: str) -> str:
        """Give the line under a key that must be there."""
        found = self.line(key)
        if not found:
            raise self.wrong(key, N_("“{file}”: {key} is missing."))
        return found

    def entries(self, key: str) -> Iterator[Place]:
        """Walk the tables listed under a key, each with its number in the path."""
        found = self.tree.get(key, [])
        if not isinstance(found, list) or not all(isinstance(entry, Mapping) for entry in found):
            raise self.wrong(key, N_("“{file}”: {key} must be a list of tables, each written as [[{key}]]."))
        for number, entry in enumerate(found, 1):
            yield Place(self.file, f"{self.path(key)}[{number}]", entry)


def _cell(value: object) -> str:
    """Give a TOML value as the text of a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
