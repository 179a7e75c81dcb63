"""The risks of projects where projects are shown: on the board, in its table, on the page of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from pmo_tui.services import risk_lives, risks
from tests.driving.person import at_keyboard, session_on


async def test_the_board_tells_of_the_risks_of_the_project_under_the_cursor(register: Path):
    async with at_keyboard(register, (120, 36)) as pmo:
        assert pmo.sees("Risks 2, 2 critical, exposure 1.2 M")
        await pmo.press("j")
        assert pmo.sees("Risks 1, 1 high   ")
        assert not pmo.sees("exposure")


async def test_where_it_is_narrow_the_exposure_yields_to_the_counts(register: Path):
    async with at_keyboard(register, (44, 24)) as pmo:
        assert pmo.sees("Risks 2, 2 critical")
        assert not pmo.sees("exposure")


async def test_the_table_has_columns_for_risks_and_is_filtered_and_grouped_by_them(register: Path):
    async with at_keyboard(register, (120, 36)) as pmo:
        await pmo.press("v")
        assert pmo.sees("Risks  Worst risk   Exposure")
        await pmo.press("/", *"risk:critical", "enter")
        assert pmo.sees("ERP finance")
        assert not pmo.sees("Payments")
        await pmo.press("/", "ctrl+u", *"exposure:none group:risk", "enter")
        assert pmo.sees("Payments", "▾ high")
        assert not pmo.sees("ERP finance")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_risks_of_a_project_look_as_they_should(
    register: Path, size: tuple[int, int], snapshot: SnapshotAssertion
):
    async with at_keyboard(register, size) as pmo:
        pmo.app.open("project", code="P-0001", tab="risks")
        await pmo.settle()
        assert pmo.screen == snapshot
        await pmo.press("g", *("[",) * 4)
        assert pmo.sees("Open risks        2, 2 critical, exposure 1.2 M")


async def test_enter_leads_from_a_project_to_its_risk_and_esc_back(register: Path):
    async with at_keyboard(register, (120, 36)) as pmo:
        pmo.app.open("project", code="P-0001", tab="risks")
        await pmo.settle()
        await pmo.press("j", "enter")
        assert pmo.sees("R-0002 Data migration fails rehearsal", "[Overview]")
        await pmo.press("esc")
        assert pmo.sees("[Risks 2]")


async def test_one_that_is_over_stands_last_and_counts_no_more(register: Path):
    session = session_on(register)
    risk_lives.close(session, risks.find(session, "R-0001"), "bought by another")
    session.close()
    async with at_keyboard(register, (120, 36)) as pmo:
        pmo.app.open("project", code="P-0001", tab="risks")
        await pmo.settle()
        assert pmo.sees("Risks 1, 1 critical, exposure 540 k · 1 above appetite")
        await pmo.press("G", "enter")
        assert pmo.sees("R-0001 Key supplier insolvent", "Closed")


async def test_enter_edits_where_there_is_no_risk_under_the_cursor(register: Path):
    async with at_keyboard(register, (120, 36)) as pmo:
        pmo.app.open("project", code="P-0001")
        await pmo.settle()
        await pmo.press("enter")
        assert pmo.sees("Edit P-0001 ERP finance")
