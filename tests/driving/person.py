"""A person at the keyboard: presses keys in the real app on a real database, and reads the screen."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from pmo_tui.services import journal
from pmo_tui.services.session import Session, open_session
from screens.board.finding import found_projects
from screens.raid.finding import found_items
from screens.risks.finding import found_risks
from screens.shell.app import PmoApp
from screens.shell.database_thread import DatabaseThread
from screens.terminal.environment import Surroundings
from tests.driving.quiet import WatchedThreads

MORNING = datetime(2026, 11, 23, 8, 30)  # noqa: DTZ001 - moments are kept without a zone
"""The one moment at which every morning of the tests begins, as naive UTC."""

MOST_LOOKS = 200
LIMIT = 60.0
"""Looks and seconds after which a screen that goes on changing, or a call that never ends, is a failure."""

NAMED = {"/": "slash", "?": "question_mark", ":": "colon", "*": "asterisk", " ": "space", "esc": "escape"}
NAMED |= {
    "+": "plus",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    ".": "full_stop",
    ",": "comma",
    "-": "minus",
}


def session_on(path: Path, who: str = "alice", clock: Callable[[], datetime] = lambda: MORNING) -> Session:
    """Open a session as the app does, in the morning."""
    return open_session(path, create=True, who=who, clock=clock)


class WatchedDatabase(DatabaseThread):
    """The thread of the database, on which one can wait."""

    def __init__(self, opener: Callable[[], Any]) -> None:
        super().__init__(opener)
        self._pool = self.watched = WatchedThreads("database", 1)


class Unhurried(PmoApp):
    """The app without a clock: it looks at what others have changed when it is told to, and finds nothing slow."""

    LOOKED = PATIENCE = 1e6
    DATABASE = WatchedDatabase
    _database: WatchedDatabase

    @property
    def database_thread(self) -> WatchedThreads:
        """The thread that holds the database."""
        return self._database.watched


class Person:
    """Presses keys and reads what stands on the screen."""

    def __init__(self, app: Unhurried, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._others = WatchedThreads("other")
        get_running_loop().set_default_executor(self._others)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait after each until the screen is quiet."""
        for key in keys:
            self._send(key)
            await self.settle()
        await self.pilot.pause()  # what is laid out last waits for Textual's own clock
        await self.settle()

    def _send(self, key: str) -> None:
        """Send a key as the terminal does."""
        self.app.post_message(events.Key(NAMED.get(key, key), key if len(key) == 1 else None))

    async def _processed(self) -> None:
        """Wait until all that has been sent is processed and painted, and every question to the database answered.

        The pilot would wait until the processor rests, which takes much longer than most keys do.
        """
        await self.pilot._wait_for_screen()
        while await self.app.database_thread.done(LIMIT) or await self._others.done(LIMIT):
            await self.pilot._wait_for_screen()
        self.app.screen._on_timer_update()

    async def sends(self, *keys: str) -> None:
        """Send keys in one packet, as they come over a slow line, and wait until the screen is quiet."""
        for key in keys:
            self._send(key)
        await self.settle()

    async def types(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def looks_again(self) -> None:
        """Let the app look at whether somebody else has changed something, as it does every few seconds."""
        await self.app.look()
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    async def settle(self) -> None:
        """Wait until the database thread has nothing to do and the screen no longer changes."""
        seen: tuple[str, int] | None = None
        for _look in range(MOST_LOOKS):
            if seen == (seen := (self.screen, self.app.database_thread.given + self._others.given)):
                return
            for _round in range(2):
                await self._processed()
        raise AssertionError(f"the screen never became quiet:\n{self.screen}")

    @property
    def screen(self) -> str:
        """What the screen shows, as lines without blanks at their ends."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def footer(self) -> str:
        """The last line."""
        return self.screen.splitlines()[-1]

    @property
    def state(self) -> str:
        """The second line: what is shown."""
        return self.screen.splitlines()[1]

    def sees(self, *texts: str) -> bool:
        """Tell whether all these texts stand on the screen; a failing test shows the screen."""
        return all(text in self.screen for text in texts) or _missing(self.screen, texts)

    def line(self, text: str) -> str:
        """Give the first line in which a text stands."""
        return next((line for line in self.screen.splitlines() if text in line), "")

    @property
    def cursor(self) -> str:
        """The text from the sign of the cursor on."""
        sign = self.app.glyphs.cursor
        line = self.line(sign)
        return line[line.index(sign) + 1 :].strip() if line else ""


def _missing(screen: str, texts: tuple[str, ...]) -> bool:
    """Print what was looked for in vain, and the screen."""
    print("not seen:", [text for text in texts if text not in screen], "\n" + screen)
    return False


@asynccontextmanager
async def at_keyboard(
    path: Path,
    size: tuple[int, int] = (80, 24),
    *,
    who: str = "alice",
    first: str = "board",
    file: str = "",
    keymap: Mapping[str, str] | None = None,
    **surroundings: object,
) -> AsyncIterator[Person]:
    """Open the app on a database at a size, as the command line does.

    Nothing is looked for every few seconds, since a test knows no clock: `look` does it once.
    """
    app = Unhurried(
        partial(session_on, path, who),
        surroundings=Surroundings(**surroundings),  # type: ignore[arg-type]
        first=first,
        keymap=keymap,
        file=file,
        user=who,
        poll=journal.mark,
        providers=(found_projects, found_risks, found_items),
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        await person.settle()
        yield person
