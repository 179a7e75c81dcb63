"""The detail of a register beside the risks: what is known of the item under the cursor, as lines; pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.services.raid_rows import AWAITED, Row
from screens.cells import Line, Span, cut, line, safe, width, wrapped
from screens.glyphs import Glyphs
from screens.raid.rows import awaited_span
from screens.values import counted, full, label

_IN_HEAD = frozenset({"code", "title", "status", "state", "active", "age", "created", "updated", *AWAITED})
_TEXT_LINES = 2
"""How many lines a long text may take."""


def detail_lines(row: Row, today: date, glyphs: Glyphs, cells: int = 1_000) -> list[Line]:
    """Give all that a register tells of an item: its heading, its words, then its facts in a row."""
    del today
    return [_head(row, glyphs), *_texts(row, glyphs, cells), *_facts(row, glyphs, cells)]


def _head(row: Row, glyphs: Glyphs) -> Line:
    """Give what it is; at the right in which state, and what is awaited when."""
    state = next(field for field in row.catalogue if field.name in {"status", "state"})
    right: list[str | Span] = [(full(state, row.value(state.name)), "" if row.value("active") else "muted")]
    for name in AWAITED:
        text, role = awaited_span(row, name) if name in row.catalogue.by_name else ("", "")
        if text:
            words = label(row.catalogue.by_name[name]).lower()
            right += [(f" {glyphs.dot} {words} ", "muted"), (text, role or "muted")]
    title = str(row.value("title"))
    return line((f" {row.item.code} ", "muted"), (title, "strong"), right=[*right, " "])


def _texts(row: Row, glyphs: Glyphs, cells: int) -> Iterator[Line]:
    """Walk the long texts, each under its label but for the description, which speaks for itself."""
    for field in row.catalogue:
        value = row.value(field.name)
        if field.kind is not Kind.TEXT or not isinstance(value, str):
            continue
        head = "" if field.name == "description" else f"{label(field)}  "
        said = f" {glyphs.dot} ".join(filter(None, (" ".join(each.split()) for each in value.splitlines())))
        told = wrapped(head + said, max(20, cells - 2))[:_TEXT_LINES]
        for number, text in enumerate(told):
            lead = head if number == 0 and text.startswith(head) else ""
            yield line((f" {lead}", "muted"), text[len(lead) :])


def _facts(row: Row, glyphs: Glyphs, cells: int) -> list[Line]:
    """Give the other fields that hold anything in a row, on as many lines as it takes."""
    lines: list[list[Span]] = [[]]
    room = taken = max(20, cells - 2)
    for field in filter(lambda field: _is_fact(row, field), row.catalogue):
        name, value = label(field), cut(safe(_value(row, field)), room // 2, glyphs.ellipsis)
        needed = width(safe(f"{name} {value}"))
        if taken + 3 + needed > room:
            lines.append([(" ", "")])
            taken = 0
        gap = "   " if taken else ""
        lines[-1] += [(f"{gap}{name} ", "muted"), (value, "")]
        taken += len(gap) + needed
    return [Line(tuple(spans)) for spans in lines if spans]


def _is_fact(row: Row, field: Field) -> bool:
    """Tell whether a field holds a fact that is told nowhere else."""
    long = field.kind in {Kind.TEXT, Kind.LINKS}
    return not long and field.name not in _IN_HEAD and row.value(field.name) not in (None, (), "")


def _value(row: Row, field: Field) -> str:
    """Give a value in words; a project with what it is called."""
    said = counted(field, row.value(field.name))
    called = row.projects.get(said, "") if field.of == "project" else ""
    return f"{said} {called}".rstrip()
