"""Use cases of response actions: what is to be done about a risk, by whom and until when."""

from __future__ import annotations

from datetime import date

from db import risks as kept
from db.door import StaleVersion, Writing
from db.packing import packed
from pmo_tui.domain.checks import of_field
from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_parts import ACTION_FIELDS, ResponseAction, State
from pmo_tui.services.editing import Changes, ready_values, references
from pmo_tui.services.session import Session
from pmo_tui.words import _

_STALE = N_("The action was changed or deleted by someone else meanwhile: look again and repeat.")


def actions(session: Session, risk: Item) -> list[ResponseAction]:
    """Give the actions of a risk, those that are due first before the others."""
    return kept.actions([risk.id])


def add(session: Session, risk: Item, values: Changes) -> ResponseAction:
    """Add an action to a risk and give it; without a state it is planned. Raises Refusal where a value can't stand."""
    with session.writing("") as group:
        key = create(group, risk, values)
        group.label = _("Action for {code}: {title}").format(code=risk.code, title=values["title"])
    return next(action for action in kept.actions([risk.id]) if action.id == key)


def create(group: Writing, risk: Item, values: Changes) -> int:
    """Make an action of a risk inside a group of changes, and give its key. Raises Refusal as `add` does."""
    ready = ready_values(values, ACTION_FIELDS)
    if not ready.get("title"):
        raise of_field(N_("{field} can't be empty: type it."), ACTION_FIELDS.by_name["title"])
    ready["state"] = ready.get("state") or State.PLANNED.value
    if kept.key_of(risk.code) != risk.id:
        raise Refusal(N_("The risk {code} has been deleted meanwhile."), code=risk.code)
    directory = references(group, ready, ACTION_FIELDS)
    facts = packed(_dated(ready, group.day), ACTION_FIELDS, directory)
    return group.create("response_action", {**facts, "risk": risk.id})


def save(session: Session, action: ResponseAction, changes: Changes) -> None:
    """Change an action. Raises Refusal where a value can't stand, or someone else has changed it since it was read."""
    ready = ready_values(changes, ACTION_FIELDS)
    label = _("Action for {code}: {title}").format(code=action.risk, title=ready.get("title", action.title))
    with session.writing(label) as group:
        directory = references(group, ready, ACTION_FIELDS)
        try:
            group.change(
                "response_action",
                action.id,
                action.version,
                packed(_dated(ready, group.day), ACTION_FIELDS, directory),
            )
        except StaleVersion:
            raise Refusal(_STALE) from None


def finish(session: Session, action: ResponseAction, on: date | None = None) -> None:
    """Record that an action is done, today where no other day is given. Raises as `save` does."""
    save(session, action, {"state": State.DONE.value, **({"done_on": on} if on else {})})


def delete(session: Session, action: ResponseAction) -> None:
    """Delete an action; it can be undone. Raises Refusal where someone else has changed it since it was read."""
    label = _("Action for {code} deleted: {title}").format(code=action.risk, title=action.title)
    with session.writing(label) as group:
        try:
            group.delete("response_action", action.id, action.version)
        except StaleVersion:
            raise Refusal(_STALE) from None


def _dated(ready: dict[str, Value], today: date) -> dict[str, Value]:
    """Give the values of an action with the day on which it was done: none while it is not."""
    if "state" not in ready:
        return ready
    if ready["state"] != State.DONE.value:
        return {**ready, "done_on": None}
    return {**ready, "done_on": ready.get("done_on") or today}
