"""Flows: the dry run and the import itself, which tell how far they are and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pmo_tui.services import imports
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.import_runs import ImportReport
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.notes import Note, note
from pmo_tui.words import _
from screens.cells import Line, line, wrapped
from screens.imports.outcome import told, warnings
from screens.imports.running import PAINTED, Run

if TYPE_CHECKING:
    from pmo_tui.services.import_kinds import Importable
    from pmo_tui.services.session import Session
    from screens.imports.page import ImportsPage

Answer = TypeVar("Answer")


async def dry_run(page: ImportsPage, choices: Choices) -> None:
    """Plan the import and show what it would do."""
    kind = page.importing.kind
    remedy = note(kind.remedy, key=page.key_of("imports.open"))
    page.importing.planned(await _run(page, _plan, choices, remedy, kind.importable))
    page.show_step()


async def import_all(page: ImportsPage, plan: ImportPlan) -> None:
    """Import after asking, then show where such things are listed; a stop or a refusal leaves everything as it was."""
    kind = page.importing.kind
    question = _(kind.question).format(file=plan.table.name)
    happens = _happens(told(kind, plan), plan, page.size.width, page.key_of("shell.undo"))
    if not await page.confirm(question, happens, refusing=False):
        return
    map_file = page.importing.choices.map_file if page.importing.choices else None
    report: ImportReport = await _run(page, _import, plan, map_file)
    page.importing.forget()
    page.show_step()
    page.leave_saying_done(_done(told(kind, plan), report, page.key_of("shell.undo")))


async def _run(page: ImportsPage, function: Callable[..., Answer], *args: object) -> Answer:
    """Do something long on the database thread, tell how far it is, and let it be stopped."""
    page.importing.run = run = Run(page.pmo.closing)
    ticking = page.set_interval(PAINTED, page.say_step)
    try:
        return await page.ask(function, *args, run)
    finally:
        run.stop()  # also where the page is left meanwhile
        ticking.stop()
        page.importing.run = None
        page.say_step()


def _plan(session: Session, choices: Choices, remedy: Note, kind: Importable, run: Run) -> ImportPlan:
    """Find out what an import would do, telling how far it is."""
    return imports.plan(session, choices.table, choices.map, run, remedy, kind)


def _import(session: Session, plan: ImportPlan, map_file: Path | None, run: Run) -> ImportReport:
    """Do what a plan says, telling how far it is."""
    return imports.run(session, plan, run, map_file)


def _happens(figures: str, plan: ImportPlan, cells: int, undo: str) -> list[Line]:
    """Say what happens after yes."""
    lines = [line(f" {figures.removesuffix('.')}.")]
    if plan.rejected:
        from pmo_tui.services.rejected_rows import rejected_path

        text = _("Rejected rows are written to {file}, each with its reason.")
        whole = wrapped(text.format(file=rejected_path(plan.table).name), cells - 2)
        lines += [line((f" {text}", "warn")) for text in whole]
    for warning in warnings(plan):
        lines += [line((f" {text}", "warn")) for text in wrapped(warning, cells - 2)]
    all_or_nothing = _("All of it or nothing; {key} takes it back.").format(key=undo)
    return [*lines, line((f" {all_or_nothing}", "muted"))]


def _done(done: str, report: ImportReport, undo: str) -> str:
    """Say what an import has done, where the rejected rows are, and which key takes it back."""
    if report.rejected_file is not None:
        done = _("{done} (see {file})").format(done=done, file=report.rejected_file.name)
    if report.done_with is not None:
        done = _("{done} ({file} is not needed any more)").format(done=done, file=report.done_with.name)
    if report.group is None:
        return f"{done}."
    if report.plan.map.guessed:
        return _("{done}; {key} undoes it.").format(done=done, key=undo)
    remembered = _("{done}; {key} undoes it. The map is remembered for files with these columns.")
    return remembered.format(done=done, key=undo)
