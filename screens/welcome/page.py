"""The welcome: what one is invited to do with an empty portfolio, on one calm screen."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult

from pmo_tui.domain.refusal import N_
from pmo_tui.services import beginnings
from pmo_tui.services.beginnings import Beginning
from pmo_tui.words import _, _n, numbers
from screens.actions.action import Action, Need
from screens.cells import BLANK, Line, line
from screens.files.listing import short
from screens.shell.page import Page
from screens.welcome.rows import Row, below, rows
from screens.widgets.lines import Lines
from screens.widgets.pane import Pane

_AIRY_HEIGHT = 18


class WelcomePage(Page):
    """Three ways to begin, where the portfolio is kept, and how to come back here."""

    ID = "welcome"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("welcome.choose", "enter", N_("choose"), N_("Begin as the cursor says."), footer=5),
        Action(
            "welcome.import",
            "i",
            N_("import"),
            N_("Import projects from a file."),
            footer=10,
            needs=Need.WRITING,
        ),
        Action("welcome.demo", "d", N_("demo"), N_("Open the demo portfolio."), footer=20),
        Action("welcome.add", "a", N_("add"), N_("Add the first project."), footer=30, needs=Need.WRITING),
    )
    DEFAULT_CSS = """
    WelcomePage #greeting { height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: Beginning | None = None
        self._said = ""

    def opened_with(self, **given: Any) -> None:
        """Take over what the page says that leads here, such as what was undone; what was found before is forgotten."""
        super().opened_with(**given)
        self._found = None
        self._said = self.pmo.page.message if self.pmo.page is not None else ""

    def content(self) -> ComposeResult:
        """Give the greeting, then the ways to begin with where all is kept below them."""
        self.greeting = Pane(id="greeting")
        yield self.greeting
        self.ways = Lines[Row](_drawn, lambda row: row.way, id="ways")
        yield self.ways

    async def load(self) -> None:
        """Ask what is there and invite; where the first projects have come meanwhile, the board is the place to be."""
        before, self._found = self._found, await self.ask(beginnings.beginning)
        if before is not None and not before.projects and self._found.projects and not self.waiting_dialog:
            self._to_board()
            return
        self.state((_("First steps"), "strong"))
        self._show()
        if self._said:
            self.say(self._said)
            self._said = ""

    def _to_board(self) -> None:
        """Go to the board, and say there what was done here."""
        said = self.message
        self.pmo.open("board")
        if self.pmo.page is not None and said:
            self.pmo.page.say(said, role="good")

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self._show()
        super().on_resize(event)

    def _show(self) -> None:
        """Show what was found."""
        if self._found is None or not self.is_mounted:
            return
        cells, height = self.size
        self.greeting.show([BLANK, line("  ", (_greeting(self._found), "strong"))])
        self.ways.show(
            [
                *rows(cells - 1, self.key_of, begun=not self.empty, airy=height >= _AIRY_HEIGHT),
                *below(self._facts(self._found), cells - 1),
            ]
        )

    def _facts(self, found: Beginning) -> list[tuple[str, str]]:
        """Give where the portfolio is kept, the way to the board, and how one comes back: by going anywhere."""
        path = f"{short(found.path.parent)}{found.path.name}"
        if found.read_only:
            path += f"  ({_('read only')})"
        goto = f"{self.key_of('shell.goto')} {_('First steps').lower()}"
        facts = [(_("The portfolio is kept in"), path), (_("You come back here with"), goto)]
        return (
            [*facts, (_("You get to the board with"), self.key_of("shell.back"))] if found.projects else facts
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing yet, so that there is nothing to go back to."""
        return self._found is None or not self._found.projects

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self._found is not None and self._found.read_only

    def action_choose(self) -> None:
        """Begin as the cursor says."""
        if isinstance(self.ways.key, str):
            self.action_do(self.ways.key)

    def action_import(self) -> None:
        """Import a file."""
        self.pmo.open("imports")

    async def action_add(self) -> None:
        """Add the first project and show it on the board."""
        from screens.project.flows import add_project

        if await add_project(self, {}) is not None:
            self._to_board()

    async def action_demo(self) -> None:
        """Open the demo portfolio in the place of this one."""
        from pmo_tui.services.demo_files import open_demo
        from pmo_tui.settings.places import demo_file

        self.say(_("Opening the demo…"))
        file = demo_file()
        await self.pmo.use_database(lambda: open_demo(file), file.name)
        page = self.pmo.page
        if page is not None:
            page.say(_("This is the demo. Quit and start pmo-tui again to be back in your own portfolio."))

    def action_back(self) -> None:
        """Go back where there is something to go back to."""
        if self.empty:
            told = _("There is nothing behind this yet: begin in one of these ways, or quit with {key}.")
            self.say(told.format(key=self.key_of("shell.leave")))
        else:
            super().action_back()

    def action_leave(self) -> None:
        """Go back; quit where there is nothing to go back to."""
        if self.empty:
            self.pmo.exit()
        else:
            super().action_leave()


def _drawn(row: Row, _cells: int) -> Line:
    """Give a row as it was laid out."""
    return row.drawn


def _greeting(found: Beginning) -> str:
    """Say what is there."""
    if not found.projects:
        return _("This portfolio is empty. Three ways to begin:")
    text = _n(
        "This portfolio holds {count} project. What would you like to do?",
        "This portfolio holds {count} projects. What would you like to do?",
        found.projects,
    )
    return text.format(count=numbers.whole(found.projects))
