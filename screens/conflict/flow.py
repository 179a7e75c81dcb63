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


async def settle(page: Page, conflict: Conflict) -> Project | None:
    """Let a person choose between two versions of a project, and save; None where they go back to what they typed."""
    while True:
        try:
            if conflict.theirs is None:
                return await _deleted(page, conflict)
            chosen = await choose(page, conflict, conflict.clashes)
            if chosen is None:
                return None
            kept = merged(conflict.clashes, chosen)
            return await page.ask(projects.save, conflict.theirs, kept, conflict.label)
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


async def _who(page: Page, conflict: Conflict) -> str:
    """Ask who was it."""
    group = await page.ask(conflicts.last_group, conflict.base.id)
    return group.who if group else ""


async def _deleted(page: Page, conflict: Conflict) -> Project | None:
    """Ask whether a project that was deleted meanwhile shall be added again."""
    who = await _who(page, conflict)
    question = _("{who} has deleted {code} {name} meanwhile. Add it again with what you typed?")
    asked = question.format(who=who, code=conflict.base.code, name=conflict.base.name)
    told = line(" ", (_("Its gate decisions come back with it."), "muted"))
    if not await page.confirm(asked, [told]):
        return None
    return await page.ask(conflicts.add_again, conflict.base, conflict.mine)
