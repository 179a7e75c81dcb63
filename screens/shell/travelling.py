"""Travelling: how the app opens pages, goes back, and shows a sentence on the page it has come to."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.worker import Worker

from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _, say
from screens.shell.page import Page
from screens.shell.registry import Entry
from screens.widgets.working import guarded, tidied

STACK = "pages-"
"""What the name of a stack of pages begins with; each database has its own."""


class Travelling(App[None]):
    """An app of pages: the first one lies at the bottom, a numbered one upon it, others upon that."""

    pages: tuple[Entry, ...] = ()
    first: str
    """The id of the page that lies at the bottom."""
    DEFAULT_MODE = f"{STACK}0"

    def __init__(self) -> None:
        super().__init__()
        self._opened: dict[str, Page] = {}
        self._begun = 0
        self._new_stack()

    @property
    def page(self) -> Page | None:
        """The page on top."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return screen if isinstance(screen, Page) else None

    @property
    def page_id(self) -> str:
        """The id of the page on top, "" for none."""
        return "" if self.page is None else self.page.ID

    def run_worker(self, work: Any, *args: Any, **kwargs: Any) -> Worker[Any]:
        """Run a worker whose refusal becomes a message of the page on top."""
        return tidied(super().run_worker(guarded(work, self._refused), *args, **kwargs), work)

    def _refused(self, refusal: Refusal) -> None:
        """Show a refusal on the page on top."""
        self._say(say(refusal), role="warn")

    def open(self, page_id: str, **given: Any) -> None:
        """Open a page by its id: a numbered one stands upon the first one, any other upon the present one."""
        entry = next((entry for entry in self.pages if entry.id == page_id), None)
        if entry is None:
            self._say(_("This screen is not there yet."), "warn")
            return
        lacking = self.page.lacks(entry.needs) if self.page is not None else None
        if lacking is not None:
            self._say(lacking, "warn")
            return
        page = self._page_for(page_id)
        page.opened_with(**given)
        if page is self.screen:
            page.reload()
            return
        page.comes_up()
        if page in self.screen_stack:
            self._pop_to(self.screen_stack.index(page) + 1)
        elif entry.number or entry.instead:
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
            self.go_back()

    def open_number(self, number: int) -> None:
        """Open a page by its number."""
        self.open(next((entry.id for entry in self.pages if entry.number == number), ""))

    def go_back(self) -> bool:
        """Leave the page on top for the one below, and tell whether there was one."""
        if len(self.screen_stack) <= 1:
            return False
        self.pop_screen()
        if self.page is not None:
            self.page.comes_up()
        return True

    def begin_again(self) -> None:
        """Forget all pages with all that they show, and open the first one anew."""
        former, pages, stack = self.current_mode, list(self._opened.values()), self.screen_stack
        self._opened = {}
        self._begun += 1
        self.switch_mode(self._new_stack())
        self.remove_mode(former)
        for page in pages:
            self.uninstall_screen(page)
            if page not in stack:
                page.remove()

    def _new_stack(self) -> str:
        """Make a stack of pages with the first one on it, and give its name, which Textual calls a mode."""
        name = f"{STACK}{self._begun}"
        self.add_mode(name, lambda: self._page_for(self.first))
        return name

    def _say(self, text: str, role: str = "") -> None:
        """Show a sentence on the page on top."""
        if self.page is not None:
            self.page.say(text, role=role)

    def _tell(self, text: str) -> None:
        """Show on the page on top what is being done, "" once it is done."""
        for page in self._opened.values():
            page.tell(text if page is self.page else "")

    def _page_for(self, page_id: str) -> Page:
        """Give the page of that id, imported and made when it is first opened."""
        if page_id not in self._opened:
            entry = next(entry for entry in self.pages if entry.id == page_id)
            page = self._opened[page_id] = entry.load()()
            self.install_screen(page, f"{page_id}-{self._begun}")
        return self._opened[page_id]
