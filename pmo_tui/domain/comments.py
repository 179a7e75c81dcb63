"""Comments as a portfolio's file has them: on what, by whom and when."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Remark(NamedTuple):
    """A comment on a thing that is named by its code; without `who` and `at` it is by whoever brings it in, and now.

    `at` is naive universal time.
    """

    entity: str
    code: str
    text: str
    who: str | None = None
    at: datetime | None = None


_ANY = datetime(2000, 1, 1)  # noqa: DTZ001 - moments are naive universal time


def in_order(remark: Remark) -> tuple[str, str, bool, datetime]:
    """Give by what comments are put in order: by the thing, the oldest first."""
    return remark.entity, remark.code, remark.at is None, remark.at or _ANY
