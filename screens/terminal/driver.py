"""The driver: Textual's own for Linux and macOS, with our writer below it and a quieter mouse."""

from __future__ import annotations

import os
import select
import signal
from typing import TYPE_CHECKING, Any, cast

from textual.drivers.linux_driver import LinuxDriver

from screens.terminal.environment import Surroundings
from screens.terminal.keyboard import Keyboard
from screens.terminal.letters import Letters
from screens.terminal.painter import Painter
from screens.terminal.writer import Writer

if TYPE_CHECKING:
    from textual.app import App

    from screens.shell.app import PmoApp

WAITED = 0.1
"""Seconds between two looks at whether the app ends or a key is still to be completed."""
MOST = 4096
"""The most bytes that are read at once."""


class PmoDriver(LinuxDriver):
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

    def run_input_thread(self) -> None:
        """Understand what the terminal sends, on a thread of its own; a defect in here ends the app as any other."""
        try:
            self._listen()
        except Exception as error:  # noqa: BLE001 - nobody else would hear of it
            self._app.call_later(cast("PmoApp", self._app).fail, error)

    def _listen(self) -> None:
        """Hand to the app what is typed, until the app ends or the terminal is gone, which others look after."""
        keyboard, letters = Keyboard(), Letters(self._surroundings.encoding)
        while not self.exit_event.is_set():
            text = ""
            if select.select([self.fileno], [], [], WAITED)[0]:
                try:
                    data = os.read(self.fileno, MOST)
                except OSError:
                    return
                if not data:
                    return
                text = letters.read(data)
            for piece in filter(None, (text, letters.tick())):
                for event in keyboard.feed(piece):
                    self.process_message(event)
            for event in keyboard.tick():
                self.process_message(event)

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
