"""Ordering: `sort:-score,name` and `group:phase` of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmo_tui.domain.fields import LISTS, Catalogue, Field, Kind
from pmo_tui.domain.queries.scan import plain, split
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import fold

if TYPE_CHECKING:
    from pmo_tui.domain.queries.comparing import Clause

SPECIAL = {"sort": "sort", "group": "group", "tri": "sort", "groupe": "group"}
"""The names before “:” that are no field, English and French; a field of the same French name comes first."""


def special(name: str, catalogue: Catalogue) -> str | None:
    """Tell what `name` stands for where it is no field: “sort”, “group” or None."""
    what = SPECIAL.get(fold(name))
    return what if what == fold(name) or not catalogue.find(name) else None


def orders(field: Field) -> bool:
    """Tell whether one can sort and group by `field`: it has one short value."""
    return field.kind not in LISTS | {Kind.TEXT}


def sort_keys(clause: Clause, catalogue: Catalogue) -> tuple[SortKey, ...]:
    """Read the fields to sort by; of a field named twice the first counts."""
    keys: dict[str, SortKey] = {}
    for name in _names(clause, N_("“{text}” names nothing to sort by: write sort:name or sort:-score,name.")):
        descending = name.startswith("-")
        field = ordering_field(name.removeprefix("-"), catalogue)
        keys.setdefault(field, SortKey(field, descending))
    return tuple(keys.values())


def group_field(clause: Clause, catalogue: Catalogue) -> str:
    """Read the one field to group by."""
    refusal = N_("“{text}” names no field to group by: write one, as in group:phase.")
    names = _names(clause, refusal)
    if len(names) > 1:
        raise Refusal(refusal, text=clause.whole)
    return ordering_field(names[0], catalogue)


def _names(clause: Clause, refusal: str) -> list[str]:
    """Give the names that stand after the sign; `refusal` is for none, for another sign and for a dash before."""
    names = [name for piece in split(clause.values, ",") if (name := plain(piece).strip())]
    if clause.minus or clause.sign not in {":", "="} or not names:
        raise Refusal(refusal, text=clause.whole)
    return names


def ordering_field(name: str, catalogue: Catalogue) -> str:
    """Give the stable name of a field that orders. Raises Refusal where there is no such field or it can't order."""
    field = catalogue.get(name)
    if not orders(field):
        raise Refusal(
            N_("One can't sort or group by “{field}”: it holds long text or several values."), field=name
        )
    return field.name
