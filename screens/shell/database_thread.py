"""The database thread: the only one that touches the session, so that one connection serves the whole app."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from db.work import Work

Answer = TypeVar("Answer")


class DatabaseThread:
    """Opens the session on its own thread and runs every call there, one after the other."""

    def __init__(self, opener: Callable[[], Any]) -> None:
        self._opener = opener
        self._session: Any = None
        self.closing = threading.Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")

    def warm_up(self) -> None:
        """Open the session now, while the screen is being made; a failure waits for the first call."""
        self._pool.submit(self._open)

    @property
    def work(self) -> Work | None:
        """What the thread is at just now; None where there is no session, or one that does not tell."""
        return getattr(self._session, "work", None)

    async def ask(self, function: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
        """Run function(session, ...) on the thread and give its answer."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, partial(self._call, function, args, kwargs))

    async def switch(self, opener: Callable[[], Any]) -> None:
        """Close the session and open another one; where that fails, the former one is opened again."""
        await self.ask(self._switch, opener)

    def _switch(self, _session: Any, opener: Callable[[], Any]) -> None:
        """Switch on the thread."""
        former = self._opener
        self._close()
        self._opener = opener
        try:
            self._open()
        except BaseException:
            self._opener = former
            self._open()
            raise

    def close(self) -> None:
        """Close the session on its own thread and let the thread end; calls not begun are dropped.

        A long call can see in `closing` that it is no longer wanted; none waits for the lock any more.
        """
        self.closing.set()
        if self.work is not None:
            self.work.leave()
        self._pool.shutdown(wait=False, cancel_futures=True) if self._session is None else self._shut()

    def _shut(self) -> None:
        """Close after the call that runs now."""
        self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    def _open(self) -> Any:
        """Open the session where it is not yet."""
        if self._session is None:
            self._session = self._opener()
        return self._session

    def _call(self, function: Callable[..., Answer], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Answer:
        """Call a function with the session, if it is still wanted."""
        if self.closing.is_set():
            raise CancelledError
        return function(self._open(), *args, **kwargs)

    def _close(self) -> None:
        """Close the session, if it can be closed."""
        session, self._session = self._session, None
        if hasattr(session, "close"):
            session.close()
