"""Use cases of comments: what people say about a thing, beside what they change of it."""

from __future__ import annotations

from db import journal as journal_kept
from pmo_tui.domain.items import Thing
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_text
from pmo_tui.services.session import Session
from pmo_tui.words import _


def add(session: Session, entity: str, thing: Thing, text: str) -> None:
    """Comment on a thing. Raises Refusal where nothing is said, or where the thing has gone."""
    said = kept_text(text)
    if not said:
        raise Refusal(N_("A comment says something: type it."))
    with session.writing(_("Comment on {code}").format(code=thing.code)) as group:
        if not journal_kept.standing(entity, [thing.id]):
            raise Refusal(N_("{code} has been deleted meanwhile."), code=thing.code)
        group.create("comment", {"entity": entity, "key": thing.id, "text": said})
