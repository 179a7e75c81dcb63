"""The page of a risk: everything about it under tabs, and what its keys do."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from pmo_tui.services import editing, risk_actions, risks
from pmo_tui.services.raid import ACTION
from screens.risks.sheets import TABS
from tests.driving.colleague import colleague_does
from tests.driving.person import session_on
from tests.driving.register import at_the_register


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("tab", list(TABS))
async def test_each_tab_looks_as_it_should(
    register: Path, tab: str, size: tuple[int, int], snapshot: SnapshotAssertion
):
    async with at_the_register(register, size) as pmo:
        pmo.app.open("risk", code="R-0001", tab=tab)
        await pmo.settle()
        assert pmo.screen == snapshot


async def test_a_number_says_how_it_comes_about(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("enter", *("j",) * 4, "?")
        assert pmo.sees("Score = probability × impact", "= 2 × 4 = 8", "critical from 15")
        await pmo.press("esc", "j", "?")
        assert pmo.sees("Exposure = chance × expected cost", "= 85.0 % × (400 000 + 780 000 + 1 300 000) ÷ 3")


async def test_the_form_opens_at_the_field_under_the_cursor(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("enter", "G", "e")
        assert pmo.sees("Edit R-0001 Key supplier insolvent")
        await pmo.press("esc")
        assert pmo.sees("[Overview]")


async def test_a_step_taken_here_is_seen_here(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("enter", "A", "]", "]")
        assert pmo.sees("Actions: 2 of 2 done", "✓ Second source contract signed")
        await pmo.press("]", "]", "]", "]")
        assert pmo.sees("[Journal]", "Action for R-0001: Second source contract signed")


async def test_enter_leads_to_the_project_and_esc_back(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("enter", "enter")
        assert pmo.sees("P-0001 ERP finance")
        await pmo.press("esc")
        assert pmo.sees("R-0001 Key supplier insolvent")


async def test_a_risk_that_a_colleague_deletes_meanwhile_is_told_gone(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("enter")
        colleague_does(
            register,
            "from pmo_tui.services import risks; risks.delete(session, risks.find(session, 'R-0001'))",
        )
        await pmo.looks_again()
        assert pmo.sees("It is not there any more: someone has deleted it. esc goes back.")
        await pmo.press("r")
        assert pmo.sees("It is not there any more: someone has deleted it.")


async def test_it_is_copied_as_markdown(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("enter")
        page = pmo.app.page
        assert page is not None
        text = await page.copied()
        assert text is not None
        assert text.startswith("# R-0001 Key supplier insolvent\n")
        assert "## Assessment" in text


async def test_the_journal_knows_an_action_that_was_deleted_and_takes_it_back(register: Path):
    session = session_on(register)
    risk = risks.find(session, "R-0001")
    for action in risk_actions.actions(session, risk):
        editing.delete(session, ACTION, editing.find(session, ACTION, f"ACT-{action.id:04}"))
    session.close()
    async with at_the_register(register) as pmo:
        await pmo.press("enter", "[")
        assert pmo.sees("[Journal]", "Deleted ACT-0001 Second source contract signed")
        assert pmo.line("▌").casefold().count("deleted") == 1
        await pmo.press("u", "y", "[", "[", "[", "[")
        assert pmo.sees("[Response]", "Actions:")
