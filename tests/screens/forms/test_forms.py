"""A form as a person fills it: typed, checked, suggested, saved, and never lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmo_tui import words
from pmo_tui.domain.health import Health
from pmo_tui.services import journal, projects
from pmo_tui.settings.drafts import read_draft
from screens.forms.form import Form
from tests.driving.colleague import colleague_saves
from tests.driving.dossier import reading
from tests.driving.person import Person, session_on


def value(path: Path, name: str, code: str = "P-0001") -> object:
    """Read one value of a project from the database."""
    session = session_on(path)
    try:
        return projects.find(session, code).value(name)
    finally:
        session.close()


async def go(pmo: Person, name: str) -> None:
    """Move the cursor of the form to a field."""
    form = pmo.app.screen.query_one(Form)
    form.state.go(name)
    form.show()
    await pmo.settle()


async def test_typing_changes_a_field_and_ctrl_o_saves(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" 2")
        assert pmo.sees("ERP finance 2", "1 changed")
        await pmo.press("ctrl+o")
        assert pmo.sees("Saved: P-0001 ERP finance 2.")
    assert value(portfolio, "name") == "ERP finance 2"


async def test_enter_and_the_arrows_walk_through_the_fields(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e", "home")
        form = pmo.app.screen.query_one(Form)
        assert form.state.at == "name"  # the code ends its section, so that no stray letter falls into it
        await pmo.press("up")
        assert form.state.at == "name"
        await pmo.press("down", "down")
        assert form.state.at == "programme"
        await pmo.press("up", "up", "up")
        assert form.state.at == "summary"  # it has three rows, and the cursor came from below
        await pmo.press("up")
        assert form.state.at == "name"
        await pmo.press("pagedown")
        assert form.state.at == "health_comment"  # the health of the whole follows its dimensions
        assert form.state.is_fixed(form.state.fields["health"])
        await pmo.press("pagedown")
        assert form.state.at == "budget"
        assert "Budget" in pmo.cursor


async def test_the_old_value_gives_way_and_what_is_typed_is_told_back(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "budget")
        await pmo.types("4.1M")
        assert "4.1M" in pmo.line("Budget")
        assert "4.10 M" in pmo.line("Budget")
        await pmo.press("tab")
        assert "4 100 000" in pmo.line("Budget")
        await go(pmo, "finish")
        await pmo.types("30/9/2027")
        assert "30 Sep 2027 · in 311 d" in pmo.line("30/9/2027")
        await pmo.press("ctrl+o")
    assert value(portfolio, "budget") == 4_100_000_00
    assert str(value(portfolio, "finish")) == "2027-09-30"


async def test_a_mistake_is_told_while_one_types_and_is_not_saved(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "budget")
        await pmo.types("much")
        assert pmo.sees("“much” is no amount: write 1200000, 1 200 000 or 1.2M.")
        await pmo.press("pagedown")
        assert pmo.sees("! Budget", "“much” is no amount")
        await pmo.press("ctrl+o")
        assert "Budget" in pmo.cursor
        assert pmo.sees("“much” is no amount")
    assert value(portfolio, "budget") == 3_900_000_00


async def test_a_finish_before_its_start_is_told_at_once(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "finish")
        await pmo.types("2026-01-01")
        assert pmo.sees("The finish 2026-01-01 lies before the start 2026-03-02: correct one of them.")


async def test_a_name_is_needed(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.press("ctrl+u", "ctrl+o")
        assert pmo.sees("“Name” is needed: type it.")


async def test_people_are_suggested_and_tab_completes(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "sponsor")
        await pmo.types("dup")
        assert pmo.sees("Dupont, Marie", "Dupuis, Anne", "dup  new person")
        await pmo.press("tab")
        assert "Dupont, Marie" in pmo.line("Sponsor")
        await pmo.press("ctrl+u")
        await pmo.types("dup")
        await pmo.press("down", "enter")
        assert "Dupuis, Anne" in pmo.line("Sponsor")
        assert "Department" in pmo.cursor
        await pmo.press("ctrl+o")
    assert value(portfolio, "sponsor") == "Dupuis, Anne"


async def test_someone_new_may_be_named_and_it_is_said(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "sponsor")
        await pmo.types("Dup")
        await pmo.press("esc", "tab")
        assert "Dup  new person" in pmo.line("Sponsor")
        await pmo.press("ctrl+o")
    assert value(portfolio, "sponsor") == "Dup"


async def test_tags_are_suggested_one_by_one(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "tags")
        await pmo.types(", clo")
        await pmo.press("tab")
        assert "ledger, sap, cloud" in pmo.line("Tags")
        await pmo.types(", Brand new")
        await pmo.press("ctrl+o")
    assert value(portfolio, "tags") == ("brand-new", "cloud", "ledger", "sap")


async def test_health_is_picked_by_letter_and_the_whole_follows(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("w", "r")
        assert pmo.sees("▲R red")
        assert "▲R red" in pmo.line("  Weather ")
        await pmo.press("tab")
        await pmo.types("Supplier late")
        await pmo.press("ctrl+o")
        assert pmo.sees("declared ▲R today")
    assert str(value(portfolio, "health_time_date")) == "2026-11-23"
    assert str(value(portfolio, "health_cost_date")) == "2026-11-23"  # it still stands
    assert value(portfolio, "health_scope_date") is None
    assert value(portfolio, "health_time_comment") == "Supplier late"


async def test_the_whole_is_no_longer_reported_once_no_dimension_is_unless_one_says_so(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("w", "r")
        assert "▲R red" in pmo.line("  Weather ")
        await pmo.press("-")
        await go(pmo, "health_cost")
        await pmo.press("-")
        assert "○- not reported" in pmo.line("  Weather ")
        await pmo.press("ctrl+o")
        assert pmo.sees("declared ○-")
        await pmo.press("w", "g", "ctrl+o", "w", "-")
        await go(pmo, "health")
        await pmo.press("g", "ctrl+o")
        assert pmo.sees("declared ●G today")
    assert value(portfolio, "health_time") is Health.GREY


async def test_the_same_status_as_last_week_is_declared_again(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("w")
        assert "23 Nov 2026" in pmo.line("Declared on")
        await pmo.press("g", "ctrl+o")
        assert pmo.sees("Declared: P-0001 ERP finance.", "declared ◆A today")
        await pmo.press("w", "ctrl+o")
        assert pmo.sees("Nothing was changed.")
        assert "Declared:" not in pmo.screen
        await pmo.press("w")
        await go(pmo, "health_date")
        await pmo.types("20/11/2026")
        await pmo.press("ctrl+o")
    assert str(value(portfolio, "health_date")) == "2026-11-20"
    assert str(value(portfolio, "health_time_date")) == "2026-11-20"
    assert value(portfolio, "health_risk_date") is None


async def test_a_whole_without_dimensions_is_declared_again(portfolio: Path):
    session = session_on(portfolio)
    other = projects.find(session, "P-0002")
    projects.save(session, other, {"health": Health.RED, "health_date": date(2026, 11, 1)})
    session.close()
    async with reading(portfolio, code="P-0002") as pmo:
        await pmo.press("w", "ctrl+o")
        assert pmo.sees("Declared: P-0002 Payments.")
    assert str(value(portfolio, "health_date", "P-0002")) == "2026-11-23"


async def test_saving_without_a_change_does_not_say_that_it_saved(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e", "ctrl+o")
        assert pmo.sees("Nothing was changed.")


async def test_a_text_has_several_lines(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "summary")
        assert pmo.sees("One chart of accounts.")
        await pmo.press("enter")
        await pmo.types("Third")
        await pmo.press("up", "home", "delete", "ctrl+o")
    assert str(value(portfolio, "summary")).splitlines()[1:] == ["ne chart of accounts.", "Third"]


async def test_a_paste_goes_into_the_field(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "links")
        form = pmo.app.screen.query_one(Form)
        form.pasted("\r\nthe board https://example.org/b\r\n")
        await pmo.settle()
        await pmo.press("ctrl+o")
    assert len(value(portfolio, "links")) == 3  # type: ignore[arg-type]


async def test_escape_asks_before_anything_is_lost(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types("!")
        await pmo.press("esc")
        assert pmo.sees("Not saved yet: Name.", "s save  d drop  esc go on")
        await pmo.press("esc")
        assert pmo.sees("ERP finance!")
        await pmo.press("esc", "s")
        assert pmo.sees("Saved")
        await pmo.press("e", "esc")
        assert not pmo.app.screen.query(Form)  # nothing was typed, so nothing is asked
    assert value(portfolio, "name") == "ERP finance!"


async def test_where_it_is_narrow_all_answers_are_seen(portfolio: Path):
    async with reading(portfolio, (40, 10)) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types("!")
        await pmo.press("esc")
        assert pmo.sees("Not saved yet: Name.", "s save", "d drop", "esc go on", "^q quit, a draft is kept")
        await pmo.press("d")
        assert not pmo.app.screen.query(Form)


async def test_what_was_dropped_is_gone(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types("!")
        await pmo.press("esc", "d")
        assert "ERP finance!" not in pmo.screen
        await pmo.press("e")
        assert "Typed on" not in pmo.screen
    assert value(portfolio, "name") == "ERP finance"


async def test_a_draft_survives_the_end_of_the_program(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
    assert read_draft(str(portfolio), "edit/1") is not None
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        assert pmo.sees("Typed on 23 Nov 2026 and not saved: Name.")
        await pmo.press("enter")
        assert pmo.sees("ERP finance draft")
        await pmo.press("ctrl+o")
    assert value(portfolio, "name") == "ERP finance draft"
    assert read_draft(str(portfolio), "edit/1") is None


@pytest.mark.parametrize("key", ["left", "right"])
async def test_a_draft_taken_up_later_never_overwrites_what_another_wrote_meanwhile(
    portfolio: Path, key: str
):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
    colleague_saves(portfolio, "P-0001", name="Renamed by bob", summary="Bob's")
    async with reading(portfolio) as pmo:
        await pmo.press("e", "enter")
    async with reading(portfolio) as pmo:  # a draft taken up and left again is still of the day it began on
        await pmo.press("e", "enter", "ctrl+o")
        assert pmo.sees("Changed by bob while you were typing: choose what shall stand.")
        assert pmo.sees("ERP finance ", "Renamed by bob", "ERP finance draft")
        await pmo.press(key, "enter")
    assert value(portfolio, "name") == ("Renamed by bob" if key == "left" else "ERP finance draft")
    assert value(portfolio, "summary") == "Bob's"
    assert read_draft(str(portfolio), "edit/1") is None


async def test_a_draft_over_what_was_deleted_and_brought_back_asks_about_all_that_was_typed(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
    session = session_on(portfolio)
    projects.delete(session, projects.find(session, "P-0001"))
    journal.undo(session)
    session.close()
    async with reading(portfolio) as pmo:
        await pmo.press("e", "enter", "ctrl+o")
        assert pmo.sees("choose what shall stand", "ERP finance draft")
        await pmo.press("enter")
        assert pmo.sees("Saved: P-0001 ERP finance draft.")


async def test_a_draft_is_dated_as_the_reader_reads_days(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
    words.use("fr")
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        assert pmo.sees("23 nov. 2026")


async def test_a_draft_can_be_dropped(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
    async with reading(portfolio) as pmo:
        await pmo.press("e", "ctrl+d")
        assert "draft" not in pmo.screen
    assert read_draft(str(portfolio), "edit/1") is None


async def test_nothing_that_is_typed_answers_whether_a_draft_is_taken_up(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        assert not pmo.cursor  # what is typed goes nowhere, and it shows
        await pmo.types(" doing nothing, dropping nothing")
        assert pmo.sees("Typed on 23 Nov 2026 and not saved: Name.")
        await pmo.press("enter")
        assert pmo.sees("ERP finance draft")


async def test_quitting_asks_where_something_is_not_saved_and_a_second_time_keeps_a_draft(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types(" draft")
        await pmo.press("ctrl+q")
        assert pmo.sees("Not saved yet: Name.", "s save", "^q quit, a draft is kept")
        await pmo.press("esc", "!", "ctrl+q", "ctrl+q")
        assert not pmo.app.is_running
    found = read_draft(str(portfolio), "edit/1")
    assert found is not None
    assert found.texts["name"] == "ERP finance draft!"


async def test_a_refusal_of_the_service_leaves_the_form_open(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "code")
        await pmo.press("ctrl+u")
        await pmo.types("P-0002")
        await pmo.press("ctrl+o")
        assert pmo.sees("The code “P-0002” is taken", "1 changed")


@pytest.mark.parametrize(
    "name", ["[red]x[/]", "[/]", "a\x1b]0;pwn\x07b\x9b31m", "\u202eevil", "شركة", "🎉👩‍🚀", "long " * 35]
)
async def test_any_text_can_be_typed_and_is_shown_as_it_is(portfolio: Path, name: str):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        for field in ("name", "summary", "pm"):
            await go(pmo, field)
            pmo.app.screen.query_one(Form).pasted(name)
            await pmo.settle()
        assert "\x1b" not in pmo.screen
        assert all(len(line) <= 80 for line in pmo.screen.splitlines())
        await pmo.press("ctrl+o")
        assert pmo.sees("Saved")
        for _tab in range(8):
            await pmo.press("]")
            assert not set("\x1b\x07\x9b\u202e") & set(pmo.screen)
        await pmo.press("e")
        assert pmo.sees("Edit P-0001", "^o save")


async def test_a_name_that_is_too_long_says_how_long_it_is_and_how_long_it_can_be(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.press("ctrl+u")
        pmo.app.screen.query_one(Form).pasted("x" * 5000)
        await pmo.settle()
        assert pmo.sees("Name has 5 000 characters of at most 200: move the rest into the description.")
        await pmo.press("ctrl+o")
        assert pmo.sees("Name has 5 000 characters of at most 200: move the rest into the description.")
    assert value(portfolio, "name") == "ERP finance"


@pytest.mark.parametrize("size", [(60, 15), (40, 10), (30, 8), (200, 50)])
async def test_the_form_works_at_any_size(portfolio: Path, size: tuple[int, int]):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await pmo.resize(*size)
        await go(pmo, "finish")
        await pmo.types("+30d")
        await pmo.resize(80, 24)
        assert pmo.sees("+30d", "23 Dec 2026")
        await pmo.press("ctrl+o")
    assert str(value(portfolio, "finish")) == "2026-12-23"


async def test_a_key_in_the_form_paints_one_line(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "name")
        await pmo.types("a")  # the first letter also says that something has changed
        form = pmo.app.screen.query_one(Form)
        painted: list[int] = []
        form.changed = lambda *lines: painted.extend(lines)  # type: ignore[method-assign]
        await pmo.types("b")
        assert len(painted) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_form_looks_as_it_should(portfolio: Path, size: tuple[int, int], snapshot):
    async with reading(portfolio, size) as pmo:
        await pmo.press("e")
        await go(pmo, "sponsor")
        await pmo.types("du")
        assert pmo.screen == snapshot


async def test_the_form_speaks_french(portfolio: Path, french: None):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "budget")
        await pmo.types("1,5M")
        await pmo.press("ctrl+o")
    assert value(portfolio, "budget") == 1_500_000_00


async def test_a_form_shows_its_keys(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("w", "?")
        assert pmo.sees("Where one picks", "Save.", "esc back to the form")
        await pmo.press("esc")
        assert pmo.sees("Declare the weather of P-0001", "F1 help")
        await go(pmo, "health_time_comment")
        await pmo.press("?", "f1")
        assert pmo.sees("Where one types", "1 changed")  # there ? is text


async def test_a_key_that_means_nothing_in_a_form_says_so(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("w", "Z")
        assert pmo.sees("Z does nothing here: F1 shows the keys of a form.")
        await pmo.press("r")
        assert "does nothing" not in pmo.screen


async def test_where_typing_replaces_what_stands_it_is_told(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("e")
        await go(pmo, "score")
        assert pmo.sees("Typing replaces it; an arrow keeps it, to be changed.")
        await pmo.press("right", "5")
        assert pmo.sees("71.55")
