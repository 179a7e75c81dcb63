"""Finding a file by typing and by walking, as the import asks for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.driving.person import at_keyboard


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which one stands, with files and a folder in it."""
    here = tmp_path / "here"
    (here / "older").mkdir(parents=True)
    (here / "projects.csv").write_text("code,name\nA1,Alpha\n")
    (here / "notes.md").write_text("no table")
    (here / "older" / "archive.csv").write_text("code,name\nB1,Beta\n")
    monkeypatch.chdir(here)
    return here


def at_import(folder: Path, size=(80, 24)):
    """Open the import in an empty portfolio."""
    return at_keyboard(folder.parent / "dsi.db", size, first="imports")


async def test_it_begins_where_one_stands_and_shows_tables_only(folder: Path):
    async with at_import(folder, (120, 36)) as pmo:
        assert pmo.sees("File to import", "here/", "../", "older/", "projects.csv")
        assert "notes.md" not in pmo.screen
        assert pmo.cursor.startswith("older/")


async def test_enter_walks_into_a_folder_and_up_again(folder: Path):
    async with at_import(folder, (120, 36)) as pmo:
        await pmo.press("enter")
        assert pmo.cursor.startswith("archive.csv")
        await pmo.press("up", "enter")
        assert pmo.sees("projects.csv")


async def test_typing_filters_and_enter_takes_the_file(folder: Path):
    async with at_import(folder) as pmo:
        await pmo.types("proj")
        assert pmo.cursor.startswith("projects.csv")
        assert "older/" not in pmo.screen
        await pmo.press("enter")
        assert pmo.sees("2 Columns", "1 row, 2 columns, UTF-8, comma")


async def test_tab_completes(folder: Path):
    async with at_import(folder, (120, 36)) as pmo:
        await pmo.types("ol")
        await pmo.press("tab")
        assert pmo.sees("here/older/", "archive.csv")
        await pmo.types("arch")
        await pmo.press("tab")
        assert pmo.sees("here/older/archive.csv")
        await pmo.press("enter")
        assert pmo.sees("2 Columns")


async def test_tab_completes_a_name_that_is_no_text(folder: Path):
    Path(os.fsdecode(os.fsencode(folder) + b"/dat\xe9.csv")).write_text("code,name\nA1,Alpha\n")
    async with at_import(folder, (120, 36)) as pmo:
        await pmo.types("dat")
        await pmo.press("tab")
        assert pmo.cursor.startswith("dat�.csv")
        await pmo.press("enter")
        assert pmo.sees("2 Columns", "1 row, 2 columns")


async def test_a_whole_path_typed_in_one_burst_with_enter_is_taken(folder: Path):
    async with at_import(folder) as pmo:
        for key in ["ctrl+u", *"older/archive.csv", "enter"]:
            await pmo.pilot.press({"/": "slash", ".": "full_stop"}.get(key, key))
        await pmo.settle()
        assert pmo.sees("2 Columns", "archive.csv")


async def test_a_pasted_path_takes_the_place_of_what_stands_there(folder: Path):
    from textual.events import Paste

    async with at_import(folder) as pmo:
        pmo.app.post_message(Paste(f"'{folder / 'projects.csv'}'"))
        await pmo.settle()
        await pmo.press("enter")
        assert pmo.sees("2 Columns", "projects.csv")


async def test_a_whole_path_typed_behind_the_folder_begins_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    async with at_import(folder, (120, 36)) as pmo:
        await pmo.types(str(folder / "older" / "arch"))
        assert pmo.cursor.startswith("archive.csv")
        assert f"//{str(folder)[1:]}" not in pmo.screen
        monkeypatch.setenv("HOME", str(folder))
        await pmo.types("/~/proj")
        assert pmo.cursor.startswith("projects.csv")


async def test_a_folder_that_is_not_there_says_so(folder: Path):
    async with at_import(folder, (160, 24)) as pmo:
        await pmo.types("gone/")
        assert pmo.sees("can't be read: No such file or directory")
        await pmo.press("backspace")
        assert pmo.sees("No such file here.")


async def test_a_file_that_is_no_table_says_why_and_another_can_be_taken(folder: Path):
    (folder / "empty.csv").write_text("")
    async with at_import(folder, (120, 24)) as pmo:
        await pmo.types("empty")
        await pmo.press("enter")
        assert pmo.sees("empty.csv” is empty")
        await pmo.press("ctrl+u")
        await pmo.types("projects")
        await pmo.press("enter")
        assert pmo.sees("2 Columns")


async def test_hostile_names_are_shown_as_they_can_be(folder: Path):
    (folder / "[red]\x1b]0;pwn\x07.csv").write_text("code,name\nA,B\n")
    (folder / "e\u0301t\u00e9 🎉.csv").write_text("code,name\nA,B\n")
    async with at_import(folder) as pmo:
        assert pmo.sees("[red]", "été 🎉.csv")
        assert not any(ord(char) < 32 for char in pmo.screen.replace("\n", ""))
        await pmo.types("[red]")
        await pmo.press("enter")
        assert pmo.sees("2 Columns")


async def test_going_back_leaves(folder: Path):
    async with at_keyboard(folder.parent / "dsi.db") as pmo:
        await pmo.press("i", "esc")
        assert pmo.sees("Three ways to begin")


@pytest.mark.parametrize("size", [(60, 15), (40, 10)])
async def test_it_fits_small_terminals(folder: Path, size: tuple[int, int]):
    async with at_import(folder, size) as pmo:
        assert pmo.sees("projects.csv")
        await pmo.resize(80, 24)
        assert pmo.sees("projects.csv", "File to import", "enter open the folder", "esc back")
