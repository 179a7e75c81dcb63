"""Decks: what is drawn from in any order, but the same thing again only once all others have come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Generic, TypeVar

Card = TypeVar("Card")


class Deck(Generic[Card]):
    """Cards that are shuffled anew when all have been drawn."""

    def __init__(self, random: Random, cards: Sequence[Card]) -> None:
        self._random = random
        self._cards = list(cards)
        self._left: list[Card] = []

    def draw(self, suits: Callable[[Card], bool] = lambda _card: True) -> Card:
        """Give the next card that suits, or the next at all where none does."""
        if not any(map(suits, self._left)):
            self._left += self._random.sample(self._cards, len(self._cards))
        place = next((number for number, card in enumerate(self._left) if suits(card)), 0)
        return self._left.pop(place)
