"""The state of a form, without a screen: what is typed, what it means, what may be saved."""

from __future__ import annotations

from datetime import date
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import Health
from screens.forms.drawing import drawn
from screens.forms.fields import FormField
from screens.forms.keys import paste, press
from screens.forms.state import SAVE, FormState
from screens.glyphs import SAFE
from screens.shell.editing import Edit

TODAY = date(2026, 11, 23)
FIELDS = (
    FormField(Field("name", Kind.LINE, "Name"), "One", required=True),
    FormField(Field("about", Kind.TEXT, "About"), "One"),
    FormField(
        Field("who", Kind.REFERENCE, "Who", of="person"), "One", known=("Dupont", "Durand"), new="new person"
    ),
    FormField(Field("tags", Kind.TAGS, "Tags"), "One", known=("cloud", "sap")),
    FormField(Field("sum", Kind.MONEY, "Sum"), "Two"),
    FormField(Field("day", Kind.DATE, "Day"), "Two"),
    FormField(Field("health", Kind.HEALTH, "Health"), "Two", options=tuple(Health)),
    FormField(Field("sure", Kind.YES_NO, "Sure"), "Two", options=(True, False, None)),
    FormField(Field("links", Kind.LINKS, "Links"), "Two"),
)
MOVES = ["up", "down", "left", "right", "home", "end", "tab", "shift+tab", "enter", "pageup", "pagedown"]
EDITS = ["backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+k"]
KEYS = st.sampled_from([*MOVES, *EDITS])


def made(at: str = "name", **values: object) -> FormState:
    """Make a state."""
    return FormState(FIELDS, {"name": "ERP", **values}, TODAY, at=at)  # type: ignore[dict-item]


PASTED = "AAA \x1b[31mBBB\tCCC\nDDD"


def test_a_pasted_text_stays_one_text_in_its_field():
    state = made()
    state.type(Edit())
    paste(state, PASTED)
    assert state.entries["name"].edit.text == "AAA �[31mBBB CCC DDD"
    assert state.at == "name"
    state.go("about")
    paste(state, PASTED)
    assert state.entries["about"].edit.text == "AAA �[31mBBB\tCCC\nDDD"
    assert state.at == "about"


def typed(state: FormState, text: str) -> None:
    """Type a text."""
    for char in text:
        press(state, "space" if char == " " else char, char, 40)


def test_nothing_differs_at_the_start():
    state = made(day=TODAY, sum=123_450, tags=("a", "b"))
    assert state.changes() == {}
    assert state.texts() == {}


def test_what_is_typed_back_to_the_start_is_no_change():
    state = made()
    typed(state, "x")
    assert state.changes() == {"name": "ERPx"}
    press(state, "backspace", None, 40)
    assert state.changes() == {}


def test_the_first_letter_replaces_a_date_and_a_move_edits_it():
    state = made("day", day=TODAY)
    typed(state, "t")
    assert state.entries["day"].edit.text == "t"
    state = made("day", day=TODAY)
    press(state, "left", None, 40)
    typed(state, "0")
    assert state.entries["day"].edit.text == "2026-11-203"


def test_space_and_arrows_turn_through_the_options():
    state = made("sure")
    press(state, "space", " ", 40)
    assert state.value("sure") is True
    press(state, "right", None, 40)
    assert state.value("sure") is False
    typed(state, "y")
    assert state.value("sure") is False  # the words are those of the form, not letters of another language
    press(state, "backspace", None, 40)
    assert state.value("sure") is None


def test_health_takes_letters_of_both_languages():
    state = made("health")
    for letter, health in zip("garvo-", ("GREEN", "AMBER", "RED", "GREEN", "AMBER", "GREY"), strict=True):
        typed(state, letter)
        assert state.value("health") is Health[health]


def test_a_draft_brings_back_what_can_not_be_read_too():
    state = made()
    state.go("sum")
    typed(state, "much")
    again = made()
    again.take(state.texts())
    assert again.refusal("sum") is not None
    assert again.first_wrong() == "sum"


def test_the_cursor_never_leaves_the_form():
    state = made()
    for _step in range(30):
        state.move(1)
    assert state.at == SAVE
    for _step in range(30):
        state.move(-1)
    assert state.at == "name"


@given(
    st.lists(KEYS | st.characters(codec="utf-8"), max_size=40),
    st.sampled_from([(80, 20), (30, 5), (130, 10)]),
)
def test_no_keys_break_a_form(keys, size):
    state = made(about="one\ntwo", links=("https://example.org",))
    for key in keys:
        if len(key) > 1:
            press(state, key, None, 20)
        else:
            paste(state, key)
        assert state.at in state.stops()
        drawing = drawn(state, SAFE, *size)
        assert 0 <= drawing.first <= drawing.last < len(drawing.lines)


def test_a_very_long_text_is_still_typed_quickly():
    state = made("about", about="long words " * 20_000)
    typed(state, "x")
    drawn(state, SAFE, 80, 20)
    began = perf_counter()
    typed(state, "y")
    drawn(state, SAFE, 80, 20)
    assert perf_counter() - began < 2
