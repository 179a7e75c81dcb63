"""One field of many projects changed at once, with a look before."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import projects
from screens.board.page import BoardPage
from tests.driving.colleague import colleague_saves
from tests.driving.person import Person, at_keyboard, session_on


def values(path: Path, field: str) -> list[object]:
    """Give what the projects hold in a field, by code."""
    session = session_on(path)
    found: list[object] = [projects.find(session, f"P-000{number}").value(field) for number in (1, 2, 3)]
    session.close()
    return found


async def asks_to_change(pmo: Person, field: str) -> None:
    """Mark all and choose a field."""
    await pmo.press("*", "e")
    assert pmo.sees("Field to change in 3 marked")
    await pmo.types(field)
    await pmo.press("enter")


async def test_a_change_is_loaded_once_and_going_back_loads_nothing(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    loads: list[str] = []
    usual = BoardPage.load

    async def load(page: BoardPage) -> None:
        loads.append(page.message)
        await usual(page)

    async with at_keyboard(portfolio) as pmo:
        monkeypatch.setattr(BoardPage, "load", load)
        await pmo.press("g", "e", "esc")
        await pmo.press("?", "esc")
        await pmo.looks_again()
        assert loads == []
        await asks_to_change(pmo, "programme")
        await pmo.types("Cloud")
        await pmo.press("enter", "enter")
        assert loads == ["Programme of 2 changed; u undoes it."]
        await pmo.looks_again()
        assert len(loads) == 1
        colleague_saves(portfolio, "P-0001", name="Alpha renamed")
        await pmo.press("e", "esc")
        assert len(loads) == 2
        assert pmo.sees("Alpha renamed")


async def test_a_programme_is_chosen_or_typed_new_and_previewed(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await asks_to_change(pmo, "programme")
        await pmo.types("Cloud")
        await pmo.press("enter")
        assert pmo.sees("Programme: Cloud", "2 change · 1 has it already")
        assert pmo.sees("P-0002    Beta", "Legacy → Cloud", "–      → Cloud")
        await pmo.press("enter")
        assert pmo.sees("Programme of 2 changed; u undoes it.")
    assert values(portfolio, "programme") == ["Cloud"] * 3


async def test_one_undo_takes_all_of_it_back(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await asks_to_change(pmo, "programme")
        await pmo.types("Data")
        assert pmo.sees("new")
        await pmo.press("enter", "enter")
        assert pmo.sees("Programme of 3 changed")
        await pmo.press("u")
    assert values(portfolio, "programme") == ["Cloud", "Legacy", None]


async def test_a_typed_value_is_checked_as_one_types(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await asks_to_change(pmo, "budget")
        await pmo.types("1.2 MM")
        assert pmo.sees("“1.2 MM” is no amount")
        await pmo.press("enter")
        assert pmo.sees("“1.2 MM” is no amount")
        await pmo.press("backspace")
        assert pmo.sees("Type the value. Leave it blank to empty the field.")
        await pmo.press("enter", "enter")
    assert values(portfolio, "budget") == [120_000_000] * 3


async def test_a_tag_is_added_and_taken_away_and_the_others_stay(portfolio: Path):
    session = session_on(portfolio)
    projects.save(session, projects.find(session, "P-0001"), {"tags": ("cloud", "old")})
    projects.save(session, projects.find(session, "P-0002"), {"tags": ("urgent",)})
    session.close()
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await asks_to_change(pmo, "tags")
        assert pmo.sees("+urgent adds, -urgent takes away, plain text replaces.")
        await pmo.types("+urgent, ")
        await pmo.types("old")
        assert pmo.sees("Write + or - before every one, or before none")
        await pmo.press(*("backspace",) * 3)
        await pmo.types("-Old")
        await pmo.press("enter")
        assert pmo.sees("Tags: +urgent, -old", "2 change · 1 has it already")
        assert pmo.sees("cloud, old → cloud, urgent")
        await pmo.press("enter")
        assert pmo.sees("Tags of 2 changed; u undoes it.")
    assert values(portfolio, "tags") == [("cloud", "urgent"), ("urgent",), ("urgent",)]


async def test_what_can_not_be_changed_is_listed_with_its_reason(portfolio: Path):
    async with at_keyboard(portfolio, (160, 36)) as pmo:
        await asks_to_change(pmo, "health")
        assert pmo.sees("not reported", "amber")
        await pmo.types("amber")
        await pmo.press("enter")
        assert pmo.sees("2 change · 1 can't be changed", "Gamma")
        assert pmo.sees("The overall weather follows its worst dimension")
        await pmo.press("enter")
        assert pmo.sees("of 2 changed")


async def test_dates_that_contradict_each_other_are_refused(portfolio: Path):
    async with at_keyboard(portfolio, (160, 36)) as pmo:
        await pmo.press("*", "e")
        await pmo.types("start")
        await pmo.press("enter")
        await pmo.types("2027-01-01")
        await pmo.press("enter")
        assert pmo.sees("2 change · 1 can't be changed", "lies before the start")


async def test_where_nothing_differs_nothing_is_offered(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await asks_to_change(pmo, "priority")
        await pmo.press("enter")
        assert pmo.sees("Nothing would change.", "0 change · 3 have it already")
        await pmo.press("enter")
        assert pmo.sees("Nothing would change.")


async def test_going_back_leads_to_the_value_then_to_the_field_then_out(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await asks_to_change(pmo, "score")
        await pmo.types("50")
        await pmo.press("enter")
        assert pmo.sees("3 change")
        await pmo.press("esc")
        assert pmo.sees("Type the value")
        await pmo.press("esc")
        assert pmo.sees("Field to change in 3 marked")
        await pmo.press("esc")
        assert "Field to change" not in pmo.screen
    assert values(portfolio, "score") == [None] * 3


@pytest.mark.parametrize("field", ["code", "phase"])
async def test_codes_and_what_a_gate_decides_are_not_offered(portfolio: Path, field: str):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("*", "e")
        await pmo.types(field)
        assert pmo.sees("Nothing found.")


async def test_a_colleague_in_between_stops_all_of_it(portfolio: Path):
    async with at_keyboard(portfolio, (120, 24)) as pmo:
        await asks_to_change(pmo, "score")
        await pmo.types("50")
        await pmo.press("enter")
        colleague_saves(portfolio, "P-0002", name="Beta two")
        await pmo.press("enter")
        assert pmo.sees("P-0002 was changed by someone else meanwhile: nothing was changed.")
    assert values(portfolio, "score") == [None] * 3


async def test_the_preview_looks_as_it_should(portfolio: Path, snapshot):
    async with at_keyboard(portfolio) as pmo:
        await asks_to_change(pmo, "health")
        await pmo.types("green")
        await pmo.press("enter", "G")
        assert pmo.screen == snapshot
