"""Unmapped columns: kept as custom fields where the map asks for it, each with a key made out of its header."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.text import fold
from pmo_tui.transfer.guessing import guess_rule
from pmo_tui.transfer.maps import ImportMap, Rule, custom_field
from pmo_tui.transfer.notes import Note
from pmo_tui.transfer.own_kinds import own_kind
from pmo_tui.transfer.rows import dropped
from pmo_tui.transfer.tables import Table

_LONGEST_KEY = 40


def with_unmapped(
    the_map: ImportMap, table: Table, catalogue: Catalogue
) -> tuple[ImportMap, tuple[Note, ...]]:
    """Give the map with a rule and a custom field for each column that it leaves out, where it asks for that.

    The notes say which columns stay out, for the field that an earlier import made of them holds something else.
    """
    if the_map.unmapped != "custom":
        return the_map, ()
    taken = {rule.field for rule in the_map.rules} | {declared.name for declared in the_map.custom}
    rules: list[Rule] = []
    declared: list[Field] = []
    notes: list[Note] = []
    for header in dropped(table, the_map):
        key = free_key(header, catalogue, taken)
        taken.add(key)
        field = catalogue.by_name.get(key) or custom_field(key, header, own_kind(table, header, the_map))
        rule, why = _rule(table, header, field, the_map)
        if why is None:
            rules.append(rule)
            declared.append(field)
        else:
            notes.append(why)
    wide = replace(the_map, rules=(*the_map.rules, *rules), custom=(*the_map.custom, *declared))
    return wide, tuple(notes)


def _rule(table: Table, header: str, field: Field, the_map: ImportMap) -> tuple[Rule, Note | None]:
    """Give the rule of a column; a text is kept as it stands, were it one that stands for nothing elsewhere."""
    if field.kind in {Kind.LINE, Kind.TEXT}:
        return Rule(field.name, (header,), empty=()), None
    rule, why = guess_rule(table, header, field)
    return (replace(rule, empty=(*the_map.empty, *rule.empty)) if rule.empty else rule), why


def free_key(header: str, catalogue: Catalogue, taken: AbstractSet[str]) -> str:
    """Give a custom field's key for a header: one that no built-in field answers to and nothing has taken.

    A custom field of the portfolio with that key is meant to be filled, so that a second import finds the first.
    """
    plain = re.sub("[^a-z0-9]+", "_", fold(header)).strip("_")[:_LONGEST_KEY].strip("_")
    key = plain if plain[:1].isalpha() else f"c_{plain}".strip("_")
    again, found = 1, key
    while found in taken or ((known := catalogue.find(found)) is not None and not known.custom):
        again += 1
        found = f"{key}_{again}"
    return found
