"""What an item is related to: a tab of its page, and one key that walks there from anywhere."""

from __future__ import annotations

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from tests.driving.register import at_the_register


async def test_a_risk_that_has_occurred_names_its_issue(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("o", "y")
        assert pmo.sees("R-0001 has occurred and is now issue I-0001.")


async def test_the_tab_counts_and_tells_what_it_is_related_to(register: Path, snapshot: SnapshotAssertion):
    async with at_the_register(register) as pmo:
        await pmo.press("o", "y")
        pmo.app.open("risk", code="R-0001", tab="related")
        await pmo.settle()
        assert pmo.sees("Became", "I-0001   Key supplier insolvent", "Open")
        assert pmo.screen == snapshot
        await pmo.press("enter")
        assert pmo.sees("I-0001 Key supplier insolvent", "[Overview]")
        await pmo.press("esc")
        assert pmo.sees("[Related 1]", "Became")


async def test_one_key_says_where_there_is_nothing_to_walk_to(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("L")
        assert pmo.sees("It is related to nothing yet.")
