"""Decks: what is drawn from in any order, but the same thing again only once all others have come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from random import Random
from typing import Generic, TypeVar

Card = TypeVar("Card")


class Deck(Generic[Card]):
    """Cards that are shuffled anew when all have been drawn; nobody gets one twice, as long as there are others."""

    def __init__(self, random: Random, cards: Sequence[Card]) -> None:
        self._random = random
        self._cards = list(cards)
        self._left: list[int] = []
        self._had: dict[str, set[int]] = defaultdict(set)

    def draw(self, whom: str) -> Card:
        """Give the next card that somebody has not had, or the next at all where they had each."""
        mine = self._had[whom]
        if mine.issuperset(self._left):
            self._left += self._random.sample(range(len(self._cards)), len(self._cards))
        place = next((number for number, card in enumerate(self._left) if card not in mine), 0)
        card = self._left.pop(place)
        mine.add(card)
        return self._cards[card]
