"""Typing ahead: keys are taken one after the other, each in the state that the ones before it have led to.

On a slow line many keys come in one packet: `:` and the name typed behind it. What opens a question, finds a name or
reads a page needs a moment, and keys that come meanwhile wait for what comes of it, whoever is at work.
"""

from __future__ import annotations

from collections import deque

from textual import events

from screens.shell.page import Page
from screens.shell.travelling import Travelling

ASKS_OUT = "ctrl+c"
"""The key that tells how to quit; like the one that quits it never waits, and what waits before it is dropped."""
PATIENCE = 0.5
"""Seconds after which escape no longer waits for what is at work, since then it is meant for just that."""

Typed = events.Key | events.Paste


def _quits(event: Typed, page: Page) -> bool:
    """Tell whether a key quits from anywhere; a sign may be meant for a question, so that it waits for its turn."""
    return (
        isinstance(event, events.Key) and page.quits(event.key) and (page.too_small or not event.is_printable)
    )


def _urgent(event: Typed, page: Page) -> bool:
    """Tell whether a key is to be taken although the page is at work."""
    if not isinstance(event, events.Key):
        return False
    if event.key == ASKS_OUT or _quits(event, page):
        return True
    return event.key == "escape" and (page.busy_seconds > PATIENCE or bool(page.telling))


def _waits(event: Typed, page: Page) -> bool:
    """Tell whether a key waits for what is at work."""
    text = isinstance(event, events.Paste) or event.is_printable
    return page.keys_wait(text=text) and not _urgent(event, page)


class TypingAhead(Travelling):
    """An app that takes keys in their order, however fast they come."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Typed] = deque()

    def stop_waiting(self) -> bool:
        """End a wait that is told on the page, if there is one; that is what escape is meant for then."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed; everything else takes Textual's way."""
        if isinstance(event, Typed) and not event.is_forwarded and self.page is not None:
            if self._typed and self.page.keys_wait() and _urgent(event, self.page):
                self._typed.clear()
            self._typed.append(event)
            await self.take_typed()
            return
        await super().on_event(event)

    async def take_typed(self) -> None:
        """Take the keys that wait, as far as the page is ready for them."""
        while self._typed:
            page, event = self.page, self._typed[0]
            if page is not None and _waits(event, page):
                return
            self._typed.popleft()
            await self._take(page, event)

    async def _take(self, page: Page | None, event: Typed) -> None:
        """Take one key: the dialog if one waits, else the page; what neither understands is Textual's."""
        if page is not None and _quits(event, page):
            await self.action_quit()
            return
        if page is not None and page.too_small:
            return
        dialog = page.waiting_dialog if page is not None else None
        if page is not None and isinstance(event, events.Key):
            page.unsay()
            if event.key == "escape" and self.stop_waiting():
                return
            if await self._check_bindings(event.key, priority=True):
                return
            if dialog is not None:
                dialog.take_key(event.key, event.character if event.is_printable else None)
                return
            active = page.active_bindings.get(event.key)
            if (
                active is not None
                and active.enabled
                and await self.run_action(active.binding.action, active.node)
            ):
                return
            if active is None and event.is_printable:
                page.unknown(event.key)
        elif dialog is not None and isinstance(event, events.Paste):
            dialog.pasted(event.text)
            return
        await super().on_event(event)
