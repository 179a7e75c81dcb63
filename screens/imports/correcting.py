"""Correcting: what the keys of the import do, at each of its steps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmo_tui.services import exports
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.words import _
from screens.files.flows import choose_file, name_file
from screens.files.listing import short
from screens.imports import outcome, understanding
from screens.imports.stepping import COLUMNS, FILE, OUTCOME, Stepping
from screens.values import named
from screens.widgets.lines import Lines

if TYPE_CHECKING:
    from screens.cells import Line


class Correcting(Stepping):
    """The actions of the import; what is shown is kept by the page itself."""

    columns: Lines[understanding.Row]
    found: Lines[outcome.Row]

    def show_columns(self) -> None:
        """Show how the file is understood now."""
        raise NotImplementedError

    def show_tab(self) -> None:
        """Show the present tab of the dry run."""
        raise NotImplementedError

    def show_detail(self) -> None:
        """Say more of the row under the cursor."""
        raise NotImplementedError

    def details(self) -> tuple[str, list[Line]]:
        """Name the row of the dry run under the cursor, and give all that is known of it."""
        raise NotImplementedError

    def why_not(self, action_id: str) -> str | None:
        """Say why an action can't be done at this step, or while it runs."""
        running = None
        if self.running:
            running = _("It is running: {key} stops it.").format(key=self.key_of("shell.back"))
        if not action_id.startswith("imports."):
            return running if running and _leads_away(action_id) else super().why_not(action_id)
        if action_id == "imports.stop":
            idle = _("Nothing is running. Press {key} to quit.").format(key=self.key_of("shell.quit"))
            return None if running else idle
        if running:
            return running
        if action_id not in {action.id for action in self.present_actions()}:
            return _("This key belongs to another step.")
        return self._why_not_here(action_id)

    def _why_not_here(self, action_id: str) -> str | None:
        """Say why an action can't be done with what was chosen so far."""
        if self.choices is None:
            return _("Choose a file first.")
        if action_id == "imports.drop" and (self.columns.row is None or self.columns.row.sort != "field"):
            return _("Put the cursor on a field that is filled.")
        if action_id in ("imports.next", "imports.save") and self.choices.lacks:
            field = self.choices.wide.find(self.choices.lacks)
            label = named(field) if field else self.choices.lacks
            told = _("No column fills {field} yet: press {add}, or {change} on the column.")
            add, change = self.key_of("imports.add"), self.key_of("imports.open")
            return told.format(field=label, add=add, change=change)
        if action_id == "imports.next" and self.step == OUTCOME and not self._would_do_something():
            return _("There is nothing to import: the file changes nothing.")
        return None

    def _would_do_something(self) -> bool:
        """Tell whether an import would change or write anything."""
        return self.plan is not None and (self.plan.changes_anything or bool(self.plan.rejected))

    def step_back(self) -> bool:
        """Stop what runs, else go back one step; from the first one the page is left."""
        if self.running is not None:
            self.running.stop()
            self.say_step()
            return True
        if self.step in (OUTCOME, COLUMNS):
            self.go(self.step - 1)
            if self.step == FILE:
                self.run_task(self.find_file())
            return True
        return False

    def action_previous(self) -> None:
        """Go back one step."""
        self.step_back()

    def action_stop(self) -> None:
        """Stop what runs."""
        self.step_back()

    def action_quit(self) -> None:
        """Quit; what runs is stopped first, and leaves everything as it was."""
        if self.running is not None:
            self.running.stop()
        super().action_quit()

    async def action_next(self) -> None:
        """Go on: to the dry run, then to the import."""
        if self.step == OUTCOME:
            await self.import_all()
        else:
            await self.dry_run()

    async def action_open(self) -> None:
        """Change what the cursor stands on, or show all that is known of it."""
        if self.step == OUTCOME:
            from screens.imports.facts import Facts

            if self.found.row is not None and self.plan is not None:
                await self.talk(Facts(*self.details()))
            return
        from screens.imports.correct_flows import correct

        row, choices = self.columns.row, self.choices
        if row is not None and choices is not None:
            await self.change(await correct(self, choices, row, self.examples))

    async def change(self, choices: Choices | None) -> None:
        """Take other choices, where there are any, and show them."""
        if choices is not None and choices != self.choices:
            await self.use(choices)
            self.show_columns()

    async def action_add(self) -> None:
        """Fill another field."""
        from screens.imports.correct_flows import add_field

        assert self.choices is not None
        row = self.columns.row
        header = row.name if row is not None and row.sort == understanding.COLUMN else ""
        await self.change(await add_field(self, self.choices, header))

    async def action_drop(self) -> None:
        """Leave the field under the cursor out."""
        row = self.columns.row
        if self.choices is not None and row is not None:
            await self.change(self.choices.without(row.name))

    async def action_load(self) -> None:
        """Take a map from a file; where it says how the file is written, the file is read again."""
        choices = self.choices
        assert choices is not None
        path = await choose_file(
            self, _("Map to take"), {".toml"}, choices.map_file or choices.table.path.parent
        )
        if path is None:
            return
        await self.change(await self.mapped(choices.table.path, path))
        self.say_map(path)

    async def action_save(self) -> None:
        """Write the map to a file, for the next time and for the command line."""
        choices = self.choices
        assert choices is not None
        proposed = choices.map_file or choices.table.path.with_suffix(".map.toml")
        path = await name_file(self, _("Write the map to"), proposed, _("Tab completes a folder's name."))
        if path is None:
            return
        await self.ask(_write, write_map(choices.map), path)
        file = f"{short(path.parent)}{path.name}"
        self.say(
            _("Map written to {file}; pmo-tui import --map takes it too.").format(file=file), role="good"
        )

    def action_tab_next(self) -> None:
        """Show the next tab."""
        self._turn(1)

    def action_tab_previous(self) -> None:
        """Show the tab before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        """Turn to another tab."""
        assert self.plan is not None
        tabs = outcome.tabs(self.plan)
        self.tab = tabs[(tabs.index(self.tab) + step) % len(tabs)]
        self.show_tab()
        self.show_detail()


def _write(_session: object, text: str, path: Path) -> None:
    """Write a map."""
    exports.save(text, path, "toml")


def _leads_away(action_id: str) -> bool:
    """Tell whether an action of the shell would change or leave what is being run."""
    return action_id in {"shell.undo", "shell.redo", "shell.reload"} or action_id.startswith("shell.page")
