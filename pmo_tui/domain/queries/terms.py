"""Terms: what a query asks for, as values; the text of each is its canonical form, which reads back as the same."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from pmo_tui.domain.queries.scan import quoted, written
from pmo_tui.domain.text import fold

NONE = ("none", "empty", "aucun", "aucune", "vide")
"""The words that ask for nothing in a field, folded; the first is the canonical one."""

ANY = ("any", "filled", "rempli", "renseigne")
"""The words that ask for something in a field, whatever it is."""

ME = ("me", "moi")
"""The words for the person who asks."""

Bound = int | Decimal | date
"""What values are compared with; a health is compared by its severity, no and yes as 0 and 1."""


class Op(Enum):
    """How a field is compared with a value."""

    HAS = ":"
    IS = "="
    """Only for text, where it means the whole of it; elsewhere it is the same as HAS and read as such."""
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="


class Text(NamedTuple):
    """A text asked for, case and accents ignored; `me` where it is the name of the person who asks."""

    text: str
    me: bool = False

    @property
    def folded(self) -> str:
        """The text as it is compared."""
        return fold(self.text)

    def __str__(self) -> str:
        if self.me:
            return ME[0]
        return quoted(self.text) if self.folded in {*NONE, *ANY, *ME} else written(self.text)


class Span(NamedTuple):
    """The values from `low` to `high`, both included; None is open; a single value is both its ends.

    `spelling` is its canonical form, which stays relative where it was: `-30d` means another day tomorrow.
    """

    low: Bound | None
    high: Bound | None
    spelling: str

    def __str__(self) -> str:
        return self.spelling


class Empty(NamedTuple):
    """Nothing in the field, or with `filled` anything."""

    filled: bool = False

    def __str__(self) -> str:
        return ANY[0] if self.filled else NONE[0]


Operand = Text | Span | Empty


class Word(NamedTuple):
    """A text to be found in code, name or tags; with `negated`, not to be found."""

    text: str
    negated: bool = False

    def __str__(self) -> str:
        return "-" * self.negated + written(self.text)


class Match(NamedTuple):
    """A field compared with any of several values; `negated` asks for all other things, empty ones included.

    An order (BELOW to AT_LEAST) has one value, a Span with both ends.
    """

    field: str
    op: Op
    operands: tuple[Operand, ...]
    negated: bool = False

    def __str__(self) -> str:
        values = ",".join(str(operand) for operand in self.operands)
        if self.negated and self.op is Op.IS:
            return f"{_written_name(self.field)}!={values}"
        return f"{'-' * self.negated}{_written_name(self.field)}{self.op.value}{values}"


Term = Word | Match


class SortKey(NamedTuple):
    """A field to sort by; `descending` is the largest first. What is empty stands last either way."""

    field: str
    descending: bool = False

    def __str__(self) -> str:
        return "-" * self.descending + _written_name(self.field)


class Query(NamedTuple):
    """What to show: the things that meet all `terms`, in the order of `sort`, grouped by the field `group`."""

    terms: tuple[Term, ...] = ()
    sort: tuple[SortKey, ...] = ()
    group: str | None = None

    def __str__(self) -> str:
        parts = [str(term) for term in self.terms]
        if self.sort:
            parts.append("sort:" + ",".join(str(key) for key in self.sort))
        if self.group:
            parts.append("group:" + _written_name(self.group))
        return " ".join(parts)


def _written_name(field: str) -> str:
    """Give the name of a field as it is written in a query: signs and spaces, which don't count, as underscores."""
    return re.sub(r"\W", "_", field)
