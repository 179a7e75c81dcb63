"""The categories as a person sees and changes them, among what is set for all risks."""

from __future__ import annotations

from pathlib import Path

from pmo_tui.domain.portfolio import View
from pmo_tui.services import views
from tests.driving.person import Person, session_on
from tests.driving.register import at_the_register


async def opens(pmo: Person) -> None:
    """Open the list of categories."""
    await pmo.press("S", "down", "down", "down", "down", "enter")
    assert pmo.sees("Categories of risks", "Technical", "Suppliers")


async def test_a_category_is_added_below_another(register: Path):
    async with at_the_register(register) as pmo:
        await opens(pmo)
        await pmo.press("a")
        assert pmo.sees("New category", "Highest score within the appetite")
        await pmo.types("Legal")
        await pmo.press("down", "right", "down", "7", "ctrl+o")
        assert pmo.sees("Categories of risks", "Legal", "Project 7")
        await pmo.press("esc")
        assert pmo.sees("Categories changed. u takes the last change back.")


async def test_a_category_is_renamed_after_a_look_at_its_risks(register: Path):
    async with at_the_register(register) as pmo:
        await opens(pmo)
        await pmo.press(*["down"] * 6, "e", "end")
        await pmo.types(" and partners")
        await pmo.press("ctrl+o")
        assert pmo.sees(
            "Change this category?", "1 risk stands in it, and goes with it: “Suppliers and partners”."
        )
        await pmo.press("y")
        assert pmo.sees("Categories of risks", "Suppliers and partners")
        await pmo.press("esc", "u")
        await opens(pmo)
        assert "and partners" not in pmo.screen


async def test_a_rename_names_the_saved_views_that_ask_for_the_former_name(register: Path):
    session = session_on(register)
    views.save(session, View(0, 1, "Our suppliers", "category:suppliers", "table", thing="risk", owner="me"))
    session.close()
    async with at_the_register(register) as pmo:
        await opens(pmo)
        await pmo.press(*["down"] * 6, "e", "ctrl+u")
        await pmo.types("Partners")
        await pmo.press("ctrl+o")
        assert pmo.sees(
            "1 saved view asks for the former name, and is to be changed by hand:", "Our suppliers"
        )


async def test_a_category_has_limits_of_its_own(register: Path):
    async with at_the_register(register) as pmo:
        await opens(pmo)
        await pmo.press(*["down"] * 5, "enter", "down", "down", "2", "5", "ctrl+o")
        assert pmo.sees("1 risk stands in it")
        await pmo.press("y")
        assert pmo.sees("Categories of risks", "Project 25")


async def test_one_in_use_is_not_deleted_and_the_sentence_says_what_stands_in_it(register: Path):
    async with at_the_register(register) as pmo:
        await opens(pmo)
        await pmo.press("d")
        assert pmo.sees("stands below “Technical”: move or delete it first.")


async def test_one_that_is_not_used_is_deleted_after_asking(register: Path):
    async with at_the_register(register) as pmo:
        await opens(pmo)
        await pmo.press("end", "d")
        assert pmo.sees("Delete the category “Dependencies”?")
        await pmo.press("y")
        assert "Dependencies" not in pmo.screen.split("Categories of risks")[1]
