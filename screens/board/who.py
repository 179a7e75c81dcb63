"""Who: a person says who they are here, so that `pm:me` and the forms know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.services import people, portfolio
from pmo_tui.words import _
from screens.bulk.values import Said, or_new
from screens.cells import line
from screens.shell.choose import Choice
from screens.shell.confirm import Confirm

if TYPE_CHECKING:
    from screens.shell.page import Page


async def say_who(page: Page) -> None:
    """Let the person at the keyboard choose their name or type a new one."""
    listed = await page.ask(portfolio.people)
    choices = [Choice(Said(person.name), person.name, person.login or "") for person in listed]
    said: Said | None = await page.choose(_("You are"), or_new(choices))
    if said is None:
        return
    name = await _meant(page, str(said.value))
    if name is None:
        return
    person = await page.ask(people.this_is_me, name)
    page.say(_("You are {name} here; pm:me finds your projects.").format(name=person.name), role="good")


async def _meant(page: Page, name: str) -> str | None:
    """Ask whether a new name that is like a known one is a slip; None where one went back."""
    near = await page.ask(people.meant, name)
    if near is None:
        return name
    question = _("Nobody is called “{name}” yet. Are you {near}?").format(name=name, near=near)
    told = _("If not, “{name}” is added as a new person.").format(name=name)
    slip: bool | None = await page.talk(Confirm(question, [line(" ", (told, "muted"))]))
    return None if slip is None else near if slip else name
