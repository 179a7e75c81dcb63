"""The app: it opens pages, asks the database thread and holds what all pages share."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.reactive import Reactive
from textual.theme import Theme
from textual.worker import WorkerFailed

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _
from screens.actions.bindings import bound
from screens.glyphs import SETS, Glyphs
from screens.shell.database_thread import DatabaseThread
from screens.shell.page import Page
from screens.shell.patience import SECONDS, Patience, said_of
from screens.shell.registry import PAGES, Entry
from screens.shell.thing import Provider
from screens.shell.typing_ahead import ASKS_OUT, TypingAhead
from screens.terminal import signals
from screens.terminal.environment import Depth, Surroundings
from screens.themes.ink import Ink, ink_for
from screens.themes.textual_themes import textual_name, textual_themes

Answer = TypeVar("Answer")


class PmoApp(TypingAhead, inherit_bindings=False):
    """The cockpit. `opener` makes the session on the database thread; `poll(session)` tells what was last changed."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "pmo-tui"
    BINDINGS: ClassVar[list[BindingType]] = [Binding(ASKS_OUT, "help_quit", show=False, system=True)]
    """Without the key by which Textual quits, whatever a person has given it to: `shell.quit` is declared."""
    LOOKED = 3.0
    """Seconds between two looks at whether somebody else changed something."""
    PATIENCE = SECONDS
    DATABASE = DatabaseThread
    """Runs what is asked of the database."""
    theme: Reactive[str] = Reactive("pmo-dark")

    def __init__(
        self,
        opener: Callable[[], Any] = lambda: None,
        *,
        surroundings: Surroundings | None = None,
        pages: Sequence[Entry] = PAGES,
        first: str = "board",
        keymap: Mapping[str, str] | None = None,
        file: str = "",
        portfolio: str = "",
        user: str = "",
        poll: Callable[[Any], object] | None = None,
        providers: Sequence[Provider] = (),
    ) -> None:
        self.surroundings = surroundings or Surroundings()
        super().__init__()
        themed = textual_name(self.surroundings.depth, self.surroundings.theme)
        if themed != self.theme:
            self.theme = themed
        self.glyphs: Glyphs = SETS[self.surroundings.glyphs].spoken()
        self.ink: Ink = ink_for(self.surroundings.depth, self.surroundings.theme)
        self.pages = tuple(pages)
        ids = [entry.id for entry in self.pages]
        self.first = first if first in ids else ids[0]
        self.file, self.portfolio, self.read_only = file, portfolio, False
        self.user = user
        self.keymap = dict(keymap or {})
        self.providers = list(providers)
        self._poll = poll
        self._database = self.DATABASE(opener)
        self._patience = Patience(self._doing, self._tell, self.PATIENCE)
        self._database.warm_up()
        if self.keymap:
            self.set_keymap(bound(self.keymap))

    @property
    def place(self) -> str:
        """What is open: the portfolio by its name or else its file's, and that it can't be changed where it can't."""
        name = self.portfolio or self.file
        return name + " · " + _("read only") if self.read_only else name

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours."""
        return {**super().available_themes, **textual_themes()}

    def get_driver_class(self) -> type[Driver]:
        """Take our driver where Textual would take its own for Linux and macOS."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from screens.terminal.driver import PmoDriver

        return PmoDriver

    def on_mount(self) -> None:
        """Hear signals, and begin to look for what others change."""
        if self._driver is not None and not self.is_headless:
            signals.install(self._leave)
            parent = os.getppid()
            self.set_interval(
                signals.WATCHED, lambda: self._leave(1) if signals.terminal_is_gone(parent) else None
            )
        if self._poll is not None:
            self.set_interval(self.LOOKED, self._look)

    def on_unmount(self) -> None:
        """Let the database go."""
        self._database.close()

    async def ask(self, function: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
        """Run function(session, ...) on the database thread and give its answer."""
        with self._patience.lasting():
            return await self._database.ask(function, *args, **kwargs)

    def _doing(self) -> str:
        """Say what the database is at, where the page does not say it by itself."""
        work = self._database.work
        waits = work is not None and work.waits
        return said_of(work) if waits or self.page is None or not self.page.tells_itself else ""

    def stop_waiting(self) -> bool:
        """End the wait for another program that writes to the database, if there is one."""
        work = self._database.work
        return work is not None and work.give_up()

    @property
    def closing(self) -> threading.Event:
        """Set once the app is being left, so that a long call on the database thread can stop."""
        return self._database.closing

    async def use_database(self, opener: Callable[[], Any], file: str) -> None:
        """Work on another database from now on, of that file name, and show its first page."""
        await self._database.switch(opener)
        self.file, self.portfolio, self.read_only = file, "", False
        self.begin_again()

    def turn_theme(self) -> bool:
        """Change between dark and light; False where the terminal's own colours are used."""
        if self.surroundings.depth is not Depth.PALETTE:
            return False
        name = "light" if self.ink.theme.dark else "dark"
        self.use_theme(name)
        self.run_worker(self.ask(_remember_theme, name), group="state")
        return True

    def use_theme(self, name: str) -> None:
        """Change between dark and light."""
        self.ink = ink_for(self.surroundings.depth, name)
        self.theme = textual_name(self.surroundings.depth, name)
        self.repaint()

    def repaint(self) -> None:
        """Paint everything again, also what the terminal is thought to show already."""
        redraw = getattr(self._driver, "repaint", None)
        if redraw is not None:
            redraw()
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.redraw()

    def notify(self, message: str, *args: Any, **kwargs: Any) -> None:
        """Show what Textual would say in a toast in the message line."""
        del args, kwargs
        self._say(message)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Show an address; a browser would open on the host, not before the person."""
        del new_tab
        self._say(url)

    def action_help_quit(self) -> None:
        """Say how to quit to who presses ctrl+c."""
        if self.page is not None:
            self.page.say(_("Press {key} to quit.").format(key=self.page.key_of("shell.quit")))

    def fail(self, error: Exception) -> None:
        """End after a defect that another thread has met."""
        self._handle_exception(error)

    async def action_quit(self) -> None:
        """Quit from anywhere; what holds something unsaved asks first."""
        if self.page is None:
            self.exit()
        elif self.page.waiting_dialog is None or self.page.waiting_dialog.may_go():
            self.page.action_quit()

    def panic(self, *renderables: Any) -> None:
        """End after a defect of which Textual knows only what it would print."""
        del renderables
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End after a defect: the traceback goes to the log, the person reads one sentence.

        What fails after the first defect fails because of it, and would only hide it.
        """
        from rich.text import Text

        from screens.terminal import crash

        if self._exit_renderables:
            return
        first: BaseException | None = self._exception or sys.exc_info()[1]
        first = first.error if isinstance(first, WorkerFailed) else first
        self._exit_renderables.append(Text(crash.sentence(first)))
        self._return_code = 1
        self._close_messages_no_wait()

    def _leave(self, code: int) -> None:
        """End because of a signal; what is typed is kept first, since there may be no time after it."""
        for screen in self.screen_stack:
            if isinstance(screen, Page) and screen.waiting_dialog is not None:
                screen.waiting_dialog.keep()
        self.exit(return_code=code)

    def _look(self) -> None:
        """Look in the background whether somebody changed something."""
        look: Any = self.look
        self.run_worker(look, group="poll", exclusive=True)

    async def journal_mark(self) -> object:
        """Ask what was last changed by anyone; None where nobody looks."""
        return None if self._poll is None else await self.ask(self._poll)

    async def look(self) -> None:
        """Ask what was last changed, and load the page again where it has not been read since."""
        try:
            mark = await self.journal_mark()
        except Refusal as refusal:
            self._refused(refusal)  # and it is asked again at the next look
            return
        if self.page is not None and self.page.is_older_than(mark):
            self.page.reload()


def _remember_theme(_session: object, name: str) -> None:
    """Keep the theme for the next start; files are written on the thread that may wait."""
    from pmo_tui.settings.state import State

    State().remember(theme=name)
