"""The keys of a form: what each does to its state; no Textual here."""

from __future__ import annotations

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.spellings import HEALTH_OF
from pmo_tui.domain.text import clean, fold
from screens.forms.fields import FormField
from screens.forms.paragraphs import moved
from screens.forms.paragraphs import pressed as pressed_in_paragraph
from screens.forms.state import FormState
from screens.shell.editing import Edit

_HEALTH_KEYS = {word: health for word, health in HEALTH_OF.items() if len(word) == 1}
"""Green, amber, red and grey by a letter, in English and French."""

_TO_SPACES = str.maketrans("\t\n", "  ")
_CLEARING = frozenset({"backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+k"})


def press(state: FormState, key: str, character: str | None, room: int) -> bool:
    """Do what a key means; tell whether it meant anything. `room` is how wide several lines of text are."""
    if state.suggestions is not None and _in_suggestions(state, key):
        return True
    if _in_field(state, key, character, room):
        return True
    return _between_fields(state, key)


def paste(state: FormState, text: str) -> None:
    """Put a pasted text into the field under the cursor."""
    each = state.form_field
    if each is None:
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if each.picks:
        _pick_typed(state, each, text)
    else:
        _put(state, each, text)


def _in_suggestions(state: FormState, key: str) -> bool:
    """Do what a key means in the list of suggestions."""
    found = state.suggestions
    assert found is not None
    steps = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1}
    if key in steps and (found.chosen >= 0 or steps[key] > 0):
        state.suggestions = found.move(steps[key])
        return True
    if key in ("tab", "right"):
        return state.complete()
    if key == "enter" and found.chosen >= 0:
        state.complete()
        each = state.form_field
        if each is not None and not each.several_lines:
            state.move(1)
        return True
    return False


def _between_fields(state: FormState, key: str) -> bool:
    """Move between fields."""
    steps = {"down": 1, "tab": 1, "enter": 1, "up": -1, "shift+tab": -1}
    if key in steps:
        state.move(steps[key])
    elif key in ("pagedown", "pageup"):
        state.move_section(1 if key == "pagedown" else -1)
    else:
        return False
    return True


def _in_field(state: FormState, key: str, character: str | None, room: int) -> bool:
    """Do what a key means in the field under the cursor."""
    each, entry = state.form_field, state.entry
    if each is None or entry is None:
        return False
    if each.picks:
        return _pick(state, each, key, character)
    if character is not None:
        _put(state, each, character)
        return True
    if each.several_lines:
        return _in_paragraph(state, entry.edit, key, room)
    if state.fresh and key in _CLEARING:
        state.type(Edit())
        return True
    edit = entry.edit.pressed(key)
    if edit is None:
        return False
    state.fresh = False
    state.type(edit)
    return True


def _put(state: FormState, each: FormField, text: str) -> None:
    """Type a text at the cursor; an old value that is still untouched gives way."""
    entry = state.entries[each.name]
    edit = Edit() if state.fresh else entry.edit
    text = clean(text) if each.several_lines else clean(text.translate(_TO_SPACES))
    state.type(Edit(edit.text[: edit.at] + text + edit.text[edit.at :], edit.at + len(text)))


def _in_paragraph(state: FormState, edit: Edit, key: str, room: int) -> bool:
    """Do what a key means in several lines of text; up and down leave it at its ends."""
    if key in ("up", "down"):
        placed = moved(edit, -1 if key == "up" else 1, room - 1)
        if placed is not None:
            state.type(placed)
        return placed is not None
    if key == "enter":
        state.type(Edit(edit.text[: edit.at] + "\n" + edit.text[edit.at :], edit.at + 1))
        return True
    done = pressed_in_paragraph(edit, key)
    if done is not None:
        state.type(done)
    return done is not None


def _pick(state: FormState, each: FormField, key: str, character: str | None) -> bool:
    """Pick by arrows, by space or by a letter; backspace picks nothing where that can be."""
    now = state.value(each.name)
    at = each.options.index(now) if now in each.options else -1
    steps = {"right": 1, "space": 1, "left": -1}
    if key in steps:
        count = len(each.options)
        state.pick(each.options[(at + steps[key]) % count if at >= 0 or steps[key] > 0 else count - 1])
    elif key in ("home", "end"):
        state.pick(each.options[0 if key == "home" else -1])
    elif key in _CLEARING:
        if each.field.empty in each.options:
            state.pick(each.field.empty)
    elif character is not None:
        return _pick_typed(state, each, character)
    else:
        return False
    return True


def _pick_typed(state: FormState, each: FormField, text: str) -> bool:
    """Pick the next option that begins with a text, and tell whether there is one."""
    if Health.GREEN in each.options:
        health = _HEALTH_KEYS.get(fold(text.strip())[:1])
        if health is not None:
            state.pick(health)
        return health is not None
    now = state.value(each.name)
    at = each.options.index(now) + 1 if now in each.options else 0
    turned: tuple[Value, ...] = (*each.options[at:], *each.options[:at])
    wanted = fold(text.strip())
    found = [option for option in turned if wanted and fold(each.said(option)).startswith(wanted)]
    if found:
        state.pick(found[0])
    return bool(found)
