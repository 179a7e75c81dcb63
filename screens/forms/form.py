"""The form: a state drawn over the page, edited by keys, saved by who asked; nothing typed is ever lost silently."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from textual import events

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, numbers
from pmo_tui.words import say as words_of
from screens.actions.action import shown_key
from screens.cells import BLANK, Line, Span, line
from screens.forms.drafting import Drafting
from screens.forms.drawing import drawn
from screens.forms.help import help_lines
from screens.forms.keys import paste, press
from screens.forms.state import SAVE, FormState
from screens.forms.values import hint_span
from screens.shell.browse import Keys, answer_lines, key_line, out_of_sight
from screens.shell.dialog import Dialog
from screens.shell.sentence import MOST, sentence_lines
from screens.values import named
from screens.widgets.moving import top_for

Save = Callable[[FormState], Awaitable[Any]]
"""Saves what the form holds and gives its answer; raises Refusal where that can't be."""

_AROUND = 2
"""Lines above the body: rule, title."""


class Form(Dialog):
    """A form over the page; its answer is what `save` gave, None where one went back.

    What is typed is kept in `state`, so the same state may be shown in another form later.
    """

    DEFAULT_CSS = """
    Form { height: 100%; }
    """

    def __init__(
        self, title: str, state: FormState, save: Save, *, draft: Drafting | None = None, said: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self.state = state
        self._save = save
        self._draft = draft
        self._top = 0
        self._lines: list[Line] = []
        self._room = 40
        self._said: Span | None = (said, "warn") if said else None
        self._asks = False
        self._saving = False
        self._helps = False

    def wanted_height(self) -> int:
        """Tell the height: what the fields need, and no more than the page has below its navigation."""
        cells, rows = self.pmo.size
        if self._helps:
            return rows - 1
        body = len(drawn(self.state, self.glyphs, cells, self._most()).lines)
        return min(rows - 1, body + _AROUND + len(self._foot()))

    def _most(self) -> int:
        """Tell how many lines of the body the page has room for."""
        return max(1, self.pmo.size.height - 1 - _AROUND - len(self._foot()))

    def on_mount(self) -> None:
        """Draw, and look for a draft."""
        if self._draft is not None:
            self._draft.begin(self, self.state)
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self.styles.height = self.wanted_height()
        self.show(event.size.height)

    def on_unmount(self) -> None:
        """Keep what is typed where the program ends while the form is open."""
        self.keep()

    def keep(self) -> None:
        """Keep what is typed, unless the form has been saved or left; a task that was cut off has answered nothing."""
        if self._draft is not None and (not self._answer.done() or self._answer.cancelled()):
            self._draft.keep_now(self.state)

    def may_go(self) -> bool:
        """Ask before one quits with something unsaved; who quits while asked goes, and a draft is kept."""
        if self._asks or self._saving or not self.state.changed():
            return True
        self._asks = True
        self.show()
        return False

    def show(self, height: int | None = None) -> None:
        """Draw again and paint the lines that differ."""
        height = self.size.height if height is None else height
        self.state.asleep = self._asks or self._offers
        if height <= 0:
            return  # not laid out yet; the size comes with the first resize
        room = max(1, height - _AROUND - len(self._foot()))
        drawing = drawn(self.state, self.glyphs, self.size.width, self._most())
        self._room = drawing.room
        count = len(drawing.lines)
        self._top = top_for(drawing.last, min(self._top, max(0, count - room)), room, count)
        first = 0 if drawing.first <= 1 else drawing.first
        self._top = min(self._top, first)
        if not self._helps and min(self._most(), count) != room:
            self.styles.height = self.wanted_height()  # a field came or went
        body = drawing.lines[self._top : self._top + room]
        body += [BLANK] * (room - len(body))
        if self._helps:
            body = help_lines(self.size.width, room, ascii_only=self.glyphs.name == "ascii")
            body += [BLANK] * (room - len(body))
        beyond = out_of_sight(self._top, count - self._top - room, self.glyphs)
        lines = [self.rule(), self._title_line(), *body, *self._foot(beyond)]
        before, self._lines = self._lines, lines
        differ = [y for y, now in enumerate(lines) if y >= len(before) or before[y] != now]
        if differ:
            self.changed(*differ)

    def drawn_line(self, y: int) -> Line:
        """Give a line as it was last drawn."""
        return self._lines[y] if y < len(self._lines) else BLANK

    @property
    def _offers(self) -> bool:
        """Whether it is asked if a draft shall be taken up."""
        return self._draft is not None and self._draft.offered is not None

    def _title_line(self) -> Line:
        """Give the title, and how much differs from the start."""
        count = len(self.state.changed())
        said = _("{count} changed").format(count=numbers.whole(count)) if count else ""
        return line(" ", (self._title, "strong"), right=[(f"{said} ", "muted")] if said else ())

    def _foot(self, beyond: Sequence[Span] = ()) -> list[Line]:
        """Give what stands below the body: the hint, and the keys with what is `beyond` the lines that are seen."""
        cells, rows = self.pmo.size
        keys = [key_line(self._keys(), cells, () if self._helps else beyond)]
        if (self._asks or self._offers) and not self._helps:
            answers = answer_lines(self._keys(), cells)
            keys = answers if len(answers) > 1 else keys
        return [*self._hint_lines(rows - _AROUND - len(keys)), *keys]

    def _hint_lines(self, room: int) -> list[Line]:
        """Give the question or the message, whole, or in one line what can be typed."""
        if self._helps:
            return [BLANK]
        if self._asks:
            names = ", ".join(named(each.field) for each in self.state.changed())
            said: Span | None = (_("Not saved yet: {names}.").format(names=names), "warn")
        elif self._draft is not None and self._offers:
            said = (self._draft.question(self.state), "warn")
        else:
            said = self._said
        if said is None:
            return [line(" ", hint_span(self.state))]
        return sentence_lines(*said, self.pmo.size.width, min(MOST, room - 2))

    def _keys(self) -> Keys:
        """Give the keys that mean something now."""
        if self._helps:
            return [("esc", _("back to the form"))]
        if self._asks:
            return [("s", _("save")), ("d", _("drop")), ("esc", _("go on")), *self._quits()]
        if self._offers:
            return [("enter", _("take up")), ("^d", _("drop")), ("esc", _("back"))]
        if self.state.suggestions is not None:
            return [("tab", _("complete")), ("enter", _("take")), ("^o", _("save")), ("esc", _("close"))]
        keys = [("^o", _("save")), ("tab", _("next")), ("pgdn", _("section")), ("F1", _("help"))]
        return [*keys, ("esc", _("back"))]

    def _quits(self) -> Keys:
        """Give the key for quitting, where a draft of what is typed outlives the program."""
        return [("^q", _("quit, a draft is kept"))] if self._draft is not None else []

    def pressed(self, key: str, character: str | None) -> None:
        """Answer a question, save, go back, or edit."""
        if self._saving:
            return  # what is being saved can't be called back
        self._said = None
        if self._helps:
            self._help(wanted=False)
        elif self._asks:
            self._answered(key)
        elif self._offers:
            self._draft_answered(key)
        elif key == "ctrl+o" or (key == "enter" and self.state.at == SAVE):
            self._begin_saving()
        elif key in ("escape", "ctrl+c"):
            self._escape()
        elif press(self.state, key, character, self._room):
            self._heard()
        elif key in ("f1", "question_mark"):
            self._help(wanted=True)
        else:
            told = _("{key} does nothing here: {help} shows the keys of a form.")
            self._said = (told.format(key=character or shown_key(key), help="F1"), "warn")
        self.show()

    def _help(self, *, wanted: bool) -> None:
        """Show the keys of a form over the whole page, or the form again."""
        self._helps = wanted
        self.styles.height = self.wanted_height()

    def pasted(self, text: str) -> None:
        """Put a pasted text into the field under the cursor."""
        if not self._asks and not self._offers and not self._helps:
            self._said = None
            paste(self.state, text)
            self._heard()
            self.show()

    def _heard(self) -> None:
        """Keep a draft of what was typed, after a moment."""
        if self._draft is not None:
            self._draft.heard(self.state)

    def _escape(self) -> None:
        """Close the suggestions, else go back; ask first where something would be lost."""
        if self.state.suggestions is not None:
            self.state.suggestions = None
        elif self.state.changed():
            self._asks = True
        else:
            self._leave()

    def _answered(self, key: str) -> None:
        """Take the answer to whether to save."""
        if key in ("s", "S", "ctrl+o"):
            self._asks = False
            self._begin_saving()
        elif key in ("d", "D"):
            self._leave()
        elif key in ("escape", "enter", "ctrl+c"):
            self._asks = False

    def _draft_answered(self, key: str) -> None:
        """Take the answer to whether to take up a draft; no letter is one, for whoever types has not read it yet."""
        draft = self._draft
        assert draft is not None
        if key == "enter":
            draft.take(self.state)
        elif key == "ctrl+d":
            draft.drop()
        elif key in ("escape", "ctrl+c"):
            self.finish(None)

    def _leave(self) -> None:
        """Go back without saving."""
        if self._draft is not None:
            self._draft.drop()
        self.finish(None)

    def _begin_saving(self) -> None:
        """Save, or go to the first field that can't be."""
        self.state.suggestions = None
        wrong = self.state.first_wrong()
        if wrong is not None:
            self.state.go(wrong)
            refusal = self.state.refusal(wrong)
            self._said = (words_of(refusal), "bad") if refusal else None
            return
        self._saving = True
        self.run_first(self._saved(), "save")

    def refused(self, refusal: Refusal) -> None:
        """Show a refusal above the keys, since the form lies over the message line."""
        self._said = (words_of(refusal), "bad")
        self.show()

    async def _saved(self) -> None:
        """Let the form be saved; a refusal is shown and the form stays."""
        try:
            answer = await self._save(self.state)
        except Refusal as refusal:
            named = refusal.values.get("of_field")
            if isinstance(named, str) and named in self.state.stops():
                self.state.go(named)
            self._saving = False
            self.refused(refusal)
            return
        if self._draft is not None:
            self._draft.keep_now(self.state) if isinstance(answer, Exception) else self._draft.drop()
        self.finish(answer)
