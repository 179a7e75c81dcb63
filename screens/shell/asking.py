"""Asking: how a page asks a service on the database thread, and what becomes of the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from textual.screen import Screen
from textual.worker import Worker

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import say as words_of
from screens.widgets.working import tidied

if TYPE_CHECKING:
    from screens.shell.app import PmoApp

Answer = TypeVar("Answer")
Given = ParamSpec("Given")
Task = Callable[[], Awaitable[object]] | Awaitable[object]
"""Something to await: a method, called when its turn comes, or what such a method gave."""


class Asking(Screen[None]):
    """A screen that asks services without ever waiting for them on the painting thread."""

    @property
    def pmo(self) -> PmoApp:
        """The app, by its own type."""
        return cast("PmoApp", self.app)

    async def ask(
        self,
        function: Callable[Concatenate[Any, Given], Answer],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Answer:
        """Run function(session, ...) on the database thread and give its answer; a refusal is raised here."""
        return await self.pmo.ask(function, *args, **kwargs)

    async def load(self) -> None:
        """Ask for what the page shows and show it; a page says it here."""

    def reload(self) -> Worker[None]:
        """Load again; an answer to an earlier load that comes late is dropped."""
        return self.run_worker(partial(self._guarded, self.load), group="load", exclusive=True)

    def follow(self, task: Task) -> Worker[None]:
        """Run a task of which only the newest counts, such as showing the detail of the row under the cursor."""
        return tidied(self.run_worker(partial(self._guarded, task), group="follow", exclusive=True), task)

    def run_task(self, task: Task) -> Worker[None]:
        """Run a task that may ask, confirm and prompt; its refusal becomes a message."""
        return tidied(self.run_worker(partial(self._guarded, task), group="task"), task)

    def run_worker(self, work: Any, *args: Any, **kwargs: Any) -> Worker[Any]:
        """Run a worker that may be cancelled before it begins."""
        return tidied(super().run_worker(work, *args, **kwargs), work)

    async def _guarded(self, task: Task) -> None:
        """Await a task and show its refusal, if it ends in one."""
        try:
            await (task() if callable(task) else task)
        except Refusal as refusal:
            self.refused(refusal)

    def refused(self, refusal: Refusal) -> None:
        """Show a refusal in the message line."""
        self.say(words_of(refusal), role="warn")

    def say(self, text: str, role: str = "") -> None:
        """Show one sentence; a page has a line for it."""
        raise NotImplementedError
