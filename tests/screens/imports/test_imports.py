"""The import inside the app: find a file, correct, look, import, take back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_tui.services import projects
from pmo_tui.services.listing import listing
from tests.driving.colleague import colleague_adds
from tests.driving.person import Person, at_keyboard, session_on

Written = Callable[[str, str | bytes], Path]


async def takes(pmo: Person, name: str) -> None:
    """Find a file by a few letters and take it."""
    await pmo.types(name)
    await pmo.press("enter")
    assert pmo.sees("Found again by")


async def fills(pmo: Person, field: str, *columns: str) -> None:
    """Fill a field that is not filled yet from columns."""
    await pmo.press("a")
    await pmo.types(field)
    await pmo.press("enter", "enter")
    assert pmo.sees("Columns that fill")
    for column in columns:
        await pmo.press("/")
        await pmo.types(column)
        await pmo.press("enter", " ", "esc")
    await pmo.press("enter")


def names(path: Path) -> list[str]:
    """Give the names of all projects."""
    session = session_on(path)
    found = [project.name for project in projects.read(session, listing(session, "projects", "").keys)]
    session.close()
    return found


async def test_a_plain_file_needs_three_keys(portfolio: Path, plain: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("i")
        await takes(pmo, "plain")
        assert pmo.sees("3 rows, 8 columns, UTF-8, comma", "✓ Code", "✓ Weather", "1.5M → 1.5 M")
        await pmo.press("n")
        assert pmo.sees("Created 3", "3 created", "A1", "Alpha", "Cells emptied 1")
        await pmo.press("n")
        assert pmo.sees(
            "Import projects from plain.csv?", "3 created.", "All of it or nothing; u takes it back."
        )
        await pmo.press("y")
        assert pmo.sees("Delivery", "Alpha", "Gamma", "3 created; u undoes it.")
        await pmo.press("u")
        assert pmo.sees("No projects yet")
    assert names(portfolio) == []


async def test_the_columns_can_be_corrected(portfolio: Path, written: Written):
    written("odd.csv", "Ref no;Libellé;Coût (k€)\nA1;Alpha;1 234,5\nA2;Beta;7\n".encode("cp1252"))
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        assert pmo.sees("Windows-1252, semicolon", "Other columns", "left out", "2 columns")
        await fills(pmo, "code", "Ref")
        assert "Code" in pmo.line("Found again by")
        await fills(pmo, "budget", "Coût")
        assert pmo.sees("1 234,5 → 1.2 M")
        await pmo.press("n", "n", "y")
        assert pmo.sees("2 created")
    session = session_on(portfolio)
    assert projects.find(session, "A1").budget == 123_450_000
    session.close()


async def test_a_column_is_placed_from_its_own_row(portfolio: Path, written: Written):
    written("odd.csv", "name,Team,Extra\nAlpha,IT,x\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("G", "k", "enter")
        assert pmo.sees("“Team” fills", "A field of your own")
        await pmo.types("department")
        await pmo.press("enter")
        assert pmo.sees("✓ Department")
        await pmo.press("G", "enter", "enter")
        assert pmo.sees("✓ Extra")
        await pmo.press("n", "]")
        assert pmo.sees("Fields of your own that are added: Extra")


async def test_a_field_is_added_from_the_column_under_the_cursor(portfolio: Path, written: Written):
    written("odd.csv", "name,Other,Team\nAlpha,y,IT\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("G", "a")
        await pmo.types("department")
        await pmo.press("enter", "enter")
        assert pmo.sees("Columns that fill Department")
        await pmo.press("enter")
        assert "Team" in pmo.line("✓ Department")


async def test_one_n_too_many_does_not_refuse_the_import(portfolio: Path, plain: Path):
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("n")
        assert pmo.sees("step back")
        await pmo.press("n", "n", "n")
        assert pmo.sees("Import projects from plain.csv?", "y yes  enter yes  esc back")
        await pmo.press("y")
        assert pmo.sees("3 created; u undoes it.")


async def test_what_a_text_means_is_told_in_the_portfolios_own_phases(portfolio: Path, written: Written):
    written("odd.csv", "name,phase\nAlpha,Cadrage\nBeta,Planning\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        while not pmo.cursor.startswith("✓ Phase"):
            await pmo.press("j")
        assert pmo.line("✓ Phase").endswith("Cadrage → Scoping")
        await pmo.press("enter")
        await pmo.types("mean")
        await pmo.press("enter")
        assert pmo.sees("What the texts mean in Phase", "1 → Scoping", "1 → Planning")


async def test_texts_get_a_meaning(portfolio: Path, written: Written):
    written("odd.csv", "name,health\nAlpha,Fine\nBeta,Fine\nGamma,Wobbly\nDelta,red\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await fills(pmo, "weather", "health")
        assert pmo.sees("! Weather", "3 can't be read: “Fine”")
        await pmo.press("G")
        while not pmo.cursor.startswith("! Weather"):
            await pmo.press("k")
        await pmo.press("enter")
        await pmo.types("mean")
        await pmo.press("enter")
        assert pmo.sees("What the texts mean in Weather", "not known: choose what it means", "▲R")
        await pmo.press("enter")
        await pmo.types("green")
        await pmo.press("enter", "j", "enter")
        await pmo.types("amber")
        await pmo.press("enter", "esc")
        assert pmo.sees("✓ Weather")
        await pmo.press("n", "n", "y")
        assert pmo.sees("●G Alpha", "◆A Gamma", "▲R Delta")


async def test_texts_that_stand_for_nothing_are_picked(portfolio: Path, written: Written):
    rows = "".join(f"P{n},{'Exempt under rule ' + str(n) if n % 2 else n}\n" for n in range(10))
    written("odd.csv", "name,budget\n" + rows)
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        if "✓ Budget" not in pmo.screen and "! Budget" not in pmo.screen:
            await fills(pmo, "budget", "budget")
        assert pmo.sees("5 can't be read: “Exempt under rule 1”")
        await pmo.press("g", "j", "j", "enter")
        assert pmo.sees("Texts that stand for nothing", "“Exempt under *”")
        await pmo.press(" ", "enter")
        assert pmo.sees("✓ Budget")
        assert "“Exempt under *”" in pmo.line("Stands for nothing")
        await pmo.press("n")
        assert pmo.sees("Created 10", "Cells emptied 5")


async def test_how_dates_are_written_is_chosen_with_what_each_way_reads(portfolio: Path, written: Written):
    written("odd.csv", "name,start\nAlpha,01/02/2026\nBeta,03/04/2026\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        assert pmo.sees("day and month can't be told apart")
        await fills(pmo, "start", "start")
        assert pmo.sees("! Start", "2 can't be read")
        while not pmo.cursor.startswith("! Start"):
            await pmo.press("k" if "Other" in pmo.cursor or "·" in pmo.cursor else "j")
        await pmo.press("enter")
        await pmo.types("dates are written")
        await pmo.press("enter")
        assert pmo.sees("DD/MM/YYYY", "reads 2 cells", "reads 0 cells")
        await pmo.press("j", " ", "enter")
        assert pmo.sees("01/02/2026 → 1 Feb 2026")


async def test_a_field_can_be_the_same_for_all_rows(portfolio: Path, written: Written):
    written("odd.csv", "name\nAlpha\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("a")
        await pmo.types("phase")
        await pmo.press("enter", "down", "enter")
        await pmo.types("delivery")
        await pmo.press("enter")
        assert pmo.sees("= Delivery")
        await pmo.press("n", "n", "y")
        assert pmo.sees("1 created; u undoes it.")
    session = session_on(portfolio)
    assert [project.phase for project in projects.read(session, [1])] == ["Delivery"]
    session.close()


async def test_a_map_is_saved_and_taken_again(portfolio: Path, written: Written, folder: Path):
    written("odd.csv", "Ref no,Libellé\nA1,Alpha\n")
    async with at_keyboard(portfolio, (160, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await fills(pmo, "code", "Ref")
        await pmo.press("x")
        assert pmo.sees("Write the map to", "odd.map.toml")
        await pmo.press("enter")
        assert pmo.sees("Map written to", "pmo-tui import projects --map takes it too.")
    assert 'code = "Ref no"' in (folder / "odd.map.toml").read_text("utf-8")
    async with at_keyboard(portfolio, (160, 36), first="imports") as pmo:
        await takes(pmo, "odd.csv")
        assert "✓ Code" not in pmo.screen
        await pmo.press("o")
        await pmo.types("odd")
        await pmo.press("enter")
        assert pmo.sees("✓ Code", "The map in odd.map.toml is used.")


async def test_a_map_that_is_none_says_why_and_changes_nothing(
    portfolio: Path, plain: Path, written: Written
):
    written("bad.toml", "[fields]\nnme = 'x'\n")
    async with at_keyboard(portfolio, (160, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("o")
        await pmo.types("bad")
        await pmo.press("enter")
        assert pmo.sees("“nme” is unknown. Did you mean “name”?", "✓ Code")


async def test_going_back_loses_no_choice(portfolio: Path, plain: Path, written: Written):
    written("other.csv", "name\nX\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("G", "k", "d")
        assert "✓ Start" not in pmo.screen
        await pmo.press("n", "esc")
        assert pmo.sees("Found again by")
        assert "✓ Start" not in pmo.screen
        await pmo.press("esc")
        assert pmo.sees("File to import")
        assert pmo.cursor.startswith("plain.csv")
        await pmo.press("enter")
        assert pmo.sees("Found again by")
        assert "✓ Start" not in pmo.screen  # the same file: what was chosen stays
        await pmo.press("esc")
        await takes(pmo, "other")
        assert pmo.sees("other.csv", "1 row, 1 column")


async def test_rejected_rows_are_shown_with_their_reasons_and_written(
    portfolio: Path, written: Written, folder: Path
):
    written("odd.csv", "code,name,start\nA1,Alpha,2026-01-31\nA2,,2026-01-31\nA1,Twice,2026-01-31\n")
    async with at_keyboard(portfolio, (160, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("n")
        assert pmo.sees("Rejected 2", "The row has no name", "stands in row 2 already")
        await pmo.press("n")
        assert pmo.sees("Rejected rows are written to odd.rejected.csv, each with its reason.")
        await pmo.press("y")
        assert pmo.sees("1 created, 2 rejected (see odd.rejected.csv); u undoes it.")
    assert "The row has no name" in (folder / "odd.rejected.csv").read_text("utf-8-sig")


async def test_a_second_run_changes_nothing_and_says_so(portfolio: Path, plain: Path):
    for _run in range(2):
        async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
            await takes(pmo, "plain")
            await pmo.press("n")
            if _run:
                assert pmo.sees("The file changes nothing.")
                await pmo.press("n")
                assert pmo.sees("There is nothing to import: the file changes nothing.")
            else:
                await pmo.press("n", "y")


async def test_an_update_is_shown_field_by_field(portfolio: Path, plain: Path, written: Written):
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("n", "n", "y")
    written("plain.csv", plain.read_text().replace("green,1.5M", "red,2M").replace("A3,Gamma", "A4,Delta"))
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("n")
        assert pmo.sees("Created 1", "Updated 1", "Not in the file 1", "1 unchanged")
        assert pmo.sees("Weather ●G → ▲R", "Budget 1.5")
        await pmo.press("enter")
        assert pmo.sees("esc back", "→ ▲R")
        await pmo.press("esc", "]", "]", "]")
        while "A3" not in pmo.cursor:
            await pmo.press("]")
        assert pmo.sees("It is no longer in the file; it stays as it is.")


async def test_what_a_colleague_adds_meanwhile_is_seen(portfolio: Path, plain: Path):
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("n")
        colleague_adds(portfolio, "Aardvark", "Delivery")
        await pmo.press("R")
        assert pmo.sees("Created 3", "Not in the file 1")


async def test_a_file_without_names_says_what_lacks(portfolio: Path, written: Written):
    written("odd.csv", "x,y\n1,2\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("n")
        assert pmo.sees("No column fills Name yet: press a, or enter on the column.")


async def test_where_the_headers_are_can_be_told(portfolio: Path, written: Written):
    written("odd.csv", "Report of November\n\ncode,name\nA1,Alpha\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        await pmo.press("g", "enter")
        await pmo.types("row 3")
        await pmo.press("enter")
        assert pmo.sees("✓ Code", "✓ Name", "1 row, 2 columns")


async def test_a_whole_portfolio_is_read_into_an_empty_database(
    portfolio: Path, tmp_path: Path, written: Written
):
    from pmo_tui.services import exports

    session = session_on(tmp_path / "other.db")
    projects.add(session, {"name": "Alpha"})
    written("all.toml", exports.portfolio(session))
    session.close()
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("i")
        await pmo.types("all")
        await pmo.press("enter")
        assert pmo.sees("Read the whole portfolio in all.toml?")
        await pmo.press("y")
        assert pmo.sees("Alpha", "1 project read from all.toml.")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_steps_look_as_they_should(portfolio: Path, plain: Path, size: tuple[int, int], snapshot):
    async with at_keyboard(portfolio, size, first="imports") as pmo:
        await takes(pmo, "plain")
        assert pmo.screen == snapshot(name="columns")
        await pmo.press("n")
        assert pmo.screen == snapshot(name="dry run")
        await pmo.press("n")
        assert pmo.screen == snapshot(name="confirm")


async def test_a_second_file_shows_its_own_figures(portfolio: Path, plain: Path, written: Written):
    written("more.csv", "code,name,health\nB1,Delta,red\nA1,Alpha two,red\n")
    async with at_keyboard(portfolio, (120, 36), first="board") as pmo:
        await pmo.press("i")
        await takes(pmo, "plain")
        await pmo.press("n", "n", "y", "I")
        await takes(pmo, "more")
        await pmo.press("n")
        assert pmo.sees("Created 1", "Updated 1", "What changes")
        assert "Created 3" not in pmo.screen


async def test_long_texts_are_shown_whole_on_demand(portfolio: Path, written: Written):
    text = " ".join(f"word{number}" for number in range(60))
    written("long.csv", f"code,name,summary\nA1,Alpha,{text}\n")
    async with at_keyboard(portfolio, (80, 24), first="imports") as pmo:
        await takes(pmo, "long")
        await pmo.press("n")
        assert "word59" not in pmo.screen
        await pmo.press("enter")
        assert pmo.sees("A1 Alpha", "word0", "word59")
        await pmo.press("q")
        assert pmo.sees("Created 1")


async def test_a_file_that_was_corrected_meanwhile_is_read_again(
    portfolio: Path, plain: Path, written: Written
):
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "plain")
        await pmo.press("G", "k", "d")
        written("plain.csv", plain.read_text() + "A4,Delta,Data,Idea,green,1M,2026-01-01,\n")
        await pmo.press("esc", "enter")
        assert pmo.sees("4 rows")
        assert "✓ Start" not in pmo.screen


async def test_what_becomes_of_the_currency_is_told_before_and_done_after(portfolio: Path, written: Written):
    written("pounds.csv", "code,name,budget\nA1,Alpha,£1.5M\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "pounds")
        await pmo.press("n", "]")
        assert pmo.sees("[Remarks 1]", "it counts in GBP from now on, as the amounts of the file do.")
        await pmo.press("n", "y", "v")
        assert pmo.sees("1.5 M GBP")


async def test_the_map_of_a_file_with_the_same_columns_is_taken_and_can_be_guessed_again(
    portfolio: Path, written: Written
):
    written("october.csv", "Ref no,Subject,name\nA1,Alpha,x\n")
    written("november.csv", "Ref no,Subject,name\nA1,Alpha,y\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "october")
        await fills(pmo, "code", "Ref")
        await pmo.press("n", "n", "y", "I")
        await takes(pmo, "november")
        assert pmo.sees("The columns are those of october.csv: its map is used;")
        assert "Code" in pmo.line("Found again by")
        await pmo.press("g", "enter")
        assert pmo.sees("Guess again what the columns mean")
        await pmo.press("enter")
        assert "Name" in pmo.line("Found again by")


async def test_a_name_that_no_column_fills_is_a_row_that_can_be_filled(portfolio: Path, written: Written):
    written("odd.csv", "code,Wording,finish\nA1,Alpha,2026-01-01\nA2,Beta,\n")
    async with at_keyboard(portfolio, (80, 24), first="imports") as pmo:
        await takes(pmo, "odd")
        assert pmo.sees("! Name", "is missing: is it “Wording”?")
        await pmo.press("n")
        assert pmo.sees(
            "No column is the name, and new projects need one.", "enter on the line of the name gives it."
        )
        assert "A map then says" not in pmo.screen
        while not pmo.cursor.startswith("! Name"):
            await pmo.press("j")
        await pmo.press("enter", "enter")
        assert pmo.sees("✓ Name")
        await pmo.press("n")
        assert pmo.sees("Created 2")


async def test_what_is_emptied_and_what_moves_is_told_before_one_agrees(portfolio: Path, written: Written):
    written("one.csv", "code,name,phase,budget\nA1,Alpha,Idea,5\nA2,Beta,Idea,6\n")
    written("two.csv", "code,name,phase,budget\nA1,Alpha,Delivery,\n")
    async with at_keyboard(portfolio, (80, 24), first="imports") as pmo:
        await takes(pmo, "one")
        await pmo.press("n", "n", "y", "I")
        await takes(pmo, "two")
        await pmo.press("n")
        assert pmo.sees("3 Dry run", "[Updated 1]", "Name", "Alpha")
        await pmo.press("]")
        assert pmo.sees("[Not in the file 1]", "A2", "Beta")
        await pmo.press("]")
        assert pmo.sees(
            "[Remarks 2]", "Values that are emptied: Budget 1", "pass a gate without a decision: A1"
        )
        await pmo.press("enter")
        assert pmo.sees("The whole file")
        await pmo.press("esc", "n")
        assert pmo.sees("1 value is emptied.", "1 project changes its phase.")


async def test_the_picker_of_a_meaning_begins_on_what_is_meant_now(portfolio: Path, written: Written):
    written("odd.csv", "name,phase\nAlpha,Cadrage\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        while not pmo.cursor.startswith("✓ Phase"):
            await pmo.press("j")
        await pmo.press("enter")
        await pmo.types("mean")
        await pmo.press("enter", "enter")
        assert pmo.sees("“Cadrage” means")
        [offered] = [line for line in pmo.screen.splitlines() if line[1:] == "Scoping"]
        assert offered[0] == pmo.app.glyphs.cursor


async def test_texts_picked_as_nothing_are_kept_when_one_goes_back(portfolio: Path, written: Written):
    written("odd.csv", "name,budget,start\nAlpha,5,tbc\nBeta,soon,2026-01-01\nGamma,7,2026-01-02\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        assert pmo.line("Stands for nothing").endswith("“tbc”")
        while "Stands for nothing" not in pmo.cursor:
            await pmo.press("j" if "File" in pmo.cursor or "Found" in pmo.cursor else "k")
        await pmo.press("enter")
        assert pmo.sees("esc back")
        await pmo.press("j", " ")
        assert pmo.sees("esc done")
        await pmo.press("esc")
        assert "“soon”" in pmo.line("Stands for nothing")


async def test_an_amount_is_shown_with_its_cents_where_it_has_some(portfolio: Path, written: Written):
    written("odd.csv", "name;budget\nAlpha;1 234,50 €\n")
    async with at_keyboard(portfolio, (120, 36), first="imports") as pmo:
        await takes(pmo, "odd")
        assert pmo.sees("1 234,50 € → 1 234.50")


async def test_a_file_that_is_not_there_is_told_on_enter(portfolio: Path, plain: Path):
    async with at_keyboard(portfolio, (80, 24), first="imports") as pmo:
        await pmo.types("nothing.csv")
        await pmo.press("enter")
        assert pmo.sees("There is no file “nothing.csv”: type another name, or take one listed.")
