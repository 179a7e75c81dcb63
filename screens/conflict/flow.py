"""The flow of a conflict: ask a person whose values stand, save them, and ask again where it has changed again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmo_tui.domain.conflicts import Clash, Side, merged
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import conflicts, editing
from pmo_tui.services.editing import Conflict
from pmo_tui.words import _, say
from screens.cells import line
from screens.conflict.dialog import ConflictDialog
from screens.shell.page import Page
from screens.things.edited import told_of
from screens.values import named


async def settle(page: Page, conflict: Conflict, told: str, comes_back: str) -> Any:
    """Save beside what another has changed, and let a person choose where both have changed the same.

    Says in the words of `told` that it was saved, or whose changes stand beside one's own where nothing was to be
    chosen; gives the thing, None where they go back to what they typed. `comes_back` says what comes back with a
    thing that was deleted and is added again.
    """
    while True:
        kind = conflict.kind
        try:
            if conflict.theirs is None:
                return await _deleted(page, conflict, told, comes_back)
            chosen = await choose(page, conflict, conflict.clashes)
            if chosen is None:
                return None
            kept = merged(conflict.clashes, conflict.mine, chosen)
            beside = await _beside(page, conflict) if conflict.alone and not conflict.clashes else ""
            saved: Any = await page.ask(editing.save, kind, conflict.theirs, kept, conflict.label)
            page.say(beside or told_of(told, kind, saved), role="good")
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
    title = told_of("{code} {name}", conflict.kind, conflict.theirs or conflict.base)
    chosen: dict[str, Side] | None = await page.talk(
        ConflictDialog(title, await _who(page, conflict), found, leads)
    )
    return chosen


async def _beside(page: Page, conflict: Conflict) -> str:
    """Say what another has changed that stands beside what is saved next."""
    names = ", ".join(map(named, conflict.alone))
    told = _("Saved; {who} changed {fields} meanwhile: both stand.")
    return told.format(who=await _who(page, conflict), fields=names)


async def _who(page: Page, conflict: Conflict) -> str:
    """Ask who was it."""
    group = await page.ask(conflicts.last_group, conflict.kind.entity, conflict.base.id)
    return group.who if group else ""


async def _deleted(page: Page, conflict: Conflict, told: str, comes_back: str) -> Any:
    """Ask whether a thing that was deleted meanwhile shall be added again."""
    who, kind = await _who(page, conflict), conflict.kind
    question = _("{who} has deleted {code} {name} meanwhile. Add it again with what you typed?")
    asked = told_of(question, kind, conflict.base, who=who)
    if not await page.confirm(asked, [line(" ", (_(comes_back), "muted"))]):
        return None
    added: Any = await page.ask(conflicts.add_again, kind, conflict.base, conflict.mine)
    page.say(told_of(told, kind, added), role="good")
    return added
