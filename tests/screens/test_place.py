"""What the line of navigation says is open: the portfolio's name, else its file's, and whether it can't be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import portfolio as portfolios
from pmo_tui.services import projects
from tests.driving.person import Person, at_keyboard, session_on

ODD = "a · b.db"
"""A file with a name that holds what parts the facts in the line of navigation."""


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with a project and a name that was given to the portfolio by mistake."""
    path = tmp_path / ODD
    session = session_on(path)
    projects.add(session, {"name": "Payments"})
    portfolios.change_settings(session, 1, name="Wrong name")
    session.close()
    return path


def told(pmo: Person) -> str:
    """Give what the line of navigation says at its right end."""
    return pmo.screen.splitlines()[0].rpartition("  ")[2]


async def test_a_name_that_is_taken_back_gives_way_to_that_of_the_file(portfolio: Path):
    async with at_keyboard(portfolio, (120, 24), file=ODD) as pmo:
        assert told(pmo) == "Wrong name · alice"
        await pmo.press("u")
        assert told(pmo) == "a · b.db · alice"
        await pmo.press("ctrl+r")
        assert told(pmo) == "Wrong name · alice"


async def test_one_that_can_not_be_changed_says_so_behind_its_name(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("db.engine.writable", lambda path: False)
    async with at_keyboard(portfolio, (120, 24), file=ODD) as pmo:
        assert told(pmo) == "Wrong name · read only · alice"


async def test_the_demo_stands_under_its_own_name(portfolio: Path):
    async with at_keyboard(portfolio, (120, 24), file=ODD) as pmo:
        await pmo.press(":")
        await pmo.types("first steps")
        await pmo.press("enter", "d")
        assert pmo.sees("This is the demo.")
        assert "Wrong name" not in told(pmo)
        assert ODD not in told(pmo)
