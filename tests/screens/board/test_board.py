"""The board as a person uses it: columns by phase, a table, a filter, marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.portfolio import phases
from pmo_tui.services import copies
from screens.board import listing
from screens.board.page import BoardPage
from screens.shell.app import PmoApp
from tests.driving.colleague import colleague_adds
from tests.driving.person import at_keyboard, session_on


async def test_each_phase_is_a_column_with_its_count_and_sum(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        assert pmo.sees("Idea", "Scoping", "Delivery")
        titles, sums = pmo.screen.splitlines()[2:4]
        assert "Idea" in titles
        assert "2" in titles[titles.index("Idea") : titles.index("Scoping")]
        assert "500 k over 1" in sums  # only one of the two ideas has a budget, and it says so
        assert "5.9 M over 2" in sums


async def test_the_worst_stands_first_then_the_highest_score(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        text = pmo.screen
        order = [
            text.index(name) for name in ("▲R Payments", "◆A ERP finance", "●G Zürich move", "●G Claims AI")
        ]
        assert order == sorted(order)


async def test_the_morning_begins_on_the_worst_project(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        assert "▲R Payments" in pmo.cursor
        assert pmo.sees("P-0005 Payments")


async def test_the_detail_follows_the_cursor_and_says_why(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("j")
        assert "ERP finance" in pmo.cursor
        assert pmo.sees("P-0004 ERP finance · Digital · PM Dupont · sponsor Martin")
        assert pmo.sees("declared ◆A 12 d ago · computed ▲R", "Cost 4.31 M of 3.90 M +10.5 %")
        assert pmo.sees("forecast 10.5 % over budget (limit 10 %). Declared is ◆A: ask.")


async def test_the_cursor_walks_between_phases_and_skips_the_empty_ones(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("h")
        assert "IAM v2" in pmo.cursor  # Planning holds nothing
        await pmo.press("h", "h")
        assert "Data lake" in pmo.cursor
        await pmo.press("l", "l", "G")
        assert "Claims AI" in pmo.cursor
        await pmo.press("g")
        assert "Payments" in pmo.cursor


async def test_the_filter_works_while_one_types_and_escape_restores(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("/")
        await pmo.types("zurich")
        assert pmo.sees("Zürich move")
        assert "Payments" not in pmo.screen
        await pmo.press("esc")
        assert pmo.sees("Zürich move", "Payments")


async def test_tab_completes_the_word_being_typed_and_the_keys_below_say_what_it_can_become(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("/")
        await pmo.types("pha")
        assert "enter take  esc back  tab  phase:" in pmo.footer
        await pmo.press("tab")
        assert "phase:Idea phase:Scoping" in pmo.footer
        await pmo.press("tab", "tab", "tab", "shift+tab")
        assert pmo.state.startswith(" / phase:Scoping ")
        await pmo.types(",deli")
        await pmo.press("tab")
        assert pmo.state.startswith(" / phase:Scoping,Delivery ")
        assert "of 8" in pmo.state
        await pmo.press("enter")
        assert pmo.sees("Claims AI")
        assert "Idea" not in pmo.cursor
        assert "enter open" in pmo.footer


async def test_a_wrong_field_is_told_and_the_former_result_stays(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("/")
        await pmo.types("budgt:3 ")
        assert pmo.sees("Did you mean “budget”?", "Payments")


async def test_a_filter_that_finds_nothing_says_how_to_go_on(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("/")
        await pmo.types("nowhere")
        await pmo.press("enter")
        assert pmo.sees("No project matches. Press 0 to show all.", "0 of 8")
        await pmo.press("0")
        assert pmo.sees("Payments")


async def test_the_table_shows_one_project_a_line_and_keeps_the_cursor(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("j", "v")
        assert pmo.cursor.startswith("P-0004")
        assert pmo.sees("Code", "Name", "Overrun")
        row = pmo.line("P-0004")
        assert row.index("3.9 M") < row.index("+10.5 %") < row.index("31 Jan 2027")
        await pmo.press("v")
        assert "ERP finance" in pmo.cursor


async def test_a_total_never_hides_what_it_leaves_out(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v")
        assert "budget 7.4 M EUR over 4 of 8" in pmo.state


async def test_groups_have_sub_totals(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "/")
        await pmo.types("group:programme")
        await pmo.press("enter")
        heading, none = (row for row in pmo.screen.splitlines() if "▾" in row)
        assert "▾ Digital  4 · budget over 3 · forecast over 1 " in heading
        assert "▾ none  4 · budget over 1 " in none
        titles = pmo.screen.splitlines()[2]
        for amount, title in (("6.9 M", "Budget"), ("4.3 M", "Forecast")):
            assert heading.index(amount) + len(amount) == titles.index(title) + len(title)


async def test_the_heading_of_a_group_stays_while_one_moves_through_it(portfolio: Path):
    async with at_keyboard(portfolio, (80, 11)) as pmo:
        await pmo.press("v", "/", *"group:department sort:code", "enter", "g")
        for number in range(8):
            first, second = pmo.screen.splitlines()[3:5]
            assert first.startswith(" ▾ none  8"), number
            assert second.startswith(" ") or "P-000" in second
            assert f"P-000{number + 1}" in pmo.cursor
            await pmo.press("j")
        for number in reversed(range(1, 8)):
            await pmo.press("k")
            assert f"P-000{number}" in pmo.cursor
            assert pmo.screen.splitlines()[3].startswith(" ▾ none  8")


async def test_marks_are_counted_and_escape_takes_them_away(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press(" ", " ")
        assert "2 marked" in pmo.state
        await pmo.press("*")
        assert "8 marked" in pmo.state
        await pmo.press("m")
        assert pmo.sees("decided for one at a time")
        await pmo.press("esc")
        assert "marked" not in pmo.state


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (60, 15), (40, 10)])
async def test_hostile_names_break_nothing_at_any_size(portfolio: Path, size: tuple[int, int]):
    async with at_keyboard(portfolio, size) as pmo:
        await pmo.press("l", "l", "l", "v", "G", "v")
        lines = pmo.screen.splitlines()
        assert len(lines) == size[1]
        assert not any(ord(char) < 32 for line in lines for char in line)


async def test_too_small_a_terminal_says_so_and_comes_back(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.resize(20, 5)
        assert pmo.sees("Terminal too small")
        await pmo.resize(80, 24)
        assert pmo.sees("Payments")


async def test_a_double_click_opens_the_project(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36), mouse=True) as pmo:
        board = pmo.app.page
        assert isinstance(board, BoardPage)
        await pmo.pilot.click(board.listing.grid, offset=(5, 4), times=2)
        await pmo.settle()
        assert pmo.app.page_id == "project"
        assert "e-Invoicing" in pmo.state
        await pmo.pilot.click(pmo.app.page.rows, offset=(5, 1), times=2)  # type: ignore[union-attr]
        await pmo.settle()
        assert pmo.sees("Edit P-0002 e-Invoicing")
        await pmo.press("esc", "esc", "v", "t")
        await pmo.types("phase")
        await pmo.press("enter")
        assert board.listing.table is not None
        await pmo.pilot.click(board.listing.table, offset=(5, 0), times=2)
        await pmo.settle()
        assert pmo.app.page_id == "board"  # that is the heading of a group
        await pmo.pilot.click(board.listing.table, offset=(5, 1), times=2)
        await pmo.settle()
        assert pmo.app.page_id == "project"


async def test_what_a_colleague_changes_appears_and_the_cursor_stays(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("j")
        colleague_adds(portfolio, "Aardvark", "Delivery")
        await pmo.press("R")
        assert pmo.sees("Aardvark")
        assert "ERP finance" in pmo.cursor


async def test_what_a_colleague_changes_appears_at_the_first_look(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        colleague_adds(portfolio, "Aardvark", "Delivery")
        assert "Aardvark" not in pmo.screen
        await pmo.looks_again()
        assert pmo.sees("Aardvark")


async def test_french_speaks_french(portfolio: Path, french: None):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        assert pmo.sees("5,9 M pour 2", "déclarée", "tous les projets")


async def test_columns_out_of_sight_are_told_and_reached(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("v")
        headings = pmo.line("Code")
        assert headings.endswith("►")
        assert "PM" not in headings
        await pmo.press("right", "right", "l")
        headings = pmo.line("Code")
        assert headings.startswith("◄Code")
        assert "PM" in headings
        assert pmo.sees("Dupont")
        await pmo.press(*["left"] * 9)
        assert pmo.line("Code").startswith(" Code")


async def test_a_query_that_can_not_be_read_is_never_shown_as_if_it_held(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("/")
        await pmo.types("rag:red budget>1x")
        await pmo.press("enter")
        assert pmo.sees("“1x”")
        await pmo.press("backspace", "backspace", "1", "M", "enter")
        assert "/ rag:red budget>1M" in pmo.state
        assert "1 of 8" in pmo.state
        await pmo.press("/", *"foo:bar", "enter", "esc")
        assert "/ rag:red budget>1M" in pmo.state


async def test_what_is_found_is_counted_while_one_types(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("/")
        await pmo.types("rag:green")
        assert "3 of 8" in pmo.state


async def test_another_order_begins_at_its_top(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("v", "G", "/")
        await pmo.types("sort:-budget")
        await pmo.press("enter")
        assert "ERP finance" in pmo.cursor


async def test_a_limit_is_compared_with_the_whole_portfolio_only(portfolio: Path):
    session = session_on(portfolio)
    with session.writing("limit") as group:
        group.change("phase", next(p.id for p in phases() if p.name == "Delivery"), None, {"wip_limit": 3})
    session.close()
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        assert pmo.sees("4/3")
        await pmo.press("/", *"rag:green", "enter")
        assert "/3" not in pmo.line("Delivery")


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what was sent to the terminal's clipboard."""
    sent: list[str] = []
    monkeypatch.setattr(PmoApp, "copy_to_clipboard", lambda _app, text: sent.append(text))
    return sent


async def test_the_project_under_the_cursor_is_copied_as_one_chooses(portfolio: Path, clipboard: list[str]):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("y", "enter")
        assert pmo.sees("Sent to the terminal's clipboard")
        await pmo.press("v", "y", "down", "enter", "y", "esc")
    assert clipboard[0].startswith("P-0005 Payments · Digital")
    assert clipboard[1].splitlines()[1].startswith("P-0005\tred\tPayments\tDelivery\t2000000\t")
    assert len(clipboard) == 2


async def test_the_marked_projects_are_copied_as_a_table(portfolio: Path, clipboard: list[str]):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "space", "space", "y")
        assert pmo.sees("Copy 2 marked", "for a spreadsheet", "as a table")
        await pmo.press("down", "enter")
    heading, rule, *rows = clipboard[0].splitlines()
    assert heading.startswith("| Code | Weather | Name | Phase | Budget |")
    assert rule.startswith("| --- |")
    assert [row.split(" | ")[2] for row in rows] == ["Payments", "ERP finance"]


async def test_too_much_for_a_clipboard_is_told(
    portfolio: Path, clipboard: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copies, "LARGEST", 50)
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("*", "y", "enter")
        assert pmo.sees("too much for a terminal's clipboard: mark fewer, or export it to a file.")
    assert clipboard == []


async def test_zero_brings_back_what_one_began_with(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "/", *"sort:name group:phase", "enter")
        assert pmo.sees("▾ Idea")
        await pmo.press("0")
        assert "▾ Idea" not in pmo.screen
        assert "all projects" in pmo.state


async def test_the_footer_says_where_the_key_for_the_view_leads(portfolio: Path):
    async with at_keyboard(portfolio, (160, 36)) as pmo:
        assert "v table" in pmo.footer
        await pmo.press("v")
        assert "v board" in pmo.footer
        await pmo.press("v")
        assert "v table" in pmo.footer


async def test_go_to_lists_commands_as_sentences(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press(":")
        await pmo.types("gate")
        assert pmo.sees("Take the project through a gate  ")


@pytest.mark.parametrize("view", [(), ("v",)])
async def test_what_was_deleted_comes_back_under_the_cursor(portfolio: Path, view: tuple[str, ...]):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press(*view, "d", "y")
        assert "Payments" not in pmo.cursor
        await pmo.press("u")
        assert "Payments" in pmo.cursor


async def test_the_cursor_stays_far_down_a_long_column_when_all_is_read_again(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(listing, "FIRST_CARDS", 1)
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("G")
        last = pmo.cursor
        await pmo.press("R")
        assert pmo.cursor == last


async def test_an_order_or_a_group_that_is_chosen_stands_over_the_one_that_was_typed(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("v", "/", *"tag:cloud,sap,site sort:-score group:phase", "enter", "s", "/")
        await pmo.types("name")
        await pmo.press("enter", " ", "K", "enter")
        assert pmo.state.startswith(" / tag:cloud,sap,site group:phase ")
        assert "sort name ↑" in pmo.state
        await pmo.press("t")
        await pmo.types("programme")
        await pmo.press("enter")
        assert pmo.state.startswith(" / tag:cloud,sap,site ")
        assert "group programme" in pmo.state


async def test_the_signs_are_explained_where_the_keys_are(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("?")
        assert pmo.sees("▲R red", "◆A amber", "●G green", "○- not reported")
        assert pmo.sees("↗ better", "→ the same", "↘ worse", "■ hold", "× kill")
