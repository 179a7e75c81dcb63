"""Marks: only those that are shown count, and what is done is done to them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from pmo_tui.services import boards, projects
from tests.driving.person import at_keyboard, session_on


async def test_the_state_says_how_many_of_the_marked_are_shown(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press(" ", " ", " ", "/")
        await pmo.types("payments")
        await pmo.press("enter")
        assert "1 of 3 marked shown · 1 of 8" in pmo.state
        await pmo.press("v")
        assert "1 of 3 marked shown · 1 of 8" in pmo.state
        await pmo.press("e")
        assert pmo.sees("Field to change in 1 marked")
        await pmo.press("esc", "v", "/", "ctrl+u", "enter")
        assert "3 marked · 8" in pmo.state


@pytest.mark.parametrize("key", ["e", "m", "w", "d"])
async def test_where_no_marked_one_is_shown_nothing_is_done_to_another(portfolio: Path, key: str):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press(" ", "/")
        await pmo.types("erp")
        await pmo.press("enter", key)
        assert "None of the marked ones is shown: esc takes the marks away." in pmo.footer
        assert "0 of 1 marked shown" in pmo.state
        await pmo.press("esc", "e")
        assert pmo.sees("Edit P-0004")


async def test_the_row_under_the_cursor_shows_its_mark_too(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("*")
        assert pmo.screen.count("✓") == 8
        await pmo.press("v")
        assert pmo.screen.count("✓") == 8


async def test_cards_out_of_sight_are_counted_above_and_below(tmp_path: Path):
    path = tmp_path / "dsi.db"
    session = session_on(path)
    for number in range(40):
        projects.add(session, {"name": f"Project {number}"})
    session.close()
    async with at_keyboard(path) as pmo:
        assert "─ ↓26" in pmo.screen
        await pmo.press("G")
        assert "↑26 ─" in pmo.screen
        assert "↓" not in pmo.line("↑26 ─")
        await pmo.press("k", *["k"] * 20)
        assert pmo.line("↑18 ─").rstrip().endswith("─ ↓8")


async def test_all_are_marked_also_those_not_read_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "dsi.db"
    session = session_on(path)
    for number in range(70):
        projects.add(session, {"name": f"Project {number}"})
    session.close()
    async with at_keyboard(path) as pmo:
        usual, go_on = boards.board, Event()

        def slow(session, text, *, limit=None, live=False):
            if limit is None:
                go_on.wait(5)
            return usual(session, text, limit=limit, live=live)

        monkeypatch.setattr(boards, "board", slow)
        pmo.app.page.reload()  # type: ignore[union-attr]
        while pmo.app.page.listing.found.whole:  # type: ignore[union-attr]
            await asyncio.sleep(0)
        await pmo.pilot.press("asterisk")
        go_on.set()
        await pmo.settle()
        assert "70 marked" in pmo.state
