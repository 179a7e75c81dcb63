"""What is shown, written to a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.driving.person import at_keyboard, session_on
from tests.keeping import groups, tables


async def test_what_the_filter_shows_is_written_where_one_says(portfolio: Path):
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("/")
        await pmo.types("rag:red")
        await pmo.press("enter", "x")
        assert pmo.sees("Export 1 as", "CSV, every field", "JSON, every field", "Markdown")
        await pmo.types("json")
        await pmo.press("enter")
        assert pmo.sees("Write to", "out/projects-2026-11-23.json")
        assert pmo.footer == " tab complete  enter take  esc back"
        await pmo.press("enter")
        assert pmo.sees("1 written to", "projects-2026-11-23.json.")
    [written] = json.loads((portfolio.parent / "out" / "projects-2026-11-23.json").read_text("utf-8"))
    assert written["name"] == "Alpha"
    assert written["health"] == "red"


async def test_the_columns_shown_can_be_asked_for(portfolio: Path):
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("v", "C", "j", "j", "j", " ", "enter", "x")
        await pmo.types("csv columns of the table")
        await pmo.press("enter", "enter")
    text = (portfolio.parent / "out" / "projects-2026-11-23.csv").read_text("utf-8-sig")
    assert text.splitlines()[0].startswith("code,health,name,budget")


async def test_an_existing_file_is_replaced_only_after_asking(portfolio: Path):
    place = portfolio.parent / "out" / "mine.csv"
    place.write_text("keep me")
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("x", "enter", "ctrl+u")
        await pmo.types("mine.csv")
        await pmo.press("enter")
        assert pmo.sees("Replace “mine.csv”?", "is there already")
        await pmo.press("enter")  # no, unless one says yes
        assert pmo.sees("Write to mine.csv")
        assert place.read_text() == "keep me"
        await pmo.press("enter", "y")
        assert pmo.sees("3 written to")
    assert "Alpha" in place.read_text("utf-8-sig")


async def test_a_place_that_can_not_be_written_is_told_and_asked_for_again(portfolio: Path):
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("x", "enter", "ctrl+u")
        await pmo.types("nowhere/x.csv")
        await pmo.press("enter")
        assert pmo.sees("There is no folder", "Write to nowhere/x.csv")
        await pmo.press("ctrl+u", "enter")
        assert pmo.sees("A file needs a name: type one.")
        await pmo.types("..")
        await pmo.press("enter")
        assert pmo.sees("is a folder: add the name of the file.")
        await pmo.press("esc")
        assert "Write to" not in pmo.screen


async def test_tab_completes_the_folder(portfolio: Path):
    (portfolio.parent / "out" / "committee").mkdir()
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("x", "enter", "ctrl+u")
        await pmo.types("com")
        await pmo.press("tab")
        assert pmo.sees("Write to committee/")


async def test_what_was_written_imports_again_and_changes_nothing(portfolio: Path):
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("x", "enter", "enter", "I")
        await pmo.types("projects-")
        await pmo.press("enter")
        assert pmo.sees("2 Columns", "3 rows")
        await pmo.press("n")
        assert pmo.sees("The file changes nothing")


async def test_nothing_half_written_stays(portfolio: Path, monkeypatch):
    def full(*_args: object) -> str:
        raise OSError(28, "No space left on device")

    async with at_keyboard(portfolio, (160, 24)) as pmo:
        monkeypatch.setattr("pmo_tui.settings.files.os.fsync", full)
        await pmo.press("x", "enter", "enter")
        assert pmo.sees("can't be written: No space left on device.")
    assert list((portfolio.parent / "out").iterdir()) == []


@pytest.mark.parametrize("downs", range(4))
async def test_the_database_is_as_it_was_whatever_is_written(portfolio: Path, downs: int):
    before = kept(portfolio)
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("x", *["down"] * downs, "enter", "enter")
        assert pmo.sees("written to")
    assert kept(portfolio) == before
    assert len(list((portfolio.parent / "out").iterdir())) == 1


def kept(path: Path) -> object:
    """Give all that stands in the tables, and how many groups of changes led to it."""
    session = session_on(path)
    found = tables(), groups()
    session.close()
    return found


async def test_the_formats_look_as_they_should(portfolio: Path, snapshot):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("x", "down")
        assert pmo.screen == snapshot


async def test_a_name_that_ends_in_another_format_is_asked_for_again(portfolio: Path):
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("x", "enter", "ctrl+u")
        await pmo.types("mine.xlsx")
        await pmo.press("enter")
        assert pmo.sees("“mine.xlsx” ends in .xlsx, and csv is written: name it “mine.csv”.")
    assert list((portfolio.parent / "out").iterdir()) == []


async def test_where_some_are_marked_these_alone_are_written(portfolio: Path):
    async with at_keyboard(portfolio, (160, 24)) as pmo:
        await pmo.press("v", "space", "space", "x")
        assert pmo.sees("Export 2 marked as")
        await pmo.types("json, every")
        await pmo.press("enter", "enter")
        assert pmo.sees("2 written to")
    written = json.loads((portfolio.parent / "out" / "projects-2026-11-23.json").read_text("utf-8"))
    assert len(written) == 2
