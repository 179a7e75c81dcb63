"""Viewing: from what a list shows to a saved view, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.domain.portfolio import View
from pmo_tui.words import _
from screens.lists.shown import Shown
from screens.shell.choose import Choice
from screens.views.flows import choose_view, save_view

if TYPE_CHECKING:
    from screens.shell.page import Page


async def choose_or_save(page: Page, shown: Shown, thing: str) -> Shown | None:
    """Let a person open a saved view or save what is shown; give what to show then, None where nothing changes."""
    wanted = "open" if page.read_only else await _asked(page)
    if wanted == "save":
        kept = await save_view(page, _view(shown, thing))
        return None if kept is None else Shown.of_view(kept)
    chosen = await choose_view(page, thing) if wanted == "open" else None
    return None if chosen is None else Shown.of_view(chosen)


async def _asked(page: Page) -> str | None:
    """Ask whether a view is to be opened or saved; None where one goes back."""
    choices = [Choice("open", _("Open a saved view")), Choice("save", _("Save what is shown as a view"))]
    wanted: str | None = await page.choose(_("Views"), choices)
    return wanted


def _view(shown: Shown, thing: str) -> View:
    """Give what is shown of some things as a view."""
    return View(
        id=0,
        version=0,
        name=shown.name,
        query=shown.query,
        mode=shown.mode,
        columns=shown.columns,
        sort=tuple(str(key) for key in shown.sort),
        group=shown.group,
        thing=thing,
    )
