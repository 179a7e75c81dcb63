"""Asking: how a page asks a service on the database thread, and what becomes of the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from textual.screen import Screen
from textual.worker import Worker

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import say as words_of
from screens.widgets.working import guarded, tidied

if TYPE_CHECKING:
    from screens.shell.app import PmoApp

Answer = TypeVar("Answer")
Given = ParamSpec("Given")
Task = Callable[[], Awaitable[object]] | Awaitable[object]
"""Something to await: a method, called when its turn comes, or what such a method gave."""


class Asking(Screen[None]):
    """A screen that asks services without ever waiting for them on the painting thread."""

    def __init__(self) -> None:
        super().__init__()
        self._at_work: set[Worker[Any]] = set()
        self._comes_up = True
        self._busy_since = monotonic()
        self._journal_mark: object = None

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

    @property
    def at_work(self) -> set[Worker[Any]]:
        """The workers of this page and of what is on it that the next keys wait for."""
        self._at_work = {
            worker for worker in self._at_work if not (worker.is_finished or worker.is_cancelled)
        }
        return self._at_work

    @property
    def busy(self) -> bool:
        """Whether anything is at work, or is to be loaded as the page comes up."""
        return self._comes_up or bool(self.at_work)

    @property
    def busy_seconds(self) -> float:
        """For how long the newest of it has been at work."""
        return monotonic() - self._busy_since

    def keys_wait_for(self, worker: Worker[Answer]) -> Worker[Answer]:
        """Let the next keys wait for what comes of a worker, of this page or of a widget on it."""
        self._at_work.add(worker)
        self._busy_since = monotonic()
        return worker

    def comes_up(self) -> None:
        """Let the next keys wait until the page, which comes up now, has been loaded."""
        self._comes_up = True
        self._busy_since = monotonic()

    def ready(self) -> None:
        """Take the keys that have waited, if nothing else makes them wait."""
        self.pmo.call_later(self.pmo.take_typed)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take the keys that have waited for a task."""
        if event.worker.is_finished:
            self.ready()

    def reload(self) -> Worker[None]:
        """Load again; an answer to an earlier load that comes late is dropped."""
        self._comes_up = False
        return self.keys_wait_for(self.run_worker(self._load_and_mark, group="load", exclusive=True))

    async def _load_and_mark(self) -> None:
        """Load, after asking what was last changed: from then on anything is news."""
        self._journal_mark = await self.pmo.journal_mark()
        await self.load()

    def is_older_than(self, journal_mark: object) -> bool:
        """Whether anything has been changed since it was loaded; what comes up is loaded anyway."""
        return not self._comes_up and self._journal_mark not in (None, journal_mark)

    def follow(self, task: Task) -> Worker[None]:
        """Run a task of which only the newest counts, such as showing the detail of the row under the cursor."""
        return self.run_worker(task, group="follow", exclusive=True)

    def run_task(self, task: Task) -> Worker[None]:
        """Run a task that may ask, confirm and prompt; its refusal becomes a message.

        What it has changed is shown by itself.
        """
        return self.keys_wait_for(tidied(self.run_worker(partial(self._done, task), group="task"), task))

    async def _done(self, task: Task) -> None:
        """Await a task, then look whether anything has changed, by it or by others meanwhile."""
        await (task() if callable(task) else task)
        await self.pmo.look()

    def run_worker(self, work: Any, *args: Any, **kwargs: Any) -> Worker[Any]:
        """Run a worker whose refusal becomes a message, and that may be cancelled before it begins."""
        return tidied(super().run_worker(guarded(work, self.refused), *args, **kwargs), work)

    def refused(self, refusal: Refusal) -> None:
        """Show a refusal in the message line."""
        self.say(words_of(refusal), role="warn")

    def say(self, text: str, role: str = "") -> None:
        """Show one sentence; a page has a line for it."""
        raise NotImplementedError
