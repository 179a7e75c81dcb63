"""What an import says of single rows and projects: a few of them, or every one where details are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pmo_tui.cli import talk
from pmo_tui.cli.values import shown
from pmo_tui.words import _, _n, numbers, say

if TYPE_CHECKING:
    from pmo_tui.services.import_plans import Move
    from pmo_tui.services.imports import ImportPlan

FEW = 5
"""How many names or rows are told where no details are asked for."""


def named(code: str, name: str) -> str:
    """Give a project as its code and its name."""
    return f"{code} {name}".strip()


def few(names: Sequence[str], *, all_: bool) -> str:
    """Give names in a line: all of them, or a few and how many more there are."""
    some = names if all_ else names[:FEW]
    text = talk.line(", ".join(some))
    more = len(names) - len(some)
    if not more:
        return text
    return _("{names} and {n} more (--details names them)").format(names=text, n=numbers.whole(more))


def said_of_moves(plan: ImportPlan, *, all_: bool) -> Iterator[str]:
    """Tell which projects change their phase, and warn of those that pass a gate or go back past one."""
    if not plan.moves:
        return
    count = len(plan.moves)
    moved = few([_moved(move) for move in plan.moves], all_=all_)
    yield _n(
        "{n} project changes its phase: {moves}", "{n} projects change their phase: {moves}", count
    ).format(n=numbers.whole(count), moves=moved)
    if plan.moved_on:
        count = len(plan.moved_on)
        told = _n(
            "{n} of them passes a gate without a decision: {codes}",
            "{n} of them pass a gate without a decision: {codes}",
            count,
        )
        codes = few([move.code for move in plan.moved_on], all_=all_)
        yield told.format(n=numbers.whole(count), codes=codes)
    if plan.moved_back:
        count = len(plan.moved_back)
        told = _n(
            "{n} of them goes back past a gate: {codes}", "{n} of them go back past a gate: {codes}", count
        )
        codes = few([move.code for move in plan.moved_back], all_=all_)
        yield told.format(n=numbers.whole(count), codes=codes)


def _moved(move: Move) -> str:
    """Give a project that changes its phase, with both phases."""
    return f"{named(move.code, move.name)} ({move.before} → {move.after})"


def rejected_and_odd(plan: ImportPlan, *, all_: bool) -> Iterator[str]:
    """Tell why rows were rejected, those that share a reason together, and what is odd in others."""
    rows: dict[str, list[int]] = {}
    for one in plan.rejected:
        rows.setdefault(" ".join(say(reason) for reason in one.reasons), []).append(one.record.number)
    yield from _some(
        [(_rejected(reasons, at, all_=all_), len(at)) for reasons, at in rows.items()], all_=all_
    )
    if plan.warnings:
        yield _("Odd dates, taken all the same:")
        odd = [(_("Row {row}: {note}").format(row=row, note=say(note)), 1) for row, note in plan.warnings]
        yield from (f"  {line}" for line in _some(odd, all_=all_))


def _rejected(reasons: str, rows: Sequence[int], *, all_: bool) -> str:
    """Tell why one row or several were rejected."""
    numbered = few([str(row) for row in rows], all_=all_)
    told = _n("Row {rows} rejected: {reasons}", "Rows {rows} rejected: {reasons}", len(rows))
    return told.format(rows=numbered, reasons=reasons)


def _some(told: Sequence[tuple[str, int]], *, all_: bool) -> Iterator[str]:
    """Give lines: all of them, or a few and for how many rows there are more."""
    yield from (talk.line(text) for text, _rows in (told if all_ else told[:FEW]))
    more = sum(rows for _text, rows in told[FEW:])
    if more and not all_:
        yield _("… and {n} more; --details names them all").format(n=numbers.whole(more))


def changes(plan: ImportPlan, *, all_: bool) -> Iterator[str]:
    """Name every project that is made or changed, field by field; else those that change, if they are few."""
    if not all_:
        if 0 < len(plan.updated) <= FEW:
            projects = few([named(one.code, one.name) for one in plan.updated], all_=True)
            yield _("What is updated: {projects}").format(projects=projects)
        return
    for made in plan.created:
        name = " ".join(
            str(value) for value in (made.values.get("code"), made.values.get(plan.catalogue.title)) if value
        )
        yield _("Row {row}: new, {name}").format(row=made.row, name=talk.line(name))
    for update in plan.updated:
        project = talk.line(named(update.code, update.name))
        yield _("Row {row}: {code} changes").format(row=update.row, code=project)
        for change in update.differences:
            field = plan.catalogue.get(change.field)
            before, after = (shown(field, value) or numbers.ABSENT for value in (change.before, change.after))
            yield f"    {field.name}: {before} → {after}"
