"""The app: it opens pages, asks the database thread and holds what all pages share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from textual import events
from textual.app import App
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _
from screens.actions.action import Action
from screens.glyphs import SETS, Glyphs
from screens.shell.database_thread import DatabaseThread
from screens.shell.page import Page
from screens.shell.registry import PAGES, Entry, existing
from screens.shell.thing import Provider
from screens.terminal.environment import Surroundings
from screens.themes.ink import Ink, ink_for
from screens.themes.textual_themes import textual_name, textual_themes

Answer = TypeVar("Answer")
POLLED = 3.0
"""Seconds between two looks at whether somebody else changed something."""


class PmoApp(App[None]):
    """The cockpit. `opener` makes the session on the database thread; `poll(session)` tells what was last changed."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "pmo-tui"
    theme: Reactive[str] = Reactive("pmo-dark")

    def __init__(
        self,
        opener: Callable[[], Any] = lambda: None,
        *,
        surroundings: Surroundings | None = None,
        pages: Sequence[Entry] = PAGES,
        first: str = "board",
        keymap: Mapping[str, str] | None = None,
        place: str = "",
        user: str = "",
        poll: Callable[[Any], object] | None = None,
        providers: Sequence[Provider] = (),
    ) -> None:
        self.surroundings = surroundings or Surroundings()
        super().__init__()
        themed = textual_name(self.surroundings.depth, self.surroundings.theme)
        if themed != self.theme:
            self.theme = themed
        self.glyphs: Glyphs = SETS[self.surroundings.glyphs]
        self.ink: Ink = ink_for(self.surroundings.depth, self.surroundings.theme)
        self.pages = existing(tuple(pages))
        self.badges: dict[str, str] = {}
        self.place, self.user = place, user
        self.keymap = dict(keymap or {})
        self.providers = list(providers)
        self._first = first
        self._opened: dict[str, Page] = {}
        self._poll = poll
        self._polled: object = None
        self._database = DatabaseThread(opener)
        self._database.warm_up()
        if self.keymap:
            self.set_keymap({action: keys.replace(" ", ",") for action, keys in self.keymap.items()})

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours."""
        return {**super().available_themes, **textual_themes()}

    @property
    def page(self) -> Page | None:
        """The page on top."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return screen if isinstance(screen, Page) else None

    def get_default_screen(self) -> Screen[Any]:
        """Begin with the first page itself."""
        ids = [entry.id for entry in self.pages]
        return self._page_for(self._first if self._first in ids else ids[0])

    def on_mount(self) -> None:
        """Begin to look for what others change."""
        if self._poll is not None:
            self.set_interval(POLLED, self._look)

    def on_unmount(self) -> None:
        """Let the database go."""
        self._database.close()

    async def on_event(self, event: events.Event) -> None:
        """Let the message go at the next key, before the key is understood."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.page is not None:
            self.page.unsay()
        await super().on_event(event)

    async def ask(self, function: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
        """Run function(session, ...) on the database thread and give its answer."""
        return await self._database.ask(function, *args, **kwargs)

    def open(self, page_id: str, **given: Any) -> None:
        """Open a page by its id: a numbered one stands upon the first one, any other upon the present one."""
        entry = next((entry for entry in self.pages if entry.id == page_id), None)
        if entry is None:
            self._say(_("This screen is not there yet."), "warn")
            return
        page = self._page_for(page_id)
        page.opened_with(**given)
        if page is self.screen:
            page.reload()
        elif page in self.screen_stack:
            self._pop_to(self.screen_stack.index(page) + 1)
        elif entry.number:
            self._show_numbered(page)
        else:
            self.push_screen(page)

    def _show_numbered(self, page: Page) -> None:
        """Put a numbered page upon the first one, in the place of any other."""
        self._pop_to(2)
        if len(self.screen_stack) == 1:
            self.push_screen(page)
        else:
            self.switch_screen(page)

    def _pop_to(self, height: int) -> None:
        """Leave pages until no more than so many stand on each other."""
        while len(self.screen_stack) > height:
            self.pop_screen()

    def open_number(self, number: int) -> None:
        """Open a page by its number, or say that there is none."""
        entry = next((entry for entry in self.pages if entry.number == number), None)
        if entry is None:
            self._say(_("There is no screen {number} yet.").format(number=number), "warn")
        else:
            self.open(entry.id)

    def go_back(self) -> bool:
        """Leave the page on top for the one below, and tell whether there was one."""
        if len(self.screen_stack) <= 1:
            return False
        self.pop_screen()
        return True

    def has_page(self, action: Action) -> bool:
        """Tell whether an action of the shell leads anywhere: a number only where that page exists."""
        if not action.id.startswith("shell.page"):
            return True
        return any(action.id == f"shell.page{entry.number}" for entry in self.pages)

    def badge(self, page_id: str, text: str) -> None:
        """Show a short text, such as a count, beside a page's name in the navigation."""
        if self.badges.get(page_id, "") != text:
            self.badges[page_id] = text
            if self.page is not None:
                self.page.badges_changed()

    def use_theme(self, name: str) -> None:
        """Change between dark and light."""
        self.ink = ink_for(self.surroundings.depth, name)
        self.theme = textual_name(self.surroundings.depth, name)
        self.repaint()

    def repaint(self) -> None:
        """Paint everything again."""
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
        self._say(_("Press ctrl+q to quit."))

    def _say(self, text: str, role: str = "") -> None:
        """Show a sentence on the page on top."""
        if self.page is not None:
            self.page.say(text, role=role)

    def _page_for(self, page_id: str) -> Page:
        """Give the page of that id, imported and made when it is first opened."""
        if page_id not in self._opened:
            entry = next(entry for entry in self.pages if entry.id == page_id)
            page = self._opened[page_id] = entry.load()()
            self.install_screen(page, page_id)
        return self._opened[page_id]

    def _look(self) -> None:
        """Look in the background whether somebody changed something."""
        self.run_worker(self._polled_once(), group="poll", exclusive=True)

    async def _polled_once(self) -> None:
        """Ask what was last changed, and load the page again where it is news."""
        try:
            answer = await self.ask(cast("Callable[[Any], object]", self._poll))
        except Refusal:
            return  # what can't be read now is read at the next look
        news, self._polled = self._polled is not None and answer != self._polled, answer
        if news and self.page is not None:
            self.page.reload()
