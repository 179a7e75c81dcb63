"""Stepping: the way from a file to its projects on the board, and back, without losing what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import imports, portfolio
from pmo_tui.services.import_examples import examples, guessed
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.import_runs import ImportReport
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.examples import Example
from pmo_tui.transfer.maps import ImportMap
from pmo_tui.transfer.tables import Table
from pmo_tui.words import _, _n, numbers, say
from screens.cells import Line, line, wrapped
from screens.files.flows import choose_file
from screens.imports.outcome import first_tab, summary, tabs
from screens.imports.running import PAINTED, Run
from screens.shell.page import Page

Answer = TypeVar("Answer")

FILE, COLUMNS, OUTCOME = 0, 1, 2
"""The steps."""

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".json", ".toml"})


class Stepping(Page):
    """A page of three steps; what each has found is kept until another file is chosen."""

    step = FILE
    choices: Choices | None = None
    examples: Mapping[str, Example]
    plan: ImportPlan | None = None
    tab = ""
    running: Run | None = None
    _choosing = False

    def show_step(self) -> None:
        """Show the present step."""
        raise NotImplementedError

    def say_step(self) -> None:
        """Say in the line of state which step it is, and how far a run is."""
        raise NotImplementedError

    async def find_file(self) -> None:
        """Let the person find a file, read it, and go on; leave where they go back."""
        if self._choosing:
            return
        self._choosing, reason = True, ""
        start = self.choices.table.path if self.choices else None
        try:
            while True:
                path = await choose_file(self, _("File to import"), SUFFIXES, start, reason=reason)
                if path is None:
                    self.pmo.go_back()
                    return
                start = path
                try:
                    if await self.take_file(path):
                        return
                except Refusal as refusal:
                    reason = say(refusal)
        finally:
            self._choosing = False

    async def take_file(self, path: Path) -> bool:
        """Read a file and show how it is understood; tells whether that was done. Raises Refusal."""
        if path.suffix.lower() == ".toml":
            return await self._whole_portfolio(path)
        self.say(_("Reading {file}…").format(file=path.name))
        former = self.choices if self.choices and self.choices.table.path == path else None
        table = await self.ask(read_file, path, former.map if former else None)
        if former is not None and former.table.headers == table.headers:
            await self.use(replace(former, table=table))  # the file may have changed; what was chosen stays
        else:
            beside = await self.ask(map_beside, path)
            await self.use(await (self._guessed(table) if beside is None else self.mapped(path, beside)))
        self.unsay()
        self.go(COLUMNS)
        if self.choices is not None and self.choices.map_file is not None:
            self.say_map(self.choices.map_file)
        return True

    async def _guessed(self, table: Table) -> Choices:
        """Give what a file is taken for without a map."""
        guess = await self.ask(guessed, table)
        catalogue = (await self.ask(portfolio.surroundings)).catalogue
        return Choices(table, guess.map, catalogue, guess.notes)

    async def mapped(self, path: Path, map_path: Path) -> Choices:
        """Give what a file is taken for under a map, which may say how the file is written too."""
        the_map = await self.ask(imports.open_map, map_path)
        table = await self.ask(read_file, path, the_map)
        catalogue = (await self.ask(portfolio.surroundings)).catalogue
        return Choices(table, the_map, catalogue, (), map_path)

    def say_map(self, path: Path) -> None:
        """Say which map is used."""
        self.say(_("The map in {file} is used.").format(file=path.name))

    async def use(self, choices: Choices) -> None:
        """Take other choices, and see what the file says under them."""
        self.examples = await self.ask(examples, choices.table, choices.map)
        self.choices, self.plan = choices, None

    def go(self, step: int) -> None:
        """Go to a step."""
        self.step = step
        self.show_step()

    async def dry_run(self) -> None:
        """Plan the import and show what it would do."""
        assert self.choices is not None
        plan = await self._run(imports.plan, self.choices.table, self.choices.map)
        self.plan = plan
        self.tab = self.tab if self.step == OUTCOME and self.tab in tabs(plan) else first_tab(plan)
        self.go(OUTCOME)

    async def import_all(self) -> None:
        """Import after asking, then show the board; a stop or a refusal leaves everything as it was."""
        plan = self.plan
        assert plan is not None
        question = _("Import {file}?").format(file=plan.table.name)
        if not await self.confirm(question, self._happens(plan), refusing=False):
            return
        report: ImportReport = await self._run(imports.run, plan)
        self.step, self.choices, self.plan, self.tab = FILE, None, None, ""
        self.show_step()
        self.pmo.open("board")
        if self.pmo.page is not None:
            self.pmo.page.say(_done(report, self.key_of("shell.undo")), role="good")

    def _happens(self, plan: ImportPlan) -> list[Line]:
        """Say what happens after yes."""
        lines = [line(f" {summary(plan).removesuffix('.')}.")]
        if plan.rejected:
            from pmo_tui.services.rejected_rows import rejected_path

            path = rejected_path(plan.table)
            told = _("Rejected rows are written to {file}, each with its reason.")
            whole = wrapped(told.format(file=path.name), self.size.width - 2)
            lines += [line((f" {text}", "warn")) for text in whole]
        all_or_nothing = _("All of it or nothing; {key} takes it back.").format(key=self.key_of("shell.undo"))
        return [*lines, line((f" {all_or_nothing}", "muted"))]

    async def _run(self, function: Callable[..., Answer], *args: object) -> Answer:
        """Do something long on the database thread, tell how far it is, and let it be stopped."""
        self.running = run = Run(self.pmo.closing)
        ticking = self.set_interval(PAINTED, self.say_step)
        try:
            return await self.ask(function, *args, run)
        finally:
            run.stop()  # also where the page is left meanwhile
            ticking.stop()
            self.running = None
            self.say_step()

    async def _whole_portfolio(self, path: Path) -> bool:
        """Read a whole portfolio into an empty database, after asking."""
        from pmo_tui.services.portfolio_imports import read_portfolio

        question = _("Read the whole portfolio in {file}?").format(file=path.name)
        about = _("Its settings, phases, people, projects and decisions come into this empty database.")
        if not await self.confirm(question, [line((f" {about}", "muted"))]):
            return False
        document = await self.ask(read_portfolio, path)
        self.pmo.open("board")
        if self.pmo.page is not None:
            count = len(document.projects)
            told = _n("{count} project read from {file}.", "{count} projects read from {file}.", count)
            self.pmo.page.say(told.format(count=numbers.whole(count), file=path.name), role="good")
        return True


def read_file(_session: object, path: Path, the_map: ImportMap | None) -> Table:
    """Read a file of projects."""
    return imports.open_file(path, the_map)


def map_beside(_session: object, path: Path) -> Path | None:
    """Look for the map that stands beside a file."""
    return imports.map_beside(path)


def _done(report: ImportReport, undo: str) -> str:
    """Say what an import has done, where the rejected rows are, and which key takes it back."""
    done = summary(report.plan)
    if report.rejected_file is not None:
        done = _("{done} (see {file})").format(done=done, file=report.rejected_file.name)
    return (
        _("{done}; {key} undoes it.").format(done=done, key=undo) if report.group is not None else f"{done}."
    )
