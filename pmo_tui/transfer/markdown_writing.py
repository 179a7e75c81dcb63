"""A Markdown table of projects, for a page or a message: headings and numbers as the reader's language has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from pmo_tui.domain.fields import NUMERIC, Field, Kind, Value
from pmo_tui.domain.health import HEALTH_LABELS, Health
from pmo_tui.domain.projects import Project
from pmo_tui.transfer.plain import cell
from pmo_tui.words import _
from pmo_tui.words.labels import label
from pmo_tui.words.numbers import decimal, money, whole

_MARKS = re.compile(r"([\\|`*_\[\]<>#~])")


def to_markdown(projects: Iterable[Project], fields: Sequence[Field]) -> str:
    """Give projects as a Markdown table; what a text holds of Markdown's own signs is shown as typed."""
    lines = [
        _line(label(field) for field in fields),
        _line("---:" if field.kind in NUMERIC else "---" for field in fields),
    ]
    lines += [
        _line(escaped(_shown(field, project.value(field.name))) for field in fields) for project in projects
    ]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    """Give one row of the table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Give a text in which no sign means anything to Markdown."""
    return _MARKS.sub(r"\\\1", text).replace("\n", "<br>")


def _shown(field: Field, value: Value) -> str:
    """Give a value as a person reads it."""
    if isinstance(value, Health):
        return _(HEALTH_LABELS[value])
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return "" if value is None else _("yes") if value else _("no")
    if field.kind is Kind.MONEY and isinstance(value, int):
        return money(value)
    if isinstance(value, Decimal):
        return decimal(value, max(0, -int(value.normalize().as_tuple().exponent)))
    return whole(value) if isinstance(value, int) else cell(field, value)
