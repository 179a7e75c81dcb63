"""Who: a person says who they are here, so that `pm:me` and the forms know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.services import people, portfolio
from pmo_tui.words import _
from screens.bulk.values import Said, or_new
from screens.shell.choose import Choice

if TYPE_CHECKING:
    from screens.shell.page import Page


async def say_who(page: Page) -> None:
    """Let the person at the keyboard choose their name or type a new one."""
    listed = await page.ask(portfolio.people)
    choices = [Choice(Said(person.name), person.name, person.login or "") for person in listed]
    said: Said | None = await page.choose(_("You are"), or_new(choices))
    if said is None:
        return
    person = await page.ask(people.this_is_me, str(said.value))
    page.say(_("You are {name} here; pm:me finds your projects.").format(name=person.name), role="good")
