"""Two people change one item of a register: what does not overlap is merged, what does is chosen, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.driving.colleague import colleague_does
from tests.driving.person import Person
from tests.driving.raid import at_registers, item
from tests.screens.raid.test_registers import to_field

CASES = [
    ("issues", "ISSUE", "I-0001"),
    ("assumptions", "ASSUMPTION", "A-0001"),
    ("decisions", "DECISION", "DEC-0001"),
]


def bob(path: Path, kind: str, code: str, act: str) -> None:
    """Let bob do something with an item as he finds it."""
    colleague_does(
        path,
        "from pmo_tui.services import editing, raid, raid_lives; "
        f"kind = raid.{kind}; item = editing.find(session, kind, {code!r}); {act}",
    )


async def typed(pmo: Person, label: str, text: str) -> None:
    """Open the form and type another text into a field."""
    await pmo.press("e")
    await to_field(pmo, label)
    await pmo.press("ctrl+u")
    await pmo.types(text)


@pytest.mark.parametrize(("noun", "kind", "code"), CASES)
async def test_of_the_same_field_both_values_are_shown_and_one_is_chosen(
    registers: Path, noun: str, kind: str, code: str
):
    async with at_registers(registers, noun) as pmo:
        await typed(pmo, "Title", "Mine")
        bob(registers, kind, code, "editing.save(session, kind, item, {'title': 'Theirs'})")
        await pmo.press("ctrl+o")
        assert pmo.sees("Mine", "Theirs", "choose what shall stand")
        await pmo.press("Y", "enter")
    assert item(registers, code).value("title") == "Mine"


@pytest.mark.parametrize(("noun", "kind", "code"), CASES)
async def test_different_fields_are_merged_and_that_is_said(registers: Path, noun: str, kind: str, code: str):
    async with at_registers(registers, noun) as pmo:
        await typed(pmo, "Title", "Mine")
        bob(registers, kind, code, "editing.save(session, kind, item, {'tags': ('new',)})")
        await pmo.press("ctrl+o")
        assert pmo.sees("bob changed Tags meanwhile: both stand.")
    found = item(registers, code)
    assert (found.value("title"), found.value("tags")) == ("Mine", ("new",))


@pytest.mark.parametrize(("noun", "kind", "code"), CASES)
async def test_what_is_deleted_by_another_meanwhile_is_told(registers: Path, noun: str, kind: str, code: str):
    async with at_registers(registers, noun) as pmo:
        await typed(pmo, "Title", "Mine")
        bob(registers, kind, code, "editing.delete(session, kind, item)")
        await pmo.press("ctrl+o")
        assert pmo.sees("deleted")


async def test_a_state_against_another_state_overwrites_nothing(registers: Path):
    async with at_registers(registers) as pmo:
        await pmo.press("m", "down", "enter")
        await pmo.types("The host was moved")
        bob(
            registers,
            "ISSUE",
            "I-0001",
            "raid_lives.go_on(session, kind, item, 'closed', {'resolution': 'Not needed'})",
        )
        await pmo.press("ctrl+o")
        assert "Resolved." not in pmo.screen
    assert item(registers, "I-0001").value("status") == "closed"
