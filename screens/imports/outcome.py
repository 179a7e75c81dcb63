"""Outcome: what a dry run found, in tabs: created, updated, rejected, emptied, missing and what is to be said; pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from pmo_tui.domain.refusal import N_
from pmo_tui.services.import_plans import Creation, ImportPlan, Rejection, Update
from pmo_tui.transfer.notes import Note, note, short
from pmo_tui.words import _, _n, numbers, say
from screens.imports.kinds import ImportKind
from screens.values import named as label_of
from screens.values import said_of
from screens.widgets.tabs import Tab

CREATED, UPDATED, REJECTED, EMPTIED, MISSING, SAID = (
    "created",
    "updated",
    "rejected",
    "emptied",
    "missing",
    "said",
)
TABS = {
    CREATED: N_("Created"),
    UPDATED: N_("Updated"),
    REJECTED: N_("Rejected"),
    EMPTIED: N_("Cells emptied"),
    MISSING: N_("Not in the file"),
    SAID: N_("Remarks"),
}
"""The tabs in their order, with their labels."""

_NEW_THINGS = {
    "programme": N_("Programmes that are added: {names}"),
    "person": N_("People who are added: {names}"),
    "objective": N_("Objectives that are added: {names}"),
    "phase": N_("Phases that are added: {names}"),
    "risk_category": N_("Categories of risks that are added: {names}"),
}


@dataclass(frozen=True, slots=True)
class Emptied:
    """A text that stands for nothing, how many cells held it, and how many of each field."""

    text: str
    count: int
    fields: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said, of a row or (0) of the whole file."""

    row: int
    note: Note
    place: int


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is there and that the file does not list."""

    code: str
    name: str


Row = Creation | Update | Rejection | Emptied | Remark | Missing


def rows(plan: ImportPlan, tab: str) -> Sequence[Row]:
    """Give the rows of a tab."""
    if tab == CREATED:
        return plan.created
    if tab == UPDATED:
        return plan.updated
    if tab == REJECTED:
        return plan.rejected
    if tab == MISSING:
        return [Missing(code, plan.names.get(code, "")) for code in plan.missing]
    return _emptied(plan) if tab == EMPTIED else _remarks(plan)


def counts(plan: ImportPlan) -> dict[str, int]:
    """Give how many there are in each tab; of emptied cells, the cells."""
    return {
        CREATED: len(plan.created),
        UPDATED: len(plan.updated),
        REJECTED: len(plan.rejected),
        EMPTIED: plan.emptied.total(),
        MISSING: len(plan.missing),
        SAID: len(_remarks(plan)),
    }


def tabs(plan: ImportPlan) -> list[str]:
    """Give the tabs that hold something; where none does, the first."""
    return [tab for tab, count in counts(plan).items() if count] or [CREATED]


def first_tab(plan: ImportPlan) -> str:
    """Give the tab one wants to see first: what is refused, else what changes."""
    found = tabs(plan)
    return next((tab for tab in (REJECTED, UPDATED, CREATED) if tab in found), found[0])


def key(row: Row) -> Hashable:
    """Name a row for good."""
    if isinstance(row, Rejection):
        return row.record.number
    if isinstance(row, Creation | Update):
        return row.row
    if isinstance(row, Remark):
        return row.place
    return row.code if isinstance(row, Missing) else row.text


def _emptied(plan: ImportPlan) -> list[Emptied]:
    """Give the texts that stood for nothing, the most frequent first."""
    fields: dict[str, dict[str, int]] = {}
    for (field, text), count in plan.emptied.most_common():
        fields.setdefault(text, {})[field] = count
    return [Emptied(text, count, fields[text]) for text, count in plan.cells_emptied.items()]


def _remarks(plan: ImportPlan) -> list[Remark]:
    """Give what is to be said: new names and fields, columns left out, what is odd in rows."""
    notes: list[tuple[int, Note]] = [
        (0, note(_NEW_THINGS[thing], names=", ".join(names)))
        for thing, names in plan.new_things.items()
        if names
    ]
    if plan.new_fields:
        fields = ", ".join(field.label for field in plan.new_fields)
        notes.append((0, note(N_("Fields of your own that are added: {fields}"), fields=fields)))
    if plan.dropped:
        columns = ", ".join(short(header, 40) for header in plan.dropped)
        notes.append((0, note(N_("Columns that are left out: {columns}"), columns=columns)))
    notes[:0] = [(0, each) for each in _losses(plan)]
    notes += [(0, each) for each in (*plan.notes, *plan.table.notes)]
    notes += plan.warnings
    return [Remark(row, each, place) for place, (row, each) in enumerate(notes)]


def _losses(plan: ImportPlan) -> list[Note]:
    """Give what one would regret not to have seen: doubts, values that are emptied, projects that move."""
    found = list(plan.doubts)
    if lost := plan.values_emptied:
        fields = ", ".join(
            f"{label_of(plan.catalogue.get(name))} {numbers.whole(count)}" for name, count in lost.items()
        )
        found.append(note(N_("Values that are emptied: {fields}"), fields=fields))
    moves = (
        (N_("Projects that pass a gate without a decision: {codes}"), plan.moved_on),
        (N_("Projects that go back past a gate: {codes}"), plan.moved_back),
        (N_("Other projects that change their phase: {codes}"), [one for one in plan.moves if not one.gates]),
    )
    for message, moved in moves:
        if moved:
            names = ", ".join(f"{one.code} {one.name} ({one.before} → {one.after})" for one in moved)
            found.append(note(message, codes=names))
    return found


def warnings(plan: ImportPlan) -> list[str]:
    """Say what may be meant otherwise, what is emptied and what moves, before an import is agreed to."""
    found = [say(doubt) for doubt in plan.doubts]
    if count := sum(plan.values_emptied.values()):
        text = _n("{count} value is emptied.", "{count} values are emptied.", count)
        found.append(text.format(count=numbers.whole(count)))
    if count := len(plan.moves):
        text = _n("{count} project changes its phase.", "{count} projects change their phase.", count)
        found.append(text.format(count=numbers.whole(count)))
    return found


def named(plan: ImportPlan) -> list[Tab]:
    """Give the tabs with their labels and counts; what is refused stands out."""
    found = counts(plan)
    return [
        Tab(
            tab,
            _(TABS[tab]),
            numbers.whole(found[tab]),
            "warn" if tab == REJECTED and found[tab] else "muted",
        )
        for tab in tabs(plan)
    ]


def told(kind: ImportKind, plan: ImportPlan) -> str:
    """Say in one sentence what an import would do: how many things of the kind there are, and what becomes of them."""
    if not plan.changes_anything and not plan.rejected:
        if not plan.table.records:
            return _("The file has no row below its headers.")
        return _("The file changes nothing.")
    rows = len(plan.created) + len(plan.updated) + plan.unchanged + len(plan.rejected)
    return said_of(kind.counted(rows), _figures(plan))


def _figures(plan: ImportPlan) -> str:
    """Say how many are created, updated, unchanged and rejected."""
    created, updated, rejected = len(plan.created), len(plan.updated), len(plan.rejected)
    parts = [
        (created, _n("{count} created", "{count} created", created)),
        (updated, _n("{count} updated", "{count} updated", updated)),
        (plan.unchanged, _n("{count} unchanged", "{count} unchanged", plan.unchanged)),
        (rejected, _n("{count} rejected", "{count} rejected", rejected)),
    ]
    return ", ".join(text.format(count=numbers.whole(count)) for count, text in parts if count)
