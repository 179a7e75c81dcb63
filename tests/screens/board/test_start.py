"""What the start costs, guarded by what it does rather than by how long that takes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pmo_tui.services import journal
from screens.board import listing
from tests.driving.person import Person, Unhurried, session_on

STARTED = """
import asyncio, sys
from functools import partial
from pathlib import Path
from pmo_tui.cli import opening, parsing
from pmo_tui.services.session import open_session
from screens import launch, start
from screens.shell.app import PmoApp

async def main():
    app = PmoApp(partial(open_session, Path(sys.argv[1])), poll=start._journal_mark)
    async with app.run_test(size=(120, 36)) as pilot:
        while not app.screen.listing.detail.lines:
            await pilot.pause()
    print(*sys.modules)

asyncio.run(main())
"""

NOT_YET = {
    # what writes
    *("db.door", "db.migrations.0001_house", "playhouse.migrations"),
    # what other pages, dialogs and the table need
    *(
        "pmo_tui.services.projects",
        "pmo_tui.services.forms",
        "pmo_tui.services.views",
    ),
    *(
        "screens.lists.table",
        "screens.board.finding",
        "screens.project.page",
        "screens.forms",
        "screens.columns",
    ),
    *("screens.shell.help", "screens.shell.choose", "screens.shell.prompt", "screens.shell.confirm"),
    # what reads queries and files
    *("pmo_tui.domain.queries.reading", "db.queries.compiling", "pmo_tui.transfer", "pmo_tui.demo"),
    *("tomllib", "tomli_w", "csv"),
    # what draws charts, and Textual's own widgets
    *("plotext", "textual.widgets._data_table", "textual.widgets._markdown"),
}


class Counting(Unhurried):
    """An app that notes which services are asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(partial(session_on, path), poll=journal.mark)
        self.services: list[str] = []

    async def ask(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Note the service, and ask it."""
        self.services.append(function.__name__)
        return await super().ask(function, *args, **kwargs)


async def asked(path: Path) -> list[str]:
    """Give the services that a start asks."""
    app = Counting(path)
    async with app.run_test(size=(120, 36)) as pilot:
        person = Person(app, pilot)
        await person.settle()
        assert person.sees("Payments", "Phase Delivery")  # a card and its detail
    return app.services


def test_the_start_imports_nothing_that_the_first_frame_does_not_show(portfolio: Path, root: Path):
    command = [sys.executable, "-c", STARTED, str(portfolio)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert {"peewee", "textual.app", "screens.board.page"} <= imported
    assert not sorted(imported & NOT_YET)


async def test_the_first_frame_takes_one_answer_and_the_mark_before_it(portfolio: Path):
    assert await asked(portfolio) == ["mark", "first_look"]


async def test_only_cards_beyond_the_first_ones_are_read_after_it(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(listing, "FIRST_CARDS", 2)
    assert await asked(portfolio) == ["mark", "first_look", "board"]
