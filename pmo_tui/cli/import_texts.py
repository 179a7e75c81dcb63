"""What an import says of itself: its figures, what it empties, moves and leaves out, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.import_rows import changes, few, named, rejected_and_odd, said_of_moves
from pmo_tui.domain.refusal import N_
from pmo_tui.transfer.notes import short
from pmo_tui.words import _, _n, numbers, say

if TYPE_CHECKING:
    from pmo_tui.services.imports import ImportPlan, ImportReport

_DONE: dict[str, Callable[[int], str]] = {
    "created": lambda n: _n("{count} created", "{count} created", n),
    "updated": lambda n: _n("{count} updated", "{count} updated", n),
    "unchanged": lambda n: _n("{count} unchanged", "{count} unchanged", n),
    "rejected": lambda n: _n("{count} rejected", "{count} rejected", n),
}
"""Gives how a figure is told, by the name that JSON shows."""

_NEW = {
    "programme": N_("New programmes: {names}"),
    "person": N_("New people: {names}"),
    "objective": N_("New objectives: {names}"),
    "phase": N_("New phases: {names}"),
    "risk_category": N_("New categories of risks: {names}"),
    "field": N_("New fields: {names}"),
}


def _missing_items(count: int) -> str:
    """Give what is told of items that are not in the file."""
    return _n(
        "{n} item is not in the file and stays as it is: {projects}",
        "{n} items are not in the file and stay as they are: {projects}",
        count,
    )


_MISSING: dict[str, Callable[[int], str]] = {
    "project": lambda n: _n(
        "{n} project is not in the file and stays as it is: {projects}",
        "{n} projects are not in the file and stay as they are: {projects}",
        n,
    ),
    "risk": lambda n: _n(
        "{n} risk is not in the file and stays as it is: {projects}",
        "{n} risks are not in the file and stay as they are: {projects}",
        n,
    ),
}
"""Gives what is told of the things that are not in the file, by their kind."""


def as_json(plan: ImportPlan, *, details: bool) -> str:
    """Give the figures as JSON; with details, the rows and projects behind them too."""
    found: dict[str, object] = {**plan.counts, "phases_moved": len(plan.moves)}
    if plan.currency is not None:
        found["currency"] = {"file": plan.currency.file, "portfolio": plan.currency.portfolio}
    if details:
        found["missing"] = list(plan.missing)
        found["rejections"] = [
            {"row": one.record.number, "reasons": [say(reason) for reason in one.reasons]}
            for one in plan.rejected
        ]
        found["updates"] = [
            {"row": one.row, "code": one.code, "fields": [change.field for change in one.differences]}
            for one in plan.updated
        ]
    return json.dumps(found, ensure_ascii=False) + "\n"


def rejected_in(report: ImportReport | None) -> Iterator[str]:
    """Tell where the rejected rows are, and what reads them again; or that none is left."""
    if report is not None and report.done_with is not None:
        path = talk.line(str(report.done_with))
        yield _("No row of {path} is rejected any more: it and its map are not needed now.").format(path=path)
    if report is not None and report.rejected_file is not None:
        path = talk.line(str(report.rejected_file))
        yield _("The rejected rows stand in {path}, each with its reason.").format(path=path)
        told = _(
            "How the file was understood stands in {map}: it is taken when you import the corrected rows."
        )
        yield told.format(map=talk.line(str(report.rejected_map)))


def summary(plan: ImportPlan, *, dry: bool, details: bool, undo: str) -> Iterator[str]:
    """Give the lines that tell what was done or, where `dry`, what would be; `undo` is the command that undoes it."""
    rows = len(plan.table.records) + len(plan.table.broken)
    yield _n("{file}: {n} row", "{file}: {n} rows", rows).format(
        file=talk.line(plan.table.name), n=numbers.whole(rows)
    )
    counts = {name: count for name, count in plan.counts.items() if isinstance(count, int)}
    width = max(len(numbers.whole(count)) for count in counts.values())
    for name, count in counts.items():
        yield "  " + _DONE[name](count).format(count=f"{numbers.whole(count):>{width}}")
    yield from (talk.line(say(each)) for each in (*plan.doubts, *plan.notes))
    yield from rejected_and_odd(plan, all_=details)
    yield from _emptied(plan)
    yield from said_of_moves(plan, all_=details)
    yield from _left_out(plan, details=details)
    yield from _new(plan, details=details)
    yield from changes(plan, all_=details)
    yield _end(plan, dry=dry, undo=undo)


def nothing_taken(plan: ImportPlan) -> bool:
    """Tell whether rows were rejected, and none taken."""
    return bool(plan.rejected) and not plan.changes_anything and not plan.unchanged


def _end(plan: ImportPlan, *, dry: bool, undo: str) -> str:
    """Give the last line."""
    if nothing_taken(plan):
        count = len(plan.rejected)
        told = _n(
            "Nothing imported: the only row was rejected.",
            "Nothing imported: all {n} rows were rejected.",
            count,
        )
        return told.format(n=numbers.whole(count))
    if not plan.table.records:
        return _("Nothing to import: the file has no row below its headers.")
    if not plan.changes_anything and plan.rejected:
        return _("Nothing to change: the portfolio is as the rows that were not rejected say.")
    if not plan.changes_anything:
        return _("Nothing to change: the portfolio is as the file says.")
    if dry:
        return _("This was a dry run: nothing was changed. Without --dry-run it is done.")
    return _("Done; `{undo}` takes all of it back.").format(undo=talk.line(undo))


def _emptied(plan: ImportPlan) -> Iterator[str]:
    """Tell which values the projects that are there would lose."""
    lost = plan.values_emptied
    if lost:
        fields = ", ".join(f"{name} {numbers.whole(count)}" for name, count in lost.items())
        count = sum(lost.values())
        yield _n("{n} value is emptied: {fields}", "{n} values are emptied: {fields}", count).format(
            n=numbers.whole(count), fields=talk.line(fields)
        )


def _left_out(plan: ImportPlan, *, details: bool) -> Iterator[str]:
    """Tell which cells, columns and projects the import does without."""
    for marker, count in plan.cells_emptied.items():
        yield _n(
            "{n} cell “{text}” was taken as nothing", "{n} cells “{text}” were taken as nothing", count
        ).format(n=numbers.whole(count), text=talk.line(marker))
    if plan.dropped:
        count = len(plan.dropped)
        yield _n(
            "{n} column that no field takes: {names}", "{n} columns that no field takes: {names}", count
        ).format(
            n=numbers.whole(count), names=few([short(header, 40) for header in plan.dropped], all_=details)
        )
    if plan.missing:
        missing = [named(code, plan.names.get(code, "")) for code in plan.missing]
        told = _MISSING.get(plan.kind.entity, _missing_items)(len(missing))
        yield told.format(n=numbers.whole(len(missing)), projects=few(missing, all_=details))


def _new(plan: ImportPlan, *, details: bool) -> Iterator[str]:
    """Tell which names come in with the projects."""
    things = {**plan.new_things, "field": tuple(field.name for field in plan.new_fields)}
    for kind, names in things.items():
        if names:
            yield _(_NEW[kind]).format(names=few(names, all_=details))
