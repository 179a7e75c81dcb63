"""The one door for writing: every change goes through it, with its journal row in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from peewee import IntegrityError

from db import sql
from db.broken_rules import broken_rule, check_unused, undeclared
from db.engine import Store
from db.keepers import KEEPERS
from db.keepers.base import Past, Row, by_keys
from pmo_tui.domain.journal import Change, Door, Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import kept_line
from pmo_tui.moments import local_day


class StaleVersion(Exception):
    """The row has been changed or deleted since it was read."""

    def __init__(self, entity: str, key: int) -> None:
        self.entity = entity
        self.key = key
        super().__init__(f"{entity} {key} has changed since it was read")


Edit = tuple[int, int | None, Facts]
"""What is to be changed of one thing: its key, the version that was read (None: whatever it has), its new facts."""


class Writing:
    """Changes being made in one transaction, that will stand in the journal as one group.

    Where nothing was changed in the end, no group is written.
    """

    def __init__(
        self, store: Store, *, who: str, door: Door, label: str, at: datetime, undoes: int | None = None
    ) -> None:
        self.store = store
        self.who = who
        self.door = door
        self.label = label
        self.at = at
        self.undoes = undoes
        self.changes: list[Change] = []
        self.group: int | None = None

    @property
    def moment(self) -> str:
        """The moment of the changes as it is kept."""
        return _written(self.at)

    @property
    def day(self) -> date:
        """The day of the changes for people here."""
        return local_day(self.at)

    def create(self, entity: str, facts: Facts, key: int | None = None) -> int:
        """Make one thing and give its key; facts not named take their defaults."""
        return self.create_many(entity, [facts], None if key is None else [key])[0]

    def create_many(self, entity: str, rows: Sequence[Facts], keys: Sequence[int] | None = None) -> list[int]:
        """Make many things of one kind and give their keys; `keys` brings back things that were there before."""
        self.store.work.changes += len(rows)
        keeper = KEEPERS[entity]
        defaults = keeper.defaults()
        first = self._next_key(entity)
        chosen = list(keys) if keys is not None else list(range(first, first + len(rows)))
        whole: list[tuple[int, Row]] = []
        for key, facts in zip(chosen, rows, strict=True):
            _check_names(facts, defaults)
            row = {**defaults, **facts}
            keeper.settle(row, None, facts, undoing=self.undoes is not None)
            whole.append((key, row))
        keeper.insert(whole, _pasts(entity, chosen) if keys is not None else {}, self.moment)
        self.changes += [
            Change(entity, key, None, _said(row, defaults), about=keeper.about(key, row))
            for key, row in whole
        ]
        return chosen

    def change(self, entity: str, key: int, version: int | None, facts: Facts) -> bool:
        """Change some facts of one thing; tell whether anything differs from what stands there.

        Raises StaleVersion where the thing no longer has `version` (None: whatever it has).
        """
        return bool(self.change_many(entity, [(key, version, facts)]))

    def change_many(self, entity: str, edits: Sequence[Edit]) -> list[int]:
        """Make many edits of things of one kind, and give the keys of those in which anything differs then.

        Raises StaleVersion at the first thing that no longer has the version that was read.
        """
        self.store.work.changes += len(edits)
        keeper = KEEPERS[entity]
        standing = self._standing(entity, [(key, version) for key, version, _ in edits])
        facts_of = keeper.read(standing)
        names = keeper.defaults()
        done = []
        for key, _version, facts in edits:
            _check_names(facts, names)
            before = facts_of[key]
            after = facts_of[key] = {**before, **facts}
            keeper.settle(after, before, facts, undoing=self.undoes is not None)
            changed = [name for name in after if after[name] != before[name]]
            if not changed:
                continue
            if not keeper.update(key, standing[key], after, changed, self.moment):
                raise StaleVersion(entity, key)
            standing[key] += 1
            was, is_ = {name: before[name] for name in changed}, {name: after[name] for name in changed}
            self.changes.append(Change(entity, key, was, is_, about=keeper.about(key, after)))
            done.append(key)
        return done

    def check(self, entity: str, key: int, version: int) -> None:
        """Raise StaleVersion where a thing that is not itself changed no longer has the version that was read."""
        self._standing(entity, [(key, version)])

    def delete(self, entity: str, key: int, version: int | None) -> None:
        """Delete one thing; what it was stays in the journal. Raises StaleVersion as `change` does."""
        self.delete_many(entity, [(key, version)])

    def delete_many(self, entity: str, things: Sequence[tuple[int, int | None]]) -> None:
        """Delete many things of one kind, each with the version that was read. Raises StaleVersion as `change` does."""
        self.store.work.changes += len(things)
        keeper = KEEPERS[entity]
        read = keeper.read(self._standing(entity, things))
        before = {
            key: read[key] for key, _version in things
        }  # what refers to another goes before it, as asked for
        check_unused(keeper, before)
        keeper.delete(list(before))
        defaults = keeper.defaults()
        self.changes += [
            Change(entity, key, _said(facts, defaults), None, about=keeper.about(key, facts))
            for key, facts in before.items()
        ]

    def _standing(self, entity: str, things: Iterable[tuple[int, int | None]]) -> dict[int, int]:
        """Give the versions of things by key. Raises StaleVersion where one has gone or has another than was read."""
        wanted = dict(things)
        standing = KEEPERS[entity].versions(wanted)
        for key, version in wanted.items():
            if key not in standing or version not in {None, standing[key]}:
                raise StaleVersion(entity, key)
        return standing

    def _next_key(self, entity: str) -> int:
        """Give a key that nothing of this kind has ever had: the journal remembers the deleted ones too."""
        made = max((change.key for change in self.changes if change.entity == entity), default=0)
        [(kept,)] = sql.ask("SELECT COALESCE(MAX(key), 0) FROM journal WHERE entity = ?", (entity,))
        return int(max(made, kept)) + 1

    def record(self) -> None:
        """Write the group and its changes into the journal."""
        if not self.changes:
            return
        from db.models.journal import GroupRecord

        # a label may hold the name of a file, which need be no text
        who, label = kept_line(self.who), kept_line(self.label)
        self.group = GroupRecord.insert(
            at=self.at, who=who, door=self.door.value, label=label, undoes=self.undoes
        ).execute()
        sql.many(
            f"INSERT INTO journal (group_id, entity, key, before, after, about) VALUES ({sql.marks(6)})",
            [(self.group, c.entity, c.key, _json(c.before), _json(c.after), c.about) for c in self.changes],
        )


def _written(moment: datetime) -> str:
    """Give a moment as it is kept, always of one length, so that its text sorts as it does."""
    return moment.isoformat(sep=" ", timespec="microseconds")


def _said(facts: Facts, defaults: Facts) -> Facts:
    """Give the facts that were said of a thing: those that are not as they are where nothing is said."""
    return {name: value for name, value in facts.items() if value != defaults[name]}


def _check_names(facts: Facts, known: Facts) -> None:
    """Refuse a fact that has no place (any more): an own field can go while the journal still speaks of it."""
    for name in facts:
        if name not in known:
            raise undeclared(name)


def _pasts(entity: str, keys: Sequence[int]) -> dict[int, Past]:
    """Give what was before of things that come back.

    A version is one more than the changes they have had, so that none comes twice; they were made when they were
    first made.
    """
    rows = by_keys(
        "SELECT past.key, past.changes, journal_group.at FROM "
        "(SELECT key, COUNT(*) AS changes, MIN(group_id) AS first FROM journal WHERE entity = ? AND key IN ",
        keys,
        (entity,),
        " GROUP BY key) AS past JOIN journal_group ON journal_group.id = past.first",
    )
    return {key: Past(count + 1, _written(datetime.fromisoformat(made))) for key, count, made in rows}


@contextmanager
def writing(
    store: Store,
    *,
    who: str,
    door: Door,
    label: str,
    clock: Callable[[], datetime],
    undoes: int | None = None,
) -> Iterator[Writing]:
    """Open the door: all that is changed inside is kept together with its journal rows, or nothing is.

    The clock is read once the lock is held, so that moments rise with the numbers of groups.
    Raises Refusal where the store is read-only, the disk is full, or a rule of the schema is broken.
    """
    if store.read_only:
        raise Refusal(N_("{path} is open for reading only: nothing can be changed."), path=store.path)
    _check_own(store)
    try:
        with store.database.atomic():
            store.check()
            group = Writing(store, who=who, door=door, label=label, at=clock(), undoes=undoes)
            yield group
            group.record()
    except IntegrityError as error:
        raise broken_rule(str(error.args[-1])) from error
    finally:
        store.work.changes = 0


def _check_own(store: Store) -> None:
    """Stop a program that would write into another store than it means, or inside what is being written already."""
    if sql.database() is not store.database:
        raise RuntimeError(f"another store has been opened since {store.path}: close that one first")
    if store.database.in_transaction():
        raise RuntimeError(f"{store.path} is being read or written already: a group of changes stands alone")


def _json(facts: Facts | None) -> str | None:
    """Give facts as they are kept in the journal."""
    return None if facts is None else json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
