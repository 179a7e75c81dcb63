"""Flows: the dry run and the import itself, which tell how far they are and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pmo_tui.domain.refusal import N_
from pmo_tui.services import imports
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.import_runs import ImportReport
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.notes import Note, note
from pmo_tui.words import _
from screens.cells import Line, line, wrapped
from screens.imports.outcome import summary, warnings
from screens.imports.running import PAINTED, Run

if TYPE_CHECKING:
    from pmo_tui.services.session import Session
    from screens.imports.page import ImportsPage

Answer = TypeVar("Answer")


async def dry_run(page: ImportsPage, choices: Choices) -> None:
    """Plan the import and show what it would do."""
    remedy = note(
        N_("Under “Columns”, {key} on the line of the name gives it."), key=page.key_of("imports.open")
    )
    page.importing.planned(await _run(page, _plan, choices, remedy))
    page.show_step()


async def import_all(page: ImportsPage, plan: ImportPlan) -> None:
    """Import after asking, then show the board; a stop or a refusal leaves everything as it was."""
    question = _("Import {file}?").format(file=plan.table.name)
    if not await page.confirm(
        question, _happens(plan, page.size.width, page.key_of("shell.undo")), refusing=False
    ):
        return
    map_file = page.importing.choices.map_file if page.importing.choices else None
    report: ImportReport = await _run(page, _import, plan, map_file)
    page.importing.forget()
    page.show_step()
    page.leave_for_board(_done(report, page.key_of("shell.undo")))


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


def _plan(session: Session, choices: Choices, remedy: Note, run: Run) -> ImportPlan:
    """Find out what an import would do, telling how far it is."""
    return imports.plan(session, choices.table, choices.map, run, remedy)


def _import(session: Session, plan: ImportPlan, map_file: Path | None, run: Run) -> ImportReport:
    """Do what a plan says, telling how far it is."""
    return imports.run(session, plan, run, map_file)


def _happens(plan: ImportPlan, cells: int, undo: str) -> list[Line]:
    """Say what happens after yes."""
    lines = [line(f" {summary(plan).removesuffix('.')}.")]
    if plan.rejected:
        from pmo_tui.services.rejected_rows import rejected_path

        told = _("Rejected rows are written to {file}, each with its reason.")
        whole = wrapped(told.format(file=rejected_path(plan.table).name), cells - 2)
        lines += [line((f" {text}", "warn")) for text in whole]
    for told in warnings(plan):
        lines += [line((f" {text}", "warn")) for text in wrapped(told, cells - 2)]
    all_or_nothing = _("All of it or nothing; {key} takes it back.").format(key=undo)
    return [*lines, line((f" {all_or_nothing}", "muted"))]


def _done(report: ImportReport, undo: str) -> str:
    """Say what an import has done, where the rejected rows are, and which key takes it back."""
    done = summary(report.plan)
    if report.rejected_file is not None:
        done = _("{done} (see {file})").format(done=done, file=report.rejected_file.name)
    if report.done_with is not None:
        done = _("{done} ({file} is not needed any more)").format(done=done, file=report.done_with.name)
    if report.group is None:
        return f"{done}."
    if report.plan.map.guessed:
        return _("{done}; {key} undoes it.").format(done=done, key=undo)
    told = _("{done}; {key} undoes it. The map is remembered for files with these columns.")
    return told.format(done=done, key=undo)
