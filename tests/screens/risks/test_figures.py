"""The figures of the risks that the register shows: what they are worth, over time, together, and the largest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from pmo_tui.services import risk_figures
from pmo_tui.words import numbers
from screens.figures.tabs import TABS
from tests.driving.person import session_on
from tests.driving.register import at_the_register


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 15)])
@pytest.mark.parametrize("tab", range(len(TABS)))
async def test_each_tab_looks_as_it_should(
    register: Path, tab: int, size: tuple[int, int], snapshot: SnapshotAssertion
):
    async with at_the_register(register, size) as pmo:
        await pmo.press("b", *["]"] * tab)
        assert pmo.screen == snapshot


async def test_they_are_those_of_the_use_case(register: Path):
    session = session_on(register)
    outlook = risk_figures.outlook(session, "active:yes")
    session.close()
    async with at_the_register(register) as pmo:
        await pmo.press("b")
        assert pmo.sees(numbers.money(round(outlook.exposure.net, -2)), "over 3 of 5 risks")
        assert pmo.sees(f"P80 {numbers.money_short(outlook.distribution.percentile(80))}")


async def test_a_figure_says_how_it_was_computed_and_what_it_leaves_out(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("b", "j", "j", "?")
        assert pmo.sees(
            "Net exposure = Σ chance × expected cost", "2 risks without a chance or a cost are left out."
        )
        await pmo.press("esc", "j", "?")
        assert pmo.sees("All risks are played 10 000 times", "Seed 1, 23")


async def test_one_looks_back_over_more_weeks(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("b", "+")
        assert "26 weeks" in pmo.state
        await pmo.press("-", "-")
        assert "12 weeks" in pmo.state


async def test_the_top_ten_lead_to_their_risks(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("b", "[", "enter")
        assert pmo.sees("R-0001 Key supplier insolvent", "[Overview]")
        await pmo.press("esc", "]", "enter")
        assert pmo.sees("There is nothing to open here")


async def test_they_are_those_of_the_query(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("/", *"side:opportunity", "enter", "b")
        assert pmo.sees("side:opportunity", "over 1 of 1 risk", "−150 000")


@pytest.mark.parametrize("tab", range(len(TABS)))
async def test_in_ascii_no_other_sign_is_drawn(register: Path, tab: int):
    async with at_the_register(register, (120, 36), glyphs="ascii") as pmo:
        await pmo.press("b", *["]"] * tab)
        assert pmo.screen.isascii(), pmo.screen


async def test_without_a_library_for_charts_the_figures_are_told_in_words(
    register: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "plotext", None)
    async with at_the_register(register, (120, 36)) as pmo:
        await pmo.press("b")
        assert pmo.sees("Net exposure, 12 weeks: 886 k → 1.1 M", "P80 1.7 M")
        assert "│" not in pmo.screen
        await pmo.press("]", "]")
        assert pmo.sees("falls short of the exposure by 892 667")


async def test_the_reserve_is_set_against_the_exposure_of_each_programme(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("b", "]", "]")
        assert pmo.sees("Programme", "Short by", "Covered", "Total")
        await pmo.press("?")
        assert pmo.sees("Short by = net exposure")


async def test_the_bands_over_time_are_read_without_colour(register: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_register(register) as pmo:
        await pmo.press("b", "]", "]", "]")
        stacks = [line for line in pmo.screen.splitlines() if "CCC" in line]
        assert stacks
        assert pmo.sees("C critical", "Total")


async def test_the_distribution_is_marked_at_what_is_expected_and_at_the_reserve(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("b", "]")
        assert pmo.sees("│ expected 1.1 M", ": reserve 200 k")


async def test_in_a_wide_terminal_two_charts_stand_beside_each_other_and_help_tells_of_both(register: Path):
    async with at_the_register(register, (120, 36)) as pmo:
        await pmo.press("b", "G")
        titles = next(line for line in pmo.screen.splitlines() if "Net exposure, 12 weeks" in line)
        assert "How probable it is that the sum is not passed" in titles
        await pmo.press("?")
        assert pmo.sees("The risks that the query finds now", "played 10 000 times")
