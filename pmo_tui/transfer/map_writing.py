"""Writing a map as a TOML file, so that a person can correct what was guessed and keep it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.transfer.maps import CREATED, ImportMap, Rule
from pmo_tui.transfer.tables import NO_HINTS

_HEADING = "# An import map: which column fills which field, and how it is written. See docs/import.md.\n"


def write_map(the_map: ImportMap) -> str:
    """Give the text of the map's file, that is read again as the same map."""
    import tomli_w

    tree: dict[str, Any] = {"key": the_map.key, "unmapped": the_map.unmapped}
    if the_map.empty:
        tree["empty"] = list(the_map.empty)
    if the_map.create != CREATED:
        tree["create"] = list(the_map.create)
    if the_map.currency:
        tree["currency"] = the_map.currency
    if the_map.file != NO_HINTS:
        hints = the_map.file
        given = {"encoding": hints.encoding, "delimiter": hints.delimiter, "header": hints.header}
        tree["file"] = {key: value for key, value in given.items() if value not in {"", 1}}
    customs = {declared.name: declared for declared in the_map.custom}
    tree["fields"] = _fields([rule for rule in the_map.rules if rule.field not in customs])
    if customs:
        tree["custom"] = {name: _custom(declared, the_map.rule(name)) for name, declared in customs.items()}
    return _HEADING + tomli_w.dumps(tree)


def _fields(rules: Sequence[Rule]) -> dict[str, Any]:
    """Give the rules of fields in their order: as long as a column's name says it all, no table is needed.

    TOML wants what stands on one line before the tables, so after the first table all are tables.
    """
    tree: dict[str, Any] = {}
    tables = False
    for rule in rules:
        tables = tables or not rule.columns or rule != Rule(rule.field, rule.columns[:1])
        tree[rule.field] = _long(rule) if tables else rule.columns[0]
    return tree


def _custom(declared: Field, rule: Rule | None) -> dict[str, Any]:
    """Give the declaration of a custom field, with its rule."""
    tree: dict[str, Any] = {"label": declared.label, "kind": declared.kind.value}
    if declared.kind is Kind.CHOICE:
        tree["choices"] = list(declared.choices)
    return tree | (_long(rule) if rule else {})


def _long(rule: Rule) -> dict[str, Any]:
    """Give a rule as a table with all that differs from a plain column."""
    tree: dict[str, Any] = {}
    if len(rule.columns) == 1:
        tree["column"] = rule.columns[0]
    elif rule.columns:
        tree["columns"] = list(rule.columns)
    plain = Rule(rule.field)
    for key in ("constant", "join", "decimal", "thousands", "separators", "only_new", "optional"):
        value = getattr(rule, key)
        if value != getattr(plain, key):
            tree[key] = value
    if rule.formats:
        tree["formats"] = list(rule.formats)
    if rule.factor != plain.factor:
        tree["factor"] = _number(rule.factor)
    if rule.keep:
        tree["when_empty"] = "keep"
    if rule.empty is not None:
        tree["empty"] = list(rule.empty)
    if rule.values:
        tree["values"] = dict(rule.values)
    return tree


def _number(factor: Decimal) -> int | Decimal:
    """Give a whole factor without decimals."""
    return int(factor) if factor == factor.to_integral_value() else factor
