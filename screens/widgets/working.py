"""Working: a worker that is cancelled before it begins leaves no coroutine behind."""

from __future__ import annotations

import inspect
import weakref
from typing import Any

from textual.worker import Worker


def tidied(worker: Worker[Any], work: object) -> Worker[Any]:
    """Give the worker, whose coroutine is closed when it goes, since one that never began would be complained about."""
    if inspect.iscoroutine(work):
        weakref.finalize(worker, work.close)
    return worker
