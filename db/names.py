"""Names: which id a phase, programme, objective or person has, and the other way round."""

from __future__ import annotations

from db import sql
from db.keepers import KEEPERS
from pmo_tui.domain.text import fold


class Names:
    """The names of one kind of thing, read once; exact names win over folded ones."""

    def __init__(self, entity: str) -> None:
        table = KEEPERS[entity].table
        rows = sql.ask(f'SELECT id, name FROM "{table}" ORDER BY id')
        self.by_id: dict[int, str] = dict(rows)
        self._exact = {name: id_ for id_, name in rows}
        self._folded: dict[str, int | None] = {}
        for id_, name in rows:
            key = fold(name)
            self._folded[key] = (
                None if key in self._folded else id_
            )  # two that fold alike are told apart exactly

    def find(self, name: str) -> int | None:
        """Give the id of the thing called `name`, case and accents ignored where that is unambiguous."""
        return self._exact.get(name) or self._folded.get(fold(name))

    def add(self, name: str, id_: int) -> None:
        """Take note of a thing that was made since the names were read."""
        self.by_id[id_] = name
        self._exact[name] = id_
        self._folded.setdefault(fold(name), id_)


class Directory:
    """The names of all kinds that fields refer to, each read when it is first asked for."""

    def __init__(self) -> None:
        self._names: dict[str, Names] = {}

    def of(self, entity: str) -> Names:
        """Give the names of one kind: phase, programme, objective or person."""
        if entity not in self._names:
            self._names[entity] = Names(entity)
        return self._names[entity]
