"""Keys as they come from a terminal, in one piece or torn by the line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from screens.terminal import keyboard
from screens.terminal.keyboard import Keyboard

KEYS = {
    "\x1b[A": "up",
    "\x1b[6~": "pagedown",
    "j": "j",
    ":": "colon",
    "\x1bOP": "f1",
    "\r": "enter",
    "é": "é",
}


def keys(*pieces: str) -> list[str]:
    """Feed pieces and name the keys that they mean."""
    parser = Keyboard()
    return [event.key for piece in pieces for event in parser.feed(piece) if isinstance(event, Key)]


@pytest.mark.parametrize("key", [":", "j", "q", "\r", "é", "1"])
def test_escape_and_a_key_in_one_breath_are_two_keys(key: str):
    assert keys("\x1b" + key)[0] == "escape"
    assert len(keys("\x1b" + key)) == 2
    assert keys("\x1b", key) == keys("\x1b" + key)


def test_a_lone_escape_comes_when_nothing_follows(monkeypatch: pytest.MonkeyPatch):
    now = [0.0]
    monkeypatch.setattr(keyboard, "monotonic", lambda: now[0])
    parser = Keyboard()
    assert list(parser.feed("\x1b")) == []
    assert list(parser.tick()) == []
    now[0] = 10.0
    assert [event.key for event in parser.tick() if isinstance(event, Key)] == ["escape"]
    assert list(parser.tick()) == []


@given(st.lists(st.sampled_from(sorted(KEYS)), max_size=8), st.data())
def test_sequences_torn_by_the_line_mean_the_same(typed: list[str], data: st.DataObject):
    text = "".join(typed)
    at = data.draw(st.integers(0, len(text)))
    torn = [piece for piece in (text[:at], text[at:]) if piece]
    assert keys(*torn) == [KEYS[key] for key in typed]


PASTED = "AAA \x1b[31mBBB\x1b[0m\tCCC\nDDD\x1b"


def meant(*pieces: str) -> list[str]:
    """Feed pieces and name the keys and the pasted texts that they mean."""
    parser = Keyboard()
    events = [event for piece in pieces for event in parser.feed(piece)]
    return [event.key if isinstance(event, Key) else getattr(event, "text", "") for event in events]


@given(st.lists(st.integers(0, 80), max_size=4))
def test_a_pasted_text_is_one_text_however_it_is_torn(places: list[int]):
    text = f"j\x1b[200~{PASTED}\x1b[201~k\x1b[A"
    ends = [0, *sorted(min(place, len(text)) for place in places), len(text)]
    pieces = [text[start:end] for start, end in pairwise(ends) if start < end]
    assert meant(*pieces) == ["j", PASTED, "k", "up"]


def test_line_ends_of_a_pasted_text_are_line_feeds():
    [event] = Keyboard().feed("\x1b[200~a\rb\r\nc\nd\x1b[201~")
    assert isinstance(event, Paste)
    assert event.text == "a\nb\nc\nd"


def test_what_looked_like_a_paste_and_stays_unfinished_is_heard_in_the_end(monkeypatch: pytest.MonkeyPatch):
    now = [0.0]
    monkeypatch.setattr(keyboard, "monotonic", lambda: now[0])
    parser = Keyboard()
    assert list(parser.feed("\x1b[2")) == []
    now[0] = 10.0
    assert list(parser.tick()) == []
    assert [event.key for event in parser.feed("4~") if isinstance(event, Key)] == ["f12"]


def test_a_paste_whose_end_never_comes_is_heard_after_a_while_and_keys_are_keys_again(
    monkeypatch: pytest.MonkeyPatch,
):
    now = [0.0]
    monkeypatch.setattr(keyboard, "monotonic", lambda: now[0])
    parser = Keyboard()
    assert list(parser.feed("\x1b[200~abc")) == []
    now[0] = 1.5
    assert [*parser.tick(), *parser.feed("d")] == []
    now[0] = 3.0
    assert list(parser.tick()) == [], "for something has come meanwhile"
    now[0] = 10.0
    [pasted] = parser.tick()
    assert isinstance(pasted, Paste)
    assert pasted.text == "abcd"
    assert [event.key for event in parser.feed("j\x1b[201~k") if isinstance(event, Key)] == ["j", "k"]
