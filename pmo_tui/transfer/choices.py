"""Choices: the file and the map that a person is putting together, as a value; every correction gives another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.transfer.examples import columns_of
from pmo_tui.transfer.guessing import Guess, guess_rule
from pmo_tui.transfer.maps import ImportMap, Rule, custom_field, merged
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.own_kinds import own_kind
from pmo_tui.transfer.rows import dropped
from pmo_tui.transfer.tables import FileHints, Table
from pmo_tui.transfer.unmapped import free_key


@dataclass(frozen=True, slots=True)
class Choices:
    """A file as it was read, what its columns are taken for, and what is to be said about that."""

    table: Table
    map: ImportMap
    catalogue: Catalogue
    """The fields of the kind that is imported."""
    notes: tuple[Note, ...] = ()
    map_file: Path | None = None
    """The file the map was loaded from or kept in."""
    former: str = ""
    """The name of the file with the same columns for which the map was used before, "" where it was for none."""

    @property
    def wide(self) -> Catalogue:
        """The fields of the portfolio with those that the map declares."""
        return merged(self.catalogue, self.map.custom, self.table.name)

    @property
    def filled(self) -> list[Field]:
        """The fields that the map fills, in the order in which fields are shown."""
        names = {rule.field for rule in self.map.rules}
        return [field for field in self.wide if field.name in names]

    @property
    def fillable(self) -> list[Field]:
        """The fields that the map could fill and does not."""
        names = {rule.field for rule in self.map.rules}
        return [field for field in self.wide if field.name not in names and field.settable]

    @property
    def dropped(self) -> tuple[str, ...]:
        """The columns that no field takes."""
        return dropped(self.table, self.map)

    @property
    def nothing(self) -> tuple[str, ...]:
        """The texts that stand for nothing, in every column or in some."""
        in_some = (text for rule in self.map.rules for text in rule.empty or ())
        return tuple(dict.fromkeys((*self.map.empty, *in_some)))

    @property
    def key_fields(self) -> list[Field]:
        """The fields by which a thing can be found again: code, title or a field of one's own, if they are filled."""
        return [
            field for field in self.filled if field.name in {"code", self.catalogue.title} or field.custom
        ]

    @property
    def lacks(self) -> str:
        """The name of the field without which nothing can be imported, "" where none is missing."""
        keys = [field.name for field in self.key_fields]
        if not keys:
            return self.catalogue.title
        return "" if self.map.key in keys else self.map.key

    def of_declared(self, name: str) -> bool:
        """Tell whether a field is one that the map itself declares, and not yet one of the portfolio."""
        return name not in self.catalogue.by_name

    def with_rule(self, rule: Rule) -> Choices:
        """Give the choices with a rule in the place of the one for its field, or as a new one."""
        rules = [rule if each.field == rule.field else each for each in self.map.rules]
        if rule not in rules:
            rules.append(rule)
        return self._mapped(rules=tuple(rules))

    def without(self, name: str) -> Choices:
        """Give the choices in which a field is not filled; one that only the map declares is gone with it."""
        rules = tuple(rule for rule in self.map.rules if rule.field != name)
        custom = tuple(field for field in self.map.custom if field.name != name)
        return self._mapped(rules=rules, custom=custom)

    def with_columns(self, name: str, columns: Sequence[str]) -> Choices:
        """Give the choices in which a field is filled from these columns; how they are written is guessed anew."""
        former = self.map.rule(name) or Rule(name)
        if not columns:
            return self if former.constant is not None else self.without(name)
        if columns_of(self.table, former)[:1] == tuple(columns[:1]):
            return self.with_rule(replace(former, columns=tuple(columns), constant=None))
        guess, _why = guess_rule(self.table, columns[0], self.wide.get(name))
        rule = replace(guess, columns=tuple(columns), only_new=former.only_new, keep=former.keep)
        changed = self.with_rule(rule)
        # a code is the better key, once there is one
        better = name == "code" and not former.columns and self.map.key == self.catalogue.title
        return changed.with_key("code") if better else changed

    def with_own_field(self, header: str, kind: Kind | None = None) -> Choices:
        """Give the choices in which a column is kept as a field of one's own, of the kind that its cells are."""
        taken = {rule.field for rule in self.map.rules} | {field.name for field in self.map.custom}
        key = free_key(header, self.catalogue, taken)
        declared = self.catalogue.by_name.get(key)
        if declared is None:
            label = " ".join(header.split())[:60].strip()
            declared = custom_field(key, label, kind or own_kind(self.table, header, self.map))
        return self._mapped(custom=(*self.map.custom, declared)).with_columns(key, (header,))

    def with_kind(self, name: str, kind: Kind) -> Choices:
        """Give the choices in which a field that the map declares is of another kind."""
        rule = self.map.rule(name)
        assert rule is not None
        custom = tuple(
            field._replace(kind=kind) if field.name == name else field for field in self.map.custom
        )
        changed = self._mapped(custom=custom)
        return changed.with_rule(Rule(name)).with_columns(name, rule.columns)

    def with_key(self, name: str) -> Choices:
        """Give the choices in which things are found again by a field."""
        return self._mapped(key=name)

    def with_empty(self, texts: Sequence[str]) -> Choices:
        """Give the choices in which these texts stand for nothing, in every column."""
        # a rule that says "nothing stands for nothing here" keeps saying so
        rules = tuple(replace(rule, empty=None) if rule.empty else rule for rule in self.map.rules)
        return self._mapped(empty=tuple(texts), rules=rules)

    def with_created(self, create: Sequence[str]) -> Choices:
        """Give the choices in which an import may make these sorts of things."""
        return self._mapped(create=tuple(create))

    def with_unmapped(self, what: str) -> Choices:
        """Give the choices in which the columns that no field takes are dropped, or kept as fields of one's own."""
        return self._mapped(unmapped=what)

    def read_again(self, table: Table, hints: FileHints, guess: Guess) -> Choices:
        """Give the choices for the file as it is read by `hints`; what was chosen stays where the columns do."""
        if table.headers == self.table.headers:
            return replace(self, table=table, map=replace(self.map, file=hints, guessed=False))
        rules = [rule for rule in self.map.rules if _still_filled(rule, table)]
        filled = {rule.field for rule in rules}
        rules += [rule for rule in guess.map.rules if rule.field not in filled]
        custom = tuple(field for field in self.map.custom if field.name in filled)
        changed = replace(self, table=table)._mapped(rules=tuple(rules), custom=custom, file=hints)
        return replace(changed, notes=guess.notes)

    def _mapped(self, **changes: object) -> Choices:
        """Give the choices with another map; a key that is no longer filled yields to one that is.

        What was said of the guess no longer holds.
        """
        changed = replace(self, map=replace(self.map, **changes, guessed=False), notes=())  # type: ignore[arg-type]
        keys = [field.name for field in changed.key_fields]
        if changed.map.key not in keys and keys:
            best = next((name for name in ("code", self.catalogue.title) if name in keys), keys[0])
            changed = replace(changed, map=replace(changed.map, key=best))
        return changed


def _still_filled(rule: Rule, table: Table) -> bool:
    """Tell whether a rule still finds what it takes."""
    return not rule.columns or bool(columns_of(table, rule))
