"""Use cases of relations: say that things have to do with each other, take that back, and walk it both ways."""

from __future__ import annotations

from db import comments as comments_kept
from db import relations as kept
from db.door import StaleVersion, Writing
from pmo_tui.domain.items import Thing
from pmo_tui.domain.journal import End, Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.relations import Related, Tie
from pmo_tui.services.session import Session
from pmo_tui.words import _


def related(session: Session, entity: str, key: int) -> list[Related]:
    """Give the things to which one is related, whichever way that goes."""
    return kept.related(entity, key)


def relate(
    session: Session, one: tuple[str, Thing], other: tuple[str, Thing], tie: Tie = Tie.RELATES
) -> None:
    """Say that one thing has to do with another, each with its entity. Raises Refusal where it is said already."""
    (entity, thing), (to, target) = one, other
    if (entity, thing.id) == (to, target.id):
        raise Refusal(N_("{code} can't be related to itself: choose another."), code=thing.code)
    ends = {(to, target.id, True), *([(to, target.id, False)] if tie is Tie.RELATES else [])}
    with session.writing(_("Related {code} to {other}").format(code=thing.code, other=target.code)) as group:
        for kind, end in (one, other):
            if not comments_kept.is_there(kind, end.id):
                raise Refusal(N_("{code} has been deleted meanwhile."), code=end.code)
        there = {
            (each.entity, each.key, each.onward) for each in kept.related(entity, thing.id) if each.tie is tie
        }
        if ends & there:
            message = N_("{code} is related to {other} already.")
            raise Refusal(message, code=thing.code, other=target.code)
        tie_within(group, (entity, thing.id), (to, target.id), tie)


def tie_within(group: Writing, one: End, other: End, tie: Tie) -> None:
    """Make a relation inside a group of changes."""
    group.create("relation", facts(one, other, tie))


def facts(one: End, other: End, tie: Tie) -> Facts:
    """Give the facts of a relation."""
    (entity, key), (to, target) = one, other
    return {"from_entity": entity, "from_key": key, "to_entity": to, "to_key": target, "kind": tie.value}


def unrelate(session: Session, thing: Thing, relation: Related) -> None:
    """Take back that a thing has to do with another.

    Raises Refusal where the relation tells what came of what, or where someone else has taken it away meanwhile.
    """
    if relation.tie is not Tie.RELATES:
        message = N_(
            "It tells what came of what, so it stays: {code} and {other} belong together for as long as both are there."
        )
        raise Refusal(message, code=thing.code, other=relation.code)
    label = _("{code} is no longer related to {other}").format(code=thing.code, other=relation.code)
    try:
        with session.writing(label) as group:
            group.delete("relation", relation.id, relation.version)
    except StaleVersion:
        raise Refusal(
            N_("The relation was changed or deleted by someone else meanwhile: look again.")
        ) from None
