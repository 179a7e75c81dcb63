"""What a portfolio sets for its risks: changed in a form, after a look at which risks change their band."""

from __future__ import annotations

from pathlib import Path

from tests.driving.register import at_the_register


async def test_a_change_of_bands_shows_first_which_risks_change_theirs(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("S", "enter")
        assert pmo.sees("Bands of scores", "critical", "15")
        await pmo.press(*["tab"] * 7, "1", "8", "ctrl+o")
        assert pmo.sees("Set these bands?", "1 risk changes its band:", "1  critical → high")
        await pmo.press("y")
        assert pmo.sees("Set for all risks. u takes it back.", "16H")
        await pmo.press("u")
        assert pmo.sees("16C")


async def test_bands_out_of_order_are_refused_where_they_are_typed(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("S", "enter", *["tab"] * 7, "7", "ctrl+o")
        assert pmo.sees("The band “critical” must begin after 10, and at 25 at the latest")
        await pmo.press("esc", "d")
        assert pmo.sees("16C")


async def test_the_steps_of_a_scale_have_words_and_ends(register: Path):
    async with at_the_register(register) as pmo:
        await pmo.press("S", "down", "enter")
        assert pmo.sees("Steps of probability", "rare", "Up to (%)")
        await pmo.press("end")
        await pmo.types(" indeed")
        await pmo.press("ctrl+o", "y", "enter", "]")
        assert pmo.sees("1 rare indeed")


async def test_the_appetite_is_set_level_by_level(register: Path):
    async with at_the_register(register) as pmo:
        assert pmo.sees("above appetite")
        await pmo.press("S", "down", "down", "down", "enter", "2", "5", "ctrl+o")
        assert pmo.sees("Set this appetite?", "2 open risks come back within the appetite.")
        await pmo.press("y")
        assert pmo.sees("Set for all risks.")
        assert "above appetite" not in pmo.screen
