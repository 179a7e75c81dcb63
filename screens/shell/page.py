"""The page: the base of every full screen, with navigation above, state below it, keys at the end."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

from screens.actions.action import Action, Need, meant
from screens.actions.bindings import bindings
from screens.cells import BLANK, Line, Span, line
from screens.shell.bars import footer, navigation
from screens.shell.commands import Commands
from screens.shell.dialog import Dialog
from screens.shell.keys import QUIT, SHELL
from screens.shell.registry import named_by
from screens.shell.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall
from screens.widgets.bar import Bar
from screens.widgets.drawn import Drawn
from screens.widgets.moves import MOVES
from screens.widgets.strips import to_strip

WIDE, TALL = 110, 30


class Page(Commands):
    """A full screen. A subclass declares ID, ACTIONS, `content` and `load`; the rest is here.

    For example:

        class RisksPage(Page):
            ID = "risks"
            ACTIONS = (usual("risks", "open"), Action("risks.close", "C", N_("close"), N_("Close the risk.")))

            def content(self) -> ComposeResult:
                self.list = Lines[Risk](rows.drawn, lambda risk: risk.id)
                yield self.list
                self.detail = Pane(id="detail")
                yield self.detail

            async def load(self) -> None:
                self.list.show(await self.ask(risks.register, self.query_text))

            def on_lines_moved(self) -> None:
                self.follow(self.show_detail)

            async def action_close(self) -> None:
                if await self.confirm(_("Close the risk?")):
                    await self.ask(risks.close, self.list.key)  # shown by itself; a refusal becomes a message

    The page has the classes -narrow or -wide (from 110 columns), -short or -tall (from 30 lines), for its tcss.
    """

    ID: ClassVar[str] = ""
    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    WITHIN: ClassVar[tuple[Action, ...]] = MOVES
    """What the widgets on it understand, so that no key of a person's keymap means two things."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHELL)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual has them as instance variables
        (0, "-tiny-width"),
        (LEAST_WIDTH, "-narrow"),
        (WIDE, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual has them as instance variables
        (0, "-tiny-height"),
        (LEAST_HEIGHT, "-short"),
        (TALL, "-tall"),
    ]
    DEFAULT_CSS = """
    Page { layout: vertical; layers: default over work cover; overflow: hidden hidden; }
    Page.-tiny-width > TooSmall, Page.-tiny-height > TooSmall { display: block; }
    """
    ALLOW_SELECT = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Bind what the page declares."""
        if "ACTIONS" in cls.__dict__:
            cls.BINDINGS = [*bindings(cls.ACTIONS)]
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self._state: Line = BLANK
        self._keys_for = (
            False  # whether the keys shown are those of a reader, which is known once it is loaded
        )

    def compose(self) -> ComposeResult:
        """Lay the page out: navigation, state, content, keys."""
        yield Bar(self._navigation, id="navigation")
        yield Bar(self._state_line, ground="page", id="state")
        yield from self.content()
        yield Bar(self._footer, id="footer")
        yield TooSmall()

    @property
    def too_small(self) -> bool:
        """Whether the terminal has too little room to show the page, so that nobody sees what a key does."""
        return self.size.width < LEAST_WIDTH or self.size.height < LEAST_HEIGHT

    def quits(self, key: str) -> bool:
        """Tell whether a key quits from anywhere."""
        return bool(meant(key, [QUIT], self.pmo.keymap))

    def content(self) -> ComposeResult:
        """Give the widgets between the line of state and the keys; a page says them."""
        yield from ()

    def opened_with(self, **given: Any) -> None:
        """Take in what the page was opened with, such as a project's code; called before it is shown."""

    def state(self, *spans: str | Span, right: tuple[str | Span, ...] | list[str | Span] = ()) -> None:
        """Say in the second line what is shown: the query on the left, counts and order on the right."""
        self._state = line(" ", *spans, right=[*right, " "])
        bars = "#state" if self._keys_for == self.read_only else "#state, #footer"
        self._keys_for = self.read_only
        for bar in self.query(bars).results(Bar):  # none before the first frame and after the last
            bar.changed()

    def on_screen_resume(self) -> None:
        """Load whenever the page comes up, so that what it shows is never old."""
        self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the bars for the new width, and keep dialogs and sentences within the page."""
        if self._dialog is not None:
            self.fit(self._dialog)
        self.fit_sentences()
        self.redraw()

    def redraw(self) -> None:
        """Draw everything again, for other words, another theme or other glyphs."""
        for widget in self.query(Drawn):
            widget.changed()

    def place_changed(self) -> None:
        """Draw the navigation again."""
        self.query_one("#navigation", Bar).changed()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the ground of the page, for where no widget stands."""
        return [to_strip(BLANK, crop.width, self.pmo.ink)] * crop.height

    async def _mount_dialog(self, dialog: Dialog) -> None:
        """Put a dialog over the last lines, or an inline one in the place of the line of state."""
        if not dialog.inline:
            await super()._mount_dialog(dialog)
            return
        state = self.query_one("#state", Bar)
        state.display = False
        self.query_one("#footer", Bar).changed()
        await self.mount(dialog, before=state)

    async def talk(self, dialog: Dialog) -> Any:
        """Show a dialog and wait for its answer; the line of state comes back after it."""
        try:
            return await super().talk(dialog)
        finally:
            if self.is_attached and dialog.inline:
                self.query_one("#state", Bar).display = True
                self.query_one("#footer", Bar).changed()

    def _navigation(self, cells: int) -> Line:
        """Give the first line."""
        app = self.pmo
        return navigation(app.pages, named_by(self.ID, app.pages), app.place, app.user, cells)

    def _state_line(self, cells: int) -> Line:
        """Give the second line."""
        del cells
        return self._state

    def _footer(self, cells: int) -> Line:
        """Give the last line: the message if there is one, else the keys of an inline dialog or of the page."""
        if self._message is not None:
            text, role = self._message
            return line(" ", (text, role))
        if self.waiting_dialog is not None and (keys := self.waiting_dialog.footer()) is not None:
            return keys
        actions = {action.id: action for action in (*SHELL, *self.present_actions())}
        can = [action for action in actions.values() if not self.lacks(action.needs & Need.WRITING)]
        return footer(can, self.pmo.keymap, cells, ascii_only=self.pmo.glyphs.name == "ascii")
