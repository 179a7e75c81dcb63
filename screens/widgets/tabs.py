"""Tabs: the names of a page's tabs on one line, the present one in brackets; where it is narrow, those around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message

from screens.cells import Line, Span, safe, width
from screens.widgets.bar import Bar


class Tab(NamedTuple):
    """One tab: its name, the label as it is said, and what is counted in it, "" where that is not worth knowing."""

    name: str
    label: str
    counted: str = ""
    role: str = "muted"
    """The role of the count: what wants a look stands out."""


class Tabs(Bar):
    """The line of the tabs; asks which there are and which is the present one whenever it is painted."""

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(
        self, tabs: Callable[[], Sequence[Tab]], present: Callable[[], str], *, id: str | None = None
    ) -> None:
        super().__init__(self._line, ground="page", id=id)
        self._tabs = tabs
        self._present = present

    def turned(self, steps: int) -> str:
        """Give the name of the tab so many steps after the present one, round again at the end."""
        names = [tab.name for tab in self._tabs()]
        return names[(names.index(self._present()) + steps) % len(names)]

    def on_click(self, event: events.Click) -> None:
        """Say which tab was clicked."""
        end = 0
        for name, spans in self._shown(self.size.width):
            end += _cells(spans)
            if event.x < end:
                self.post_message(self.Clicked(name))
                return

    def _line(self, cells: int) -> Line:
        """Give the line of the tabs."""
        return Line(tuple(span for _name, spans in self._shown(cells) for span in spans))

    def _shown(self, cells: int) -> list[tuple[str, list[Span]]]:
        """Give the tabs with their spans, from the first that leaves room for the present one."""
        tabs, present = self._tabs(), self._present()
        pieces = _pieces(tabs, present)
        if (
            sum(_cells(spans) for _name, spans in pieces) > cells
        ):  # then a count yields before the name of a tab
            pieces = _pieces(
                [tab if tab.role != "muted" else tab._replace(counted="") for tab in tabs], present
            )
        at = next((place for place, tab in enumerate(tabs) if tab.name == present), 0)
        first = 0
        while first < at and sum(_cells(spans) for _name, spans in pieces[first : at + 1]) > cells - 2:
            first += 1
        return pieces[first:]


def _cells(spans: Sequence[Span]) -> int:
    """Tell how many cells spans take."""
    return sum(width(safe(text)) for text, _role in spans)


def _pieces(tabs: Sequence[Tab], present: str) -> list[tuple[str, list[Span]]]:
    """Give each tab by its name with its spans."""
    return [(tab.name, _piece(tab, now=tab.name == present)) for tab in tabs]


def _piece(tab: Tab, *, now: bool) -> list[Span]:
    """Give a tab, in brackets where it is the present one."""
    first, last = (("[", "accent"), ("]", "accent")) if now else ((" ", ""), (" ", ""))
    count = [(f" {tab.counted}", tab.role)] if tab.counted else []
    return [first, (tab.label, "strong" if now else "muted"), *count, last]
