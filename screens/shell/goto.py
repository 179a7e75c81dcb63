"""Go to: pages, commands, and whatever things other parts of the program can find by a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from pmo_tui.words import _
from screens.actions.action import sentence, shown_key
from screens.shell.choose import Choice, Finder
from screens.shell.matching import best

if TYPE_CHECKING:
    from screens.shell.commands import Commands

_MOST = 50


def destinations(page: Commands) -> Finder:
    """Give a finder of pages, of commands of this page, and of what the registered providers find.

    Every choice's value is a function that goes there.
    """
    known = [*_pages(page), *_commands(page)]

    async def find(typed: str) -> Sequence[Choice]:
        found = best(known, typed, lambda choice: choice.text)
        if typed.strip():
            for provider in page.pmo.providers:
                found += [
                    Choice(partial(page.pmo.open, thing.page, **thing.given), thing.text, thing.note)
                    for thing in await page.ask(provider, typed)
                ]
        return found[:_MOST]

    return find


def _pages(page: Commands) -> list[Choice]:
    """Give the pages that have a number or can be gone to by name."""
    return [
        Choice(partial(page.pmo.open, entry.id), _(entry.label), str(entry.number) if entry.number else "")
        for entry in page.pmo.pages
        if entry.number or entry.by_name
    ]


def _commands(page: Commands) -> list[Choice]:
    """Give the commands of a page."""
    keymap = page.pmo.keymap
    return [
        Choice(
            partial(page.action_do, action.id),
            sentence(action).rstrip("."),
            " ".join(shown_key(key) for key in action.keys_in(keymap)),
        )
        for action in page.all_actions()
        if action.palette
    ]
