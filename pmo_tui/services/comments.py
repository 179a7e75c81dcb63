"""Use cases of comments: words about a project, a risk or any other item, by whoever has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from db import comments as kept
from db.door import StaleVersion, Writing
from pmo_tui.domain.checks import LONGEST_TEXT
from pmo_tui.domain.comments import Remark
from pmo_tui.domain.items import Thing
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_parts import Comment
from pmo_tui.domain.text import fold, kept_text
from pmo_tui.services.session import Session
from pmo_tui.words import _


def comments(session: Session, entity: str, key: int) -> list[Comment]:
    """Give the comments on a thing, the oldest first, each with who wrote it and when."""
    return kept.comments(entity, key)


def add(session: Session, entity: str, thing: Thing, text: str) -> Comment:
    """Add a comment to a thing and give it. Raises Refusal where nothing is said, or the thing has gone."""
    words = kept_text(text).strip()
    if not words:
        raise Refusal(N_("The comment is empty: write something."))
    if len(words) > LONGEST_TEXT:
        raise Refusal(N_("The comment is too long: shorten it to {most} characters."), most=LONGEST_TEXT)
    with session.writing(_("Comment on {code}").format(code=thing.code)) as group:
        if not kept.is_there(entity, thing.id):
            raise Refusal(N_("{code} has been deleted meanwhile."), code=thing.code)
        key = group.create("comment", {"entity": entity, "key": thing.id, "text": words})
    return next(comment for comment in kept.comments(entity, thing.id) if comment.id == key)


def write(group: Writing, remarks: Iterable[Remark], keys: Mapping[tuple[str, str], int]) -> None:
    """Write comments with their authors and moments; `keys` are those of things by kind and folded code."""
    group.create_many(
        "comment",
        [
            {
                "entity": remark.entity,
                "key": keys[remark.entity, fold(remark.code)],
                "text": remark.text,
                "who": remark.who,
                "at": None if remark.at is None else remark.at.isoformat(sep=" ", timespec="microseconds"),
            }
            for remark in remarks
        ],
    )


def delete(session: Session, thing: Thing, comment: Comment) -> None:
    """Delete a comment of one's own; it can be undone. Raises Refusal where it is another's, or was deleted since."""
    if comment.who != session.who:
        raise Refusal(N_("The comment is by {who}: only its author deletes it."), who=comment.who)
    try:
        with session.writing(_("Comment on {code} deleted").format(code=thing.code)) as group:
            group.delete("comment", comment.id, comment.version)
    except StaleVersion:
        raise Refusal(N_("The comment was deleted meanwhile.")) from None
