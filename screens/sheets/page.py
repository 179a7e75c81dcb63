"""The page of a sheet: one thing under tabs, the rows of the present one, and what every such page does."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from textual import events
from textual.app import ComposeResult

from pmo_tui.domain.refusal import N_
from pmo_tui.services import journal
from pmo_tui.services.histories import Entry
from pmo_tui.words import _
from screens.actions.action import Action, Need, in_footer
from screens.cells import BLANK, Line, Span, line
from screens.sheets.reach import reaching
from screens.sheets.rows import Row
from screens.shell.page import Page
from screens.widgets.bar import Bar
from screens.widgets.lines import Lines
from screens.widgets.tabs import Tab, Tabs

TAKE_BACK = Action(
    "shell.undo",
    "u",
    N_("take this back"),
    N_("Take back the change under the cursor, after asking."),
    footer=5,
    needs=Need.WRITING,
)
"""What the key for undoing does in the journal."""


class TabSheet(NamedTuple):
    """A tab: its label, the section of the form that belongs to it, and what draws its rows."""

    label: str
    section: str
    draw: Callable[[Any], list[Row]]


class SheetPage(Page):
    """One thing; a page says what is known of it, which tabs it has, and what they are drawn from."""

    DEFAULT_CSS = """
    SheetPage #rows { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.tab = ""
        self.answered = False
        """Whether it is known by now what the thing is, or that it is not there any more."""
        self._places: dict[str, Hashable] = {}
        self._told: Sequence[Action] = ()
        """What the footer tells."""

    @property
    def tabs_here(self) -> Mapping[str, TabSheet]:
        """The tabs in their order; the last one is the journal."""
        raise NotImplementedError

    @property
    def history(self) -> Sequence[Entry] | None:
        """Who changed what when; None where the thing is not known."""
        raise NotImplementedError

    def sheet(self, cells: int, lines: int) -> Any:
        """Give what the tabs are drawn from."""
        raise NotImplementedError

    def heading(self, cells: int) -> tuple[Sequence[str | Span], Sequence[str | Span]]:
        """Give the left and the right side of the line that says what it is."""
        raise NotImplementedError

    def gone(self) -> str:
        """Say that the thing is not there any more."""
        raise NotImplementedError

    def tab_labels(self) -> Sequence[Tab]:
        """Give the tabs as their line shows them."""
        return [Tab(name, _(tab.label)) for name, tab in self.tabs_here.items()]

    def content(self) -> ComposeResult:
        """Give the tabs and the rows of the one shown."""
        self.tabs = Tabs(self.tab_labels, lambda: self.tab, id="tabs")
        yield self.tabs
        yield Bar(lambda _cells: BLANK, ground="page", id="gap")
        self.rows = Lines[Row](lambda row, _cells: row.line, lambda row: row.key, id="rows")
        yield self.rows

    def begin(self, tab: str) -> None:
        """Begin anew, at a tab or at the first one."""
        self.answered, self._places = False, {}
        self.tab = tab

    @property
    def read_tab(self) -> TabSheet:
        """The tab that is shown."""
        return self.tabs_here[self.tab]

    @property
    def section(self) -> str:
        """The section of the form that belongs to the tab."""
        return self.read_tab.section

    @property
    def in_journal(self) -> bool:
        """Whether the journal is shown."""
        return self.tab == "journal"

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        super().on_resize(event)
        self.call_after_refresh(self.show)

    def redraw(self) -> None:
        """Draw everything again, for other words, another theme or other glyphs."""
        super().redraw()
        if self.is_mounted:
            self.show()

    def show(self) -> None:
        """Show the tab, with the cursor where it was when the tab was last shown."""
        left, right = self.heading(self.size.width)
        self.state(*left, right=[*right])
        self.tabs.changed()
        rows = self._drawn()
        first = next((row.key for row in rows if row.key is not None), None)
        keys = {row.key for row in rows}
        place = self._places.get(self.tab, first)
        self.rows.show(rows, at=place if place in keys else None)
        self._tell_keys()

    def _drawn(self) -> list[Row]:
        """Give the rows of the tab, none before it is known what the thing is."""
        if self.history is None:
            return [Row(None, line(" ", (self.gone(), "warn")))] if self.answered else []
        return self.read_tab.draw(self.sheet(max(20, self.size.width - 1), self.rows.size.height))

    def lacking(self, need: Need) -> str | None:
        """Say what is lacking of what an action needs."""
        if need is Need.THING and self.history is None:
            if not self.answered:
                told = _("It could not be read yet: {key} tries again.")
                return told.format(key=self.key_of("shell.reload"))
            return _("It is not there any more: someone has deleted it.")
        return super().lacking(need)

    def present_actions(self) -> Sequence[Action]:
        """Give the actions; in the journal the key for undoing acts on the entry under the cursor."""
        return (
            (*self.ACTIONS, TAKE_BACK._replace(group=self.ACTIONS[0].group))
            if self.in_journal
            else self.ACTIONS
        )

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Remember where the cursor stands."""
        self._places[self.tab] = event.lines.key
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Draw the footer again where the keys do something else by now: that hangs on the tab and the row."""
        told = in_footer(self.present_actions())
        if told != self._told:
            self._told = told
            self.query_one("#footer", Bar).changed()

    def help_here(self) -> Sequence[Line]:
        """Say how the number under the cursor comes about."""
        return self.rows.row.about if self.rows.row is not None else ()

    def action_next(self) -> None:
        """Show the next tab."""
        self.show_tab(self.tabs.turned(1))

    def action_previous(self) -> None:
        """Show the tab before."""
        self.show_tab(self.tabs.turned(-1))

    def on_tabs_clicked(self, event: Tabs.Clicked) -> None:
        """Show the tab that was clicked."""
        self.show_tab(event.name)

    def show_tab(self, name: str) -> None:
        """Show another tab."""
        self.tab = name
        self.show()

    async def action_undo(self) -> None:
        """Take back one's last change; in the journal the group under the cursor, after asking."""
        group = self.rows.row.group if self.in_journal and self.rows.row is not None else 0
        entry = next((each for each in self.history or () if each.group.id == group), None)
        if entry is None:
            await super().action_undo()
            return
        if entry.undone:
            told = _("That is taken back already: {key} does again what you took back.")
            self.say(told.format(key=self.key_of("shell.redo")), role="warn")
            return
        question = _("Take back “{label}” by {who}?").format(label=entry.group.label, who=entry.group.who)
        reach = await self.ask(journal.reach, group)
        if await self.confirm(question, reaching(reach), default=False):
            taken = await self.ask(journal.undo, group)
            self.say(_("Undone: {label}").format(label=taken.group.label), role="good")

    def leave_saying(self, said: str) -> None:
        """Go back, and say there what was said here."""
        if self.pmo.go_back() and self.pmo.page is not None:
            self.pmo.page.say(said)
