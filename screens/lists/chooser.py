"""The chooser: what every widget has in which one chooses things of a list."""

from __future__ import annotations

from typing import Any, Protocol


class Chooser(Protocol):
    """A widget with a cursor on things and marks on some of them."""

    marks: set[Any]

    @property
    def key(self) -> Any:
        """The key of the thing under the cursor."""

    @property
    def marked(self) -> list[int]:
        """The keys of the marked things that are shown, in their order."""

    def toggle_mark(self) -> None:
        """Mark the thing under the cursor, or take its mark away."""

    def toggle_all_marks(self) -> None:
        """Mark all that is shown, or none."""

    def changed(self, *lines: int) -> None:
        """Paint again."""
