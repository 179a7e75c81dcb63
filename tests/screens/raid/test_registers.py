"""The registers beside the risks: how each looks, how one walks between them, and what their keys do."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.driving.colleague import colleague_does
from tests.driving.person import Person, at_keyboard, session_on
from tests.driving.raid import REGISTERS, at_registers, item


async def to_field(pmo: Person, label: str) -> None:
    """Go down in a form to the field with a label."""
    for _step in range(30):
        if pmo.cursor.startswith(label):
            return
        await pmo.press("down")
    raise AssertionError(f"no field {label}:\n{pmo.screen}")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("noun", REGISTERS)
async def test_each_register_looks_as_it_should(
    registers: Path, noun: str, size: tuple[int, int], snapshot: SnapshotAssertion
):
    async with at_registers(registers, noun, size) as pmo:
        assert pmo.screen == snapshot


async def test_the_keys_walk_all_registers_and_round_again(registers: Path):
    async with at_keyboard(registers, (120, 36)) as pmo:
        await pmo.press("4")
        for name in ("Issues", "Assumptions", "Dependencies", "Actions", "Decisions", "Changes", "Risks"):
            await pmo.press("]")
            assert pmo.sees(f"[{name}")
        await pmo.press("[")
        assert pmo.sees("[Changes", "CR-0001")


async def test_an_issue_is_added_with_its_project_by_name(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("a")
        await pmo.types("Printer on fire")
        await to_field(pmo, "Project")
        await pmo.types("Payments")
        await pmo.press("ctrl+o")
        assert pmo.sees("I-0004", "Printer on fire")
    assert item(registers, "I-0004").value("project") == "P-0002"


async def test_a_project_that_is_not_there_is_told_and_nothing_is_lost(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("a")
        await pmo.types("Printer on fire")
        await to_field(pmo, "Project")
        await pmo.types("Nowhere")
        await pmo.press("ctrl+o")
        assert pmo.sees(
            "Printer on fire", "There is no project “Nowhere”: it may have been deleted. Choose another."
        )


async def test_a_day_that_is_none_is_told_beside_its_field(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("e")
        await to_field(pmo, "Due")
        await pmo.press("ctrl+u")
        await pmo.types("31/02/2026")
        await pmo.press("ctrl+o")
        assert pmo.sees("Edit I-0001", "“31/02/2026” is no day: write 2026-10-01")
    assert str(item(registers, "I-0001").value("due")) == "2026-11-14"


async def test_a_project_that_would_depend_on_itself_is_refused(registers: Path):
    async with at_registers(registers, "dependencies") as pmo:
        await pmo.press("e")
        await to_field(pmo, "Given by")
        await pmo.press("ctrl+u")
        await pmo.types("P-0002")
        await to_field(pmo, "Needed by")
        await pmo.press("ctrl+u")
        await pmo.types("P-0002")
        await pmo.press("ctrl+o")
        assert pmo.sees("can't depend on itself")


async def test_an_issue_is_resolved_with_the_words_that_this_asks_for(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("m", "down", "enter", "ctrl+o")
        assert "I-0001: Resolved." not in pmo.screen
        await pmo.types("The host was moved")
        await pmo.press("ctrl+o")
        assert pmo.sees("I-0001: Resolved.")
    found = item(registers, "I-0001")
    assert (found.value("status"), found.value("resolution")) == ("resolved", "The host was moved")


async def test_a_state_that_asks_for_nothing_is_reached_at_once(registers: Path):
    async with at_registers(registers, "actions") as pmo:
        await pmo.press("m", "down", "enter")
        assert pmo.sees("ACT-0001: Done.")
        assert "Ask for a second quote" not in pmo.screen
        await pmo.press("u")
        assert pmo.sees("Ask for a second quote")


@pytest.mark.parametrize(
    ("noun", "code", "other"),
    [
        ("issues", "I-0001", "I-0002"),
        ("dependencies", "D-0002", "D-0001"),
        ("actions", "ACT-0001", "ACT-0002"),
    ],
)
async def test_one_key_shows_what_is_overdue(registers: Path, noun: str, code: str, other: str):
    async with at_registers(registers, noun) as pmo:
        await pmo.press("O")
        assert pmo.sees(code, "9 d late")
        assert other not in pmo.screen


async def test_what_is_deleted_comes_back_with_undo(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("d", "y")
        assert pmo.sees("Deleted: I-0001")
        await pmo.press("u")
        assert "I-0001" in pmo.line("Test environment is down")


async def test_a_comment_is_kept_and_stands_on_the_page(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("c")
        await pmo.types("Asked the host")
        await pmo.press("ctrl+o")
        assert pmo.sees("Comment kept on I-0001.")
        await pmo.press("enter", "]")
        assert pmo.sees("[Comments", "Asked the host")


async def test_one_field_of_many_is_set_at_once(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("*", "e")
        assert pmo.sees("Field to change in 3 marked")
        await pmo.types("severity")
        await pmo.press("enter", "enter", "enter")
        assert pmo.sees("Severity of 3 changed; u undoes it.")
    assert item(registers, "I-0003").value("severity") == "low"


async def test_what_a_colleague_adds_appears(registers: Path):
    async with at_registers(registers) as pmo:
        colleague_does(
            registers,
            "from pmo_tui.services import editing, raid; "
            "editing.add(session, raid.ISSUE, {'title': 'Found by bob'})",
        )
        await pmo.looks_again()
        assert pmo.sees("Found by bob")


async def test_plain_letters_are_enough(registers: Path):
    async with at_registers(registers, "dependencies", glyphs="ascii") as pmo:
        assert pmo.screen.isascii()


@pytest.mark.parametrize("noun", REGISTERS)
async def test_an_empty_register_says_how_to_go_on(tmp_path: Path, noun: str):
    path = tmp_path / "empty.db"
    session_on(path).close()
    async with at_registers(path, noun) as pmo:
        assert pmo.sees("a adds")


@pytest.mark.parametrize("typed", ["CR-0001", "swiss"])
async def test_an_item_is_found_by_code_and_title_from_anywhere(registers: Path, typed: str):
    async with at_keyboard(registers) as pmo:
        await pmo.press(":")
        await pmo.types(typed)
        await pmo.press("enter")
        assert pmo.sees("CR-0001 Add the Swiss entity", "[Overview]")


async def test_what_a_late_issue_asks_for_is_not_late_from_the_start(registers: Path):
    async with at_registers(registers) as pmo:
        assert "late" in pmo.line("▌")
        await pmo.press("D", "ctrl+o")
        assert pmo.sees("I-0001 asks for decision DEC-0002.")
    assert item(registers, "DEC-0002").value("due") is None
