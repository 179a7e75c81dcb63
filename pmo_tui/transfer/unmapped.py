"""Unmapped columns: kept as custom fields where the map asks for it, each with a key made out of its header."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.text import fold
from pmo_tui.transfer.maps import ImportMap, Rule, custom_field
from pmo_tui.transfer.rows import dropped
from pmo_tui.transfer.tables import Table

_LONGEST_KEY = 40


def with_unmapped(the_map: ImportMap, table: Table, catalogue: Catalogue) -> ImportMap:
    """Give the map with a rule and a custom field for each column that it leaves out, where it asks for that."""
    if the_map.unmapped != "custom":
        return the_map
    taken = {rule.field for rule in the_map.rules} | {declared.name for declared in the_map.custom}
    rules: list[Rule] = []
    declared: list[Field] = []
    for header in dropped(table, the_map):
        key = free_key(header, catalogue, taken)
        taken.add(key)
        rules.append(Rule(key, (header,), empty=()))
        known = catalogue.by_name.get(key)
        declared.append(known or custom_field(key, header, _kind(table, header)))
    return replace(the_map, rules=(*the_map.rules, *rules), custom=(*the_map.custom, *declared))


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


def _kind(table: Table, header: str) -> Kind:
    """Tell whether a column needs several lines."""
    return Kind.TEXT if any("\n" in cell or len(cell) > 200 for cell in table.column(header)) else Kind.LINE
