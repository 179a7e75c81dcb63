"""What becomes of an assumption and of an issue, and how things are related by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import editing, raid
from screens.item.usual import TABS
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
        assert pmo.sees("The supplier delivers", "Unconfirmed")


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


async def test_a_relation_is_taken_away_by_a_key_and_comes_back(registers: Path):
    async with at_the_register(registers) as pmo:
        await pmo.press("K")
        await pmo.types("interface")
        await pmo.press("enter", "enter", "[", "[")
        assert pmo.sees("[Related 1]", "enter open", "d unrelate")
        await pmo.press("d")
        assert pmo.sees("Take the relation away? R-0001 and I-0001 Interface is late")
        await pmo.press("y")
        assert pmo.sees("R-0001 is no longer related to I-0001.", "It is related to nothing yet.")
        await pmo.press("d")
        assert pmo.sees("It is related to nothing yet.", "R-0001 Key supplier insolvent")
        await pmo.press("u")
        assert pmo.sees("[Related 1]", "1 risk, 1 issue")


async def test_what_a_risk_became_is_not_taken_away(registers: Path):
    async with at_the_register(registers) as pmo:
        await pmo.press("o", "y")
        pmo.app.open("risk", code="R-0001", tab="related")
        await pmo.settle()
        await pmo.press("d")
        assert pmo.sees("It tells what came of what, so it stays", "[Related 1]")


@pytest.mark.parametrize("tab", list(TABS))
@pytest.mark.parametrize(
    ("key", "title"),
    [("c", "Comment on I-0001"), ("e", "Edit I-0001"), ("m", "I-0001 Interface is late goes on to")],
)
async def test_the_keys_of_a_page_work_from_every_tab(registers: Path, tab: str, key: str, title: str):
    async with at_the_register(registers) as pmo:
        pmo.app.open("item", entity="issue", code="I-0001", tab=tab)
        await pmo.settle()
        await pmo.press(key)
        assert pmo.sees(title)


async def test_the_risks_of_a_project_are_related_from_its_page(registers: Path):
    async with at_the_register(registers) as pmo:
        pmo.app.open("project", code="P-0001", tab="overview")
        await pmo.settle()
        await pmo.press("K")
        assert pmo.sees("Only risks and other items are related")
        pmo.app.open("project", code="P-0001", tab="risks")
        await pmo.settle()
        await pmo.press("K")
        await pmo.types("interface")
        await pmo.press("enter")
        assert pmo.sees("is now related to I-0001.")
        await pmo.press("L")
        assert pmo.sees("I-0001 Interface is late", "[Overview]")
