"""Links between things: walked by one key from one to the other, and made by another key."""

from __future__ import annotations

from pmo_tui.domain.items import Item
from pmo_tui.domain.relations import Related, Tie
from pmo_tui.services import raid_lives, relations
from pmo_tui.words import _
from screens.item.related import choice_of
from screens.shell.choose import Choice
from screens.shell.page import Page
from screens.things.flows import say_gone


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


async def unrelate(page: Page, item: Item, related: Related) -> None:
    """Take away that an item has to do with another thing, after asking; what came of what is refused unasked."""
    if related.tie is Tie.RELATES:
        question = _("Take the relation away? {code} and {other} {title}")
        asked = question.format(code=item.code, other=related.code, title=related.title)
        if not await page.confirm(asked, default=False):
            return
    await page.ask(relations.unrelate, item, related)
    told = _("{code} is no longer related to {other}. {key} takes it back.")
    page.say(told.format(code=item.code, other=related.code, key=page.key_of("shell.undo")), role="good")


async def relate(page: Page, entity: str, key: int) -> None:
    """Say that an item has to do with another, found by its code or some of its letters."""
    others = await page.ask(raid_lives.others, entity, key)
    if not others:
        page.say(_("There is nothing else yet to which it could be related."), role="warn")
        return
    choices = [Choice((to, target), f"{code} {title}") for to, target, code, title in others]
    chosen: tuple[str, int] | None = await page.choose(_("What has it to do with?"), choices)
    if chosen is None:
        return
    related = await page.ask(raid_lives.relate, (entity, key), chosen)
    if related is None:
        say_gone(page)
        return
    one, other = related
    told = _("{code} is now related to {other}. {key} takes it back.")
    page.say(told.format(code=one.code, other=other.code, key=page.key_of("shell.undo")), role="good")
