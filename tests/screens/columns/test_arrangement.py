"""Arrangements: what is picked stands first and in order."""

from __future__ import annotations

from screens.columns.arrangement import Item, arranged

ITEMS = [Item(name, name.title()) for name in ("code", "name", "budget", "health")]


def keys(arrangement):
    return [item.key for item in arrangement.rows]


def test_what_is_picked_stands_first_in_its_order():
    assert keys(arranged(ITEMS, [("health", "on"), ("code", "on")])) == ["health", "code", "name", "budget"]


def test_what_is_unknown_is_forgotten():
    assert arranged(ITEMS, [("gone", "on"), ("name", "on")]).picked == (("name", "on"),)


def test_picking_adds_at_the_end_and_again_takes_away():
    now = arranged(ITEMS, [("name", "on")]).toggled("budget")
    assert now.picked == (("name", "on"), ("budget", "on"))
    assert now.toggled("name").picked == (("budget", "on"),)


def test_an_item_goes_through_its_ways():
    items = [Item("score", "Score", ways=("down", "up"))]
    now = arranged(items, []).toggled("score")
    assert now.way("score") == "down"
    now = now.toggled("score")
    assert now.way("score") == "up"
    assert now.toggled("score").picked == ()


def test_moving_stays_among_what_is_picked():
    now = arranged(ITEMS, [("code", "on"), ("name", "on"), ("budget", "on")])
    assert keys(now.moved("budget", -1))[:3] == ["code", "budget", "name"]
    assert keys(now.moved("budget", 1))[:3] == ["code", "name", "budget"]
    assert now.moved("code", -1) == now
    assert now.moved("health", 1) == now


def test_the_place_counts_from_one():
    now = arranged(ITEMS, [("name", "on"), ("code", "on")])
    assert [now.place(key) for key in ("name", "code", "budget")] == [1, 2, 0]
