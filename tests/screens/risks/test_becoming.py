"""What becomes of an assumption and of an issue, and how things are related by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import editing, raid
from tests.driving.person import session_on
from tests.driving.register import at_the_register


@pytest.fixture
def registers(register: Path) -> Path:
    """Give a portfolio with an issue and an assumption."""
    session = session_on(register)
    editing.add(session, raid.ISSUE, {"title": "Interface is late", "project": "P-0001"})
    editing.add(session, raid.ASSUMPTION, {"title": "The supplier delivers", "project": "P-0001"})
    session.close()
    return register


@pytest.mark.parametrize(("word", "made"), [("issue", "issue I-0002"), ("risk", "risk R-0007")])
async def test_an_assumption_that_fails_becomes_what_one_chooses(registers: Path, word: str, made: str):
    async with at_the_register(registers) as pmo:
        await pmo.press("]", "]", "m")
        await pmo.types("Failed")
        await pmo.press("enter")
        assert pmo.sees("has failed: what does it become?")
        await pmo.types(f"{word}:")
        await pmo.press("enter")
        assert pmo.sees(f"has failed and is now {made}. u takes it back.")
        await pmo.press("u")
        assert pmo.sees("The supplier delivers", "Open")


@pytest.mark.parametrize(
    ("key", "told"), [("D", "decision DEC-0001"), ("Q", "change request CR-0001")], ids=["decision", "change"]
)
async def test_an_issue_asks_for_what_a_form_makes(registers: Path, key: str, told: str):
    async with at_the_register(registers) as pmo:
        await pmo.press("]", key)
        assert pmo.sees("I-0001 Interface is late", "Due")
        await pmo.press("ctrl+o")
        assert pmo.sees(f"I-0001 asks for {told}. u takes it back.")
        await pmo.press("L", "esc")
        assert pmo.sees("Interface is late")


async def test_nothing_but_an_issue_asks_for_a_decision(registers: Path):
    async with at_the_register(registers) as pmo:
        await pmo.press("]", "]", "enter", "D")
        assert pmo.sees("Only an issue asks for a decision or a change.")


async def test_two_things_are_related_by_a_few_letters_and_walked_both_ways(registers: Path):
    async with at_the_register(registers) as pmo:
        await pmo.press("K")
        await pmo.types("interface")
        await pmo.press("enter")
        assert pmo.sees("R-0001 is now related to I-0001. u takes it back.")
        await pmo.press("L")
        assert pmo.sees("I-0001 Interface is late", "Related 1")
        await pmo.press("L")
        assert pmo.sees("R-0001 Key supplier insolvent", "Related 1")
        await pmo.press("u")
        assert not pmo.sees("Related 1")


async def test_of_several_related_things_one_is_chosen_and_esc_goes_back_by_the_same_way(registers: Path):
    async with at_the_register(registers) as pmo:
        await pmo.press("]")
        for letters in ("licence", "The supplier"):
            await pmo.press("K")
            await pmo.types(letters)
            await pmo.press("enter")
        await pmo.press("enter", "L")
        assert pmo.sees("Open what it is related to", "Licence audit")
        await pmo.types("The supplier")
        await pmo.press("enter")
        assert pmo.sees("The supplier delivers", "[Overview]")
        await pmo.press("esc")
        assert pmo.sees("I-0001 Interface is late", "[Related 2]")
        await pmo.press("esc")
        assert pmo.sees("[Issues]")
