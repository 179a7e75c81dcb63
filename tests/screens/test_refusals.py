"""What a service refuses in the background is one sentence on the screen, and the app goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import gates
from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.services import boards, projects
from pmo_tui.settings import state
from screens.board.finding import found_projects
from tests.driving.person import at_keyboard, session_on

SENTENCE = "/dsi.db is damaged."


def refuses(*_given: object, **_named: object) -> None:
    """Stand in for a service on a file that can't be read any more."""
    raise Refusal(N_("{path} is damaged."), path="/dsi.db")


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with more projects than a table reads at once."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    for number in range(300):
        projects.add(session, {"name": f"Project {number}"})
    session.close()
    return path


async def test_the_detail_that_can_not_be_read_says_so(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    async with at_keyboard(portfolio) as pmo:
        monkeypatch.setattr(gates, "decisions", refuses)
        await pmo.press("j")
        assert SENTENCE in pmo.footer
        monkeypatch.undo()
        await pmo.press("j")
        assert pmo.sees("P-0011")
        assert SENTENCE not in pmo.screen


async def test_rows_that_can_not_be_read_say_so(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("v")
        monkeypatch.setattr(projects, "read", refuses)
        await pmo.press("G")
        assert SENTENCE in pmo.footer
        monkeypatch.undo()
        await pmo.press("G")
        assert pmo.sees("Project 99")


async def test_what_go_to_can_not_find_is_told_in_its_list(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    async with at_keyboard(portfolio) as pmo:
        pmo.app.providers.append(found_projects)
        monkeypatch.setattr(boards, "search", refuses)
        await pmo.press(":")
        await pmo.types("project 7")
        assert pmo.sees(SENTENCE)
        monkeypatch.undo()
        await pmo.press("backspace")
        assert pmo.sees("P-0001")
        assert SENTENCE not in pmo.screen


async def test_a_theme_that_can_not_be_kept_is_turned_and_told(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    async with at_keyboard(portfolio) as pmo:
        monkeypatch.setattr(state, "State", refuses)
        pmo.app.page.action_do("shell.theme")  # type: ignore[union-attr]
        await pmo.settle()
        assert SENTENCE in pmo.footer
        assert not pmo.app.ink.theme.dark


async def test_a_draft_that_can_not_be_read_is_told_in_the_form(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    async with at_keyboard(portfolio) as pmo:
        monkeypatch.setattr("screens.forms.drafting.read_draft", refuses)
        await pmo.press("e")
        assert pmo.sees("Edit P-0001", SENTENCE)
        await pmo.types("x")
        assert SENTENCE not in pmo.screen
