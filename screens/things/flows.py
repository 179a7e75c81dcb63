"""Flows that change a thing of any kind: each asks a person, then the services, and tells what came of it.

Each gives the thing as it stands then, None where nothing was changed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from pmo_tui.domain.fields import Values
from pmo_tui.services import conflicts, editing
from pmo_tui.services.editing import EDITED, Conflict, T
from pmo_tui.settings.drafts import drop_draft
from pmo_tui.words import _
from screens.cells import line
from screens.conflict.flow import settle
from screens.forms.drafting import Drafting
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.shell.page import Page
from screens.things.edited import Edited, told_of

Changed = Callable[[FormState], Values]
"""Gives the changes that a form makes."""


async def change(
    page: Page,
    edited: Edited[T],
    base: T,
    state: FormState,
    title: str,
    place: str,
    *,
    form: str = "edit",
    changed: Changed = FormState.changes,
    told: str,
    label: str = EDITED,
) -> T | None:
    """Let fields of a thing be changed in a form, settle a conflict, and tell what came of it.

    `place` is the database, `form` what the draft is called, `label` is for the journal.
    """
    name = (
        f"{form}/{base.id}" if edited.kind.entity == "project" else f"{form}/{edited.kind.entity}/{base.id}"
    )
    draft = Drafting(place, name, base.version)

    async def save(state: FormState) -> T | Conflict:
        changes = changed(state)
        if not changes:
            return base
        read = await page.ask(lambda session: conflicts.as_read(session, edited.kind, base, draft.version))
        return await or_conflict(
            page.ask(lambda session: editing.save(session, edited.kind, read, changes, label))
        )

    def made() -> Form:
        return Form(title, state, save, draft=draft)

    saved = await _until_settled(page, edited, made, lambda: drop_draft(place, name), told)
    if saved is base:
        page.say(_("Nothing was changed."))
    return saved


async def or_conflict(answer: Awaitable[T]) -> T | Conflict:
    """Wait for a thing that is being saved; a conflict is an answer too."""
    try:
        return await answer
    except Conflict as conflict:
        return conflict


async def _until_settled(
    page: Page, edited: Edited[T], made: Callable[[], Form], done: Callable[[], None], told: str
) -> T | None:
    """Show a form until it is saved or left, and say so; a conflict is settled, or leads back to the form."""
    while True:
        answer: T | Conflict | None = await page.talk(made())
        if not isinstance(answer, Conflict):
            if answer is not None:
                page.say(told_of(told, edited.kind, answer), role="good")
            return answer
        settled: T | None = await settle(page, answer, told, edited.comes_back)
        if settled is not None:
            await page.ask(lambda _session: done())
            return settled


async def add(page: Page, edited: Edited[T], state: FormState, title: str, place: str) -> T | None:
    """Add a thing in a form."""

    async def save(state: FormState) -> T:
        return await page.ask(lambda session: editing.add(session, edited.kind, state.values()))

    entity = edited.kind.entity
    draft = Drafting(place, "add" if entity == "project" else f"add/{entity}")
    added: T | None = await page.talk(Form(title, state, save, draft=draft))
    if added is not None:
        page.say(told_of(_("Added: {code} {name}."), edited.kind, added), role="good")
    return added


async def delete(page: Page, edited: Edited[T], base: T) -> T | None:
    """Delete a thing after asking; gives what it was."""
    undo = page.key_of("shell.undo")
    question = told_of(_("Delete {code} {name}?"), edited.kind, base)
    goes = _(edited.goes).format(key=undo)
    if not await page.confirm(question, [line(" ", (goes, "muted"))], default=False):
        return None
    try:
        await page.ask(lambda session: editing.delete(session, edited.kind, base))
    except Conflict as conflict:
        if conflict.theirs is None:
            say_gone(page)
        else:
            page.say(_("Someone has changed it since you asked: look at it again, then delete."), role="warn")
        return None
    page.say(told_of(_("Deleted: {code} {name}. {key} brings it back."), edited.kind, base, key=undo))
    return base


def say_gone(page: Page) -> None:
    """Say that a thing is not there any more."""
    page.say(_("It is not there any more: someone has deleted it."), role="warn")
