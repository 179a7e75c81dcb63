"""A thing that one can go to, as a provider tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple


class Thing(NamedTuple):
    """What a provider found: its words, a note, the page that shows it and what that page is given."""

    text: str
    note: str = ""
    page: str = "project"
    given: Mapping[str, Any] = MappingProxyType({})


Provider = Callable[[Any, str], Sequence[Thing]]
"""provider(session, typed) runs on the database thread and gives the things found."""
