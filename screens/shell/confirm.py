"""Confirm: a question, what happens after yes, and yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.words import _
from screens.cells import BLANK, Line
from screens.shell.browse import key_line
from screens.shell.dialog import Dialog
from screens.shell.sentence import sentence_lines


class Confirm(Dialog):
    """Asks yes or no; its answer is True or False. Without `refusing`, only going back is no: n does nothing."""

    def __init__(
        self, question: str, happens: Sequence[Line] = (), *, default: bool = True, refusing: bool = True
    ) -> None:
        super().__init__()
        self._default = default
        yes, no = _("yes"), _("no")
        self._no: tuple[str, ...]
        self._yes, self._no = ("y", "Y", yes[0], yes[0].upper()), ("n", "N", no[0], no[0].upper())
        if not refusing:
            self._no = ()
        refusal = [(no[0], no)] if refusing else []
        keys = [(yes[0], yes), *refusal, ("enter", yes if default else no), ("esc", _("back"))]
        self._question, self._happens, self._keys = question, tuple(happens), keys

    def _lines(self) -> list[Line]:
        """Give the question, whole, and what happens."""
        return [*sentence_lines(self._question, "strong", self.pmo.size.width), *self._happens]

    def wanted_height(self) -> int:
        """Tell the height: the rule, the question, what happens, the keys."""
        return 2 + len(self._lines())

    def drawn_line(self, y: int) -> Line:
        """Give the rule first, then the lines; the keys stand last, also where the page is low."""
        if y == 0:
            return self.rule()
        if y == self.size.height - 1:
            return key_line(self._keys, self.size.width)
        lines = self._lines()
        return lines[y - 1] if y <= len(lines) else BLANK

    def pressed(self, key: str, character: str | None) -> None:
        """Answer by the first letter of yes or no, in English and the language spoken, or by enter."""
        if key in self._yes:
            self.finish(True)
        elif key in self._no:
            self.finish(False)
        elif key == "enter":
            self.finish(self._default)
        else:
            super().pressed(key, character)
