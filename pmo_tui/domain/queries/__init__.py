"""The query: one small language that filters, sorts and groups everywhere; see docs/query.md."""

from __future__ import annotations

from pmo_tui.domain.queries.hints import suggest
from pmo_tui.domain.queries.reading import LONGEST, parse
from pmo_tui.domain.queries.terms import Empty, Match, Op, Operand, Query, SortKey, Span, Term, Text, Word

__all__ = [
    "LONGEST",
    "Empty",
    "Match",
    "Op",
    "Operand",
    "Query",
    "SortKey",
    "Span",
    "Term",
    "Text",
    "Word",
    "parse",
    "suggest",
]
