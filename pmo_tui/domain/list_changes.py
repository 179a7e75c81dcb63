"""List changes: what is added to a list of many projects and taken away from it, the rest of each staying as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold
from pmo_tui.domain.typed import read

CHANGED = frozenset({Kind.TAGS, Kind.REFERENCES})
"""The kinds of lists to which one can add, and from which one can take."""


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
        return ", ".join([*(f"+{item}" for item in self.added), *(f"-{item}" for item in self.removed)])


def read_for_many(field: Field, text: str, today: date) -> Value | ListChange:
    """Give the value that a text sets in many projects, or what it adds and takes away, as in `+urgent, -old`."""
    value = read(field, text, today)
    if field.kind not in CHANGED or not isinstance(value, tuple) or not _signed(text):
        return value
    items = [item.strip() for item in text.replace(";", ",").split(",") if item.strip()]
    if not all(map(_signed, items)):
        raise Refusal(N_("Write + or - before every one, or before none: “{text}”."), text=text)
    added, removed = (
        _read(field, [item[1:] for item in items if (item[0] == "+") is plus], today)
        for plus in (True, False)
    )
    return ListChange(field, added, removed)


def _signed(text: str) -> bool:
    """Tell whether a text begins with the sign that adds or takes away."""
    return text.lstrip()[:1] in {"+", "-", "−"}


def _read(field: Field, items: list[str], today: date) -> tuple[str, ...]:
    """Give items as they are kept."""
    value = read(field, ";".join(items), today)
    return value if isinstance(value, tuple) else ()
