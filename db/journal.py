"""Reads the journal: groups, changes, who changed what since; and finds what can be undone or redone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from peewee import Expression, ModelSelect, fn

from db import sql
from db.broken_rules import undeclared
from db.keepers import KEEPERS
from db.keepers.base import by_keys
from db.models.journal import GroupRecord, JournalRecord
from pmo_tui.domain.journal import Change, Door, Facts, Group, ends
from pmo_tui.domain.refusal import N_, Refusal

LOOKED_AT = 50
"""How many groups are looked at in one go for one that can be taken back; mostly it is the first."""


def mark() -> int:
    """Give the number of the last change: it differs when anyone has changed anything."""
    return JournalRecord.select(fn.MAX(JournalRecord.id)).scalar() or 0


def changes(group: int) -> list[Change]:
    """Give the changes of a group, in the order in which they were made."""
    rows = sql.ask(
        "SELECT entity, key, before, after, id, about FROM journal WHERE group_id = ? ORDER BY id", (group,)
    )
    return [_made_of(*row) for row in rows]


def groups(limit: int, before: int | None = None) -> list[Group]:
    """Give the newest groups with the number of their changes, at most `limit`, older than group `before`."""
    query = GroupRecord.select().order_by(GroupRecord.id.desc()).limit(limit)
    if before is not None:
        query = query.where(GroupRecord.id < before)
    found = list(query)
    size = fn.COUNT(JournalRecord.id)
    counted = (
        JournalRecord.select(JournalRecord.group, size)
        .where(JournalRecord.group.in_([row.id for row in found]))
        .group_by(JournalRecord.group)
    )
    sizes = dict(sql.tuples(counted))
    return [_group(row)._replace(size=sizes.get(row.id, 0)) for row in found]


def group(id_: int) -> Group | None:
    """Give one group, None where there is none with this id."""
    row = GroupRecord.get_or_none(GroupRecord.id == id_)
    return _group(row) if row else None


def has_author(who: str) -> bool:
    """Tell whether any group of changes was made under this name."""
    return GroupRecord.select().where(GroupRecord.who == who).exists()


def history(entity: str, key: int, limit: int) -> list[tuple[Group, Change]]:
    """Give the newest changes of one thing, each with its group, newest first."""
    return _newest((JournalRecord.entity == entity) & (JournalRecord.key == key), limit)


def history_with_parts(entity: str, key: int, limit: int) -> list[tuple[Group, Change]]:
    """Give the newest changes of a thing and of all that belongs or belonged to it, each with its group."""
    whole = (JournalRecord.entity == entity) & (JournalRecord.key == key)
    for part, keys in _parts_ever(entity, key).items():
        whole |= (JournalRecord.entity == part) & JournalRecord.key.in_(keys)
    return _newest(whole, limit)


_OF_ANYTHING = ("comment", "action", "relation")
"""What belongs to a thing: what is said of it, what is done about it, and what it has to do with."""


def _parts_ever(entity: str, key: int) -> dict[str, list[int]]:
    """Give the keys of what belongs or belonged to a thing, by entity: some change of it said so."""
    rows = sql.ask(
        "SELECT entity, key, before, after FROM journal "
        f"WHERE entity IN ({sql.marks(len(_OF_ANYTHING))}) AND (before GLOB ? OR after GLOB ?)",
        (*_OF_ANYTHING, *[f"*:{key}[,}}]*"] * 2),
    )
    found: dict[str, set[int]] = {}
    for part, number, before, after in rows:
        if any(_tells_of(kept, entity, key) for kept in (before, after) if kept is not None):
            found.setdefault(part, set()).add(number)
    return {part: sorted(keys) for part, keys in found.items()}


def _tells_of(kept: str, entity: str, key: int) -> bool:
    """Tell whether facts name a thing, by entity and key or as what they are of."""
    facts = json.loads(kept)
    return facts.get(entity) == key or (entity, key) in ends(facts)


def about(project: int, limit: int) -> list[tuple[Group, Change]]:
    """Give the newest changes of a project and of all that belongs or belonged to it, each with its group."""
    return _newest(JournalRecord.about == project, limit)


def only_about(group: int) -> int | None:
    """Give the key of the project that all changes of a group are about, None where there is no such one."""
    found = sql.ask("SELECT DISTINCT about FROM journal WHERE group_id = ? LIMIT 2", (group,))
    return found[0][0] if len(found) == 1 else None


def only_one(group: int, entity: str) -> int | None:
    """Give the key of the one thing of a kind that a group changes, None where there is no such one."""
    found = sql.ask(
        "SELECT DISTINCT key FROM journal WHERE group_id = ? AND entity = ? LIMIT 2", (group, entity)
    )
    return found[0][0] if len(found) == 1 else None


def _newest(condition: Expression, limit: int) -> list[tuple[Group, Change]]:
    """Give the newest changes that meet a condition, each with its group, newest first."""
    rows = (
        JournalRecord.select(JournalRecord, GroupRecord)
        .join(GroupRecord)
        .where(condition)
        .order_by(JournalRecord.id.desc())
        .limit(limit)
    )
    return [(_group(row.group), _change(row)) for row in rows]


def undone(groups: Iterable[int]) -> set[int]:
    """Give those of the groups that are taken back now: by another one that is not itself taken back."""
    wanted = set(groups)
    takers = by_keys(
        "WITH RECURSIVE taker (id, undoes) AS (SELECT id, undoes_id FROM journal_group WHERE undoes_id IN ",
        wanted,
        after=" UNION SELECT later.id, later.undoes_id FROM journal_group AS later "
        "JOIN taker ON later.undoes_id = taker.id) SELECT id, undoes FROM taker",
    )
    taken: set[int] = set()
    for taker, undoes in sorted(set(takers), reverse=True):  # a taker is always newer than what it takes back
        if taker not in taken:
            taken.add(undoes)
    return wanted & taken


def to_undo(who: str) -> Group | None:
    """Give the newest change of one's own that is not taken back, None where there is none."""
    own = GroupRecord.select().where((GroupRecord.who == who) & GroupRecord.undoes.is_null())
    return next((_group(row) for row, is_undone in _newest_first(own) if not is_undone), None)


def to_redo(who: str) -> Group | None:
    """Give the undoing that is to be taken back next: none where one has changed something of one's own since."""
    for row, is_undone in _newest_first(GroupRecord.select().where(GroupRecord.who == who)):
        if row.undoes_id is None:
            return None  # a new change ends the chance to redo what was undone before it
        if not is_undone and not _is_redo(row):
            return _group(row)
    return None


def _newest_first(query: ModelSelect[GroupRecord]) -> Iterator[tuple[GroupRecord, bool]]:
    """Give groups, newest first, each with whether it is taken back now; no more are read than are looked at."""
    rows = iter(query.order_by(GroupRecord.id.desc()).iterator())
    while some := list(islice(rows, LOOKED_AT)):
        taken = undone(row.id for row in some)
        yield from ((row, row.id in taken) for row in some)


def _is_redo(row: GroupRecord) -> bool:
    """Tell whether a group takes back an undoing."""
    taken: GroupRecord = row.undoes
    return taken.undoes_id is not None


def last_change(entity: str, key: int, names: Sequence[str]) -> Group | None:
    """Give the group that last changed one of the named facts of a thing, or made or deleted it."""
    rows = (
        JournalRecord.select(JournalRecord, GroupRecord)
        .join(GroupRecord)
        .where((JournalRecord.entity == entity) & (JournalRecord.key == key))
        .order_by(JournalRecord.id.desc())
    )
    for row in rows.iterator():
        change = _change(row)
        if change.before is None or change.after is None or set(names) & set(change.after):
            return _group(row.group)
    return None


def declared_since() -> dict[str, int]:
    """Give the number of the change that first declared each own field that is declared now, by its key.

    What the journal says of that key before speaks of another field, which has gone.
    """
    return dict(
        sql.ask(
            "SELECT custom_field.key, MIN(journal.id) FROM custom_field JOIN journal "
            "ON journal.entity = 'custom_field' AND journal.key = custom_field.id GROUP BY custom_field.id"
        )
    )


def check_declared(change: Change, facts: Facts, since: Mapping[str, int]) -> None:
    """Refuse to bring back facts of a change that speak of an own field which has gone; `since` as above."""
    if change.entity != "project":
        return
    for name, first in since.items():
        if first > change.id and name in facts:
            raise undeclared(name)


def still_known(change: Change, facts: Facts | None, since: Mapping[str, int]) -> Facts:
    """Give facts of a change without those of own fields that have gone; `since` as above."""
    return {name: fact for name, fact in (facts or {}).items() if since.get(name, 0) < change.id}


def holding(entity: str, now: Facts, given: Facts) -> list[str]:
    """Give the facts that stand `now` and hold another one, so that what is `given` for that one can't stand."""
    return KEEPERS[entity].holding(now, given)


def standing(entity: str, keys: Sequence[int]) -> dict[int, Facts]:
    """Give the facts of things as they stand now, by key."""
    return dict(KEEPERS[entity].read(keys))


def defaults(entity: str) -> Facts:
    """Give the facts of a thing of which nothing was said."""
    return KEEPERS[entity].defaults()


def _change(row: JournalRecord) -> Change:
    """Give the domain's change of a journal row."""
    return _made_of(row.entity, row.key, row.before, row.after, row.id, row.about)


def _made_of(
    entity: str, key: int, before: str | None, after: str | None, id_: int, about: int | None
) -> Change:
    """Give the domain's change of what a journal row holds."""
    return Change(entity, key, kept_facts(before, id_), kept_facts(after, id_), id_, about)


def kept_facts(kept: str | None, id_: int) -> Facts | None:
    """Give the facts that the journal keeps of a change, by its number."""
    try:
        found: Facts | None = None if kept is None else json.loads(kept)
    except ValueError as error:
        raise Refusal(
            N_("The journal is damaged at its change {number}: restore a backup."), number=id_
        ) from error
    return found


def _group(row: GroupRecord, size: int = 0) -> Group:
    """Give the domain's group of a row."""
    return Group(row.id, row.at, row.who, Door(row.door), row.label, row.undoes_id, size)
