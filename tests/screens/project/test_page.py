"""The project's page as a person reads it: tabs, reasons, journal, and what its keys do."""

from __future__ import annotations

import json
from asyncio import ensure_future
from pathlib import Path
from threading import Event

import pytest

from db.engine import Store
from pmo_tui.services import projects
from pmo_tui.services.session import Session
from screens.project.page import TABS
from tests.driving import person
from tests.driving.colleague import colleague_deletes, colleague_saves
from tests.driving.dossier import reading
from tests.driving.person import LIMIT, MORNING, at_keyboard, session_on


async def test_the_overview_says_how_it_is_and_why(portfolio: Path):
    async with reading(portfolio) as pmo:
        assert pmo.sees("P-0001 ERP finance · Digital · Planning", "declared ◆A", "computed ▲R")
        assert pmo.sees("forecast 10.5 % over budget (limit 10 %).", "Declared is ◆A: ask.")
        assert pmo.sees("Project manager   Durand, Jean", "4 310 000  +10.5 %", "31 Jan 2027  +44 cal. d")
        assert pmo.sees("Go for delivery → Delivery", "all it asks for is there")
        assert pmo.sees("Business case: conditional go", "24 Oct 2026")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 15)])
@pytest.mark.parametrize("tab", list(TABS))
async def test_each_tab_looks_as_it_should(portfolio: Path, tab: str, size: tuple[int, int], snapshot):
    async with reading(portfolio, size) as pmo:
        pmo.app.open("project", code="P-0001", tab=tab)
        await pmo.settle()
        assert pmo.screen == snapshot


async def test_a_page_is_blank_until_it_is_known_what_stands_on_it(portfolio: Path):
    async with at_keyboard(portfolio, (100, 24)) as pmo:

        async def opened_unanswered(*keys: str) -> list[str]:
            """Press keys while the database thread is held up, and give what the screen shows then."""
            go = Event()
            held = ensure_future(pmo.app.ask(lambda _session: go.wait(LIMIT)))
            for key in keys:
                await pmo.pilot.press(key)
            shown = pmo.screen
            go.set()
            await held
            await pmo.settle()
            return [line for line in shown.splitlines()[1:-1] if line and "Overview" not in line]

        await pmo.press("v", "g")
        assert await opened_unanswered("enter") == []
        assert pmo.sees("P-0001 ERP finance", "[Overview]")
        await pmo.press("esc", "j")
        assert await opened_unanswered("enter") == []
        assert pmo.sees("P-0002 Payments", "[Overview]")


async def test_what_could_not_be_read_says_so_and_can_be_read_again(portfolio: Path):
    async with reading(portfolio) as pmo:
        pmo.app.page.opened_with(code="P-0002")  # type: ignore[union-attr]
        await pmo.press("e")
        assert pmo.sees("It could not be read yet: R tries again.")
        await pmo.press("R")
        assert pmo.sees("Payments", "Dupuis, Anne")


async def test_a_click_shows_a_tab(portfolio: Path):
    async with reading(portfolio) as pmo:
        assert pmo.sees("[Overview] Weather")
        await pmo.pilot.click("#tabs", offset=(13, 0))
        await pmo.settle()
        assert pmo.sees("[Weather]", "Declared")


async def test_brackets_and_h_l_turn_the_tabs(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("]")
        assert pmo.sees("[Weather]")
        await pmo.press("l", "l")
        assert pmo.sees("[Dates]")
        await pmo.press("h")
        assert pmo.sees("[Money]")
        await pmo.press("[", "[", "[")
        assert pmo.sees("[Journal]")


async def test_the_cursor_of_each_tab_is_remembered(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("]", "]", "j")
        assert "Forecast" in pmo.cursor
        await pmo.press("]", "[")
        assert "Forecast" in pmo.cursor


async def test_the_question_mark_says_how_a_number_comes_about(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("]", "]", "j", "?")
        assert pmo.sees("(4 310 000 − 3 900 000) ÷ 3 900 000 = +10.5 %", "Amber above 5 %, red above 10 %.")
        await pmo.press("esc", "]", "j", "?")
        assert pmo.sees("31 Jan 2027 − 18 Dec 2026 = +44 d, in calendar days")


async def test_edit_opens_the_form_at_the_field_under_the_cursor(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("]", "]", "j", "e")
        assert "Forecast" in pmo.cursor
        await pmo.types("4M")
        await pmo.press("ctrl+o")
        assert pmo.sees("Saved: P-0001 ERP finance.", "+2.6 %")


async def test_the_journal_tells_who_changed_what(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("[")
        assert pmo.sees(
            "alice", "Project manager: Dupont, Marie → Durand, Jean", "Forecast: nothing → 4 310 000"
        )
        assert pmo.sees("Cost: comment: nothing → Licences cost more than planned.")
        assert pmo.sees("11 Nov 08:30")


async def test_the_journal_takes_back_what_the_cursor_stands_on_and_only_once(portfolio: Path):
    async with reading(portfolio) as pmo:
        assert "take this back" not in pmo.footer
        await pmo.press("[")
        assert "u take this back" in pmo.footer
        await pmo.press("u", "enter")
        assert "taken back" not in pmo.screen  # enter alone takes nothing back
        await pmo.press("u", "y")
        assert pmo.sees("Undone:")
        while "taken back" not in pmo.line(pmo.app.glyphs.cursor):
            await pmo.press("j")
        await pmo.press("u")
        assert pmo.sees("That is taken back already")


async def test_a_group_is_taken_back_from_the_journal(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("[", "u")
        assert pmo.sees("Take back “Edited P-0001” by alice?")
        await pmo.press("y")
        assert pmo.sees("Undone: Edited P-0001", "taken back", "declared ○-")
        await pmo.press("g", "u", "y")
        assert pmo.sees("Forecast: nothing → 4 310 000")


async def test_taking_back_what_reaches_further_names_the_projects(portfolio: Path):
    session = session_on(portfolio)
    made = [projects.add(session, {"name": f"Site {number}"}) for number in range(4)]
    keys = [projects.find(session, "P-0001").id, *(each.id for each in made)]
    projects.change_many(session, projects.preview(session, keys, "department", "Sales"))
    session.close()
    async with reading(portfolio) as pmo:
        await pmo.press("[", "u")
        assert pmo.sees("It changes together: 5 projects", "P-0001 ERP finance", "Site 1", "and 2 more")
        await pmo.press("y")
        assert pmo.sees("Undone: Set Department of 5 projects")


async def test_a_declaration_is_told_as_one(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("w", "r", "ctrl+o", "u")
        assert pmo.sees("Undone: Declared P-0001")


async def test_what_was_changed_last_stands_below_where_there_is_room(portfolio: Path):
    async with reading(portfolio, (120, 36)) as pmo:
        assert pmo.sees("Last changes")
        assert "Project manager: Durand, Jean" in pmo.line("11 Nov 08:30")
    async with reading(portfolio, (80, 24)) as pmo:
        assert "Last changes" not in pmo.screen


async def test_the_newest_change_stands_first_also_where_only_a_day_was_declared_anew(portfolio: Path):
    async with reading(portfolio, (120, 36)) as pmo:
        await pmo.press("w", "ctrl+o")
        lines = pmo.screen.splitlines()
        first = next(number for number, line in enumerate(lines) if "Last changes" in line) + 1
        assert "Declared P-0001" in lines[first]
        assert "Project manager: Durand, Jean" in lines[first + 1]


async def test_a_key_that_means_nothing_says_so(portfolio: Path):
    async with reading(portfolio) as pmo:
        for key in ("Z", "1", "3"):
            await pmo.press(key)
            assert pmo.sees(f"{key} does nothing here: ? shows all keys.")


async def test_what_another_changes_is_seen_and_the_cursor_stays(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("j", "j", "j")
        before = pmo.cursor
        colleague_saves(portfolio, "P-0001", sponsor="Petit, Rose")
        await pmo.press("R")
        assert pmo.sees("Petit, Rose")
        assert pmo.cursor == before


async def test_a_project_that_has_gone_is_told(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.looks_again()
        colleague_deletes(portfolio, "P-0001")
        assert pmo.sees("Durand, Jean")
        await pmo.looks_again()
        assert pmo.sees("This project is not there any more")
        await pmo.press("e")
        assert pmo.sees("someone has deleted it")
        await pmo.press("esc")
        assert pmo.sees("Board")


async def test_delete_asks_and_undo_brings_it_back(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("d")
        assert pmo.sees("Delete P-0001 ERP finance?")
        await pmo.press("enter")
        assert pmo.sees("[Overview]")  # enter says no
        await pmo.press("d", "y")
        assert pmo.sees("Deleted: P-0001 ERP finance. u brings it back.", "Payments")
        await pmo.press("u")
        assert pmo.sees("ERP finance")


async def test_it_is_copied_as_markdown(portfolio: Path):
    async with reading(portfolio) as pmo:
        page = pmo.app.page
        assert page is not None
        text = await page.copied()
        assert text is not None
        assert text.startswith("# P-0001 ERP finance\n\n## Overview\n")
        assert "- Budget: 3 900 000\n" in text
        assert "- Cost: comment: Licences cost more than planned.\n" in text


@pytest.mark.parametrize("form", ["md", "json"])
async def test_it_is_written_to_a_file(portfolio: Path, tmp_path: Path, form: str):
    target = tmp_path / f"one.{form}"
    async with reading(portfolio) as pmo:
        await pmo.press("x", "ctrl+u")
        await pmo.types(str(target))
        await pmo.press("enter")
        assert pmo.sees(f"P-0001 was written to one.{form}.")
    text = target.read_text("utf-8")
    if form == "json":
        assert json.loads(text)[0]["pm"] == "Durand, Jean"
    else:
        assert "# P-0001 ERP finance" in text


async def test_a_format_that_is_not_there_is_told(portfolio: Path, tmp_path: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("x", "ctrl+u")
        await pmo.types(str(tmp_path / "one.doc"))
        await pmo.press("enter")
        assert pmo.sees("There is no format “doc”.")


async def test_a_reader_is_told_that_nothing_can_be_changed(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    def reader(path: Path, who: str = "alice") -> Session:
        return Session(Store.open(path, read_only=True), who, clock=lambda: MORNING)

    monkeypatch.setattr(person, "session_on", reader)
    async with reading(portfolio) as pmo:
        assert pmo.footer.split() == ["]", "next", "tab", "?", "help", "^p", "palette"]
        for key in ("e", "m", "w", "d", "c", "u"):
            await pmo.press(key)
            assert pmo.sees("open for reading only")


@pytest.mark.parametrize("glyphs", ["ascii", "full"])
async def test_it_is_drawn_with_other_glyphs(portfolio: Path, glyphs: str):
    async with reading(portfolio, glyphs=glyphs) as pmo:
        for _tab in TABS:
            await pmo.press("]")
            if glyphs == "ascii":
                assert not set("●◆▲○·→▸█░✓…") & set(pmo.screen)


async def test_the_page_speaks_french(portfolio: Path, french: None):
    async with reading(portfolio) as pmo:
        for _tab in TABS:
            await pmo.press("]")
        assert pmo.sees("31 janv. 2027")


async def test_the_addresses_of_links_stand_in_one_column(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press(*"]]]]]]]")
        addresses = [line.index("https") for line in pmo.screen.splitlines() if "https" in line]
        assert len(addresses) == 2
        assert len(set(addresses)) == 1
