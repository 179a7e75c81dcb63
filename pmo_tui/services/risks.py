"""Use cases of risks: what is a risk's own when one is added, changed and deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from db import portfolio as portfolio_kept
from db import projects as projects_kept
from db import risks as kept
from pmo_tui.domain.fields import Value, Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.list_changes import ListChange
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.risk_checks import CLOSING, OCCURRING, accepted, accepting, agreeing, decided
from pmo_tui.domain.risks import Level, Response, Side, Status
from pmo_tui.services import bulk, editing
from pmo_tui.services.bulk import BulkChange
from pmo_tui.services.editing import Before, Changes, Editable
from pmo_tui.services.session import Session
from pmo_tui.words import _n

PEOPLE = ("owner", "accepted_by")
"""The fields that name people, who must not have left."""


def find(session: Session, code: str) -> Item:
    """Give the risk with this code, case and accents ignored. Raises Refusal where there is none."""
    return editing.find(session, RISK, code)


def get(session: Session, key: int) -> Item | None:
    """Give the risk with this key, None where it has gone."""
    return editing.get(session, RISK, key)


def read(session: Session, keys: Sequence[int]) -> list[Item]:
    """Give risks in the order of their keys; those that have gone are left out."""
    return kept.read(keys, session.today())


def add(session: Session, values: Changes) -> Item:
    """Add a risk and give it; without a code it gets the next free one, without a status it is open."""
    return editing.add(session, RISK, values)


def save(session: Session, base: Item, changes: Changes) -> Item:
    """Change fields of the risk that was read as `base`, and give it as it stands then.

    Raises Conflict where someone else has changed it since, Refusal where a value can't stand, or is not simply set.
    """
    return editing.save(session, RISK, base, changes)


def delete(session: Session, base: Item) -> None:
    """Delete a risk with its actions and comments; it can be undone. Raises Conflict as `save` does."""
    editing.delete(session, RISK, base)


def preview(session: Session, keys: Sequence[int], name: str, value: Value | ListChange) -> BulkChange:
    """Show what setting one field of many risks would change, as `bulk.preview` does."""
    return bulk.preview(session, RISK, keys, name, value)


def change_many(session: Session, change: BulkChange) -> int:
    """Make the change that was previewed, as `bulk.change_many` does."""
    return bulk.change_many(session, RISK, change)


def _complete(session: Session, ready: dict[str, Value]) -> None:
    """Give a new risk what it can't be without: a threat, open, at the level of what it is of, raised today.

    It begins open or as a draft. Raises Refusal for one that is over, which use cases of their own lead to.
    """
    for name, value in usual(ready).items():
        ready[name] = ready.get(name) or value
    ready.setdefault("raised", session.today())
    if ready["status"] == Status.OCCURRED.value:
        raise Refusal(OCCURRING)
    if ready["status"] == Status.CLOSED.value:
        raise Refusal(CLOSING)


def usual(values: Values) -> dict[str, Value]:
    """Give what a risk is where nothing is said: a threat, open, at the level of what it is of."""
    of = [level for level in (Level.PROJECT, Level.PROGRAMME) if values.get(level.value)]
    level = of[0] if of else Level.PORTFOLIO
    return {"side": Side.THREAT.value, "status": Status.OPEN.value, "level": level.value}


def _check(whole: Values, changes: Values) -> None:
    """Refuse values that contradict each other, people who have left, and an acceptance by nobody."""
    whole = placed(whole, changes)
    agreeing(whole, changes)
    if accepting(whole, changes):
        accepted(whole, kept.scales_kept())
    check_people(changes)


def check_people(changes: Values, fields: Sequence[str] = PEOPLE) -> None:
    """Refuse people who have left; `fields` are those that name people."""
    if changes.keys().isdisjoint(fields):
        return
    for name in fields:
        person = changes.get(name)
        if isinstance(person, str) and portfolio_kept.has_left(person):
            raise Refusal(N_("{name} has left: choose somebody else."), name=person)


def placed(whole: Values, changes: Values) -> Values:
    """Give the values of a risk with the programme of its project. Raises Refusal where another one is being set."""
    project = whole.get("project")
    if project is None:
        return whole
    programme = projects_kept.programme_of(str(project))
    if changes.get("programme") not in {None, programme}:
        message = N_("The programme is that of the project {project}: change it there, or leave it empty.")
        raise Refusal(message, project=project)
    return {**whole, "programme": programme}


def following(changes: Values, before: Before, day: date) -> dict[str, Value]:
    """Give changes made on a day with that day as the one on which a risk is accepted, where no other is given.

    One that is set to another level by hand is escalated no longer: there is nothing to hand back.
    """
    found = dict(changes)
    strategy = changes.get("strategy", before("strategy"))
    if changes.get("accepted_by") and strategy == Response.ACCEPT.value and "accepted_on" not in changes:
        found["accepted_on"] = day
    if "level" in changes and "escalated_from" not in changes and before("escalated_from") is not None:
        found |= dict.fromkeys(("escalated_from", "escalated_on", "escalated_why"))
    return found


def _parts(key: int) -> Iterable[tuple[str, int]]:
    """Give what goes with a risk: its comments and actions."""
    return kept.keys_of_parts([key])


def _as_it_stood(session: Session, key: int, facts: Facts, version: int) -> Item:
    """Give a risk of what was kept of it in an earlier version."""
    return kept.as_it_stood(key, facts, version, session.today())


RISK: Editable[Item] = Editable(
    entity="risk",
    title="title",
    prefix="R",
    catalogue=kept.catalogue,
    read=read,
    as_it_stood=_as_it_stood,
    keys_by_code=kept.keys_by_code,
    key_of=kept.key_of,
    unknown=N_("There is no risk with the code “{code}”. `pmo-tui list risks` shows them."),
    set_many=lambda count: _n("Set {field} of {count} risk", "Set {field} of {count} risks", count),
    complete=_complete,
    check=_check,
    following=lambda changes, before, group: following(changes, before, group.day),
    decided=decided,
    parts=_parts,
)
"""Risks, as they are edited."""
