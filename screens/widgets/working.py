"""Working: what becomes of a worker that refuses, and of one that is cancelled before it begins."""

from __future__ import annotations

import inspect
import weakref
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.worker import Worker

from pmo_tui.domain.refusal import Refusal


def guarded(work: Any, refused: Callable[[Refusal], None]) -> Callable[[], Any]:
    """Give work that tells its refusal instead of raising it, since what a worker raises ends the app."""
    return partial(_awaited, work, refused)


async def _awaited(work: Any, refused: Callable[[Refusal], None]) -> Any:
    """Await work, a method or what one gave, and tell its refusal if it ends in one."""
    try:
        return await (work() if callable(work) else work)
    except Refusal as refusal:
        refused(refusal)


def tidied(worker: Worker[Any], work: object) -> Worker[Any]:
    """Give the worker, whose coroutine is closed when it goes, since one that never began would be complained about."""
    if inspect.iscoroutine(work):
        weakref.finalize(worker, work.close)
    return worker
