"""A person's own keys: they reach every list, every dialog and every sentence that names a key."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import projects
from screens.actions.action import clashes
from screens.actions.documentation import keys_document
from screens.shell.declared import by_page, check_keymap, everywhere, together
from screens.shell.lists import IN_LISTS
from tests.driving.person import Person, at_keyboard, session_on

OWN = {
    "move.down": "z",
    "move.up": "Z",
    "move.left": "Y",
    "board.clear": ",",
    "board.add": "A",
    "list.pick": "p",
    "list.take": "o",
    "list.find": "f",
    "shell.back": "B",
    "shell.undo": "U",
    "shell.palette": "ctrl+y",
    "board.export": "",
}


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with three projects."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    for name in ("ERP finance", "Payments", "Wifi"):
        projects.add(session, {"name": name})
    session.close()
    return path


def within(pmo: Person) -> set[str]:
    """Give the ids of what the widgets of the page understand."""
    page = pmo.app.page
    assert page is not None
    return {action.id for widget in page.query("*") for action in getattr(widget, "ACTIONS", ())}


async def test_all_that_the_widgets_of_a_page_understand_is_declared_with_it(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        for keys in ("v", "enter"):
            page = pmo.app.page
            assert page is not None
            assert within(pmo) <= {action.id for action in page.WITHIN}
            await pmo.press(keys)


def test_every_move_is_in_the_document_and_can_be_changed():
    told = keys_document(by_page(), everywhere())
    for action in ("move.left", "move.right", "list.pick", "list.find"):
        assert f"`{action}`" in told
    check_keymap(OWN)


@pytest.mark.parametrize(
    ("keymap", "told"),
    [
        ({"board.move": "l"}, "the key “l” is taken twice, by “board.move” and “move.right”"),
        ({"list.pick": "j"}, "the key “j” is taken twice, by “move.down” and “list.pick”"),
    ],
)
def test_a_key_that_a_widget_or_a_list_has_already_is_refused(keymap: dict[str, str], told: str):
    with pytest.raises(Refusal) as refused:
        check_keymap(keymap)
    assert told in str(refused.value)


def test_a_key_may_mean_one_thing_on_a_page_and_another_in_a_list_over_it():
    check_keymap({"list.pick": "m", "project.gate": "Y", "move.left": "Y"})


def test_no_key_means_two_things_in_a_list():
    assert clashes(IN_LISTS) == []
    assert IN_LISTS in together()


async def test_a_comma_does_what_it_was_given_to(portfolio: Path):
    async with at_keyboard(portfolio, keymap=OWN) as pmo:
        await pmo.press("/")
        await pmo.types("wifi")
        await pmo.press("enter")
        assert not pmo.line("ERP finance")
        await pmo.press(",")
        assert pmo.sees("ERP finance", "Payments", "Wifi")


async def test_a_persons_keys_move_pick_and_take_in_a_list_over_the_page(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36), keymap=OWN) as pmo:
        await pmo.press("v", "C")
        assert "p pick  z Z move  J K reorder  f find  o take  B back" in pmo.footer
        await pmo.press("z", "z", "j")
        assert "Name" in pmo.cursor
        await pmo.press("p", "o")
        assert "Name" not in pmo.screen.splitlines()[2]


async def test_a_persons_keys_scroll_the_help(portfolio: Path):
    async with at_keyboard(portfolio, keymap=OWN) as pmo:
        await pmo.press("?")
        before = pmo.screen
        await pmo.press("j")
        assert pmo.screen == before
        await pmo.press("z")
        assert pmo.screen != before
        await pmo.press("B")
        assert "/ filter" in pmo.footer


async def test_help_tells_the_keys_of_lists(portfolio: Path):
    async with at_keyboard(portfolio, (120, 70)) as pmo:
        await pmo.press("?")
        assert pmo.sees("In a list over the page", "Find a row by typing.", "Move to the next column.")
        assert "space" in pmo.line("Pick the row, or leave it out again.")


async def test_sentences_name_the_keys_of_the_person(portfolio: Path):
    async with at_keyboard(portfolio, keymap=OWN) as pmo:
        await pmo.press("/")
        await pmo.types("nothing like it")
        await pmo.press("enter")
        assert pmo.sees("No project matches. Press , to show all.")
        await pmo.press("e")
        assert pmo.sees("Press A to add one, or , to show all.")


async def test_an_action_without_a_key_is_told_by_the_palette(portfolio: Path):
    async with at_keyboard(portfolio, keymap=OWN) as pmo:
        await pmo.press("y", "enter")
        assert pmo.sees("if yours takes none, ^y exports.")


async def test_where_nothing_is_exported_copying_names_no_key_for_it(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press(":")
        await pmo.types("first steps")
        await pmo.press("enter", "y")
        assert pmo.sees("Sent to the terminal's clipboard, if yours takes any.")


async def test_a_reader_is_not_led_into_an_import(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("db.engine.writable", lambda path: False)
    async with at_keyboard(portfolio) as pmo:
        await pmo.press(":")
        await pmo.types("import projects")
        await pmo.press("enter")
        assert pmo.sees("open for reading only")
        assert "File to import" not in pmo.screen


async def test_a_persons_key_quits_past_what_is_at_work_and_over_a_dialog(portfolio: Path):
    async with at_keyboard(portfolio, keymap={"shell.quit": "f10"}) as pmo:
        page = pmo.app.page
        assert page is not None
        page.run_task(asyncio.Event().wait())
        await pmo.pilot.press("j", "f10")
        assert pmo.app.return_code == 0
    async with at_keyboard(portfolio, keymap={"shell.quit": "f10"}) as pmo:
        await pmo.press("/")
        await pmo.pilot.press("f10")
        assert pmo.app.return_code == 0


async def test_a_letter_that_quits_can_still_be_typed(portfolio: Path):
    async with at_keyboard(portfolio, keymap={"shell.quit": "Y"}) as pmo:
        await pmo.sends("/", "Y")
        assert pmo.app.is_running
        assert "Y" in pmo.state
        await pmo.press("esc")
        await pmo.pilot.press("Y")
        assert pmo.app.return_code == 0


async def test_the_key_that_quits_no_more_does_what_it_was_given_to(portfolio: Path):
    async with at_keyboard(portfolio, keymap={"shell.quit": "f10", "board.export": "ctrl+q"}) as pmo:
        await pmo.press("ctrl+q")
        assert pmo.app.is_running
        assert pmo.app.page is not None
        assert pmo.app.page.waiting_dialog is not None
        await pmo.press("esc", "ctrl+c")
        assert pmo.footer.strip() == "Press f10 to quit."
