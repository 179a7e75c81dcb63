"""Drafting: a form keeps what is typed in a file a moment after the last key, and offers it when opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pmo_tui.domain.refusal import Refusal
from pmo_tui.settings.drafts import Draft, drop_draft, read_draft, write_draft
from pmo_tui.words import _
from pmo_tui.words.dates import date_
from screens.forms.state import FormState
from screens.values import named

if TYPE_CHECKING:
    from textual.timer import Timer

    from screens.forms.form import Form

WAITED = 1.0
"""Seconds after the last key until the draft is written."""


class Drafting:
    """The draft of one form on one database.

    Its file is touched on the database thread, in the order of the calls, but for what is kept as the program ends.

    `version` is that of what is edited over which the person has typed: once a draft is taken up, the one it began on.
    """

    def __init__(self, place: str, form: str, version: int = 0) -> None:
        self._place, self._form = place, form
        self.version = version
        self._widget: Form | None = None
        self._timer: Timer | None = None
        self.offered: Draft | None = None

    def begin(self, widget: Form, state: FormState) -> None:
        """Look for a draft; one that brings nothing new is forgotten."""
        self._widget = widget
        if not state.texts():
            widget.run_worker(self._look(state), group="draft")

    async def _look(self, state: FormState) -> None:
        """Read the draft and offer it, unless one has begun to type meanwhile."""
        widget = self._widget
        assert widget is not None
        found = await widget.pmo.ask(lambda _session: read_draft(self._place, self._form))
        if found is None or state.texts():
            return
        known = {name: text for name, text in found.texts.items() if name in state.entries}
        if any(text != state.entries[name].edit.text for name, text in known.items()):
            self.offered = replace(found, texts=known)
            widget.show()

    def question(self, state: FormState) -> str:
        """Ask whether to take the draft up."""
        assert self.offered is not None
        names = ", ".join(named(state.fields[name].field) for name in self.offered.texts)
        said = _("Typed on {day} and not saved: {names}.")
        return said.format(day=date_(self.offered.on), names=names)

    def take(self, state: FormState) -> None:
        """Take the draft up."""
        if self.offered is not None:
            state.take(self.offered.texts)
            self.version = self.offered.version or self.version
            state.go(next((name for name in self.offered.texts if name in state.stops()), state.at))
        self.offered = None

    def heard(self, state: FormState) -> None:
        """Write the draft a moment from now."""
        if self._timer is not None:
            self._timer.stop()
        if self._widget is not None:
            self._timer = self._widget.set_timer(WAITED, lambda: self._write(state))

    def _write(self, state: FormState) -> None:
        """Write the draft, or forget it where nothing differs any more."""
        texts = state.texts()
        if texts:
            draft = Draft(texts, state.today, self.version)
            self._run(lambda _session: write_draft(self._place, self._form, draft))
        else:
            self.drop()

    def keep_now(self, state: FormState) -> None:
        """Write the draft at once, because the program ends.

        It is written on the painting thread: what the database thread has not begun by then is dropped, and after a
        hangup there is no time for an answer.
        """
        texts = state.texts()
        if texts and self.offered is None:
            write_draft(self._place, self._form, Draft(texts, state.today, self.version))

    def drop(self) -> None:
        """Forget the draft."""
        self.offered = None
        if self._timer is not None:
            self._timer.stop()
        self._run(lambda _session: drop_draft(self._place, self._form))

    def _run(self, task: Callable[[object], object]) -> None:
        """Do something on the database thread, whatever becomes of the form meanwhile."""
        if self._widget is not None:
            self._widget.app.run_worker(self._quietly(task), group="draft")

    async def _quietly(self, task: Callable[[object], object]) -> None:
        """Do something that may not disturb the person: a draft that can't be kept is done without."""
        assert self._widget is not None
        try:
            await self._widget.pmo.ask(task)
        except Refusal:
            return
