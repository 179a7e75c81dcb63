"""What takes long is told on the page: what is being done, until it is done, and how one stops waiting."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.work import Work
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import projects
from screens.shell.database_thread import DatabaseThread
from screens.shell.patience import Patience, said_of
from tests.driving.dossier import reading, with_a_life
from tests.driving.person import LIMIT, Person, session_on

WAITS = "Another program is writing to the database: waiting for it. esc stops waiting."


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    return with_a_life(tmp_path / "portfolio.db")


@contextmanager
def written_elsewhere(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the lock as another program that writes, until the function given is called."""
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    yield other.rollback
    other.close()


def impatient(pmo: Person) -> None:
    """Find everything slow at once."""
    pmo.app._patience = Patience(pmo.app._doing, pmo.app._tell, 0.0)


async def until(pmo: Person, holds: Callable[[], bool]) -> None:
    """Wait until something holds on the screen, while the database thread is at work."""
    async with asyncio.timeout(LIMIT):
        while not holds():
            await pmo.pilot.pause()


def name(path: Path) -> object:
    """Read the project's name from the database."""
    session = session_on(path)
    try:
        return projects.find(session, "P-0001").value("name")
    finally:
        session.close()


async def test_a_form_that_waits_for_another_program_says_so_and_saves_when_it_can(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e", "home", "end", "!")
        impatient(pmo)
        with written_elsewhere(portfolio) as end:
            await pmo.pilot.press("ctrl+o")
            await until(pmo, lambda: WAITS in pmo.footer)
            end()
            await until(pmo, lambda: "Saved: P-0001" in pmo.footer)
    assert name(portfolio) == "ERP finance!"


async def test_escape_stops_waiting_and_nothing_typed_is_lost(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e", "home", "end", "!")
        impatient(pmo)
        with written_elsewhere(portfolio):
            await pmo.pilot.press("ctrl+o")
            await until(pmo, lambda: WAITS in pmo.footer)
            await pmo.pilot.press("escape")
            await until(pmo, lambda: "Nothing was changed, another program is still writing" in pmo.screen)
            assert pmo.sees("ERP finance!", "^o save", "again in a moment.")
        await pmo.press("?", "ctrl+o")
        assert pmo.sees("Saved: P-0001")
    assert name(portfolio) == "ERP finance!?"


async def test_the_app_can_be_left_while_it_waits(portfolio: Path):
    with written_elsewhere(portfolio):
        async with asyncio.timeout(LIMIT / 4), reading(portfolio) as pmo:
            await pmo.press("e", "home", "end", "!")
            impatient(pmo)
            await pmo.pilot.press("ctrl+o")
            await until(pmo, lambda: WAITS in pmo.footer)
            await pmo.pilot.press("ctrl+q")
    assert name(portfolio) == "ERP finance"


async def test_leaving_waits_for_no_write_and_begins_none_that_was_queued(portfolio: Path):
    thread = DatabaseThread(lambda: session_on(portfolio))
    await thread.ask(lambda _session: None)
    with written_elsewhere(portfolio):
        writes = [asyncio.create_task(thread.ask(projects.add, {"name": name})) for name in "ab"]
        while thread.work is None or not thread.work.waits:
            await asyncio.sleep(0)
        began = asyncio.get_running_loop().time()
        thread.close()
        assert asyncio.get_running_loop().time() - began < LIMIT / 10, "and not as long as a write waits"
        first, second = await asyncio.gather(*writes, return_exceptions=True)
    assert isinstance(first, Refusal)
    assert isinstance(second, asyncio.CancelledError)


async def test_what_is_being_written_is_told_over_any_dialog_until_it_is_done(portfolio: Path):
    async with reading(portfolio) as pmo:
        impatient(pmo)
        begin, end = threading.Event(), threading.Event()

        def write(session: object) -> None:
            begin.wait(LIMIT)
            session.work.changes = 27_132  # type: ignore[attr-defined]
            end.wait(LIMIT)
            session.work.changes = 0  # type: ignore[attr-defined]

        task = asyncio.create_task(pmo.app.ask(write))
        await until(pmo, lambda: pmo.footer == " Reading…")
        begin.set()
        await until(pmo, lambda: pmo.footer == " Writing 27 132 changes…")
        await pmo.pilot.press("question_mark", "j")
        assert pmo.footer == " Writing 27 132 changes…"
        end.set()
        await task
        await until(pmo, lambda: "esc back" in pmo.footer)


def test_what_the_database_is_at_is_said_in_words(french: None):
    work = Work()
    assert said_of(work) == "Lecture…"
    work.changes = 1
    assert said_of(work) == "Écriture de 1 modification…"
