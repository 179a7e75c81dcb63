"""What the keys of the board do: on the project under the cursor, on the marked ones, on what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pmo_tui.domain.lists import Table
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import _
from screens.actions.action import Action, Need
from screens.board.actions import IN_TABLE
from screens.board.grid import Grid
from screens.board.state import Shown
from screens.shell.page import Page

if TYPE_CHECKING:
    from pmo_tui.domain.boards import Board
    from pmo_tui.services.portfolio import Surroundings
    from screens.board.table import TableLines


class Doing(Page):
    """The actions of the board; what they act on is kept by the page itself."""

    shown: Shown
    live: bool
    found: Board | Table | None
    around: Surroundings | None
    grid: Grid
    table: TableLines | None = None
    wanted: int | None = None
    """The project on which the cursor shall stand after the next load."""

    @property
    def chooser(self) -> Any:
        """The widget that has the cursor and the marks now: the columns or the table."""
        return self.table if self.shown.mode == "table" and self.table is not None else self.grid

    def present_actions(self) -> Sequence[Action]:
        """Give the actions, the one that changes the view by what it leads to."""
        return IN_TABLE if self.shown.mode == "table" else self.ACTIONS

    @property
    def key(self) -> int | None:
        """The key of the project under the cursor."""
        key = self.chooser.key
        return key if isinstance(key, int) else None

    @property
    def marked(self) -> list[int]:
        """The keys of the marked projects that are shown, in their order: on those alone something is done."""
        if not self.chooser.marks:
            return []
        if self.shown.mode == "table" and self.table is not None:
            return [row for row in self.table.rows if isinstance(row, int) and row in self.table.marks]
        return self.grid.marked

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.around is not None and self.around.read_only

    def lacking(self, need: Need) -> str | None:
        """Say what is lacking of what an action needs."""
        marked = bool(self.chooser.marks)
        if need is Need.THING and self.key is None:
            return _("There is no project here. Press {add} to add one, or {clear} to show all.").format(
                add=self.key_of("board.add"), clear=self.key_of("board.clear")
            )
        if need is Need.SHOWN and marked and not self.marked:
            told = _("None of the marked projects is shown: {back} takes the marks away.")
            return told.format(back=self.key_of("shell.back"))
        if need is Need.ONE and self.marked:
            told = _("This is decided for one project at a time: press {back} to take the marks away.")
            return told.format(back=self.key_of("shell.back"))
        if need is Need.TABLE and self.shown.mode != "table":
            told = _("The columns are the phases here: press {view} for the table first.")
            return told.format(view=self.key_of("board.view"))
        return super().lacking(need)

    def use(self, shown: Shown) -> None:
        """Show something else."""
        raise NotImplementedError

    def told(self) -> None:
        """Say again what is shown."""
        raise NotImplementedError

    async def whole(self) -> None:
        """Wait until all that is shown has been read."""
        raise NotImplementedError

    async def _projects(self, keys: Sequence[int]) -> list[Project]:
        """Read projects for the table."""
        from pmo_tui.services import projects

        return await self.ask(projects.read, keys)

    def action_open(self) -> None:
        """Open the project under the cursor."""
        self.pmo.open("project", key=self.key)

    async def action_add(self) -> None:
        """Add a project, in the phase of the cursor's column."""
        from screens.project.flows import add_project

        phase = self.grid.phase if self.shown.mode == "board" else None
        added = await add_project(self, {"phase": phase} if phase and self.key is not None else {})
        if added is not None:
            self.wanted = added.id

    async def action_edit(self) -> None:
        """Edit the project under the cursor, or one field of all marked ones."""
        if self.marked:
            await self.whole()
            from screens.bulk.flows import change_field_of_many

            await change_field_of_many(self, self.marked)
        else:
            from screens.project.flows import edit_project

            await edit_project(self, self._present)

    async def action_move(self) -> None:
        """Move the project through a gate."""
        from screens.project.flows import decide_gate

        await decide_gate(self, self._present)

    async def action_declare(self) -> None:
        """Declare the project's health."""
        from screens.project.flows import declare_status

        await declare_status(self, self._present)

    async def action_delete(self) -> None:
        """Delete the project."""
        from screens.project.flows import delete_project

        await delete_project(self, self._present)

    @property
    def _present(self) -> int:
        """The key of the project under the cursor, where `why_not` has made sure that there is one."""
        key = self.key
        assert key is not None
        return key

    def action_mark(self) -> None:
        """Mark the project, or take its mark away."""
        self.chooser.toggle_mark()
        self.told()

    async def action_mark_all(self) -> None:
        """Mark all projects shown, those not yet read too, or none."""
        await self.whole()
        self.chooser.toggle_all_marks()
        self.told()

    def action_clear(self) -> None:
        """Take away the filter and the marks; columns, order and grouping stay."""
        self.chooser.marks = set()
        self.chooser.changed()
        self.use(self.shown._replace(query="", name=""))

    def step_back(self) -> bool:
        """Take away the marks, then the filter."""
        if self.chooser.marks:
            self.chooser.marks = set()
            self.chooser.changed()
            self.told()
            return True
        if self.shown.name:
            self.use(Shown(mode=self.shown.mode))
            return True
        if self.shown.query:
            self.use(self.shown._replace(query=""))
            return True
        return False

    async def action_filter(self) -> None:
        """Filter while one types; going back restores the former query."""
        from screens.board.completing import completing

        former, text = self.shown, self.shown.query
        complete = await completing(self)
        while True:
            answer = await self.prompt_filter(text, live=self._filter_live, complete=complete)
            if answer is None or await self._is_read(answer):
                break
            text = answer
        self.live = False
        self.use(former if answer is None else self.shown._replace(query=answer.strip(), name=""))

    async def _is_read(self, query: str) -> bool:
        """Tell whether a query can be read; what can't is told, and one goes on typing it."""
        from pmo_tui.services.boards import PROJECTS
        from pmo_tui.services.lists import read_query

        try:
            await self.ask(read_query, PROJECTS, query)
        except Refusal as refusal:
            self.refused(refusal)
            return False
        return True

    def _filter_live(self, query: str) -> None:
        """Show what a query finds that is still being typed."""
        self.live = True
        self.use(self.shown._replace(query=query, name=""))

    def action_view(self) -> None:
        """Change between columns and table."""
        self.use(self.shown._replace(mode="board" if self.shown.mode == "table" else "table"))

    async def action_sort(self) -> None:
        """Choose what to sort by."""
        from screens.columns.flows import choose_sort

        assert self.found is not None
        assert self.around is not None
        keys = await choose_sort(self, self.around.catalogue, self.found.order)
        if keys is not None:
            self.use(self.shown._replace(sort=tuple(keys)))

    async def action_group(self) -> None:
        """Choose what to group by."""
        from screens.columns.flows import choose_group

        assert self.around is not None
        chosen = await choose_group(self, self.around.catalogue, self.shown.group)
        if chosen is not None:
            self.use(self.shown._replace(group=chosen or None))

    async def action_columns(self) -> None:
        """Choose the columns of the table."""
        from screens.board.table import LAYOUT
        from screens.columns.flows import choose_columns

        assert self.around is not None
        assert isinstance(self.found, Table)
        now = self.shown.columns or LAYOUT.chosen(self.found)
        chosen = await choose_columns(self, self.around.catalogue, now)
        if chosen is not None and chosen != now:
            self.use(self.shown._replace(columns=chosen))

    async def action_export(self) -> None:
        """Write what is shown to a file."""
        from screens.exports.flows import export_shown

        columns = self.shown.columns
        if self.shown.mode == "table" and self.table is not None:
            columns = columns or tuple(column.field.name for column in self.table.columns.seen)
        await export_shown(self, self.shown.text, columns)

    async def action_views(self) -> None:
        """Open, save, rename or delete a view."""
        from screens.board.viewing import choose_or_save

        shown = await choose_or_save(self, self.shown)
        if shown is not None:
            self.use(shown)

    async def action_me(self) -> None:
        """Say who one is."""
        from screens.board.who import say_who

        await say_who(self)

    def action_import(self) -> None:
        """Import projects from a file."""
        self.pmo.open("imports")

    def invite(self) -> None:
        """Offer a beginning where there is no project at all."""
        self.pmo.open("welcome")
