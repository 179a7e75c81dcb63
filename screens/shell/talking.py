"""Talking: how a page says a sentence and asks a person, always in its last lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.css.query import NoMatches

from screens.cells import Line
from screens.shell.asking import Asking
from screens.shell.dialog import Dialog
from screens.shell.sentence import Sentence, needs_more_lines
from screens.widgets.bar import Bar
from screens.widgets.drawn import Drawn

if TYPE_CHECKING:
    from screens.shell.filter_prompt import Complete


class Talking(Asking):
    """A screen with a message line and dialogs; imports each kind of dialog when it is first needed."""

    _message: tuple[str, str] | None = None
    _dialog: Dialog | None = None
    telling = ""
    """What is being done, as it is shown now over everything; "" where nothing takes long."""

    @property
    def message(self) -> str:
        """The sentence shown now, "" for none."""
        return self._message[0] if self._message else ""

    def say(self, text: str, role: str = "") -> None:
        """Show one sentence in the place of the keys until the next key."""
        self._set_message((text, role))

    def unsay(self) -> None:
        """Let the keys come back."""
        if self._message is not None:
            self._set_message(None)

    def _set_message(self, message: tuple[str, str] | None) -> None:
        """Change the message and the line that shows it."""
        self._message = message
        try:
            self.query_one("#footer", Bar).changed()
        except NoMatches:
            return  # before the first frame, which will show it
        self._show_whole()

    def _show_whole(self) -> None:
        """Show a message that is longer than its line over the lines above it too, and over what covers its line."""
        text, role = self._message or ("", "")
        dialog = self.waiting_dialog
        covered = dialog is not None and not dialog.inline
        self._show_over("message", text if covered or needs_more_lines(text, self.size.width) else "", role)

    def tell(self, text: str) -> None:
        """Show over everything what is being done, until "" is told; keys leave it."""
        if text != self.telling:
            self.telling = text
            self._show_over("work", text, "muted")

    @property
    def tells_itself(self) -> bool:
        """Whether the page says by itself what is being done now."""
        return False

    def fit_sentences(self) -> None:
        """Show again for another width what lies over the page."""
        self._show_whole()
        self._show_over("work", self.telling, "muted")

    def _show_over(self, kind: str, text: str, role: str) -> None:
        """Show a sentence of a kind over the last lines in the place of the former one, "" for none."""
        for former in self.query(f"Sentence.{kind}"):
            former.remove()
        if text:
            self.mount(Sentence(text, role, self.size.width, classes=kind))

    @property
    def waiting_dialog(self) -> Dialog | None:
        """The dialog that waits for an answer, which takes all keys."""
        return self._dialog if self._dialog is not None and self._dialog.waits else None

    def keys_wait(self, *, text: bool = False) -> bool:
        """Whether the next key, or what types `text`, should wait for what is at work.

        Where a dialog takes the keys that is its own work: all else goes on behind it, or waits for its answer.
        """
        if self._dialog is not None and self._dialog.begins:
            return True
        dialog = self.waiting_dialog
        if dialog is None:
            return self.busy
        return not (text and dialog.types_on) and any(worker.node is dialog for worker in self.at_work)

    async def talk(self, dialog: Dialog) -> Any:
        """Show a dialog, wait for its answer, and give the focus back."""
        if self._dialog is not None:
            self._dialog.finish(None)
        focused, self._dialog = self.focused, dialog
        self.fit(dialog)
        await self._mount_dialog(dialog)
        self.set_focus(dialog)
        dialog.begin()
        self.ready()
        try:
            return await dialog.answered()
        finally:
            if self._dialog is dialog:
                self._dialog = None
            await dialog.remove()
            if self._dialog is None and focused is not None and focused.is_attached:
                self.set_focus(focused)

    def fit(self, dialog: Dialog) -> None:
        """Give a dialog its height; where it would stand right below a rule, its own takes the place of that."""
        height = min(dialog.wanted_height(), max(1, self.size.height))
        dialog.styles.height = height + (dialog.ruled and self._has_rule(self.size.height - height - 1))

    def _has_rule(self, y: int) -> bool:
        """Tell whether the page, without what lies over it, shows a rule in a line."""
        below = (widget for widget, _place in self.get_widgets_at(0, y) if widget.layer == "default")
        widget = next(below, None)
        drawn = widget.drawn_line(y - widget.region.y).text if isinstance(widget, Drawn) else ""
        return bool(drawn) and not drawn.strip(self.pmo.glyphs.rule)

    async def _mount_dialog(self, dialog: Dialog) -> None:
        """Put a dialog where it belongs."""
        await self.mount(dialog)

    async def confirm(
        self, question: str, happens: Sequence[Line] = (), *, default: bool = True, refusing: bool = True
    ) -> bool:
        """Ask yes or no; what happens after yes stands below the question. Going back is no.

        Without `refusing` nothing else is: where n leads to the question, one n too many must not answer it.
        """
        from screens.shell.confirm import Confirm

        return await self.talk(Confirm(question, happens, default=default, refusing=refusing)) is True

    async def prompt_filter(
        self, text: str, *, live: Callable[[str], None], complete: Complete
    ) -> str | None:
        """Ask for a query in the line of state; None where one went back."""
        from screens.shell.filter_prompt import FilterPrompt

        answer: str | None = await self.talk(FilterPrompt(text, live=live, complete=complete))
        return answer

    async def choose(self, title: str, choices: Any, *, at: Any = None) -> Any:
        """Ask for one of many: a sequence of Choice, or a function that gives them for what is typed.

        The cursor begins on the one whose value is `at`.
        """
        from screens.shell.choose import MOST, Choose, among

        if callable(choices):
            return await self.talk(Choose(title, choices, at=at))
        return await self.talk(Choose(title, among(choices), most=max(1, min(MOST, len(choices))), at=at))
