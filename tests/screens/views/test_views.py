"""Saved views as a person keeps and opens them from the board."""

from __future__ import annotations

from pathlib import Path

from tests.driving.person import Person, at_keyboard


async def keeps(pmo: Person, query: str, name: str, *, shared: bool = False) -> None:
    """Filter and save what is shown."""
    await pmo.press("/", "ctrl+u")
    await pmo.types(query)
    await pmo.press("enter", "V")
    await pmo.types("save")
    await pmo.press("enter")
    await pmo.press("ctrl+u")
    await pmo.types(name)
    await pmo.press("enter")
    assert pmo.sees("Who sees it?", "Only me", "Everyone")
    await pmo.press(*(["down"] if shared else []), "enter")


async def opens(pmo: Person) -> None:
    """Open the list of saved views."""
    await pmo.press("V", "enter")


async def test_a_view_is_kept_and_opened_again(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "In trouble")
        assert pmo.sees("View “In trouble” saved; u undoes it.")
        await pmo.press("0")
        assert pmo.sees("Claims")
        await opens(pmo)
        assert pmo.sees("Saved views", "In trouble", "rag:red", "board · mine")
        await pmo.press("enter")
        assert "Claims" not in pmo.screen
        assert "In trouble" in pmo.state


async def test_a_shared_view_is_seen_by_a_colleague(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "For all", shared=True)
    async with at_keyboard(portfolio, who="bob") as pmo:
        await opens(pmo)
        assert pmo.sees("For all", "board · shared")


async def test_a_personal_view_is_not(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "Just me")
    async with at_keyboard(portfolio, who="bob") as pmo:
        await opens(pmo)
        assert pmo.sees("No saved view yet")


async def test_a_name_that_is_there_asks_before_replacing(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "Mine")
        await pmo.press("0", "/")
        await pmo.types("rag:green")
        await pmo.press("enter", "V")
        await pmo.types("save")
        await pmo.press("enter", "ctrl+u")
        await pmo.types("mine")
        await pmo.press("enter")
        assert pmo.sees("replaces the one of that name")
        await pmo.press("enter")
        assert pmo.sees("Replace the view “Mine”?", "It shows now: rag:red")
        await pmo.press("y")
        await opens(pmo)
        assert pmo.sees("rag:green")


async def test_a_view_is_renamed_and_a_taken_name_is_refused_in_place(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "One")
        await keeps(pmo, "rag:green", "Two")
        await opens(pmo)
        await pmo.press("e", "ctrl+u")
        await pmo.types("TWO")
        await pmo.press("enter")
        assert pmo.sees("You have a view “Two” already: choose another name.")
        await pmo.press("e", "ctrl+u")
        await pmo.types("Three")
        await pmo.press("enter")
        assert pmo.sees("Three", "Two")


async def test_an_empty_name_says_why_it_cannot_stand(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("V")
        await pmo.types("save")
        await pmo.press("enter", "ctrl+u", "enter")
        assert pmo.sees("A view needs a name: type one.")


async def test_a_view_is_deleted_after_asking_and_comes_back_by_undo(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "One", shared=True)
        await opens(pmo)
        await pmo.press("d")
        assert pmo.sees("Delete the view “One”?", "Everyone sees this view.", "It can be undone with u.")
        await pmo.press("enter")
        assert pmo.sees("Saved views", "One")
        await pmo.press("d", "y")
        assert pmo.sees("No saved view yet")
        await pmo.press("esc", "u")
        await opens(pmo)
        assert pmo.sees("One")


async def test_a_hostile_name_breaks_nothing(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await keeps(pmo, "rag:red", "[red]x[/] [")
        await opens(pmo)
        assert pmo.sees("[red]x[/] [")
