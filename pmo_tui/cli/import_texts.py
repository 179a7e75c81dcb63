"""What an import says of itself: its figures, what it left out and why, and every change where that is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.values import shown
from pmo_tui.domain.refusal import N_
from pmo_tui.words import _, _n, numbers, say

if TYPE_CHECKING:
    from pmo_tui.services.imports import ImportPlan, ImportReport

FEW = 5
"""How many names or rows are told where no details are asked for."""

_DONE = {
    "created": N_("created"),
    "updated": N_("updated"),
    "unchanged": N_("unchanged"),
    "rejected": N_("rejected"),
}

_NEW = {
    "programme": N_("New programmes: {names}"),
    "person": N_("New people: {names}"),
    "objective": N_("New objectives: {names}"),
    "phase": N_("New phases: {names}"),
    "risk_category": N_("New categories of risks: {names}"),
    "field": N_("New fields: {names}"),
}


def as_json(plan: ImportPlan, *, details: bool) -> str:
    """Give the figures as JSON; with details, the rows and projects behind them too."""
    found: dict[str, object] = dict(plan.counts)
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
    """Tell where the rejected rows are, and what reads them again."""
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
        yield f"  {numbers.whole(count):>{width}} {_(_DONE[name])}"
    yield from (talk.line(say(each)) for each in plan.notes)
    yield from _left_out(plan, details=details)
    yield from _back(plan, details=details)
    yield from _new(plan, details=details)
    yield from _rows(plan, details=details)
    if details:
        yield from _changes(plan)
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
    if not plan.changes_anything and plan.rejected:
        return _("Nothing to change: the portfolio is as the rows that were not rejected say.")
    if not plan.changes_anything:
        return _("Nothing to change: the portfolio is as the file says.")
    if dry:
        return _("This was a dry run: nothing was changed. Without --dry-run it is done.")
    return _("Done; `{undo}` takes all of it back.").format(undo=talk.line(undo))


def _left_out(plan: ImportPlan, *, details: bool) -> Iterator[str]:
    """Tell which cells, columns and projects the import does without."""
    for marker, count in plan.cells_emptied.items():
        yield _n(
            "{n} cell “{text}” was taken as nothing", "{n} cells “{text}” were taken as nothing", count
        ).format(n=numbers.whole(count), text=talk.line(marker))
    if plan.dropped:
        yield _("Columns that no field takes: {names}").format(names=_names(plan.dropped, all_=details))
    if plan.missing:
        told = (
            _n(
                "{n} project is not in the file and stays as it is: {codes}",
                "{n} projects are not in the file and stay as they are: {codes}",
                len(plan.missing),
            )
            if plan.kind.entity == "project"
            else _n(
                "{n} risk is not in the file and stays as it is: {codes}",
                "{n} risks are not in the file and stay as they are: {codes}",
                len(plan.missing),
            )
        )
        yield told.format(n=numbers.whole(len(plan.missing)), codes=_names(plan.missing, all_=details))


def _back(plan: ImportPlan, *, details: bool) -> Iterator[str]:
    """Warn of projects that go back past a gate."""
    if plan.moved_back:
        yield _n(
            "{n} project goes back past a gate: {codes}",
            "{n} projects go back past a gate: {codes}",
            len(plan.moved_back),
        ).format(n=numbers.whole(len(plan.moved_back)), codes=_names(plan.moved_back, all_=details))


def _new(plan: ImportPlan, *, details: bool) -> Iterator[str]:
    """Tell which names come in with the projects."""
    things = {**plan.new_things, "field": tuple(field.name for field in plan.new_fields)}
    for kind, names in things.items():
        if names:
            yield _(_NEW[kind]).format(names=_names(names, all_=details))


def _rows(plan: ImportPlan, *, details: bool) -> Iterator[str]:
    """Tell why rows were rejected, and what is odd in others."""
    rejected = [
        _("Row {row} rejected: {reasons}").format(
            row=one.record.number, reasons=" ".join(say(reason) for reason in one.reasons)
        )
        for one in plan.rejected
    ]
    yield from _some(rejected, details=details)
    if plan.warnings:
        yield _("Odd dates, taken all the same:")
        odd = [_("Row {row}: {note}").format(row=row, note=say(note)) for row, note in plan.warnings]
        yield from (f"  {line}" for line in _some(odd, details=details))


def _some(told: Sequence[str], *, details: bool) -> Iterator[str]:
    """Give lines: all of them, or a few and how many more there are."""
    yield from map(talk.line, told if details else told[:FEW])
    if len(told) > FEW and not details:
        yield _("… and {n} more; --details names them all").format(n=numbers.whole(len(told) - FEW))


def _changes(plan: ImportPlan) -> Iterator[str]:
    """Name every project that is made or changed, field by field."""
    for made in plan.created:
        name = " ".join(
            str(value) for value in (made.values.get("code"), made.values.get(plan.catalogue.title)) if value
        )
        yield _("Row {row}: new, {name}").format(row=made.row, name=talk.line(name))
    for update in plan.updated:
        yield _("Row {row}: {code} changes").format(row=update.row, code=talk.line(update.code))
        for change in update.differences:
            field = plan.catalogue.get(change.field)
            before, after = (shown(field, value) or numbers.ABSENT for value in (change.before, change.after))
            yield f"    {field.name}: {before} → {after}"


def _names(names: Sequence[str], *, all_: bool) -> str:
    """Give names in a line: all of them, or a few and how many more there are."""
    some = names if all_ else names[:FEW]
    text = talk.line(", ".join(some))
    more = len(names) - len(some)
    return _("{names} and {n} more").format(names=text, n=numbers.whole(more)) if more else text
