"""The driver: Textual's own for Linux and macOS, with our writer below it and a quieter mouse."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any, cast

from textual.drivers import linux_driver

from screens.terminal.environment import Surroundings
from screens.terminal.keyboard import Keyboard
from screens.terminal.painter import Painter
from screens.terminal.writer import Writer

if TYPE_CHECKING:
    from textual.app import App


# Textual names its parser nowhere else; ours understands what its own does, and a quick escape as well.
linux_driver.XTermParser = Keyboard  # type: ignore[attr-defined]


class PmoDriver(linux_driver.LinuxDriver):
    """Sends only what changed, and asks for clicks and the wheel but never for every movement of the mouse."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._surroundings: Surroundings = getattr(app, "surroundings", Surroundings())
        self._writer: Writer | None = None

    def start_application_mode(self) -> None:
        """Start the writer, then Textual's part, then listen for changes of size before Textual hears of them."""
        width, height = self._get_terminal_size()
        painter = Painter(width, height, erases=self._surroundings.erases)
        output = cast("Any", self._file)
        self._writer = Writer(output.fileno(), painter, self._surroundings.encoding)
        self._writer.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        textuals = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: Any) -> None:
            if self._writer is not None:
                self._writer.resized(*self._get_terminal_size())
            if callable(textuals):
                textuals(number, frame)

        signal.signal(signal.SIGWINCH, resized)

    def write(self, data: str) -> None:
        """Hand to the writer what Textual writes."""
        if self._writer is not None:
            self._writer.write(data)

    def repaint(self) -> None:
        """Hold the whole screen for unknown, so that the next frame is sent in full."""
        if self._writer is not None:
            self._writer.resized(*self._get_terminal_size())

    def close(self) -> None:
        """Send the rest and end both threads."""
        if self._writer is not None:
            self._writer.stop()
            self._writer = None
        super().close()

    def _query_in_band_window_resize(self) -> None:
        """Ask for no reports of size on the line: the signal tells it."""

    def _enable_mouse_support(self) -> None:
        """Ask for buttons, drags and the wheel (1000, 1002) in the wide form (1006); never for movement (1003)."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")

    def _disable_mouse_support(self) -> None:
        """Take it back."""
        if self._mouse:
            self.write("\x1b[?1006l\x1b[?1002l\x1b[?1000l")
