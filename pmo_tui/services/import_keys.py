"""Keys of an import: which project a row means, and whether another row of the file means the same."""

from __future__ import annotations

from collections.abc import Iterable

from db import imports as kept
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.text import fold
from pmo_tui.transfer.notes import Note, note
from pmo_tui.transfer.rows import Row

_EMPTY = N_("The key “{key}” is empty: without it the project can't be found again.")
_AMBIGUOUS = N_("Several projects have “{value}” as {key}: it doesn't say which is meant.")
_AGAIN = N_("“{value}” as {key} stands in row {row} already: only that row is taken.")


class Index:
    """Projects by one of their values: exactly, or without case and accents where that is unambiguous."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._folded: dict[str, list[int]] = {}
        for value, key in pairs:
            self._exact.setdefault(value, []).append(key)
            self._folded.setdefault(fold(value), []).append(key)

    def find(self, value: str) -> list[int]:
        """Give the keys of the projects that a value means; several where it leaves that open."""
        return self._exact.get(value) or self._folded.get(fold(value), [])


class Keys:
    """Finds the project of each row by the map's key; a row without a code is found by its name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.codes = {key: code for code, key in kept.codes()}
        self._by_code = Index((code, key) for key, code in self.codes.items())
        self._by_name: Index | None = None
        self._by_own = Index(kept.own_values(name)) if name not in {"code", "name"} else None
        self._rows: dict[str | int, int] = {}

    def find(self, row: Row) -> int | Note | None:
        """Give the key of the project that a row means, None where it is new, or why that can't be said."""
        name = self.name
        value = row.values.get(name)
        if value is None and name == "code":
            name, value = "name", row.values.get("name")
        if value is None:
            return note(_EMPTY, key=name)
        text = str(value)
        found = self._index(name).find(text)
        if len(found) > 1:
            return note(_AMBIGUOUS, value=text, key=name)
        first = self._rows.setdefault(found[0] if found else f"{name}\n{fold(text)}", row.record.number)
        if first != row.record.number:
            return note(_AGAIN, value=text, key=name, row=first)
        return found[0] if found else None

    def _index(self, name: str) -> Index:
        """Give the projects by the field that is the key."""
        if name == "code":
            return self._by_code
        if name == "name":
            self._by_name = self._by_name or Index(kept.names())
            return self._by_name
        assert self._by_own is not None
        return self._by_own

    def taken(self, code: str, by: int | None) -> bool:
        """Tell whether another project than `by` has a code, case and accents ignored."""
        return any(key != by for key in self._by_code.find(code))

    def listed(self) -> set[int]:
        """Give the keys of the projects that the file names."""
        return {key for key in self._rows if isinstance(key, int)}

    def missing(self) -> tuple[str, ...]:
        """Give the codes of the projects that could be in the file and aren't."""
        listed = self.listed()
        own = None if self._by_own is None else {key for _value, key in kept.own_values(self.name)}
        return tuple(
            code for key, code in self.codes.items() if key not in listed and (own is None or key in own)
        )
