"""Columns, order and grouping chosen by keyboard, on the board's table."""

from __future__ import annotations

import re
from pathlib import Path

from tests.driving.person import at_keyboard


async def test_space_picks_a_column_and_enter_takes_them(portfolio: Path):
    async with at_keyboard(portfolio, (200, 36)) as pmo:
        await pmo.press("v", "C", "/")
        await pmo.types("priority")
        await pmo.press("enter", " ", "enter")
        assert "Priority" in pmo.screen.splitlines()[2]


async def test_columns_are_put_in_order(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "C")
        assert pmo.sees("1 ✓ Code", "2 ✓ Weather", "3 ✓ Name")
        await pmo.press("j", "j", "K", "K")
        assert pmo.sees("1 ✓ Name", "2 ✓ Code")
        await pmo.press("enter")
        head = pmo.screen.splitlines()[2]
        assert head.index("Name") < head.index("Code")


async def test_a_search_shows_what_is_found_and_escape_shows_all(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "C", "/")
        await pmo.types("slip")
        assert pmo.sees("Slip")
        assert "Start" not in pmo.screen
        await pmo.press("esc")
        assert pmo.sees("Start", "Slip")
        await pmo.press("esc")
        assert "Columns" not in pmo.screen


async def test_going_back_changes_nothing(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v")
        before = pmo.screen
        await pmo.press("C", " ", "esc")
        assert pmo.screen == before


async def test_the_same_label_says_what_it_is_of(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "C", "/")
        await pmo.types("comment")
        assert pmo.sees("Weather: comment", "Cost: comment")


async def test_sorting_by_several_fields_each_up_or_down(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "s")
        assert pmo.sees("as usual, sort:-health,-score,name")
        await pmo.press("/")
        await pmo.types("budget")
        await pmo.press("enter", " ")
        assert pmo.sees("1 ↓ Budget", "sort:-budget")
        await pmo.press("enter")
        assert "sort budget ↓" in pmo.state
        await pmo.press("s")
        assert pmo.sees("1 ↓ Budget")
        await pmo.press("/")
        await pmo.types("code")
        await pmo.press("enter", " ", "K")
        assert pmo.sees("sort:code,-budget")
        for _key in range(2):  # up, down, out
            await pmo.press(" ")
        await pmo.press("enter")
        assert "sort budget ↓" in pmo.state
        rows = pmo.screen
        assert rows.index("Alpha") < rows.index("Gamma") < rows.index("Beta")


async def test_grouping_and_ungrouping(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "t")
        await pmo.types("programme")
        await pmo.press("enter")
        assert pmo.sees("▾ Red", "▾ Blue")
        await pmo.press("t")
        assert pmo.sees("No grouping", "now")
        await pmo.types("no gr")
        await pmo.press("enter")
        assert "▾ Red" not in pmo.screen


async def test_the_list_of_columns_looks_as_it_should(portfolio: Path, snapshot):
    async with at_keyboard(portfolio, (80, 24)) as pmo:
        await pmo.press("v", "C", "j", "j")
        assert re.sub(r"of \d+", "of ##", pmo.screen) == snapshot


async def test_clear_takes_the_filter_and_the_marks_and_nothing_else(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "C", "j", "j", "K", "K", "enter", "s", "j", " ", "enter")
        before = pmo.screen
        await pmo.press("/")
        await pmo.types("erp")
        await pmo.press("enter", " ", "0")
        assert pmo.screen == before


async def test_columns_taken_as_they_are_stay_the_usual_ones(portfolio: Path):
    async with at_keyboard(portfolio, (200, 36)) as pmo:
        await pmo.press("v", "/")
        await pmo.types("lake")
        await pmo.press("enter")
        head = pmo.screen.splitlines()[2]
        await pmo.press("C", "enter")
        assert pmo.screen.splitlines()[2] == head
        await pmo.press("0")
        assert "Budget" in pmo.screen.splitlines()[2]
