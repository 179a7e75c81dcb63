"""Keepers: how the facts of each kind of thing are laid into tables and read back, for the door and the journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from db.keepers import portfolio, projects
from db.keepers.base import Keeper


class _Keepers(Mapping[str, Keeper]):
    """The keeper of each entity that the journal knows, by its name there.

    Those of the register come when one of them is first asked for: who asks for projects alone starts sooner.
    """

    def __init__(self) -> None:
        self._keepers = {keeper.entity: keeper for keeper in (*portfolio.KEEPERS, *projects.KEEPERS)}
        self._to_come = ["risks", "raid"]

    def __getitem__(self, entity: str) -> Keeper:
        while entity not in self._keepers and self._to_come:
            self._come()
        return self._keepers[entity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Keeper]:
        """Give every keeper, with those that had not come yet."""
        while self._to_come:
            self._come()
        return self._keepers

    def _come(self) -> None:
        """Take in the keepers of the next module."""
        module = import_module(f"{__name__}.{self._to_come[0]}")
        self._keepers.update({keeper.entity: keeper for keeper in module.KEEPERS})
        del self._to_come[0]


KEEPERS = _Keepers()
