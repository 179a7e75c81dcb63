"""The matrix: walked cell by cell, by each of the three scores, and with what has moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.driving.register import at_the_register


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("keys", [("v",), ("v", "i"), ("v", "m"), ("v", "?")], ids=str)
async def test_the_matrix_looks_as_it_should(
    register: Path, size: tuple[int, int], keys: tuple[str, ...], snapshot: SnapshotAssertion
):
    async with at_the_register(register, size) as pmo:
        await pmo.press(*keys)
        assert pmo.screen == snapshot


async def test_one_walks_it_and_reads_which_risks_stand_there(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("v")
        assert pmo.sees("almost certain × high  5×4 = 20C critical", "R-0001 Key supplier insolvent")
        await pmo.press("j")
        assert pmo.sees("likely × high  4×4 = 16C critical", "R-0002 Data migration")
        await pmo.press("G", "h", "k")
        assert pmo.sees("unlikely × high  2×4 = 8M moderate", "R-0005 Cable strike")


async def test_enter_lists_the_risks_of_the_cell_and_esc_goes_back_to_it(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("v", "j", "enter")
        assert pmo.sees("active:yes side:threat probability:4 impact:4", "R-0002")
        assert "R-0001" not in pmo.screen
        await pmo.press("esc")
        assert pmo.sees("likely × high  4×4 = 16C critical")
        await pmo.press("esc")
        assert pmo.sees("R-0001", "R-0002")


async def test_the_other_scores_have_cells_of_their_own(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("v", "t")
        assert pmo.sees("target", "1 threat", "3 without a score")
        await pmo.press("i", "c")
        assert pmo.sees("current", "4 threats", "1 opportunity")


async def test_movement_tells_where_the_risks_of_a_cell_came_from(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("v", "m")
        assert pmo.sees(
            "movement", "1 worse, 0 better", "4×4 16C  → 5×4 20C   R-0001 Key supplier insolvent", "+1"
        )
        await pmo.press("D")
        await pmo.types("+3d")
        assert pmo.sees("Movements are those since a day that has passed")
        await pmo.press("ctrl+u")
        await pmo.types("-90d")
        await pmo.press("enter")
        assert pmo.sees("4 new")


async def test_opportunities_have_a_matrix_of_their_own_that_is_never_hot(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("v", "o")
        assert pmo.sees("1 opportunity", "4 threats")
        await pmo.press("enter")
        assert pmo.sees("active:yes side:opportunity probability:3 impact:3")
        await pmo.press("esc", "o")
        assert pmo.sees("4 threats")


async def test_it_is_usable_in_little_room(register: Path):
    async with at_the_register(register, (60, 15)) as pmo:
        await pmo.press("v", "j")
        assert pmo.sees("likely")


async def test_a_cell_lists_what_it_counts_also_where_all_risks_are_shown(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("0", "v", "G", "h", "h", "h", "h")
        assert pmo.sees("rare × negligible", "0 threats")
        await pmo.press("enter")
        assert pmo.sees("active:yes side:threat probability:1 impact:1", "Nothing matches.")
