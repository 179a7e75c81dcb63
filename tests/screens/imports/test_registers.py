"""Registers imported inside the app: from where one is, in the words of what they hold, and back again."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from pmo_tui.services import projects, raid, risks
from pmo_tui.services.editing import find
from tests.driving.consultant import MAP, ROWS, WRONG, sent
from tests.driving.person import Person, at_keyboard, session_on
from tests.driving.raid import REGISTERS, at_registers, tab_of, with_registers
from tests.driving.register import at_the_register

_NOON = datetime(2026, 11, 20, 12).timestamp()  # noqa: DTZ001 - the day a listing shows, as the host has it


@pytest.fixture
def registers(folder: Path) -> Path:
    """A portfolio with two projects and something in every register, beside the folder in which one stands."""
    return with_registers(folder.parent / "pmo.db")


@pytest.fixture
def consultant(folder: Path) -> Path:
    """The register of the consultant, and the map that says what its words mean."""
    (folder / "consultant.toml").write_text(MAP, "utf-8")
    path = sent(folder)
    for file in folder.iterdir():
        os.utime(file, (_NOON, _NOON))
    return path


async def takes(pmo: Person, name: str = "register") -> None:
    """Go from a register to its import, and take a file."""
    await pmo.press("I")
    await pmo.types(name)
    await pmo.press("enter")
    assert pmo.sees("Found again by")


async def takes_map(pmo: Person) -> None:
    """Take the map of the consultant's register."""
    await pmo.press("o")
    await pmo.types("consultant")
    await pmo.press("enter")
    assert pmo.sees("The map in consultant.toml is used.")


async def test_risks_come_in_from_their_register_and_one_is_back_there(registers: Path, consultant: Path):
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo)
        assert pmo.sees("Import risks", "9 rows, 11 columns, Windows-1252, semicolon", "4 - Likely → 4")
        await takes_map(pmo)
        assert pmo.sees(
            "ERP finance → P-0001", "£1.2m → 1.2 M", "Treat → Mitigate", "Severe → 4", "Live → Open"
        )
        await pmo.press("n")
        assert pmo.sees("9 risks: 9 created", "Title", "Probability", "Impact", "Not in the file 1")
        await pmo.press("n")
        assert pmo.sees("Import risks from register.csv?", "9 risks: 9 created.")
        await pmo.press("y")
        assert pmo.sees("[Risks] Issues", "9 risks: 9 created; u undoes it. The map is remembered", "CR-01")
        await pmo.press("u")
        assert pmo.sees("Undone: Imported risks from register.csv")
        assert not pmo.line("CR-01")


async def test_words_are_given_their_meaning_by_hand(registers: Path, consultant: Path):
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo)
        assert pmo.sees("“Impact” would be Impact, but does not hold such values (“Severe”)")
        while not pmo.cursor.startswith("· Impact"):
            await pmo.press("j")
        await pmo.press("enter")
        assert pmo.sees("“Impact” fills")
        assert "A field of your own" not in pmo.screen
        await pmo.types("impact")
        await pmo.press("enter")
        assert pmo.sees("! Impact", "9 can't be read: “Severe”")
        await pmo.press("g")
        while not pmo.cursor.startswith("! Impact"):
            await pmo.press("j")
        await pmo.press("enter")
        await pmo.types("mean")
        await pmo.press("enter")
        assert pmo.sees("What the texts mean in Impact", "not known: choose what it means")
        await pmo.press("enter")
        assert pmo.sees("1 negligible", "5 very high")
        await pmo.types("5")
        await pmo.press("enter", "esc")
        assert pmo.sees("6 can't be read: “Medium”")


async def test_a_project_that_is_not_there_is_seen_before_any_row_and_given_its_meaning(
    registers: Path, folder: Path
):
    (folder / "few.csv").write_text("title,project\nA,ERP\nB,Payments\n")
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo, "few")
        assert pmo.sees("! Project", "1 can't be read: “ERP”")
        while not pmo.cursor.startswith("! Project"):
            await pmo.press("j")
        await pmo.press("enter")
        await pmo.types("mean")
        await pmo.press("enter", "enter")
        assert pmo.sees("“ERP” means", "P-0001 ERP finance", "P-0002 Payments")
        await pmo.types("finance")
        await pmo.press("enter", "esc")
        assert pmo.sees("✓ Project", "ERP → P-0001")


async def test_each_thing_that_is_wrong_is_a_sentence_and_its_row_comes_back(
    registers: Path, consultant: Path, folder: Path
):
    session = session_on(registers)
    with session.writing("gone") as group:
        group.create("person", {"name": "Gone, Gil", "active": False})
    projects.delete(session, projects.add(session, {"name": "Short-lived"}))
    session.close()
    sent(folder, (*ROWS, *WRONG))
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo)
        await takes_map(pmo)
        await pmo.press("n")
        assert pmo.sees(
            "14 risks: 9 created, 5 rejected",
            "Probability takes 1 to 5, not 6.",
            "The next review 2026-01-15 lies before the risk was raised, 2026-02-06: correct one of them.",
            "Gone, Gil has left: choose somebody else.",
            "There is no project with the code or the name “Moon base”: import it first, or correct it.",
            "There is no project with the code or the name “Short-lived”: import it first, or correct it.",
        )
        await pmo.press("n", "y")
        assert pmo.sees("14 risks: 9 created, 5 rejected (see register.rejected.csv); u undoes it.")
    assert "Moon base" in (folder / "register.rejected.csv").read_text("utf-8-sig")
    corrected = folder / "register.rejected.csv"
    corrected.write_text(corrected.read_text("utf-8-sig").replace("Moon base", "Payments"), "utf-8-sig")
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo, "register.rejected")
        assert pmo.sees("The map in register.rejected.toml is used.", "✓ Response")
        await pmo.press("n")
        assert pmo.sees("5 risks: 1 created, 4 rejected")


async def test_a_matrix_of_another_size_is_asked_about_before_the_import(registers: Path, consultant: Path):
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo)
        await takes_map(pmo)
        await pmo.press("n", "n")
        told = "No probability and no impact is above 4: if the register counts in 4 × 4, say what its steps mean"
        assert pmo.sees("Import risks from register.csv?", told)


async def test_a_scale_of_ten_is_asked_about(registers: Path, folder: Path):
    rows = "".join(f"Risk {step},{step}\n" for step in range(1, 11))
    (folder / "ten.csv").write_text("title,likelihood\n" + rows)
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo, "ten")
        await pmo.press("n", "n")
        assert pmo.sees(
            "10 risks: 5 created, 5 rejected.", "“likelihood” goes up to 10, and here a scale has 5"
        )


@pytest.mark.parametrize(
    ("noun", "heading", "told"),
    [
        ("issues", "Import issues", "1 issue: 1 created; u undoes it."),
        ("assumptions", "Import assumptions", "1 assumption: 1 created; u undoes it."),
        ("dependencies", "Import dependencies", "1 dependency: 1 created; u undoes it."),
        ("actions", "Import actions", "1 action: 1 created; u undoes it."),
        ("decisions", "Import decisions", "1 decision: 1 created; u undoes it."),
        ("changes", "Import change requests", "1 change request: 1 created; u undoes it."),
    ],
)
async def test_every_register_imports_its_own(
    registers: Path, folder: Path, noun: str, heading: str, told: str
):
    needed = (
        "needs,gives\nX-1,Brought in,ERP finance,Payments"
        if noun == "dependencies"
        else "project\nX-1,Brought in,Payments"
    )
    (folder / "log.csv").write_text(f"code,title,{needed}\n")
    async with at_registers(registers, noun, (120, 36)) as pmo:
        await takes(pmo, "log")
        assert pmo.sees(heading)
        await pmo.press("n", "n", "y")
        assert pmo.sees(told, "X-1")
        assert pmo.app.page_id == noun
    session = session_on(registers)
    kind = next(kind for kind in raid.EDITABLES.values() if kind.key_of("X-1") is not None)
    assert find(session, kind, "X-1").value("title") == "Brought in"
    session.close()


async def test_maps_are_remembered_for_each_kind(registers: Path, folder: Path):
    (folder / "log.csv").write_text("No.,What,Team\n1,Alpha,IT\n")
    async with at_keyboard(registers, (120, 36)) as pmo:
        for noun in REGISTERS[:2]:
            await pmo.press(*tab_of(noun))
            await takes(pmo, "log")
            assert "its map is used" not in pmo.screen
            await pmo.press("a")
            await pmo.types("title")
            await pmo.press("enter", "enter", "/")
            await pmo.types("What")
            await pmo.press("enter", " ", "esc", "enter")
            assert pmo.sees("✓ Title")
            await pmo.press("n", "n", "y")
            assert pmo.sees("1 created")
        await pmo.press(*tab_of(REGISTERS[0]))
        await takes(pmo, "log")
        assert pmo.sees("The columns are those of log.csv: its map is used", "✓ Title")


async def test_what_was_begun_with_one_kind_waits_while_another_is_imported(registers: Path, folder: Path):
    (folder / "log.csv").write_text("code,title,project\nX-1,Brought in,Payments\n")
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo, "log")
        await pmo.press("n", "2", "I")
        assert pmo.sees("Import projects", "File to import")
        await pmo.press("esc", "4", "I")
        assert pmo.sees("Import risks", "1 risk: 1 created")


async def test_esc_goes_back_to_the_register(registers: Path, folder: Path):
    async with at_registers(registers, "issues", (80, 24)) as pmo:
        await pmo.press("I")
        assert pmo.sees("Import issues", "File to import")
        await pmo.press("esc")
        assert pmo.app.page_id == "issues"


async def test_a_register_declares_no_fields_of_its_own(registers: Path, folder: Path):
    (folder / "log.csv").write_text("code,title,Team\nX-1,Brought in,IT\n")
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo, "log")
        while not pmo.cursor.startswith("Other columns"):
            await pmo.press("j")
        await pmo.press("enter")
        assert pmo.sees("Only projects have fields of your own: these columns are left out.", "left out")


async def test_a_file_without_titles_says_what_lacks(registers: Path, folder: Path):
    (folder / "odd.csv").write_text("x,y\n1,2\n")
    async with at_the_register(registers, (120, 36)) as pmo:
        await takes(pmo, "odd")
        await pmo.press("n")
        assert pmo.sees("No column fills Title yet: press a, or enter on the column.")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_steps_look_as_they_should(
    registers: Path, consultant: Path, size: tuple[int, int], snapshot
):
    async with at_the_register(registers, size) as pmo:
        await takes(pmo)
        assert pmo.screen == snapshot(name="columns")
        await takes_map(pmo)
        await pmo.press("n")
        assert pmo.screen == snapshot(name="dry run")
        await pmo.press("n")
        assert pmo.screen == snapshot(name="confirm")
        await pmo.press("y")
        assert pmo.screen == snapshot(name="done")


async def test_french_fits(registers: Path, consultant: Path, french: None):
    async with at_the_register(registers) as pmo:
        await pmo.press("I")
        await pmo.types("register")
        await pmo.press("enter")
        assert pmo.sees("Importer des risques", "9 lignes, 11 colonnes")
        await pmo.press("o")
        await pmo.types("consultant")
        await pmo.press("enter", "n", "n")
        assert pmo.sees("Importer les risques de register.csv ?", "9 risques : 9 créations.")
        await pmo.press("y")
        assert pmo.sees("9 risques : 9 créations")
        assert all(len(line) <= 80 for line in pmo.screen.split("\n"))
    session = session_on(registers)
    assert risks.find(session, "CR-01").value("score") == 16
    session.close()
