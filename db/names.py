"""Names: which id a phase, programme, objective or person has, and the other way round."""

from __future__ import annotations

from db import sql
from db.keepers import KEEPERS
from pmo_tui.domain.fields import Value
from pmo_tui.domain.text import fold

CALLED = {"project": ("code", "name"), "risk": ("code", "title")}
"""By which column things are called that are not called by their name, and by which else they are found."""


class Names:
    """The names of one kind of thing, read once; exact names win over folded ones."""

    def __init__(self, entity: str) -> None:
        self._table = KEEPERS[entity].table
        called: tuple[str, str | None] = CALLED.get(entity, ("name", None))
        column, self._also = called
        rows = sql.ask(f'SELECT id, "{column}" FROM "{self._table}" ORDER BY id')
        self.by_id: dict[int, str] = dict(rows)
        self._exact: dict[str, int] = {}
        self._folded: dict[str, int | None] = {}
        self._noted = False  # most who read need no name found

    def find(self, name: str) -> int | None:
        """Give the id of the thing called `name`, case and accents ignored where that is unambiguous."""
        self.note()
        return self._exact.get(name) or self._folded.get(fold(name))

    def note(self) -> None:
        """Take note of all that is there; what things are called comes before what else they are found by."""
        if self._noted:
            return
        self._noted = True
        for id_, name in self.by_id.items():
            self._exact[name] = id_
            self._fold(name, id_)
        if self._also is None:
            return
        called = set(self._folded)
        for id_, name in sql.ask(f'SELECT id, "{self._also}" FROM "{self._table}" ORDER BY id'):
            if fold(name) not in called:
                self._fold(name, id_)

    def _fold(self, name: str, id_: int) -> None:
        """Take note of a folded name; two that fold alike are told apart exactly."""
        key = fold(name)
        self._folded[key] = None if key in self._folded else id_

    def called(self, name: str) -> str:
        """Give the name as the thing itself is called, or as it is given where nothing is called so."""
        found = self.find(name)
        return name if found is None else self.by_id[found]

    def add(self, name: str, id_: int) -> None:
        """Take note of a thing."""
        self.note()
        self.by_id[id_] = name
        self._exact[name] = id_
        self._fold(name, id_)


class Directory:
    """The names of all kinds that fields refer to, each read when it is first asked for."""

    def __init__(self) -> None:
        self._names: dict[str, Names] = {}

    def of(self, entity: str) -> Names:
        """Give the names of one kind: phase, programme, objective or person."""
        if entity not in self._names:
            self._names[entity] = Names(entity)
        return self._names[entity]

    def called(self, entity: str, value: Value) -> Value:
        """Give the value of a field that refers to `entity` with names as the things are called; any other as it is."""
        if not entity:
            return value
        if isinstance(value, tuple):
            return tuple(sorted({self.of(entity).called(name) for name in value}))
        return self.of(entity).called(value) if isinstance(value, str) else value
