"""The items of a project beside its risks: what is awaited of each kind, what is late first; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pmo_tui.domain.fields import Catalogue
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.domain.refusal import N_
from pmo_tui.services.raid_rows import Row as Item
from pmo_tui.words import _, _n, numbers
from screens.cells import Span, line
from screens.lists.columns import fitting, heading, thing_line
from screens.project.risks import moved
from screens.project.rows import Sheet
from screens.raid.kinds import listed
from screens.raid.rows import cell
from screens.sheets.rows import GAP, Row, muted

COLUMNS = ("code", "title", "severity", "confidence", "due", "review", "status", "state", "owner")
"""What is told of each item, as far as its kind has it."""


class ItemKey(NamedTuple):
    """The key of a row that stands for an item."""

    entity: str
    item: int


class Part(NamedTuple):
    """The items that stand under one heading, and the columns that tell of them."""

    label: str
    noun: str
    items: tuple[Item, ...]
    columns: tuple[str, ...] = COLUMNS


LABELS = {
    "issues": N_("Issues"),
    "assumptions": N_("Assumptions"),
    "actions": N_("Actions"),
    "decisions": N_("Decisions"),
    "changes": N_("Change requests"),
}
"""The headings, but for those of dependencies, of which a project gives some and needs others."""


def raid(sheet: Sheet) -> list[Row]:
    """Give the items under a heading for each kind that there is."""
    if not sheet.dossier.raid:
        return [muted(_("Beside its risks nothing is awaited of this project."))]
    rows = [row for part in _parts(sheet) for row in _part(part, sheet)]
    return rows[1:]


def overdue(found: Mapping[str, tuple[Item, ...]]) -> int:
    """Count the items that are late."""
    return sum(item.overdue for items in found.values() for item in items)


def _parts(sheet: Sheet) -> Iterator[Part]:
    """Walk what there is, in the order of the registers."""
    for noun in BY_NOUN:
        items = sheet.dossier.raid.get(noun, ())
        if noun == "dependencies":
            yield from _dependencies(items, sheet.dossier.detail.project.code)
        elif items:
            yield Part(_(LABELS[noun]), noun, items)


def _dependencies(items: tuple[Item, ...], code: str) -> Iterator[Part]:
    """Walk what the project needs of others, then what others need of it; each tells the other project."""
    for label, own, other in (
        (_("Dependencies: needed"), "needs", "gives"),
        (_("Dependencies: given"), "gives", "needs"),
    ):
        if some := tuple(item for item in items if item.value(own) == code):
            columns = ("code", "title", "due", other, "status", "promised", "slack")
            yield Part(label, "dependencies", some, columns)


def _part(part: Part, sheet: Sheet) -> Iterator[Row]:
    """Walk the rows of one heading: itself with how many there are, the columns, each item."""
    kind, catalogue = listed(part.noun), BY_NOUN[part.noun].catalogue
    longest = {"code": max(len(item.item.code) for item in part.items)}
    taken = fitting(kind.layout, _known(part.columns, catalogue), catalogue, sheet.cells - 1, longest)
    yield GAP
    yield Row(None, line(" ", (part.label, "strong"), *_counted(part, sheet)))
    yield Row(None, heading(taken._replace(behind=0), (), sheet.glyphs))
    for item in part.items:
        key = ItemKey(BY_NOUN[part.noun].thing, item.id)
        yield Row(key, moved(thing_line(item, taken.seen, sheet.glyphs, cell)))


def _known(columns: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    """Give the columns that a kind has."""
    return [name for name in columns if name in catalogue.by_name]


def _counted(part: Part, sheet: Sheet) -> list[Span]:
    """Give how many items there are, and how many of them are late."""
    spans: list[Span] = [(f"  {numbers.whole(len(part.items))}", "muted")]
    if late := sum(item.overdue for item in part.items):
        told = _n("{count} late", "{count} late", late).format(count=numbers.whole(late))
        spans.append((f" {sheet.glyphs.dot} {told}", "warn"))
    return spans
