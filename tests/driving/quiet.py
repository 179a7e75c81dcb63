"""Quiet: whether threads still work for the app, which a test waits for instead of letting time pass."""

from __future__ import annotations

from asyncio import wait, wrap_future
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class WatchedThreads(ThreadPoolExecutor):
    """Threads of which one can tell what they were given, and wait until it is done."""

    def __init__(self, name: str, most: int | None = None) -> None:
        super().__init__(most, thread_name_prefix=name)
        self.given = 0
        self._undone: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Future[Answer]:
        """Give a thread something to do."""
        future = super().submit(fn, *args, **kwargs)
        self.given += 1
        self._undone.add(future)
        future.add_done_callback(self._undone.discard)
        return future

    async def done(self, seconds: float) -> bool:
        """Wait until all is done that was given; tell whether there was anything to wait for."""
        undone = [wrap_future(future) for future in tuple(self._undone)]
        if not undone:
            return False
        _done, late = await wait(undone, timeout=seconds)
        if late:
            raise AssertionError(f"a thread has not ended its work in {seconds} s")
        return True
