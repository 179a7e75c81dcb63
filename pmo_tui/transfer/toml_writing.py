"""TOML that git can compare: one key a line, list items on lines of their own, what is empty left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import tomli_w

from pmo_tui.domain.fields import Field
from pmo_tui.domain.items import Thing
from pmo_tui.transfer.plain import Plain, plain


def block(heading: str, values: Mapping[str, Plain]) -> str:
    """Give one table under its heading, empty values left out; texts of several lines stay several lines."""
    filled = {name: value for name, value in values.items() if value is not None and value not in ("", [])}
    return f"{heading}\n{tomli_w.dumps(filled, multiline_strings=True)}"


def said(fields: Iterable[Field], thing: Thing) -> dict[str, Plain]:
    """Give the fields of a thing that hold something, as plain values by name."""
    values = ((field, thing.value(field.name)) for field in fields)
    return {field.name: plain(field, value) for field, value in values if value != field.empty}


def thing_blocks(table: str, thing: Thing, fields: Sequence[Field]) -> list[str]:
    """Give one thing as TOML: a table of its fields and, where it has some, one of its own fields."""
    blocks = [block(f"[[{table}]]", said((field for field in fields if not field.custom), thing))]
    custom = said((field for field in fields if field.custom), thing)
    if custom:
        blocks.append(block(f"[{table}.custom]", custom))
    return blocks


def to_toml(things: Iterable[Thing], fields: Sequence[Field], table: str = "projects") -> str:
    """Give things as TOML, one table each, with the fields that hold something."""
    return "\n".join(text for thing in things for text in thing_blocks(table, thing, fields))
