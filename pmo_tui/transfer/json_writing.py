"""JSON of things: English keys, amounts as exact numbers in currency units, ISO dates, own fields too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pmo_tui.domain.fields import Field
from pmo_tui.transfer.plain import Plain, plain

if TYPE_CHECKING:
    from pmo_tui.domain.items import Thing

_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""Gives a text, a list of texts or a whole number as JSON; made once, since an export asks a million times."""


def json_text(value: Plain) -> str:
    """Give a plain value as JSON; a Decimal becomes the number that it is, digit by digit."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return _quoted(value)


def json_object(values: Mapping[str, Plain], indent: str = "") -> str:
    """Give plain values by name as a JSON object, one key a line."""
    lines = [f"{indent}  {_quoted(name)}: {json_text(value)}" for name, value in values.items()]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}" if values else "{}"


def json_list(items: Iterable[Mapping[str, Plain]]) -> str:
    """Give a list of plain values by name as JSON."""
    objects = [f"  {json_object(item, '  ')}" for item in items]
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"


def to_plain(thing: Thing, fields: Sequence[Field]) -> dict[str, Plain]:
    """Give the fields of one thing as plain values by name."""
    return {field.name: plain(field, thing.value(field.name)) for field in fields}


def to_json(things: Iterable[Thing], fields: Sequence[Field]) -> str:
    """Give things as a JSON list, one object each with every field, null where nothing is known."""
    return json_list(to_plain(thing, fields) for thing in things)
