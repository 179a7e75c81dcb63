"""The tab of a project's items beside its risks: what is awaited, what is late first, one key away from its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.driving.dossier import reading, with_a_life
from tests.driving.raid import with_registers

TO_THE_TAB = ("]",) * 5


@pytest.fixture
def registers(tmp_path: Path) -> Path:
    """Give a portfolio with items of every kind."""
    return with_registers(tmp_path / "pmo.db")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_awaited_stands_under_a_heading_for_each_kind(
    registers: Path, size: tuple[int, int], snapshot: SnapshotAssertion
):
    async with reading(registers, size) as pmo:
        await pmo.press(*TO_THE_TAB)
        assert pmo.screen == snapshot


async def test_enter_opens_the_item_and_esc_comes_back_to_its_row(registers: Path):
    async with reading(registers) as pmo:
        await pmo.press(*TO_THE_TAB, "j", "enter")
        assert pmo.sees("I-0002 Two people left the team")
        await pmo.press("esc")
        assert pmo.sees("[RAID")
        assert "I-0002" in pmo.cursor


async def test_what_is_done_leaves_the_tab_and_its_count(registers: Path):
    async with reading(registers) as pmo:
        await pmo.press(*TO_THE_TAB)
        assert pmo.sees("RAID 9", "I-0001")
        await pmo.press("enter", "m", "down", "enter")
        await pmo.types("The host was moved")
        await pmo.press("ctrl+o", "esc")
        assert pmo.sees("RAID 8")
        assert "I-0001" not in pmo.screen


async def test_a_project_without_items_says_so(tmp_path: Path):
    async with reading(with_a_life(tmp_path / "pmo.db")) as pmo:
        await pmo.press(*TO_THE_TAB)
        assert pmo.sees("Beside its risks nothing is awaited of this project.")
