"""Planning an import: every row of a file against what is kept, decided to create, update, leave or reject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from db import imports as kept
from db.names import Directory
from db.packing import unpack
from pmo_tui.domain.fields import Value
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold
from pmo_tui.services.import_currency import currency_of, notes_on
from pmo_tui.services.import_keys import Keys, Meant
from pmo_tui.services.import_kinds import Importable
from pmo_tui.services.import_meanings import check_meanings
from pmo_tui.services.import_plans import Creation, Difference, ImportPlan, Rejection, Update
from pmo_tui.services.import_references import References
from pmo_tui.services.rejected_rows import holds_rejected, repeat_of
from pmo_tui.transfer.likely import likely_name
from pmo_tui.transfer.maps import ImportMap, check, merged
from pmo_tui.transfer.notes import Note, note
from pmo_tui.transfer.rows import REPEAT_COLUMN, Row, RowReader, dropped
from pmo_tui.transfer.tables import Table
from pmo_tui.transfer.unmapped import with_unmapped

Progress = Callable[[int, int], None]
"""Is told how many of how many rows are done."""

STEP = 500
"""After how many rows progress is told."""

BY_MAP = Note(N_('A map then says {field} = "{header}".'))
"""How a column becomes the name, where nothing else than a map can say so."""

_NO_OWN = N_("“{file}”: only projects have fields of their own: leave [custom] and unmapped out of the map.")
_TAKEN = N_("Another one has the code “{code}”.")
_STILL = N_(
    "“{value}” as {key} came twice in the file this row was rejected from: give it another {key}, or empty its cell "
    "in {column} to take it all the same."
)


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def _once(reasons: list[Note]) -> list[Note]:
    """Give reasons without repetitions."""
    return [reason for at, reason in enumerate(reasons) if reason not in reasons[:at]]


class Planner:
    """Decides for one table and one map."""

    def __init__(
        self,
        kind: Importable,
        table: Table,
        the_map: ImportMap,
        today: date,
        progress: Progress,
        remedy: Note,
    ) -> None:
        catalogue = kind.catalogue()
        self._kind = kind
        self._rules = kind.rules()
        self._title = catalogue.title
        self._table = table
        self._map, self._left_out = with_unmapped(the_map, table, catalogue)
        if self._map.custom and not kind.own_fields:
            raise Refusal(_NO_OWN, file=table.name)
        self._wide = merged(catalogue, self._map.custom, table.name)
        check(self._map, self._wide, table.name)
        check_meanings(table, self._map, self._wide)
        self._new_fields = tuple(field for field in self._map.custom if field.name not in catalogue.by_name)
        self._today = today
        self._progress = progress
        self._remedy = remedy
        self._directory = Directory()
        self._references = References([self._wide.get(rule.field) for rule in self._map.rules], self._map)
        self._keys = Keys(kind, self._map.key)
        self._created: list[Creation] = []
        self._updated: list[Update] = []
        self._unchanged = 0
        self._refused: list[tuple[Row, Meant | None]] = []
        self._emptied: Counter[tuple[str, str]] = Counter()
        self._warnings: list[tuple[int, Note]] = []
        self._codes: set[str] = set()
        self._standing: Mapping[int, tuple[int, Facts]] = {}

    def plan(self) -> ImportPlan:
        """Read every row, find what it means, and decide."""
        rows = self._read()
        meant = [self._keys.find(row) for row in rows]
        there = (found.key for found in meant if isinstance(found, Meant))
        self._standing = kept.standing(
            self._kind.entity, list(dict.fromkeys(key for key in there if key is not None))
        )
        for row, found in zip(rows, meant, strict=True):
            self._decide(row, found)
        nameless = self._nameless()
        currency = currency_of(self._map, creates=bool(self._created))
        missing = {} if holds_rejected(self._table.path) else self._keys.missing()
        return ImportPlan(
            kind=self._kind,
            table=self._table,
            map=self._map,
            catalogue=self._wide,
            created=tuple(self._created),
            updated=tuple(self._updated),
            unchanged=self._unchanged,
            rejected=self._rejected(),
            emptied=self._emptied,
            missing=tuple(missing),
            names=missing,
            new_things=self._references.new(self._used()),
            new_fields=self._new_fields,
            warnings=tuple(self._warnings),
            moves=self._rules.moves(self._updated),
            dropped=dropped(self._table, self._map),
            currency=currency,
            doubts=self._rules.doubts(self._table, self._map),
            notes=(*nameless, *notes_on(currency), *self._left_out),
        )

    def _nameless(self) -> tuple[Note, ...]:
        """Say once why new things have no name. Raises Refusal where no row could be taken for that."""
        missing = sum(note(self._kind.nameless) in row.reasons for row, _meant in self._refused)
        if not missing or self._map.rule(self._title) is not None:
            return ()
        header = likely_name(self._table, self._map)
        remedy = note(self._remedy.message, header=header, field=self._title, **self._remedy.values)
        perhaps = note(self._kind.no_column_perhaps, header=header, remedy=remedy)
        why = perhaps if header else note(self._kind.no_column)
        if missing == len(self._table.records):
            raise Refusal(why.message, **why.values)
        return (why,)

    def _read(self) -> list[Row]:
        """Read all rows, telling how far it is."""
        reader = RowReader(self._table, self._map, self._wide)
        rows: list[Row] = []
        for done, record in enumerate(self._table.records):
            if done % STEP == 0:
                self._progress(done, len(self._table.records))
            row = reader.read(record)
            self._references.settle(row)
            rows.append(row)
        return rows

    def _decide(self, row: Row, meant: Meant | Note) -> None:
        """Put one row among the created, the updated, the unchanged or the rejected."""
        why = meant if isinstance(meant, Note) else self._repeated(row, meant)
        if why is not None:
            row.reasons.append(why)
        if isinstance(meant, Meant) and why is None:
            self._take(row, meant)
        if row.reasons:
            self._refused.append((row, meant if isinstance(meant, Meant) else None))
        else:
            self._emptied.update(row.emptied)

    def _repeated(self, row: Row, meant: Meant) -> Note | None:
        """Say that another row was taken for the project of this one, here or in the file it was rejected from."""
        again = self._keys.again(meant)
        if again is None and fold(repeat_of(self._table, row.record)) == fold(meant.value):
            return note(_STILL, value=meant.value, key=meant.field, column=REPEAT_COLUMN)
        return again

    def _rejected(self) -> tuple[Rejection, ...]:
        """Give the rows that are not taken; one that could be corrected later is told of the row taken instead."""
        found = [Rejection(broken.record, (broken.reason,)) for broken in self._table.broken]
        for row, meant in self._refused:
            repeated = None if meant is None else self._repeated(row, meant)
            reasons = row.reasons if repeated is None else [*row.reasons, repeated]
            found.append(
                Rejection(row.record, tuple(_once(reasons)), meant.value if meant and repeated else "")
            )
        return tuple(sorted(found, key=lambda rejection: rejection.record.number))

    def _take(self, row: Row, meant: Meant) -> None:
        """Take a row for the project that it means, if nothing is wrong with it."""
        try:
            if meant.key is None:
                self._create(row)
            else:
                self._compare(row, meant.key)
        except Refusal as refusal:
            row.reasons.append(note(refusal.message, **refusal.values))
        if not row.reasons:  # a rejected row leaves its project and its code to a later one
            self._keys.take(meant, row.record.number)
            self._codes.add(fold(str(row.values.get("code") or "")))

    def _create(self, row: Row) -> None:
        """Take a row as a new project, if nothing is wrong with it."""
        fields, said = self._wide.by_name, row.values.items()
        values = {name: value for name, value in said if value is not None or not fields[name].required}
        if not values.get(self._title):
            row.reasons.append(note(self._kind.nameless))
        self._check_code(row, values.get("code"), None)
        self._rules.complete(row, values)
        if not row.reasons:
            self._warn(row, values)
            self._created.append(Creation(row.record.number, values))

    def _compare(self, row: Row, key: int) -> None:
        """Take a row as the change of a project that is there, if it differs and nothing is wrong with it."""
        version, facts = self._standing[key]

        def standing(name: str) -> Value:
            return self._before(facts, name)

        said = self._rules.said(row, self._said(row), standing)
        after = self._rules.following(said, standing, self._today)
        before = {name: standing(name) for name in after}
        differences = tuple(
            Difference(name, before[name], value) for name, value in after.items() if value != before[name]
        )
        changed = {difference.field: difference.after for difference in differences}
        self._check_changed(row, key, changed)
        self._rules.check(said, changed, standing)
        if row.reasons:
            return
        if not differences:
            self._unchanged += 1
            return
        if changed.keys() & set(self._rules.looked_at):
            self._warn(row, {name: standing(name) for name in self._rules.looked_at} | changed)
        code, name = str(facts["code"]), str(facts[self._title])
        self._updated.append(Update(row.record.number, key, version, code, name, differences))

    def _said(self, row: Row) -> dict[str, Value]:
        """Give what a row says of a thing that is there."""
        only_new, stay = self._map.only_new, self._rules.kept
        return {
            name: value
            for name, value in row.values.items()
            if name not in only_new and (value is not None or name not in stay)
        }

    def _check_changed(self, row: Row, key: int, changed: Mapping[str, Value]) -> None:
        """Note on a row that the name is emptied or the code belongs to another project."""
        if self._title in changed and changed[self._title] is None:
            row.reasons.append(note(self._kind.emptied))
        if "code" in changed:
            self._check_code(row, changed["code"], key)

    def _before(self, facts: Facts, name: str) -> Value:
        """Give what is kept in a field; one that is only now declared is empty."""
        field = self._wide.by_name[name]
        return unpack(field, facts[name], self._directory) if name in facts else field.empty

    def _check_code(self, row: Row, code: Value, key: int | None) -> None:
        """Note on a row that its code belongs to another project, here or in a row before."""
        if code is None:
            return
        text = str(code)
        if fold(text) in self._codes or self._keys.taken(text, key):
            row.reasons.append(note(_TAKEN, code=text))

    def _warn(self, row: Row, values: Mapping[str, Value]) -> None:
        """Say where dates of a row contradict each other: files have it so, and the project is worth having."""
        try:
            self._rules.odd(values)
        except Refusal as refusal:
            self._warnings.append((row.record.number, note(refusal.message, **refusal.values)))

    def _used(self) -> set[tuple[str, Value]]:
        """Give the names that accepted rows refer to, with their kinds."""
        fields = [self._wide.get(rule.field) for rule in self._map.rules]
        references = {field.name: field.of for field in fields if field.of}
        used: set[tuple[str, Value]] = set()
        said = [creation.values for creation in self._created]
        said += [{one.field: one.after for one in update.differences} for update in self._updated]
        for values in said:
            for name in references.keys() & values.keys():
                value = values[name]
                used.update(
                    (references[name], item) for item in (value if isinstance(value, tuple) else (value,))
                )
        return used
