"""Flows that change a project from any page: each asks a person, then the services, and tells what came of it.

Each gives the project as it stands then, None where nothing was changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from pmo_tui.domain.declaring import DECLARED, declared
from pmo_tui.domain.fields import Value
from pmo_tui.domain.projects import Project
from pmo_tui.services import conflicts, forms, projects
from pmo_tui.services.editing import EDITED, Conflict
from pmo_tui.services.forms import Known, Subject
from pmo_tui.settings.drafts import drop_draft
from pmo_tui.words import _
from pmo_tui.words.numbers import point
from screens.cells import line
from screens.conflict.flow import saved_as, settle
from screens.forms.drafting import Drafting
from screens.forms.fields import FormField
from screens.forms.form import Form
from screens.forms.projects import project_fields
from screens.forms.state import FormState
from screens.shell.page import Page

_DAY = "health_date"
"""The day on which the form of the status declares; elsewhere the day of the health of the whole."""


async def edit_project(page: Page, key: int, section: str | None = None, field: str = "") -> Project | None:
    """Change any field of a project in a form that opens at a section (overview, health, money…) or at a field."""
    subject = await _subject(page, key)
    if subject is None:
        return None
    fields = project_fields(subject.known)
    at = field or next((each.name for each in fields if each.field.group == section), "")
    title = _("Edit {code} {name}").format(code=subject.project.code, name=subject.project.name)
    return await _change(
        page,
        subject,
        _state(subject, fields, at),
        FormState.changes,
        title,
        "edit",
        _("Saved: {code} {name}."),
    )


async def declare_status(page: Page, key: int) -> Project | None:
    """Declare the weather of a project, dimension by dimension, with a comment on each.

    What has a colour is declared on the day given, also where it is the same as last week.
    """
    subject = await _subject(page, key)
    if subject is None:
        return None
    wanted = [name for each in (*DECLARED[1:], DECLARED[0]) for name in (each, f"{each}_comment")]
    by_name = {each.name: each for each in project_fields(subject.known)}
    title = _("Declare the weather of {code} {name}").format(
        code=subject.project.code, name=subject.project.name
    )
    day = dataclasses.replace(by_name[_DAY], depth=0, required=True)
    state = _state(subject, [*(by_name[name] for name in wanted), day], wanted[0])
    state.begin_with(_DAY, subject.known.around.today)

    def changed(state: FormState) -> dict[str, Value]:
        said = {name: value for name, value in state.changes().items() if name != _DAY}
        on = state.value(_DAY)
        assert isinstance(on, date)
        return declared(said, subject.project.value, on)

    told = _("Declared: {code} {name}.")
    return await _change(page, subject, state, changed, title, "status", told, projects.DECLARED)


def _state(subject: Subject, fields: list[FormField], at: str) -> FormState:
    """Give the state of a form that holds a project's values."""
    values = {each.name: subject.project.value(each.name) for each in fields}
    return FormState(fields, values, subject.known.around.today, at=at, point=point())


async def _subject(page: Page, key: int) -> Subject | None:
    """Ask for a project, and say where it is gone."""
    subject = await page.ask(forms.subject, key)
    if subject is None:
        page.say(_("It is not there any more: someone has deleted it."), role="warn")
    return subject


async def _change(
    page: Page,
    subject: Subject,
    state: FormState,
    changed: Callable[[FormState], dict[str, Value]],
    title: str,
    form: str,
    told: str,
    label: str = EDITED,
) -> Project | None:
    """Let fields of a project be changed, settle a conflict, and tell what came of it; `label` is for the journal."""
    base, known = subject.project, subject.known
    name = f"{form}/{base.id}"
    draft = Drafting(known.place, name, base.version)

    async def save(state: FormState) -> Project | Conflict:
        changes = changed(state)
        if not changes:
            return base
        read = await page.ask(conflicts.as_read, base, draft.version)
        return await _or_conflict(page.ask(projects.save, read, changes, label))

    def made() -> Form:
        return Form(title, state, save, draft=draft)

    saved = await _until_settled(page, made, known, name, told)
    if saved is base:
        page.say(_("Nothing was changed."))
    return saved


async def _or_conflict(answer: Awaitable[Project]) -> Project | Conflict:
    """Wait for a project that is being saved; a conflict is an answer too."""
    try:
        return await answer
    except Conflict as conflict:
        return conflict


async def _until_settled(
    page: Page, made: Callable[[], Form], known: Known, name: str, told: str
) -> Project | None:
    """Show a form until it is saved or left, and say so; a conflict is settled, or leads back to the form."""
    while True:
        answer: Project | Conflict | None = await page.talk(made())
        if not isinstance(answer, Conflict):
            if answer is not None:
                page.say(saved_as(told, answer), role="good")
            return answer
        settled = await settle(page, answer, told)
        if settled is not None:
            await page.ask(lambda _session: drop_draft(known.place, name))
            return settled


async def add_project(page: Page, defaults: Mapping[str, Value] | None = None) -> Project | None:
    """Add a project in a form that holds `defaults`, such as the phase of the column or the query's programme."""
    known = await page.ask(forms.known)
    fields = project_fields(known, adding=True)
    begun = {"phase": known.names["phase"][0], **(defaults or {})}
    state = FormState(fields, begun, known.around.today, at="name", point=point())

    async def save(state: FormState) -> Project:
        return await page.ask(projects.add, state.values())

    draft = Drafting(known.place, "add")
    added: Project | None = await page.talk(Form(_("New project"), state, save, draft=draft))
    if added is not None:
        page.say(_("Added: {code} {name}.").format(code=added.code, name=added.name), role="good")
    return added


async def delete_project(page: Page, key: int) -> Project | None:
    """Delete a project after asking; gives what it was."""
    subject = await _subject(page, key)
    if subject is None:
        return None
    base = subject.project
    question = _("Delete {code} {name}?").format(code=base.code, name=base.name)
    undo = page.key_of("shell.undo")
    told = _("Its gate decisions go with it. {key} brings both back.").format(key=undo)
    if not await page.confirm(question, [line(" ", (told, "muted"))], default=False):
        return None
    try:
        await page.ask(projects.delete, base)
    except Conflict as conflict:
        if conflict.theirs is not None:
            page.say(_("Someone has changed it since you asked: look at it again, then delete."), role="warn")
            return None
    done = _("Deleted: {code} {name}. {key} brings it back.")
    page.say(done.format(code=base.code, name=base.name, key=undo))
    return base


async def decide_gate(page: Page, key: int) -> Project | None:
    """Take the decision at a gate of a project."""
    from screens.project.gate_form import decide

    subject = await _subject(page, key)
    return await decide(page, subject) if subject is not None else None
