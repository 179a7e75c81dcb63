"""The Money tab of a project with a history: how forecast and actual went against the budget."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from pmo_tui.services import projects
from screens.project.page import ProjectPage
from tests.driving.dossier import Clock, M, reading, with_a_life
from tests.driving.person import MORNING, session_on

ROUNDS = (
    # days ago, forecast and actual in hundredths of a million
    (70, 390, 15),
    (56, 390, 40),
    (42, 402, 95),
    (28, 402, 140),
    (14, 418, 210),
    (4, 431, 262),
)


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database in which P-0003 was reported on for ten weeks, and P-0001 hardly."""
    path = with_a_life(tmp_path / "dsi.db")
    clock = Clock(MORNING - timedelta(days=77))
    session = session_on(path, clock=clock)
    base = projects.add(session, {"name": "Warehouse", "phase": "Delivery", "budget": 390 * M // 100})
    for ago, forecast, actual in ROUNDS:
        clock.at = MORNING - timedelta(days=ago)
        base = projects.save(session, base, {"forecast": forecast * M // 100, "actual": actual * M // 100})
    session.close()
    return path


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 21)])
async def test_the_money_tab_shows_how_it_went(portfolio: Path, size: tuple[int, int], snapshot):
    async with reading(portfolio, size, "P-0003") as pmo:
        await pmo.press("]", "]")
        assert pmo.screen == snapshot


async def test_it_shows_the_same_in_ascii(portfolio: Path, snapshot):
    async with reading(portfolio, (80, 24), "P-0003", glyphs="ascii") as pmo:
        await pmo.press("]", "]")
        assert pmo.screen.isascii()
        assert pmo.screen == snapshot


async def test_in_french_dates_and_amounts_are_french(portfolio: Path, french):
    async with reading(portfolio, (80, 24), "P-0003") as pmo:
        await pmo.press("]", "]")
        assert pmo.sees("◆ Prévision 4,3 M", "─ Budget 3,9 M", "7 sept.", "23 nov.")


async def test_without_enough_history_the_tab_stays_as_it_is(portfolio: Path):
    async with reading(portfolio, (80, 24), "P-0001") as pmo:
        await pmo.press("]", "]")
        assert pmo.sees("[Money]", "Left to spend")
        assert "Forecast and actual" not in pmo.screen


async def test_the_chart_takes_the_room_there_is_and_gives_it_back(portfolio: Path):
    async with reading(portfolio, (80, 24), "P-0003") as pmo:
        await pmo.press("]", "]")
        assert pmo.sees("Forecast and actual against budget")
        await pmo.resize(80, 16)
        assert "Forecast and actual" not in pmo.screen
        await pmo.resize(120, 30)
        assert pmo.sees("◆ Forecast 4.3 M", "─ Budget 3.9 M", "▄ Actual 2.6 M", "23 Nov")


async def test_the_question_mark_says_what_the_chart_shows(portfolio: Path):
    async with reading(portfolio, (80, 24), "P-0003") as pmo:
        await pmo.press("]", "]", "G")
        assert "Forecast and actual against budget" in pmo.cursor
        await pmo.press("?")
        assert pmo.sees("Each amount as the journal knows it")


async def test_a_new_actual_is_drawn_at_once(portfolio: Path):
    async with reading(portfolio, (80, 24), "P-0003") as pmo:
        await pmo.press("]", "]", "j", "j", "e")
        await pmo.types("3M")
        await pmo.press("ctrl+o")
        assert pmo.sees("▄ Actual 3.0 M")
        assert isinstance(pmo.app.screen, ProjectPage)
