"""An arrangement: what was picked out of many and in which order, as a value; pure, no Textual here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that can be picked: its key, its words, a note, and the ways in which it can be picked, in turn."""

    key: str
    text: str
    note: str = ""
    ways: tuple[str, ...] = ("on",)


Picked = tuple[tuple[str, str], ...]
"""What was picked, in order: key and way."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All items, and those picked; the picked ones stand first, in their order, then the others in theirs."""

    items: tuple[Item, ...]
    picked: Picked = ()

    @property
    def rows(self) -> list[Item]:
        """The items as they are listed."""
        by_key = {item.key: item for item in self.items}
        ways = dict(self.picked)
        return [
            *(by_key[key] for key in ways if key in by_key),
            *(item for item in self.items if item.key not in ways),
        ]

    def way(self, key: str) -> str:
        """Give how an item was picked, "" where it was not."""
        return dict(self.picked).get(key, "")

    def place(self, key: str) -> int:
        """Give the place of a picked item, from 1; 0 where it was not picked."""
        keys = [key for key, _way in self.picked]
        return keys.index(key) + 1 if key in keys else 0

    def toggled(self, key: str) -> Arrangement:
        """Pick an item as the last one, or in its next way, or no longer after its last way."""
        ways = next(item.ways for item in self.items if item.key == key)
        now = self.way(key)
        if not now:
            return replace(self, picked=(*self.picked, (key, ways[0])))
        following = dict(pairwise(ways)).get(now)
        if following is None:
            return replace(self, picked=tuple(pair for pair in self.picked if pair[0] != key))
        return replace(self, picked=tuple((k, following) if k == key else (k, way) for k, way in self.picked))

    def moved(self, key: str, step: int) -> Arrangement:
        """Move a picked item by so many places; what was not picked has none."""
        at = self.place(key) - 1
        if at < 0:
            return self
        pairs = list(self.picked)
        pair = pairs.pop(at)
        pairs.insert(max(0, min(at + step, len(pairs))), pair)
        return replace(self, picked=tuple(pairs))


def arranged(items: Sequence[Item], picked: Sequence[tuple[str, str]]) -> Arrangement:
    """Give an arrangement in which the picked keys that are known stand first."""
    known = {item.key for item in items}
    return Arrangement(tuple(items), tuple(pair for pair in dict(picked).items() if pair[0] in known))
