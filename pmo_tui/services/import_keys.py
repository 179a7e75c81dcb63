"""Keys of an import: which thing a row means, and whether another row of the file means the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from db import imports as kept
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.refusal import N_
from pmo_tui.domain.text import fold
from pmo_tui.services.import_kinds import Importable, names
from pmo_tui.transfer.notes import Note, note
from pmo_tui.transfer.rows import Row

_EMPTY = N_("The key “{key}” is empty: without it the row can't be found again.")
_AMBIGUOUS = N_("Several have “{value}” as {key}: it doesn't say which is meant.")
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


class Meant(NamedTuple):
    """The project that a row means: by which field and value, and its key where it is there already."""

    field: str
    value: str
    key: int | None

    @property
    def same(self) -> str | int:
        """What is equal for all rows that mean the same project."""
        return f"{self.field}\n{fold(self.value)}" if self.key is None else self.key


class Keys:
    """Finds the project of each row by the map's key; a row without a code is found by its name."""

    def __init__(self, kind: Importable, name: str) -> None:
        self.name = name
        self._kind = kind
        self._title = kind.catalogue().title
        self.codes = {key: code for code, key in kind.keys_by_code().items()}
        self._by_code = Index((code, key) for key, code in self.codes.items())
        self._by_name: Index | None = None
        self._by_own = Index(kept.own_values(name)) if name not in {"code", self._title} else None
        self._rows: dict[str | int, int] = {}
        self._listed: set[int] = set()

    def find(self, row: Row) -> Meant | Note:
        """Give the project that a row means, or why that can't be said."""
        name, value = self._key(row.values)
        if value is None:
            return note(_EMPTY, key=name)
        text = str(value)
        found = self._index(name).find(text)
        if len(found) > 1:
            return note(_AMBIGUOUS, value=text, key=name)
        self._listed.update(found)
        return Meant(name, text, found[0] if found else None)

    def there(self, values: Values) -> bool:
        """Tell whether a project is there that these values mean."""
        name, value = self._key(values)
        return value is not None and bool(self._index(name).find(str(value)))

    def _key(self, values: Values) -> tuple[str, Value]:
        """Give the field by which these values mean a project, and its value."""
        if self.name == "code" and values.get("code") is None:
            return self._title, values.get(self._title)
        return self.name, values.get(self.name)

    def again(self, meant: Meant) -> Note | None:
        """Say that an earlier row was taken for the same project, None where none was."""
        first = self._rows.get(meant.same)
        return None if first is None else note(_AGAIN, value=meant.value, key=meant.field, row=first)

    def take(self, meant: Meant, row: int) -> None:
        """Hold that a row is taken for a project; one that is rejected leaves it to a later row."""
        self._rows[meant.same] = row

    def _index(self, name: str) -> Index:
        """Give the projects by the field that is the key."""
        if name == "code":
            return self._by_code
        if name == self._title:
            self._by_name = self._by_name or Index(names(self._kind))
            return self._by_name
        assert self._by_own is not None
        return self._by_own

    def taken(self, code: str, by: int | None) -> bool:
        """Tell whether another project than `by` has a code, case and accents ignored."""
        return any(key != by for key in self._by_code.find(code))

    def missing(self) -> dict[str, str]:
        """Give the things that could be in the file and aren't: their names by their codes."""
        own = None if self._by_own is None else {key for _value, key in kept.own_values(self.name)}
        called = {key: name for name, key in names(self._kind)}
        return {
            code: called.get(key, "")
            for key, code in self.codes.items()
            if key not in self._listed and (own is None or key in own)
        }
