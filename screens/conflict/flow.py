"""The flow of a conflict: ask a person whose values stand, save them, and ask again where it has changed again."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.domain.conflicts import Clash, Side, merged
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import conflicts, projects
from pmo_tui.services.editing import Conflict
from pmo_tui.words import _, say
from screens.cells import line
from screens.conflict.dialog import ConflictDialog
from screens.shell.page import Page
from screens.values import named


async def settle(page: Page, conflict: Conflict, told: str) -> Project | None:
    """Save beside what another has changed, and let a person choose where both have changed the same.

    Says in the words of `told` that it was saved, or whose changes stand beside one's own where nothing was to be
    chosen; gives None where they go back to what they typed.
    """
    while True:
        try:
            if conflict.theirs is None:
                return await _deleted(page, conflict, told)
            chosen = await choose(page, conflict, conflict.clashes)
            if chosen is None:
                return None
            kept = merged(conflict.clashes, conflict.mine, chosen)
            beside = await _beside(page, conflict) if conflict.alone and not conflict.clashes else ""
            saved = await page.ask(projects.save, conflict.theirs, kept, conflict.label)
            page.say(beside or saved_as(told, saved), role="good")
            return saved
        except Conflict as again:
            conflict = again  # what was chosen is one's own now; only what is new is asked about
        except Refusal as refusal:
            page.say(say(refusal), role="warn")
            return None


async def choose(
    page: Page, conflict: Conflict, found: Sequence[Clash], leads: str = ""
) -> dict[str, Side] | None:
    """Let a person choose whose value is taken for every field; None where they go back, nothing where none differs."""
    if not found:
        return {}
    title = f"{conflict.base.code} {conflict.theirs.name if conflict.theirs else conflict.base.name}"
    chosen: dict[str, Side] | None = await page.talk(
        ConflictDialog(title, await _who(page, conflict), found, leads)
    )
    return chosen


def saved_as(told: str, project: Project) -> str:
    """Say that a project was saved."""
    return told.format(code=project.code, name=project.name)


async def _beside(page: Page, conflict: Conflict) -> str:
    """Say what another has changed that stands beside what is saved next."""
    names = ", ".join(map(named, conflict.alone))
    told = _("Saved; {who} changed {fields} meanwhile: both stand.")
    return told.format(who=await _who(page, conflict), fields=names)


async def _who(page: Page, conflict: Conflict) -> str:
    """Ask who was it."""
    group = await page.ask(conflicts.last_group, conflict.base.id)
    return group.who if group else ""


async def _deleted(page: Page, conflict: Conflict, told: str) -> Project | None:
    """Ask whether a project that was deleted meanwhile shall be added again."""
    who = await _who(page, conflict)
    question = _("{who} has deleted {code} {name} meanwhile. Add it again with what you typed?")
    asked = question.format(who=who, code=conflict.base.code, name=conflict.base.name)
    happens = line(" ", (_("Its gate decisions come back with it."), "muted"))
    if not await page.confirm(asked, [happens]):
        return None
    added = await page.ask(conflicts.add_again, conflict.base, conflict.mine)
    page.say(saved_as(told, added), role="good")
    return added
