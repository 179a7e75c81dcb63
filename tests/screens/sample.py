"""A sample page on the shell: a long list, a detail that follows it, and every way to talk to a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual.app import ComposeResult

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.words.numbers import MINUS
from screens.actions.action import Action
from screens.actions.common import usual
from screens.cells import BLANK, Line, fit, line
from screens.shell.app import PmoApp
from screens.shell.page import Page
from screens.shell.registry import Entry
from screens.widgets.bar import Bar
from screens.widgets.lines import Lines
from screens.widgets.pane import Pane

HEALTHS = ("green", "amber", "green", "red", "grey", "green")
NAMES = (
    "ERP finance",
    "Payments",
    "Datacentre move",
    "Core insurance",
    "Broker portal",
    "Claims AI",
    "数据迁移 phase 2",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sample."""

    number: int

    @property
    def name(self) -> str:
        """Its name."""
        return f"{NAMES[self.number % len(NAMES)]} {self.number}"

    @property
    def health(self) -> str:
        """Its weather."""
        return HEALTHS[self.number % len(HEALTHS)]


class Rows(Sequence[Row]):
    """A million rows that are made when they are looked at."""

    def __init__(self, count: int) -> None:
        self.size = count

    def __len__(self) -> int:
        """Tell how many."""
        return self.size

    def __getitem__(self, number: Any) -> Any:
        """Give one row."""
        if not 0 <= number < self.size:
            raise IndexError(number)
        return Row(number)


def rows_of(session: object, query: str, count: int) -> Sequence[Row]:
    """Stand in for a service: the rows that a query finds."""
    if query.endswith(":"):
        raise Refusal(N_("No field {name}."), name=query.removesuffix(":"))
    if not query:
        return Rows(count)
    return [row for row in map(Row, range(min(count, 500))) if query in row.name]


def facts_of(session: object, number: int) -> str:
    """Stand in for a service: a sentence on one row."""
    return f"forecast {number % 17} % over budget (limit 10 %). The PM says amber: ask."


class SamplePage(Page):
    """A list with a detail below it."""

    ID = "board"
    ACTIONS = (
        usual("sample", "open"),
        Action("sample.move", "m", N_("phase"), N_("Move the project to another phase."), footer=20),
        usual("sample", "edit"),
        usual("sample", "delete"),
        usual("sample", "filter"),
        usual("sample", "mark"),
        usual("sample", "mark_all"),
        usual("sample", "view"),
    )
    DEFAULT_CSS = """
    SamplePage #heading { height: 1; }
    SamplePage #detail { height: 3; }
    SamplePage.-tall #detail { height: 8; }
    """
    count = 1000
    query_text = ""

    def content(self) -> ComposeResult:
        """Give the list and its detail."""
        yield Pane([BLANK], id="heading")
        self.list = Lines[Row](self.draw, lambda row: row.number, empty=[line(" Nothing here.")])
        yield self.list
        yield Bar(lambda cells: line((self.pmo.glyphs.rule * cells, "faint")), ground="page")
        self.detail = Pane(id="detail")
        yield self.detail

    def draw(self, row: Row, cells: int) -> Line:
        """Draw a row."""
        glyphs = self.pmo.glyphs
        return line(
            (f"P-{row.number:04} ", "muted"),
            glyphs.health(row.health),
            " ",
            (
                fit(row.name, max(10, cells - 50), ellipsis=glyphs.ellipsis),
                "strong" if row.health == "red" else "",
            ),
            " ",
            glyphs.trend(row.number % 3 - 1),
            right=[
                f"{row.number * 13 % 900:4} k",
                (f"  {row.number % 17:2} %", "bad" if row.number % 17 > 10 else "muted"),
            ],
        )

    async def load(self) -> None:
        """Show what the query finds."""
        rows = await self.ask(rows_of, self.query_text, self.count)
        self.list.show(rows)
        self.state(
            ("/ ", "muted"),
            self.query_text or ("all", "muted"),
            right=[(f"{len(rows)} of {self.count} · sort score {self.pmo.glyphs.descending}", "muted")],
        )

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Let the detail follow the cursor."""
        self.follow(self.show_detail)

    async def show_detail(self) -> None:
        """Ask for the facts of a row and show them."""
        row, glyphs = self.list.row, self.pmo.glyphs
        if row is None:
            self.detail.show([])
            return
        facts = await self.ask(facts_of, row.number)
        self.detail.show(
            [
                line(
                    (f" P-{row.number:04} ", "muted"),
                    (row.name, "strong"),
                    (f" {glyphs.dot} Digital {glyphs.dot} PM Dupont", "muted"),
                    right=[
                        ("declared ", "muted"),
                        glyphs.health("amber"),
                        (" computed ", "muted"),
                        glyphs.health(row.health),
                        " ",
                    ],
                ),
                line(
                    " ",
                    ("Time ", "muted"),
                    (f"{MINUS}12 d", "warn"),
                    (" Cost ", "muted"),
                    ("4.31 M", "bad"),
                    " of 3.90 M",
                ),
                line(" ", ("Why ", "muted"), facts),
            ]
        )

    def why_not(self, action_id: str) -> str | None:
        """Say why a grey project can't move."""
        row = self.list.row
        if action_id == "sample.move" and row is not None and row.health == "grey":
            return "A project without a report cannot move."
        return None

    async def action_move(self) -> None:
        """Ask for a phase."""
        from screens.shell.choose import Choice

        phase = await self.choose(
            "Phase", [Choice(name, name) for name in ("Idea", "Scoping", "Planning", "Delivery")]
        )
        if phase:
            self.say(f"Moved to {phase}.", role="good")

    async def action_delete(self) -> None:
        """Ask before deleting."""
        if await self.confirm("Delete P-0001?", [line(" ", ("It can be undone with u.", "muted"))]):
            raise Refusal(N_("The project {code} is closed."), code="P-0001")

    async def action_filter(self) -> None:
        """Filter while one types."""
        former = self.query_text
        answer = await self.prompt_filter(
            former, live=self.filtered, complete=lambda text, at: (text[:at], ())
        )
        if answer is None:
            self.filtered(former)

    def filtered(self, query: str) -> None:
        """Show what another query finds."""
        self.query_text = query
        self.reload()

    async def action_edit(self) -> None:
        """Ask for a name."""
        from screens.shell.prompt import Prompt

        name = await self.talk(Prompt("Name", "ERP finance"))
        self.say(f"Name: {name}")

    def action_mark(self) -> None:
        """Mark a row."""
        self.list.toggle_mark()

    def action_mark_all(self) -> None:
        """Mark all rows."""
        self.list.toggle_all_marks()

    def action_open(self) -> None:
        """Say what was opened."""
        self.say(f"Open {self.list.key}")

    def action_view(self) -> None:
        """Break, as a defect would."""
        password = "hunter2"
        raise RuntimeError(f"no view {len(password)}")


class OtherPage(Page):
    """A second page."""

    ID = "risks"


class ThirdPage(Page):
    """A page without a number, opened with a code."""

    ID = "project"
    code = ""

    def opened_with(self, *, code: str = "", **given: Any) -> None:
        """Take the code."""
        self.code = code

    async def load(self) -> None:
        """Show the code."""
        self.state(("Project ", "muted"), self.code)


SAMPLES = (
    Entry("board", 2, "Board", "tests.screens.sample:SamplePage"),
    Entry("project", 0, "Project", "tests.screens.sample:ThirdPage"),
    Entry("risks", 4, "Risks", "tests.screens.sample:OtherPage"),
)


def sample_app(**given: object) -> PmoApp:
    """Make the sample app."""
    options = {"pages": SAMPLES, "portfolio": "DSI 2026", "user": "alice", **given}
    return PmoApp(**options)  # type: ignore[arg-type]
