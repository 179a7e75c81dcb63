"""Flows: a person opens, keeps, renames and deletes saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.domain.portfolio import View
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.services import views as service
from pmo_tui.words import _, say
from screens.cells import line
from screens.shell.checked_prompt import CheckedPrompt
from screens.shell.choose import Choice
from screens.views.saved import Saved, Wanted, described

if TYPE_CHECKING:
    from screens.shell.page import Page

MINE, SHARED = "mine", "shared"


async def choose_view(page: Page, thing: str) -> View | None:
    """Let a person choose a saved view, and rename or delete views on the way; None where one went back."""
    at, reason = 0, ""
    while True:
        views = await page.ask(service.views, thing)
        wanted: Wanted | None = await page.talk(Saved(views, at=at, reason=reason))
        if wanted is None or wanted.verb == "open":
            return wanted.view if wanted else None
        at, reason = views.index(wanted.view), ""
        flow = delete_view if wanted.verb == "delete" else rename_view
        try:
            await flow(page, wanted.view)
        except Refusal as refusal:
            reason = say(refusal)


async def save_view(page: Page, shown: View) -> View | None:
    """Keep what is shown under a name, for oneself or for everyone; None where one went back.

    `shown` holds query, mode, columns, sort and group; its name is the one proposed, its id does not matter.
    """
    views = await page.ask(service.views, shown.thing)
    about = _("It shows: {what}").format(what=described(shown))
    name: str | None = await page.talk(
        CheckedPrompt(_("Name of the view"), shown.name, about=about, check=_named)
    )
    if name is None:
        return None
    whose = await page.choose(
        _("Who sees it?"),
        [
            Choice(MINE, _("Only me"), _there(views, name, shared=False)),
            Choice(SHARED, _("Everyone"), _there(views, name, shared=True)),
        ],
    )
    if whose is None:
        return None
    there = service.called(views, name, shared=whose == SHARED)
    if there is not None and not await _replaced(page, there):
        return None
    owner = None if whose == SHARED else MINE
    wanted = shown._replace(
        id=there.id if there else 0,
        version=there.version if there else 0,
        name=name,
        owner=owner,
    )
    kept = await page.ask(service.save, wanted)
    done = _("View “{name}” saved; {key} undoes it.")
    page.say(done.format(name=kept.name, key=page.key_of("shell.undo")), role="good")
    return kept


async def rename_view(page: Page, view: View) -> View | None:
    """Give a view another name; None where one went back."""
    name: str | None = await page.talk(
        CheckedPrompt(
            _("New name"), view.name, about=_("It shows: {what}").format(what=described(view)), check=_named
        )
    )
    if name is None or name == view.name:
        return None
    return await page.ask(service.rename, view, name)


async def delete_view(page: Page, view: View) -> bool:
    """Delete a view after asking; tells whether it was."""
    about = [line(f" {described(view)}")]
    if view.owner is None:
        about.append(line((" " + _("Everyone sees this view."), "warn")))
    undo = page.key_of("shell.undo")
    about.append(line((" " + _("It can be undone with {key}.").format(key=undo), "muted")))
    if not await page.confirm(_("Delete the view “{name}”?").format(name=view.name), about, default=False):
        return False
    await page.ask(service.delete, view)
    page.say(_("View “{name}” deleted; {key} undoes it.").format(name=view.name, key=undo))
    return True


async def _replaced(page: Page, there: View) -> bool:
    """Ask whether the view that has the name already may be replaced."""
    return await page.confirm(
        _("Replace the view “{name}”?").format(name=there.name),
        [line((" " + _("It shows now:") + " ", "muted"), described(there))],
        default=False,
    )


def _named(name: str) -> None:
    """Refuse what can't be a view's name."""
    if not kept_line(name):
        raise Refusal(N_("A view needs a name: type one."))
    if len(kept_line(name)) > service.LONGEST_NAME:
        raise Refusal(
            N_("A view's name has at most {most} characters: shorten it."), most=service.LONGEST_NAME
        )


def _there(views: tuple[View, ...], name: str, *, shared: bool) -> str:
    """Say where a view of that name is there already."""
    return _("replaces the one of that name") if service.called(views, name, shared=shared) else ""
