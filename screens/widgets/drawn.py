"""Drawn: the base of every widget that is drawn line by line, without Textual's own style machinery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import Worker

from pmo_tui.domain.refusal import Refusal
from screens.cells import Line
from screens.glyphs import Glyphs
from screens.themes.ink import Ink
from screens.widgets.strips import cropped, to_strip
from screens.widgets.working import guarded, tidied

if TYPE_CHECKING:
    from screens.shell.app import PmoApp
    from screens.shell.asking import Asking


class Drawn(Widget):
    """A widget whose lines are `Line` values; a subclass says what stands on line y.

    Strips are kept until `changed` names their line, so that a frame costs only what is new in it.
    """

    DEFAULT_CSS = """
    Drawn { width: 1fr; height: 1fr; }
    """
    ALLOW_SELECT = False
    ground = "page"

    class Chosen(Message):
        """What the cursor stands on was clicked twice, which means what enter means."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: dict[int, Strip] = {}
        self._drawn_for: tuple[int, Ink] | None = None

    @property
    def pmo(self) -> PmoApp:
        """The app, by its own type."""
        return cast("PmoApp", self.app)

    @property
    def glyphs(self) -> Glyphs:
        """The glyphs of this terminal."""
        return self.pmo.glyphs

    def run_worker(self, work: Any, *args: Any, **kwargs: Any) -> Worker[Any]:
        """Run a worker whose refusal is told, and that may be cancelled before it begins."""
        return tidied(super().run_worker(guarded(work, self.refused), *args, **kwargs), work)

    def run_first(self, work: Any, group: str) -> Worker[Any]:
        """Run a worker that the next keys wait for; of a group only the newest counts."""
        worker = self.run_worker(work, group=group, exclusive=True)
        return cast("Asking", self.screen).keys_wait_for(worker)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Let the page take the keys that have waited for a worker."""
        if event.worker.is_finished and self.is_attached:
            cast("Asking", self.screen).ready()

    def refused(self, refusal: Refusal) -> None:
        """Let the page say a refusal, if this still stands on one."""
        if self.is_attached:
            cast("Asking", self.screen).refused(refusal)

    def drawn_line(self, y: int) -> Line:
        """Give the line shown y lines below the top; a subclass must say it."""
        raise NotImplementedError

    def changed(self, *lines: int) -> None:
        """Paint these lines again at the next frame, or all of them where none is named."""
        if not lines:
            self._strips.clear()
            self.refresh()
            return
        cells, height = self.size
        for y in lines:
            self._strips.pop(y, None)
        shown = [Region(0, y, cells, 1) for y in lines if 0 <= y < height]
        if shown:
            self.refresh(*shown)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the strips of a region; called by Textual for each frame that touches this widget."""
        cells, height = self.size
        if self._drawn_for != (cells, self.pmo.ink):
            self._strips.clear()
            self._drawn_for = (cells, self.pmo.ink)
        return cropped([self._strip(y) for y in range(height)], crop, cells)

    def render_line(self, y: int) -> Strip:
        """Give the strip of one line."""
        return self._strip(y)

    def _strip(self, y: int) -> Strip:
        """Give the strip of a line, made anew only where it changed."""
        try:
            return self._strips[y]
        except KeyError:
            strip = self._strips[y] = self.made_strip(self.drawn_line(y))
            return strip

    def made_strip(self, line: Line) -> Strip:
        """Make a line into a strip of this widget's width on its ground."""
        return to_strip(line, self.size.width, self.pmo.ink, self.ground, self.glyphs)
