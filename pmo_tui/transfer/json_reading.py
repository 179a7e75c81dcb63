"""JSON read as a table: a list of objects, each a row, the keys its columns."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.transfer.notes import note
from pmo_tui.transfer.tables import NO_HINTS, Broken, Cell, FileHints, Record, Table

_SHAPE = N_('“{file}” is no list of objects: [{{"code": …, "name": …}}, …] is needed.')


def table_from_json(path: Path, text: str, _hints: FileHints = NO_HINTS) -> Table:
    """Read a JSON list of objects; raises Refusal where the text is no such list."""
    try:
        items = json.loads(text, parse_float=Decimal, parse_constant=str)
    except json.JSONDecodeError as error:
        message = N_("“{file}” is no JSON: line {line}, column {column}: {why}.")
        raise Refusal(message, file=path, line=error.lineno, column=error.colno, why=error.msg) from None
    except (RecursionError, ValueError):
        raise Refusal(_SHAPE, file=path) from None
    if isinstance(items, dict) and isinstance(items.get("projects"), list):
        items = items["projects"]
    if not isinstance(items, list) or not any(isinstance(item, dict) for item in items):
        raise Refusal(_SHAPE, file=path)
    headers = tuple(dict.fromkeys(key for item in items if isinstance(item, dict) for key in item))
    records: list[Record] = []
    broken: list[Broken] = []
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            records.append(
                Record(number, number, [_cell(item[key]) if key in item else None for key in headers])
            )
        else:
            broken.append(
                Broken(
                    Record(number, number, [str(item)]),
                    note(N_("Item {number} is no object."), number=number),
                )
            )
    return Table(path, headers, tuple(records), tuple(broken))


def _cell(value: object) -> Cell:
    """Give a JSON value as the text that a cell would hold."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "".join(f"{_cell(item)}\n" for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
