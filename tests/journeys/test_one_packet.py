"""Keys that come in one packet over a slow line mean what they mean when they are typed slowly."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from pmo_tui.services import projects
from tests.driving.person import at_keyboard, session_on
from tests.driving.terminal import Terminal


def portfolio(folder: Path, names: Sequence[str]) -> Path:
    """Make a database with projects of these names."""
    path = folder / "dsi.db"
    session = session_on(path)
    for name in names:
        projects.add(session, {"name": name})
    session.close()
    return path


async def test_a_name_typed_behind_the_colon_opens_that_project(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Payments", "Warehouse")), (100, 24)) as pmo:
        await pmo.sends(":", *"warehouse", "enter")
        assert pmo.app.page_id == "project"
        assert "Warehouse" in pmo.state


async def test_enter_waits_for_what_the_whole_name_finds(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Payments", "Delphi retirement")), (100, 24)) as pmo:
        await pmo.press(":")
        await pmo.types("de")
        assert pmo.sees("Declare the weather of the project")
        await pmo.sends(*"lphi", "enter")
        assert "Delphi retirement" in pmo.state


async def test_a_command_behind_a_name_is_for_the_project_that_it_opens(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Payments", "Warehouse")), (100, 24)) as pmo:
        await pmo.sends(":", *"warehouse", "enter", "e")
        assert pmo.sees("Edit P-0002 Warehouse")


async def test_the_key_behind_enter_is_for_the_page_that_it_opens(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Alpha", "Beta")), (100, 24)) as pmo:
        await pmo.sends("g", "enter", "]", "]")
        assert pmo.sees("[Money]")


@pytest.mark.parametrize("pages", [3, 8, 15])
async def test_no_page_is_skipped_while_rows_are_read(tmp_path: Path, pages: int):
    async with at_keyboard(portfolio(tmp_path, [f"Project {n:03}" for n in range(400)])) as pmo:
        await pmo.press("v", "g")
        await pmo.press("pagedown")
        page = pmo.app.page.listing.table.cursor  # type: ignore[union-attr]
        await pmo.press("g")
        await pmo.sends(*["pagedown"] * pages)
        assert pmo.app.page.listing.table.cursor == pages * page  # type: ignore[union-attr]
        await pmo.press("g")
        await pmo.sends(*["j"] * (pages * page))
        assert pmo.app.page.listing.table.cursor == pages * page  # type: ignore[union-attr]
        assert "…" not in pmo.cursor


async def test_keys_behind_saving_are_taken_once_it_is_saved(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Alpha", "Beta", "Gamma")), (100, 24)) as pmo:
        await pmo.press("g", "e")
        await pmo.types(" 2")
        await pmo.sends("ctrl+o", "j", "j")
        assert pmo.sees("Alpha 2")
        assert "Gamma" in pmo.cursor
        await pmo.press("g", "e")
        await pmo.types("!")
        await pmo.sends("ctrl+o", "/", *"beta", "enter")
        assert "/ beta" in pmo.state
        assert "Beta" in pmo.cursor


async def test_what_is_typed_behind_tab_stands_behind_the_folder_it_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "committee").mkdir()
    monkeypatch.chdir(tmp_path)
    async with at_keyboard(portfolio(tmp_path, ("Alpha",)), (100, 24)) as pmo:
        await pmo.press("x", "enter", "ctrl+u")
        await pmo.sends(*"com", "tab", *"x.csv", "enter")
        assert [path.relative_to(tmp_path) for path in tmp_path.rglob("*.csv")] == [Path("committee/x.csv")]


async def test_a_filter_is_applied_before_the_next_key(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Alpha", "Beta", "Gamma")), (100, 24)) as pmo:
        await pmo.press("g")
        await pmo.sends("/", *"gamma", "enter", "enter")
        assert "Gamma" in pmo.state


async def test_another_view_is_shown_before_the_next_key(tmp_path: Path):
    async with at_keyboard(portfolio(tmp_path, ("Alpha", "Beta", "Gamma")), (100, 24)) as pmo:
        await pmo.press("g")
        await pmo.sends("v", "j", "j")
        assert "Gamma" in pmo.cursor


def test_a_terminal_may_send_a_name_and_an_edit_at_once(tmp_path: Path):
    path = portfolio(tmp_path, ("Payments", "Warehouse"))
    with Terminal([sys.executable, "-m", "pmo_tui", "--db", str(path)]) as terminal:
        terminal.wait_for("Payments").settle()
        terminal.press(":warehouse\re 2\x0f")
        terminal.wait_for("Saved: P-0002 Warehouse 2.")
