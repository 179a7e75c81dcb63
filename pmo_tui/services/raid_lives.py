"""Use cases of the lives of items: what becomes of each by one key, and what one makes of another."""

from __future__ import annotations

from collections.abc import Mapping

from db import portfolio as portfolio_kept
from db import relations as relations_kept
from db.door import StaleVersion, Writing
from pmo_tui.domain.fields import LONGEST_TITLE, Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid_kinds import BY_THING
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.relations import Tie
from pmo_tui.domain.risks import Level
from pmo_tui.services import editing, relations
from pmo_tui.services.editing import EDITED, Changes, Conflict, Editable, change_within, ready_values
from pmo_tui.services.raid import ACTION, ASSUMPTION, CHANGE_REQUEST, DECISION, DEPENDENCY, ISSUE
from pmo_tui.services.relations import tie_within
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session
from pmo_tui.words import _

CARRIED = ("title", "description", "owner", "project", "programme", "level", "tags", "links")
"""What a thing carries over into what becomes of it, as far as both have it."""

BY_ENTITY: Mapping[str, Editable[Item]] = {
    kind.entity: kind for kind in (RISK, ISSUE, ASSUMPTION, DEPENDENCY, ACTION, DECISION, CHANGE_REQUEST)
}
"""The kinds of items as they are edited, by what the journal calls them."""


LED: Mapping[str, str] = {
    "resolved": N_("Resolved {code}"),
    "closed": N_("Closed {code}"),
    "confirmed": N_("Confirmed {code}"),
    "agreed": N_("Agreed {code}"),
    "delivered": N_("Delivered {code}"),
    "done": N_("Done {code} {name}"),
    "decided": N_("Decided {code}"),
    "submitted": N_("Submitted {code}"),
    "approved": N_("Approved {code}"),
    "rejected": N_("Rejected {code}"),
    "deferred": N_("Deferred {code}"),
    "implemented": N_("Implemented {code}"),
}
"""What the journal says of an item that came to a state; of other states it says that the item was edited."""


def go_on(
    session: Session, kind: Editable[Item], base: Item, way: str, changes: Changes | None = None
) -> Item:
    """Lead an item on to another state, with the words that this state asks for.

    Raises Refusal where that state can't be reached from here, where its words are missing, or where it makes another
    thing of the item, which `fail` does; Conflict as `editing.save` does.
    """
    of = BY_THING[kind.entity]
    if way in of.becomes:
        raise Refusal(N_("{code} becomes another thing when it fails: say which."), code=base.code)
    return editing.save(session, kind, base, {**(changes or {}), of.state: way}, LED.get(way, EDITED))


def fail(session: Session, base: Item, into: str = "issue", changes: Changes | None = None) -> Item:
    """Record that an assumption has failed, and give the issue or the risk that it becomes, `into` says which."""
    said = {"status": "failed"}
    return _make(
        session, ASSUMPTION, base, said, BY_ENTITY[into], Tie.BECAME, changes, N_("{code} has failed")
    )


def ask_decision(session: Session, base: Item, changes: Changes | None = None) -> Item:
    """Make a decision that an issue asks for, and give it; it is of what the issue is of."""
    return _make(session, ISSUE, base, {}, DECISION, Tie.ASKS, changes, N_("{code} asks for a decision"))


def ask_change(session: Session, base: Item, changes: Changes | None = None) -> Item:
    """Make a change request that an issue asks for, and give it; it is of what the issue is of."""
    label = N_("{code} asks for a change")
    return _make(session, ISSUE, base, {}, CHANGE_REQUEST, Tie.ASKS, changes, label)


def others(session: Session, entity: str, key: int) -> list[tuple[str, int, str, str]]:
    """Give entity, key, code and title of all items to which one can be related."""
    return [each for each in relations_kept.called(tuple(BY_ENTITY)) if each[:2] != (entity, key)]


def relate(session: Session, one: tuple[str, int], other: tuple[str, int]) -> tuple[Item, Item] | None:
    """Say that two items have to do with each other and give both, None where one has gone. Raises as `relations`."""
    ends = [(entity, editing.get(session, BY_ENTITY[entity], key)) for entity, key in (one, other)]
    (entity, item), (to, target) = ends
    if item is None or target is None:
        return None
    relations.relate(session, (entity, item), (to, target))
    return item, target


def _make(
    session: Session,
    kind: Editable[Item],
    base: Item,
    said: Changes,
    into: Editable[Item],
    tie: Tie,
    changes: Changes | None,
    label: str,
) -> Item:
    """Change an item, make another one of it in the same group, and give that one."""
    ready = ready_values(said, kind.catalogue())
    kind.decided(ready, base.value)
    try:
        with session.writing(_(label).format(code=base.code)) as group:
            key = made_of(session, group, (kind, base), ready, into, tie, changes)
    except StaleVersion:
        raise Conflict(kind, base, editing.get(session, kind, base.id), ready, label) from None
    return into.read(session, [key])[0]


def made_of(
    session: Session,
    group: Writing,
    of: tuple[Editable[Item], Item],
    ready: Changes,
    into: Editable[Item],
    tie: Tie,
    changes: Changes | None = None,
) -> int:
    """Change an item inside a group, make another one of what it carries over, and give the key of that one."""
    kind, base = of
    if ready:
        change_within(group, kind, base, ready)
    else:
        group.check(kind.entity, base.id, base.version)
    values = {**carried(kind, base, into), **(changes or {})}
    key, _ready = editing.create(session, group, into, values)
    tie_within(group, (kind.entity, base.id), (into.entity, key), tie)
    return key


def carried(kind: Editable[Item], base: Item, into: Editable[Item]) -> dict[str, Value]:
    """Give what an item carries over into one of another kind; a risk tells in its event what others describe."""
    known = into.catalogue().by_name
    found = {name: base.value(name) for name in CARRIED if name in known and name in kind.catalogue().by_name}
    if into.entity == RISK.entity and base.value("description"):
        found["event"] = base.value("description")
    if "effect" in known and base.value("effect"):
        found["effect"] = base.value("effect")
    if "impact" in known and into.entity == ISSUE.entity and base.value("effect"):
        found["impact"] = base.value("effect")
    if base.value("level") == Level.PROGRAMME.value and not base.value("programme"):
        found.pop("level", None)  # its project has left the programme
    if base.value("project"):
        found.pop("programme", None)  # it is the project's
    title = str(found.get("title") or "")
    if len(title) > LONGEST_TITLE:
        found["title"] = title[: LONGEST_TITLE - 1].rstrip() + "…"  # one from before titles had a limit
    if found.get("owner") in {person.name for person in portfolio_kept.people() if not person.active}:
        del found["owner"]  # who has left takes on nothing new
    return {name: value for name, value in found.items() if value}
