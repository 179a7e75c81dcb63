"""The figures of the risks that the register shows: what they are worth, over time, together, and the largest."""

from __future__ import annotations

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
        assert pmo.sees("side:opportunity", "over 1 of 1 risks", "−150 000")
