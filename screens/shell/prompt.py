"""The prompt: one line to type into, which tells each keystroke to who asked."""

from __future__ import annotations

from collections.abc import Callable

from screens.cells import Line, Span, safe, width
from screens.shell.dialog import Dialog
from screens.shell.editing import Edit, at_end


def edit_spans(edit: Edit, cells: int) -> list[Span]:
    """Give an edit as spans, the cursor as a cell of its own."""
    before, under, after = edit.shown(cells)
    return [span for span in ((before, ""), (under, "cursor"), (after, "")) if span[0]]


def typed_line(label: str, edit: Edit, cells: int, role: str = "muted") -> Line:
    """Give a label, and behind it as much of an edit with its cursor as fits into so many cells."""
    label = safe(f" {label} ")
    return Line(((label, role), *edit_spans(edit, cells - width(label) - 1)), ground="field")


class Prompt(Dialog):
    """A line one types into; its answer is the text, None where one went back.

    `live` hears the text after every key.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; }
    """
    ground = "field"
    ruled = False

    def __init__(self, label: str, text: str = "", *, live: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._label = label
        self._edit = at_end(text)
        self._live = live

    @property
    def text(self) -> str:
        """What is typed so far."""
        return self._edit.text

    def wanted_height(self) -> int:
        """Tell the height: one line."""
        return 1

    def drawn_line(self, y: int) -> Line:
        """Give the label and the text with its cursor."""
        return typed_line(self._label, self._edit, self.size.width)

    def pressed(self, key: str, character: str | None) -> None:
        """Edit, accept with enter, go back with escape."""
        if key == "enter":
            self.finish(self._edit.text)
            return
        edit = self._edit.typed(character) if character else self._edit.pressed(key)
        if edit is None:
            super().pressed(key, character)
        else:
            self._show(edit)

    def pasted(self, text: str) -> None:
        """Put a pasted text in."""
        self._show(self._edit.typed(text.rstrip("\n")))

    def _show(self, edit: Edit) -> None:
        """Show an edit and tell it."""
        differs = edit.text != self._edit.text
        self._edit = edit
        self.changed()
        if differs and self._live is not None:
            self._live(edit.text)
