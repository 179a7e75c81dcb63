"""Flows that change a project from any page: each asks a person, then the services, and tells what came of it.

Each gives the project as it stands then, None where nothing was changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date

from pmo_tui.domain.declaring import DECLARED, declared
from pmo_tui.domain.fields import Value
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import N_
from pmo_tui.services import forms, projects
from pmo_tui.services.forms import Subject
from pmo_tui.services.projects import PROJECT
from pmo_tui.words import _
from pmo_tui.words.numbers import point
from screens.forms.fields import FormField
from screens.forms.projects import project_fields
from screens.forms.state import FormState
from screens.shell.page import Page
from screens.things import flows
from screens.things.edited import Edited, told_of

EDITED = Edited(
    PROJECT,
    goes=N_("Its gate decisions go with it. {key} brings both back."),
    comes_back=N_("Its gate decisions come back with it."),
)
"""Projects, as a screen edits them."""

_DAY = "health_date"
"""The day on which the form of the status declares; elsewhere the day of the health of the whole."""


async def edit_project(page: Page, key: int, section: str | None = None, field: str = "") -> Project | None:
    """Change any field of a project in a form that opens at a section (overview, health, money…) or at a field."""
    subject = await _subject(page, key)
    if subject is None:
        return None
    fields = project_fields(subject.known)
    at = field or next((each.name for each in fields if each.field.group == section), "")
    title = told_of(_("Edit {code} {name}"), PROJECT, subject.project)
    state = _state(subject, fields, at)
    told = _("Saved: {code} {name}.")
    return await flows.change(page, EDITED, subject.project, state, title, subject.known.place, told=told)


async def declare_status(page: Page, key: int) -> Project | None:
    """Declare the weather of a project, dimension by dimension, with a comment on each.

    What has a colour is declared on the day given, also where it is the same as last week.
    """
    subject = await _subject(page, key)
    if subject is None:
        return None
    project = subject.project
    wanted = [name for each in (*DECLARED[1:], DECLARED[0]) for name in (each, f"{each}_comment")]
    by_name = {each.name: each for each in project_fields(subject.known)}
    day = dataclasses.replace(by_name[_DAY], depth=0, required=True)
    state = _state(subject, [*(by_name[name] for name in wanted), day], wanted[0])
    state.begin_with(_DAY, subject.known.around.today)

    def changed(state: FormState) -> dict[str, Value]:
        said = {name: value for name, value in state.changes().items() if name != _DAY}
        on = state.value(_DAY)
        assert isinstance(on, date)
        return declared(said, project.value, on)

    title = told_of(_("Declare the weather of {code} {name}"), PROJECT, project)
    return await flows.change(
        page,
        EDITED,
        project,
        state,
        title,
        subject.known.place,
        form="status",
        changed=changed,
        told=_("Declared: {code} {name}."),
        label=projects.DECLARED,
    )


def _state(subject: Subject, fields: list[FormField], at: str) -> FormState:
    """Give the state of a form that holds a project's values."""
    values = {each.name: subject.project.value(each.name) for each in fields}
    return FormState(fields, values, subject.known.around.today, at=at, point=point())


async def _subject(page: Page, key: int) -> Subject | None:
    """Ask for a project, and say where it is gone."""
    subject = await page.ask(forms.subject, key)
    if subject is None:
        flows.say_gone(page)
    return subject


async def add_project(page: Page, defaults: Mapping[str, Value] | None = None) -> Project | None:
    """Add a project in a form that holds `defaults`, such as the phase of the column or the query's programme."""
    known = await page.ask(forms.known)
    fields = project_fields(known, adding=True)
    begun = {"phase": known.names["phase"][0], **(defaults or {})}
    state = FormState(fields, begun, known.around.today, at="name", point=point())
    return await flows.add(page, EDITED, state, _("New project"), known.place)


async def delete_project(page: Page, key: int) -> Project | None:
    """Delete a project after asking; gives what it was."""
    subject = await _subject(page, key)
    return None if subject is None else await flows.delete(page, EDITED, subject.project)


async def decide_gate(page: Page, key: int) -> Project | None:
    """Take the decision at a gate of a project."""
    from screens.project.gate_form import decide

    subject = await _subject(page, key)
    return await decide(page, subject) if subject is not None else None
