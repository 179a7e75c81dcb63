"""A Markdown table of things, for a page or a message: headings and numbers as the reader's language has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pmo_tui.domain.fields import NUMERIC, Field
from pmo_tui.domain.items import Thing
from pmo_tui.words.labels import label
from pmo_tui.words.values import said

_MARKS = re.compile(r"([\\|`*_\[\]<>#~&])")


def to_markdown(things: Iterable[Thing], fields: Sequence[Field]) -> str:
    """Give things as a Markdown table; what a text holds of Markdown's own signs is shown as typed."""
    lines = [
        _line(escaped(label(field)) for field in fields),
        _line("---:" if field.kind in NUMERIC else "---" for field in fields),
    ]
    lines += [_line(escaped(said(field, thing.value(field.name))) for field in fields) for thing in things]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    """Give one row of the table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Give a text in which no sign means anything to Markdown."""
    return _MARKS.sub(r"\\\1", text).replace("\n", "<br>")
