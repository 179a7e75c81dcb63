"""The detail: the pane in which stands what is known of the thing under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.cells import Line, line
from screens.lists.kind import Kind
from screens.widgets.pane import Pane

if TYPE_CHECKING:
    from screens.lists.page import ListPage


class Detail(Pane):
    """What is known of one thing, below a rule; `key` is that of the thing, None where there is none."""

    def __init__(self, page: ListPage, kind: Kind[Any]) -> None:
        super().__init__(id="detail")
        self.key: int | None = None
        self._page = page
        self._kind = kind
        self._found: Any = None

    def take(self, key: int | None, found: Any) -> None:
        """Show what was found of the thing with this key; None is a thing that has gone."""
        self.key, self._found = key if found is not None else None, found
        self.draw()

    def draw(self) -> None:
        """Draw it for the present width."""
        rule = line((self.glyphs.rule * self._page.size.width, "faint"))
        lines: list[Line] = []
        if self._found is not None:
            lines = self._kind.draw(
                self._found, self._page.surroundings.today, self.glyphs, self._page.size.width
            )
        self.show([rule, *lines])
