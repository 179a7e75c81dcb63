"""The dialog: a few lines over the end of a page that ask for one thing and then go; never a window."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from screens.actions.action import Action, first_key, meant
from screens.cells import Line, Span, line
from screens.shell.keys import BACK
from screens.widgets.drawn import Drawn

if TYPE_CHECKING:
    from screens.shell.talking import Talking


class Dialog(Drawn, can_focus=True):
    """Takes all keys until it is answered; None is the answer of who went back.

    It is opaque and lies over the last lines of the page, so nothing below it moves.
    """

    DEFAULT_CSS = """
    Dialog { layer: over; dock: bottom; height: 3; }
    """

    ACTIONS: ClassVar[tuple[Action, ...]] = (BACK,)
    """What a key can mean here, by the person's keymap; what is typed, and yes and no, are asked for beside it."""
    ruled = True
    """Whether a rule parts it from the page above."""
    inline = False
    """Whether it takes the place of the line of state."""
    types_on = False
    """Whether one types on while it looks for what was typed so far; all other keys wait for what it finds."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._begun = False

    def wanted_height(self) -> int:
        """Tell how many lines it needs; it gets no more than the page has."""
        return 3

    def fit(self) -> None:
        """Take the height that is wanted now."""
        cast("Talking", self.screen).fit(self)

    async def answered(self) -> Any:
        """Wait for the answer."""
        return await self._answer

    @property
    def waits(self) -> bool:
        """Whether it is on the screen, has begun its own work, and is still to be answered."""
        return self._begun and self.is_attached and not self._answer.done()

    @property
    def begins(self) -> bool:
        """Whether it is still on its way to the screen: a key that comes meanwhile is meant for it."""
        return not self._begun and not self._answer.done()

    def begin(self) -> None:
        """Take keys from now on: it is on the screen, and what it does first is at work."""
        self._begun = True

    def finish(self, answer: Any = None) -> None:
        """Answer and go."""
        if not self._answer.done():
            self._answer.set_result(answer)

    def may_go(self) -> bool:
        """Tell whether the program may end now; what holds something unsaved asks first."""
        return True

    def keep(self) -> None:
        """Keep what is typed here as the program ends; most dialogs hold nothing worth it."""

    def take_key(self, key: str, character: str | None) -> None:
        """Take a key, so that none reaches the page below."""
        self.pressed(key, character)

    def pressed(self, key: str, character: str | None) -> None:
        """Understand a key; a subclass says what each means. Escape goes back, whatever the keymap says."""
        del character
        if key in ("escape", "ctrl+c") or self.meaning(key) == "shell.back":
            self.finish(None)

    def meaning(self, key: str) -> str:
        """Give the id of the action that a key means here, "" for none."""
        return meant(key, self.ACTIONS, self.pmo.keymap)

    def hint(self, label: str, *action_ids: str) -> tuple[str, str]:
        """Give the keys of actions as they are told in the line of keys, with their translated label."""
        ascii_only = self.glyphs.name == "ascii"
        by_id = {action.id: action for action in self.ACTIONS}
        keys = [first_key(by_id[each], self.pmo.keymap, ascii_only=ascii_only) for each in action_ids]
        return " ".join(filter(None, keys)), label

    def pasted(self, text: str) -> None:
        """Take in a pasted text; most dialogs have no use for one."""

    def show_beside(self, spans: Sequence[Span]) -> None:
        """Take in what the page would say at the right of its line of state; most dialogs have no room for it."""

    def footer(self) -> Line | None:
        """Give the line of keys that stands below an inline dialog; others have their own."""
        return None

    def rule(self) -> Line:
        """Give the line that parts the dialog from the page."""
        return line((self.glyphs.rule * self.size.width, "faint"))
