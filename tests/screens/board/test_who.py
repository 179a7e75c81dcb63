"""This is me: said from the palette, so that `pm:me` finds one's projects."""

from __future__ import annotations

from pathlib import Path

from tests.driving.person import Person, at_keyboard


async def filters(pmo: Person, query: str) -> None:
    """Type a filter."""
    await pmo.press("/", "ctrl+u")
    await pmo.types(query)
    await pmo.press("enter")


async def test_who_one_is_is_chosen_in_the_palette(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await filters(pmo, "pm:me")
        assert pmo.sees("“me” is nobody yet: say who you are", "This is me")
        await pmo.press("esc", "ctrl+p")
        await pmo.types("this is me")
        await pmo.press("enter")
        assert pmo.sees("You are", "Dupont", "Martin")
        await pmo.types("dup")
        await pmo.press("enter")
        assert pmo.sees("You are Dupont here; pm:me finds your projects.")
        await filters(pmo, "pm:me")
        assert "1 of 8" in pmo.state
        await pmo.press("0", "u")
        assert pmo.sees("Undone: alice is Dupont")


async def test_a_slip_of_the_pen_is_asked_about(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        for answer in ("esc", "y"):
            await pmo.press("ctrl+p")
            await pmo.types("this is me")
            await pmo.press("enter")
            await pmo.types("Dupond")
            await pmo.press("enter")
            assert pmo.sees("Nobody is called “Dupond” yet. Are you Dupont?", "added as a new person")
            await pmo.press(answer)
        assert pmo.sees("You are Dupont here")
