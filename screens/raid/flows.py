"""Flows that change an item of a register: added, edited, led on to another state, commented, deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pmo_tui.domain.fields import Field, Kind, Value, Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid import ItemKind, usual
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.refusal import N_
from pmo_tui.services import comments, editing, raid_forms, raid_lives
from pmo_tui.services.editing import Conflict
from pmo_tui.services.forms import Known
from pmo_tui.services.raid_forms import Subject
from pmo_tui.words import _
from pmo_tui.words.labels import said_of
from pmo_tui.words.numbers import point
from screens.forms.fields import FormField, Reader
from screens.forms.form import Form
from screens.forms.state import FormState
from screens.forms.usual import usual_field
from screens.raid.becoming import fail_assumption, say_changed
from screens.raid.kinds import REGISTERS, edited
from screens.shell.choose import Choice
from screens.shell.page import Page
from screens.things import flows
from screens.things.edited import told_of


def item_fields(noun: str, known: Known, *, adding: bool = False) -> list[FormField]:
    """Give the form fields of all that can be typed of an item, by section; the code ends the first one."""
    kind = BY_NOUN[noun]
    order = list(kind.catalogue.groups)
    typed = [field for field in kind.catalogue if field.settable]
    typed.sort(key=lambda field: (order.index(field.group), field.name == "code"))
    return [_field(noun, field, known, adding=adding) for field in typed]


def _field(noun: str, field: Field, known: Known, *, adding: bool) -> FormField:
    """Give the form field of one field; where an item stands is decided by a key of its own."""
    kind = BY_NOUN[noun]
    found = usual_field(field, known, _(kind.catalogue.groups[field.group]))
    if field.name == "code" and adding:
        return replace(found, hint=_("Leave it empty for the next free one."))
    if field.name == kind.state:
        return replace(found, fixed=not adding)
    if field.name == "level":
        return replace(found, required=True, proposes=_level(kind))
    return replace(found, required=field.required)


def _level(kind: ItemKind) -> Callable[[Reader], Value]:
    """Give what proposes the level: that of what the item is of."""

    def proposed(read: Reader) -> Value:
        return usual(kind, {name: read(name) for name in ("project", "programme")})["level"]

    return proposed


async def add_item(page: Page, noun: str, defaults: Mapping[str, Value] | None = None) -> Item | None:
    """Add an item in a form that holds `defaults`."""
    known = await page.ask(raid_forms.known)
    kind = BY_NOUN[noun]
    begun: dict[str, Value] = {kind.state: kind.first, "raised": known.around.today, **(defaults or {})}
    fields = item_fields(noun, known, adding=True)
    state = FormState(fields, begun, known.around.today, at="title", point=point())
    return await flows.add(page, edited(noun), state, _(REGISTERS[noun].new), known.place)


async def edit_item(page: Page, noun: str, key: int, section: str = "", field: str = "") -> Item | None:
    """Change any field of an item in a form that opens at a section or at a field."""
    subject = await _subject(page, noun, key)
    if subject is None:
        return None
    fields = item_fields(noun, subject.known)
    at = field or next((each.name for each in fields if each.field.group == section), "")
    values = {each.name: subject.item.value(each.name) for each in fields}
    state = FormState(fields, values, subject.known.around.today, at=at, point=point())
    of = edited(noun)
    title, told = told_of(_("Edit {code} {name}"), of.kind, subject.item), _("Saved: {code} {name}.")
    return await flows.change(page, of, subject.item, state, title, subject.known.place, told=told)


async def delete_item(page: Page, noun: str, key: int) -> Item | None:
    """Delete an item after asking; gives what it was."""
    subject = await _subject(page, noun, key)
    return None if subject is None else await flows.delete(page, edited(noun), subject.item)


async def change_field_of_items(page: Page, noun: str, keys: Sequence[int]) -> int:
    """Set one field of many items, after a look at what would change; gives how many were changed."""
    from screens.bulk.flows import NOT_OFFERED, change_field_of_many

    kind = BY_NOUN[noun]
    return await change_field_of_many(page, edited(noun).kind, keys, NOT_OFFERED | {kind.state})


async def go_on(page: Page, noun: str, key: int) -> Item | None:
    """Lead an item on to another state, with the words that this state asks for."""
    subject = await _subject(page, noun, key)
    if subject is None:
        return None
    kind, of = BY_NOUN[noun], edited(noun)
    field = kind.catalogue.by_name[kind.state]
    ways = kind.ways[str(subject.item.value(kind.state))]
    if not ways:
        page.say(told_of(_("{code} is at its end: there is no way on."), of.kind, subject.item), role="warn")
        return None
    choices = [Choice(way, _(field.said[way])) for way in ways]
    way: str | None = await page.choose(
        told_of(_("{code} {name} goes on to"), of.kind, subject.item), choices
    )
    if way is None:
        return None
    if way in kind.becomes:
        return await fail_assumption(page, subject.item)
    asked = _asked(noun, way, subject)
    told = _("{code}: {state}.").replace("{state}", _(field.said[way]))
    if not asked:
        return await _at_once(page, noun, subject.item, way, told)
    state = FormState(
        asked,
        {each.name: subject.item.value(each.name) for each in asked},
        subject.known.around.today,
        point=point(),
    )
    title = said_of(told_of("{code} {name}", of.kind, subject.item), _(field.said[way]))

    def changed(state: FormState) -> Values:
        return {kind.state: way, **state.changes()}

    return await flows.change(
        page,
        of,
        subject.item,
        state,
        title,
        subject.known.place,
        form=f"to-{way}",
        changed=changed,
        told=told,
        label=raid_lives.LED.get(way, editing.EDITED),
    )


def _asked(noun: str, way: str, subject: Subject) -> list[FormField]:
    """Give what a state asks for: its words, and who decided where it is a decision."""
    kind = BY_NOUN[noun]
    names = [kind.asks[way]] if way in kind.asks else []
    decides = way in kind.stamps.get("decided_on", frozenset())
    names += ["decided_by"] if decides and subject.item.value("decided_by") is None else []
    fields = [usual_field(kind.catalogue.by_name[name], subject.known, "") for name in names]
    return [replace(each, required=each.name == kind.asks.get(way)) for each in fields]


async def _at_once(page: Page, noun: str, item: Item, way: str, told: str) -> Item | None:
    """Lead an item on as it stands, and tell it."""
    of = edited(noun)
    try:
        saved = await page.ask(raid_lives.go_on, of.kind, item, way)
    except Conflict:
        say_changed(page)
        return None
    page.say(told_of(told, of.kind, saved), role="good")
    return saved


async def comment_on_item(page: Page, noun: str, key: int) -> Item | None:
    """Write a comment on an item."""
    subject = await _subject(page, noun, key)
    if subject is None:
        return None
    of = edited(noun)
    text = FormField(Field("@comment", Kind.TEXT, N_("Comment")), required=True)

    async def save(state: FormState) -> Item:
        await page.ask(comments.add, of.kind.entity, subject.item, str(state.value("@comment")))
        return subject.item

    state = FormState([text], {}, subject.known.around.today)
    title = told_of(_("Comment on {code} {name}"), of.kind, subject.item)
    kept: Item | None = await page.talk(Form(title, state, save))
    if kept is not None:
        told = _("Comment kept on {code}. {key} takes it back.")
        page.say(told_of(told, of.kind, kept, key=page.key_of("shell.undo")), role="good")
    return kept


async def _subject(page: Page, noun: str, key: int) -> Subject | None:
    """Ask for an item, and say where it is gone."""
    subject = await page.ask(raid_forms.subject, edited(noun).kind, key)
    if subject is None:
        flows.say_gone(page)
    return subject
