"""Use cases of the actions of a risk: what is to be done about it, by whom and until when."""

from __future__ import annotations

from datetime import date

from db import risks as kept
from db.door import Writing
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_parts import ResponseAction, State
from pmo_tui.services import editing, raid_lives
from pmo_tui.services.editing import Changes, Conflict
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


def finish(session: Session, action: ResponseAction, on: date | None = None) -> None:
    """Record that an action is done, today where no other day is given.

    Raises Refusal where a value can't stand, or someone else has changed the action since it was read.
    """
    item = editing.get(session, ACTION, action.id)
    if item is None or item.version != action.version:
        raise Refusal(_STALE)
    try:
        raid_lives.go_on(session, ACTION, item, State.DONE.value, {"done_on": on} if on else {})
    except Conflict:
        raise Refusal(_STALE) from None
