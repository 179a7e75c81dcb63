"""The welcome as a newcomer meets it: an empty portfolio and three ways to begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import beginnings, projects
from pmo_tui.words import _
from tests.driving.person import at_keyboard, session_on


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Name a database that is not there yet."""
    return tmp_path / "dsi.db"


async def test_an_empty_portfolio_opens_with_an_invitation(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        assert pmo.sees("This portfolio is empty. Three ways to begin:")
        assert pmo.sees("i  Import a file", "d  Look at a demo", "a  Add the first project")
        assert pmo.sees("dsi.db", ": first steps")


async def test_the_arrows_and_enter_choose_a_way(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        assert pmo.cursor.startswith("i  Import a file")
        await pmo.press("j", "down")
        assert pmo.cursor.startswith("a  Add the first project")
        await pmo.press("k", "k", "enter")
        assert pmo.sees("Import projects   1 File", "File to import")
        await pmo.press("esc")
        assert pmo.sees("Three ways to begin")


async def test_the_demo_opens_in_a_file_of_its_own(portfolio: Path, home: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("d")
        assert pmo.sees("Idea", "Delivery", "212", "This is the demo.")
        assert "Three ways" not in pmo.screen
    assert (home / "data" / "pmo-tui" / "demo.db").is_file()
    session = session_on(portfolio)
    assert beginnings.beginning(session).projects == 0
    session.close()


async def test_the_demo_is_opened_again_as_it_was_left(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("d")
        await pmo.press("d", "y")
        assert pmo.sees("211")
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("d")
        assert pmo.sees("211", "This is the demo.")


async def test_a_file_in_the_place_of_the_demo_is_left_alone(portfolio: Path, home: Path):
    place = home / "data" / "pmo-tui" / "demo.db"
    place.parent.mkdir(parents=True)
    session = session_on(place)
    projects.add(session, {"name": "Mine"})
    session.close()
    async with at_keyboard(portfolio, (200, 24)) as pmo:
        await pmo.press("d")
        assert pmo.sees("holds a portfolio that is no demo")
        assert pmo.sees("Three ways to begin")


async def test_the_first_project_is_added_and_stands_on_the_board(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("a")
        await pmo.types("ERP finance")
        await pmo.press("ctrl+o")
        assert pmo.sees("Idea", "Added: P-0001 ERP finance.")
        assert "Three ways" not in pmo.screen
    session = session_on(portfolio)
    assert projects.find(session, "P-0001").name == "ERP finance"
    session.close()


async def test_there_is_nothing_to_go_back_to_and_q_quits(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("esc")
        assert pmo.sees("There is nothing behind this yet")
        await pmo.pilot.press("q")
        await pmo.pilot.pause()
        assert not pmo.app.is_running


async def test_one_comes_back_to_it_by_its_name(portfolio: Path):
    session = session_on(portfolio)
    projects.add(session, {"name": "ERP finance"})
    session.close()
    async with at_keyboard(portfolio) as pmo:
        await pmo.press(":")
        await pmo.types("first steps")
        await pmo.press("enter")
        assert pmo.sees("This portfolio holds 1 project. What would you like to do?")
        await pmo.press("esc")
        assert pmo.sees("Idea", "ERP finance")


async def test_where_projects_are_the_first_one_is_not_offered_but_the_way_to_the_board(portfolio: Path):
    session = session_on(portfolio)
    projects.add(session, {"name": "ERP finance"})
    session.close()
    async with at_keyboard(portfolio) as pmo:
        await pmo.press(":")
        await pmo.types("first steps")
        await pmo.press("enter")
        assert pmo.sees("You get to the board with", "esc")
        assert "Add the first project" not in pmo.screen


async def test_undoing_what_filled_the_portfolio_says_so_and_redoing_it_leads_back(portfolio: Path):
    session = session_on(portfolio)
    projects.add(session, {"name": "ERP finance"})
    session.close()
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("u")
        assert pmo.sees("This portfolio is empty.", "Undone: Added P-0001 ERP finance")
        await pmo.press("ctrl+r")
        assert pmo.app.page_id == "board"
        assert pmo.sees("Redone: Added P-0001 ERP finance", "○- ERP finance")
        await pmo.press("ctrl+r")
        assert pmo.sees("There is nothing of yours to redo.")


async def test_where_nothing_can_be_written_it_says_so(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    session_on(portfolio).close()
    monkeypatch.setattr("db.engine.writable", lambda path: False)
    async with at_keyboard(portfolio, (200, 24)) as pmo:
        assert pmo.sees("dsi.db  (read only)")
        await pmo.press("i")
        assert pmo.sees("open for reading only")
        assert pmo.sees("Three ways to begin")


@pytest.mark.parametrize("size", [(200, 50), (60, 15), (40, 10), (31, 8)])
async def test_it_fits_every_size(portfolio: Path, size: tuple[int, int]):
    async with at_keyboard(portfolio, size) as pmo:
        assert pmo.sees("Import a file")
        assert all(len(line) <= size[0] for line in pmo.screen.splitlines())


async def test_in_french(portfolio: Path, french: None):
    async with at_keyboard(portfolio) as pmo:
        assert pmo.sees(_("Look at a demo"), _("Add the first project"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_it_looks_as_it_should(
    portfolio: Path, size: tuple[int, int], snapshot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HOME", str(portfolio.parent))
    async with at_keyboard(portfolio, size) as pmo:
        assert pmo.screen == snapshot


async def test_the_demo_begins_with_nothing_of_the_portfolio_one_came_from(portfolio: Path):
    session = session_on(portfolio)
    for name in ("Alpha", "Beta"):
        projects.add(session, {"name": name})
    session.close()
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("enter", "]", "esc", "/", *"alp", "enter", "*", "v")
        assert "1 marked" in pmo.state
        await pmo.press(":")
        await pmo.types("first steps")
        await pmo.press("enter", "d")
        assert pmo.sees(
            "Idea", "Delivery", "This is the demo.", "again to be back in your own", " portfolio."
        )
        assert pmo.state.lstrip().startswith("/ all projects")
        assert "marked" not in pmo.state
        assert pmo.app.screen_stack == [pmo.app.page]
        await pmo.press("enter")
        assert pmo.sees("[Overview]")
