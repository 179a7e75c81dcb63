"""Use cases of the actions of a risk: what is to be done about it, by whom and until when."""

from __future__ import annotations

from datetime import date

from db import risks as kept
from db.door import StaleVersion, Writing
from db.packing import packed
from pmo_tui.domain.actions import ACTIONS
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid import dated
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_parts import ResponseAction, State
from pmo_tui.services import editing
from pmo_tui.services.editing import Changes, ready_values, references
from pmo_tui.services.raid import ACTION
from pmo_tui.services.session import Session
from pmo_tui.words import _

_STALE = N_("The action was changed or deleted by someone else meanwhile: look again and repeat.")


def actions(session: Session, risk: Item) -> list[ResponseAction]:
    """Give the actions of a risk, those that are due first before the others."""
    return kept.actions([risk.id])


def add(session: Session, risk: Item, values: Changes) -> ResponseAction:
    """Add an action to a risk and give it; without a state it is planned. Raises Refusal where a value can't stand."""
    with session.writing("") as group:
        key = create(session, group, risk, values)
        group.label = _("Action for {code}: {title}").format(code=risk.code, title=values["title"])
    return next(action for action in kept.actions([risk.id]) if action.id == key)


def create(session: Session, group: Writing, risk: Item, values: Changes) -> int:
    """Make an action of a risk inside a group of changes, and give its key. Raises Refusal as `add` does."""
    if kept.key_of(risk.code) != risk.id:
        raise Refusal(N_("The risk {code} has been deleted meanwhile."), code=risk.code)
    key, _ready = editing.create(session, group, ACTION, {**values, "risk": risk.code})
    return key


def save(session: Session, action: ResponseAction, changes: Changes) -> None:
    """Change an action. Raises Refusal where a value can't stand, or someone else has changed it since it was read."""
    catalogue = ACTION.catalogue()
    ready = ready_values(changes, catalogue)
    label = _("Action for {code}: {title}").format(code=action.risk, title=ready.get("title", action.title))
    with session.writing(label) as group:
        directory = references(group, ready, catalogue)
        said = dated(ACTIONS, ready, {"state": action.state.value, "done_on": action.done_on}.get, group.day)
        try:
            group.change("action", action.id, action.version, packed(said, catalogue, directory))
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
            for part in ACTION.parts(action.id):
                group.delete(*part, None)
            group.delete("action", action.id, action.version)
        except StaleVersion:
            raise Refusal(_STALE) from None
