"""The walk along a link: from one thing to what it is related to, by one key."""

from __future__ import annotations

from pmo_tui.domain.relations import Related
from pmo_tui.services import relations
from pmo_tui.words import _
from screens.item.related import choice_of
from screens.shell.page import Page


def open_related(page: Page, related: Related) -> None:
    """Open the page of a related thing."""
    if related.entity == "project":
        page.pmo.open("project", code=related.code)
    elif related.entity == "risk":
        page.pmo.open("risk", key=related.key)
    else:
        page.pmo.open("item", entity=related.entity, key=related.key)


async def walk(page: Page, entity: str, key: int) -> None:
    """Open what a thing is related to; where that is several, ask which."""
    found = await page.ask(relations.related, entity, key)
    if not found:
        page.say(_("It is related to nothing yet."), role="warn")
        return
    chosen: Related | None = found[0]
    if len(found) > 1:
        chosen = await page.choose(_("Open what it is related to"), [choice_of(each) for each in found])
    if chosen is not None:
        open_related(page, chosen)
