"""Letters as they come from a terminal, of whatever encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.terminal import letters
from screens.terminal.letters import Letters


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_letters_torn_by_the_line_stay_whole(text: str, data: st.DataObject):
    sent = text.encode()
    at = data.draw(st.integers(0, len(sent)))
    heard = Letters()
    assert heard.read(sent[:at]) + heard.read(sent[at:]) == text


@given(st.binary(), st.sampled_from(["utf-8", "ascii", "latin-1", "euc-jp", "gb18030"]))
def test_no_byte_is_an_error(sent: bytes, encoding: str):
    heard = Letters(encoding)
    heard.read(sent)
    heard.read(b"")


def test_a_letter_of_another_encoding_comes_when_nothing_completes_it(monkeypatch: pytest.MonkeyPatch):
    now = [0.0]
    monkeypatch.setattr(letters, "monotonic", lambda: now[0])
    heard = Letters()
    assert heard.read(b"\xe9") == ""
    assert heard.tick() == ""
    now[0] = 10.0
    assert heard.tick() == "é"
    assert heard.tick() == ""
    assert heard.read(b"\xe9t\xe9s\x80") == "étés€"


def test_the_encoding_of_the_line_is_read():
    assert Letters("latin-1").read("Ã©".encode("latin-1")) == "Ã©"
