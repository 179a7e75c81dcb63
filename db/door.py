"""The one door for writing: every change goes through it, with its journal row in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from peewee import IntegrityError

from db import sql
from db.engine import Store, failures
from db.keepers import KEEPERS
from db.keepers.base import Row, by_keys
from pmo_tui.domain.journal import Change, Door, Facts
from pmo_tui.domain.refusal import N_, Refusal


class StaleVersion(Exception):
    """The row has been changed or deleted since it was read."""

    def __init__(self, entity: str, key: int) -> None:
        self.entity = entity
        self.key = key
        super().__init__(f"{entity} {key} has changed since it was read")


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
        return self.at.isoformat(sep=" ", timespec="microseconds")

    def create(self, entity: str, facts: Facts, key: int | None = None) -> int:
        """Make one thing and give its key; facts not named take their defaults."""
        return self.create_many(entity, [facts], None if key is None else [key])[0]

    def create_many(self, entity: str, rows: Sequence[Facts], keys: Sequence[int] | None = None) -> list[int]:
        """Make many things of one kind and give their keys."""
        keeper = KEEPERS[entity]
        defaults = keeper.defaults()
        first = self._next_key(entity)
        chosen = list(keys) if keys is not None else list(range(first, first + len(rows)))
        whole: list[tuple[int, Row]] = []
        for key, facts in zip(chosen, rows, strict=True):
            row = {**defaults, **facts}
            keeper.settle(row, None, facts)
            whole.append((key, row))
            said = {name: value for name, value in row.items() if value != defaults.get(name)}
            self.changes.append(Change(entity, key, None, said))
        versions = _versions(entity, chosen) if keys is not None else {}
        keeper.insert(whole, versions, self.moment)
        return chosen

    def change(self, entity: str, key: int, version: int | None, facts: Facts) -> bool:
        """Change some facts of one thing; tell whether anything differs from what stands there.

        Raises StaleVersion where the thing no longer has `version` (None: whatever it has).
        """
        keeper = KEEPERS[entity]
        standing = keeper.version(key)
        if standing is None or (version is not None and version != standing):
            raise StaleVersion(entity, key)
        before = keeper.read([key])[key]
        after = {**before, **facts}
        keeper.settle(after, before, facts)
        changed = [name for name in after if after[name] != before[name]]
        if not changed:
            return False
        if not keeper.update(key, standing, after, changed, self.moment):
            raise StaleVersion(entity, key)
        self.changes.append(
            Change(
                entity, key, {name: before[name] for name in changed}, {name: after[name] for name in changed}
            )
        )
        return True

    def delete(self, entity: str, key: int, version: int | None) -> None:
        """Delete one thing; what it was stays in the journal. Raises StaleVersion as `change` does."""
        keeper = KEEPERS[entity]
        standing = keeper.version(key)
        if standing is None or (version is not None and version != standing):
            raise StaleVersion(entity, key)
        defaults = keeper.defaults()
        before = keeper.read([key])[key]
        if not keeper.delete(key, standing):
            raise StaleVersion(entity, key)
        said = {name: value for name, value in before.items() if value != defaults.get(name)}
        self.changes.append(Change(entity, key, said, None))

    def _next_key(self, entity: str) -> int:
        """Give a key that nothing of this kind has ever had: the journal remembers the deleted ones too."""
        made = max((change.key for change in self.changes if change.entity == entity), default=0)
        [(kept,)] = sql.ask("SELECT COALESCE(MAX(key), 0) FROM journal WHERE entity = ?", (entity,))
        return int(max(made, kept)) + 1

    def record(self) -> None:
        """Write the group and its changes into the journal."""
        if not self.changes:
            return
        from db.models import GroupRecord

        self.group = GroupRecord.insert(
            at=self.at, who=self.who, door=self.door.value, label=self.label, undoes=self.undoes
        ).execute()
        sql.many(
            f"INSERT INTO journal (group_id, entity, key, before, after) VALUES ({sql.marks(5)})",
            [(self.group, c.entity, c.key, _json(c.before), _json(c.after)) for c in self.changes],
        )


def _versions(entity: str, keys: Sequence[int]) -> dict[int, int]:
    """Give the versions of things that come back: one more than the changes they have had, so none comes twice."""
    counts = by_keys(
        "SELECT key, COUNT(*) FROM journal WHERE entity = ? AND key IN ", keys, (entity,), " GROUP BY key"
    )
    return {key: count + 1 for key, count in counts}


@contextmanager
def writing(
    store: Store, *, who: str, door: Door, label: str, at: datetime, undoes: int | None = None
) -> Iterator[Writing]:
    """Open the door: all that is changed inside is kept together with its journal rows, or nothing is.

    Raises Refusal where the store is read-only, the disk is full, or a rule of the schema is broken.
    """
    if store.read_only:
        raise Refusal(N_("{path} is open for reading only: nothing can be changed."), path=store.path)
    group = Writing(store, who=who, door=door, label=label, at=at, undoes=undoes)
    try:
        with failures(store.path), store.database.atomic():
            yield group
            group.record()
    except IntegrityError as error:
        raise _broken_rule(str(error)) from error


def _broken_rule(said: str) -> Refusal:
    """Give the refusal for a rule of the schema that a change would break."""
    if "FOREIGN KEY" in said:
        return Refusal(N_("It is still used by others: change these first."))
    if "UNIQUE" in said:
        column = said.rpartition(":")[2].strip()
        return Refusal(N_("There is another one with the same {column}: choose another."), column=column)
    return Refusal(N_("A rule of the database forbids it ({rule})."), rule=said)


def _json(facts: Facts | None) -> str | None:
    """Give facts as they are kept in the journal."""
    return None if facts is None else json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
