"""List changes: what is added to a list of many projects and taken away from it, the rest of each staying as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.spellings import SEPARATORS
from pmo_tui.domain.text import fold
from pmo_tui.domain.typed import in_quotes, items, read

CHANGED = frozenset({Kind.TAGS, Kind.REFERENCES})
"""The kinds of lists to which one can add, and from which one can take."""

_SIGN = "[+\\-−]"


@dataclass(frozen=True, slots=True)
class ListChange:
    """Items to add to a list, and items to take from it."""

    field: Field
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def of(self, before: Value) -> Value:
        """Give a list as it is after the change."""
        items = before if isinstance(before, tuple) else ()
        gone, there = set(map(fold, self.removed)), set(map(fold, items))
        stay = tuple(item for item in items if fold(item) not in gone)
        return kept(self.field, (*stay, *(item for item in self.added if fold(item) not in there)))

    def __str__(self) -> str:
        """Give the change as one types it."""
        changes = [*(("+", item) for item in self.added), *(("-", item) for item in self.removed)]
        return ", ".join(sign + in_quotes(item, ",;") for sign, item in changes)


def read_for_many(field: Field, text: str, today: date, point: str = ".") -> Value | ListChange:
    """Give the value that a text sets in many projects, or what it adds and takes away, as in `+urgent, -old`."""
    value = read(field, text, today, point)
    if field.kind not in CHANGED or not isinstance(value, tuple) or not re.match(rf"\s*{_SIGN}", text):
        return value
    # a comma parts changes of lists whose names may hold one, where a sign follows it
    found = list(items(text, rf"(?:[{SEPARATORS[field.kind]}]|,(?=\s*{_SIGN}))", f"{_SIGN}?"))
    if not all(sign for sign, _item in found):
        raise Refusal(N_("Write + or - before every one, or before none: “{text}”."), text=text)
    added = kept(field, tuple(item for sign, item in found if sign == "+"))
    removed = kept(field, tuple(item for sign, item in found if sign != "+"))
    assert isinstance(added, tuple)
    assert isinstance(removed, tuple)
    return ListChange(field, added, removed)
