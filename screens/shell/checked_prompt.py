"""The checked prompt: one line to type into, with a sentence above it that says what is asked for or what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, say
from screens.cells import BLANK, Line
from screens.shell.browse import Keys, key_line
from screens.shell.prompt import Prompt
from screens.shell.sentence import sentence_lines


class CheckedPrompt(Prompt):
    """A prompt that keeps the text until it can stand; `check` raises Refusal where it can't.

    The refusal is shown in the place of the sentence, as one types, and enter does nothing until it is gone.
    `reason` is one that is shown from the start, where what was typed before could not stand.
    """

    DEFAULT_CSS = """
    CheckedPrompt { height: 4; }
    """
    ground = "page"
    ruled = True

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        about: str = "",
        reason: str = "",
        check: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(label, text, live=self._hear)
        self._about = about
        self._check = check
        self._reason = reason

    def wanted_height(self) -> int:
        """Tell the height: rule, sentence, text, keys."""
        return 3 + len(self._sentence())

    def _sentence(self) -> list[Line]:
        """Give what is wrong, or what is asked for, whole."""
        told = (self._reason, "warn") if self._reason else (self._about, "muted")
        return sentence_lines(*told, self.pmo.size.width)

    def keys(self) -> Keys:
        """Give the keys; here one types, so that they are what they are whatever the keymap says."""
        return [("enter", _("take")), ("esc", _("back"))]

    def drawn_line(self, y: int) -> Line:
        """Give the rule, the sentence, the text with its cursor, and the keys."""
        if y == 0:
            return self.rule()
        if y == self.size.height - 1:
            return key_line(self.keys(), self.size.width)
        if y == self.size.height - 2:
            return super().drawn_line(y)
        sentence = self._sentence()
        return sentence[y - 1] if y <= len(sentence) else BLANK

    def pressed(self, key: str, character: str | None) -> None:
        """Accept with enter what can stand."""
        if key == "enter" and not self._checked(self.text):
            return
        super().pressed(key, character)

    def _hear(self, text: str) -> None:
        """Check what is typed so far."""
        self._checked(text)

    def _checked(self, text: str) -> bool:
        """Tell whether a text can stand, and show why where it can't."""
        reason = ""
        if self._check is not None:
            try:
                self._check(text)
            except Refusal as refusal:
                reason = say(refusal)
        if reason != self._reason:
            self._reason = reason
            self.fit()
            self.changed()
        return not reason
