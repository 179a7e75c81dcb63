"""What a list shows: the query with the order and grouping chosen beside it, the mode, the columns; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.lists import Figures
from pmo_tui.domain.portfolio import View
from pmo_tui.domain.queries.terms import SortKey
from pmo_tui.words import _, numbers
from pmo_tui.words.labels import label
from screens.cells import Span, width
from screens.glyphs import Glyphs
from screens.values import total


class Found(Protocol):
    """What a query found, as rows or in another way."""

    @property
    def figures(self) -> Figures:
        """How many there are, with their sums."""

    @property
    def of(self) -> int:
        """How many there are in all."""

    @property
    def order(self) -> tuple[SortKey, ...]:
        """What they are sorted by."""

    @property
    def group(self) -> str | None:
        """The field that they are grouped by."""


class Shown(NamedTuple):
    """What a list was asked to show; `name` is that of the saved view it came from."""

    query: str = ""
    mode: str = "table"
    columns: tuple[str, ...] = ()
    sort: tuple[SortKey, ...] = ()
    group: str | None = None
    name: str = ""

    @property
    def text(self) -> str:
        """The whole query: order and grouping first, so that those typed in the query itself stand over them."""
        parts = ["sort:" + ",".join(str(key) for key in self.sort)] if self.sort else []
        parts += [f"group:{self.group}"] if self.group else []
        return " ".join([*parts, self.query])

    def sorted_by(self, keys: tuple[SortKey, ...], catalogue: Catalogue) -> Shown:
        """Give the same in another order, which also stands over one that the query asks for."""
        from pmo_tui.domain.queries.reading import without

        return self._replace(sort=keys, query=without(self.query, "sort", catalogue))

    def grouped_by(self, group: str | None, catalogue: Catalogue) -> Shown:
        """Give the same in other groups, which also stand over those that the query asks for."""
        from pmo_tui.domain.queries.reading import without

        return self._replace(group=group, query=without(self.query, "group", catalogue))

    @classmethod
    def of_view(cls, view: View) -> Shown:
        """Give what a saved view shows."""
        sort = tuple(SortKey(name.removeprefix("-"), name.startswith("-")) for name in view.sort)
        return cls(view.query, view.mode, view.columns, sort, view.group, view.name)


def counted(figures: Figures, of: int) -> str:
    """Give how many of how many things are shown: "48 of 212", or "212" where it is all."""
    if figures.count == of:
        return numbers.whole(of)
    return _("{some} of {all}").format(some=numbers.whole(figures.count), all=numbers.whole(of))


def marks_said(shown: int, marks: int) -> str:
    """Give how many are marked, and how many of them are shown where that is not all; "" where none is."""
    if not marks:
        return ""
    if shown == marks:
        return _("{count} marked").format(count=numbers.whole(marks))
    return _("{some} of {all} marked shown").format(some=numbers.whole(shown), all=numbers.whole(marks))


def state_right(
    found: Found, marked: str, catalogue: Catalogue, summed: str, currency: str, glyphs: Glyphs, cells: int
) -> Sequence[Span]:
    """Give the right side of the line of state, as much as fits: marks, counts, a sum, grouping, order."""
    parts = [counted(found.figures, found.of)]
    if told := total(found.figures, summed, currency):
        parts.append(f"{label(catalogue.get(summed)).lower()} {told}")
    if found.group:
        parts.append(_("group {field}").format(field=label(catalogue.get(found.group)).lower()))
    parts += [_("sort {keys}").format(keys=_keys(found.order, catalogue, glyphs))]
    marked += f" {glyphs.dot} " if marked else ""
    while len(parts) > 1 and width(marked + _joined(parts, glyphs)) > cells:
        parts.pop()
    return [*([(marked, "marked")] if marked else []), (_joined(parts, glyphs), "muted")]


def _joined(parts: Sequence[str], glyphs: Glyphs) -> str:
    """Give facts in a row."""
    return f" {glyphs.dot} ".join(parts)


def _keys(order: Sequence[SortKey], catalogue: Catalogue, glyphs: Glyphs) -> str:
    """Give what is sorted by, in words with arrows: the first two keys, as many as one takes in."""
    told = [
        f"{label(catalogue.get(key.field)).lower()} {glyphs.descending if key.descending else glyphs.ascending}"
        for key in order[:2]
    ]
    return ", ".join(told)
