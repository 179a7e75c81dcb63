"""The decks of the demo: all cards come before one comes again, and nobody gets one twice while there are others."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.demo.decks import Deck


@given(st.integers(1, 20), st.integers(0, 99), st.data())
def test_nobody_has_a_card_twice_as_long_as_there_are_others(number: int, seed: int, data: st.DataObject):
    deck = Deck(Random(seed), range(number))
    drawn: dict[str, list[int]] = {"ann": [], "bob": [], "eve": []}
    for whom in data.draw(st.lists(st.sampled_from(sorted(drawn)), max_size=60)):
        if len(drawn[whom]) < number:
            drawn[whom].append(deck.draw(whom))
    assert all(len(set(cards)) == len(cards) for cards in drawn.values())


@given(st.integers(1, 20), st.integers(0, 99))
def test_all_cards_come_before_one_comes_again(number: int, seed: int):
    deck = Deck(Random(seed), range(number))
    assert sorted(deck.draw(str(place)) for place in range(number)) == list(range(number))


def test_who_had_each_card_gets_one_again():
    deck = Deck(Random(1), ["only"])
    assert [deck.draw("ann"), deck.draw("ann")] == ["only", "only"]
