"""The shell on the sample pages: talking, asking, going about."""

from typing import Any

import pytest
from textual.app import App
from textual.css.query import NoMatches

from screens.shell.app import PmoApp
from screens.shell.choose import Choose
from screens.shell.dialog import Dialog
from screens.shell.registry import PAGES
from screens.shell.thing import Thing
from tests.screens.sample import OtherPage, SamplePage, ThirdPage, sample_app


class Pmo:
    """Drives the sample app in the words of a person."""

    def __init__(self, pilot) -> None:
        self.pilot = pilot
        self.app: PmoApp = pilot.app

    @property
    def page(self) -> Any:
        """The page on top."""
        return self.app.page

    @property
    def message(self) -> str:
        """The sentence in the message line."""
        return str(self.page.message)

    async def settle(self) -> None:
        """Wait until every answer has come; dialogs wait for a person, so their tasks are left alone."""
        await self.pilot.pause()
        for worker in list(self.app.workers):
            if worker.group in ("load", "search", "follow", "poll"):
                await worker.wait()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys and let the answers come."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*["space" if char == " " else char for char in text])

    def shown(self) -> str:
        """What the screen shows."""
        return "\n".join(strip.text.rstrip() for strip in self.page._compositor.render_strips())

    def dialog(self) -> Dialog | None:
        """The dialog that is open."""
        try:
            dialog: Dialog = self.page.query_one(Dialog)
        except NoMatches:
            return None
        return dialog


@pytest.fixture
def sized():
    """The size of the terminal."""
    return (80, 24)


@pytest.fixture
async def pmo(sized):
    """The sample app, loaded."""
    async with sample_app().run_test(size=sized, notifications=True) as pilot:
        driver = Pmo(pilot)
        await driver.settle()
        yield driver


async def test_the_first_page_shows_navigation_state_content_and_keys(pmo):
    lines = pmo.shown().split("\n")
    assert lines[0] == " PMO  2 Board  4 Risks" + "DSI 2026 · alice".rjust(57)
    assert lines[1].startswith(" / all")
    assert lines[1].endswith("1000 of 1000 · sort score ↓")
    assert "ERP finance 0" in lines[3]
    assert lines[-1].startswith(" enter open  m phase  e edit")
    assert lines[-1].endswith("? help"), "which is there in any room, before the palette"


async def test_an_action_that_cannot_be_done_says_why(pmo):
    await pmo.press("j", "j", "j", "j", "m")
    assert pmo.message == "A project without a report cannot move."
    assert "cannot move" in pmo.shown().split("\n")[-1]
    await pmo.press("k")
    assert pmo.message == ""
    assert "enter open" in pmo.shown().split("\n")[-1]


async def test_a_refusal_of_a_service_is_a_message(pmo):
    await pmo.press("d")
    assert "Delete P-0001?" in pmo.shown()
    await pmo.press("y")
    assert pmo.message == "The project P-0001 is closed."
    assert pmo.dialog() is None


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_no_is_no(pmo, key):
    await pmo.press("d", key)
    assert pmo.message == ""
    assert pmo.dialog() is None
    assert pmo.app.focused is pmo.page.list


async def test_the_filter_follows_each_key_and_escape_brings_the_former_back(pmo):
    await pmo.press("/")
    await pmo.type("Claims")
    assert len(pmo.page.list.rows) == 71
    lines = pmo.shown().split("\n")
    assert lines[0].startswith(" PMO")
    assert lines[1].startswith(" / Claims")
    await pmo.press("enter")
    assert "71 of 1000" in pmo.shown()
    await pmo.press("/", "ctrl+u", "escape")
    assert pmo.page.query_text == "Claims"
    assert len(pmo.page.list.rows) == 71


async def test_a_filter_that_is_refused_keeps_the_former_result(pmo):
    await pmo.press("/")
    await pmo.type("Claims:")
    assert pmo.message == "No field Claims."
    assert len(pmo.page.list.rows) == 71


async def test_a_prompt_gives_what_was_typed(pmo):
    await pmo.press("e")
    await pmo.type(" 2")
    await pmo.press("backspace", "3", "enter")
    assert pmo.message == "Name: ERP finance 3"
    await pmo.press("e", "escape")
    assert pmo.message == "Name: None"


async def test_one_of_many_is_found_by_typing(pmo):
    await pmo.press("m")
    assert isinstance(pmo.dialog(), Choose)
    await pmo.type("pla")
    await pmo.press("enter")
    assert pmo.message == "Moved to Planning."
    await pmo.press("m", "down", "down", "up", "enter")
    assert pmo.message == "Moved to Scoping."
    await pmo.press("m")
    await pmo.type("zzz")
    assert "Nothing found." in pmo.shown()
    await pmo.press("enter")
    assert "Nothing is called so: change the text, esc goes back." in pmo.shown()
    await pmo.type("q")
    assert "Nothing found." in pmo.shown()
    await pmo.press("ctrl+u")
    await pmo.type("pla")
    await pmo.press("enter")
    assert pmo.message == "Moved to Planning."


async def test_the_palette_does_any_action_of_the_page(pmo):
    await pmo.press("ctrl+p")
    await pmo.type("open what")
    await pmo.press("enter")
    assert pmo.message == "Open 0"


async def test_go_to_finds_pages_commands_and_things(pmo):
    def projects(session, typed):
        return [Thing("P-0007 ERP finance", "Digital", given={"code": "P-0007"})] if "erp" in typed else []

    pmo.app.providers.append(projects)
    await pmo.press(":")
    await pmo.type("risk")
    await pmo.press("enter")
    assert isinstance(pmo.page, OtherPage)
    await pmo.press(":")
    await pmo.type("erp")
    assert "P-0007 ERP finance" in pmo.shown()
    await pmo.press("enter")
    assert isinstance(pmo.page, ThirdPage)
    assert "P-0007" in pmo.shown().split("\n")[1]
    await pmo.press("escape")
    assert isinstance(pmo.page, OtherPage)
    await pmo.press("q")
    assert isinstance(pmo.page, SamplePage)


async def test_pages_open_by_number_and_keep_their_place(pmo):
    await pmo.press("j", "j")
    pmo.app.open_number(4)
    await pmo.settle()
    assert pmo.page.ID == "risks"
    await pmo.press("2")
    assert pmo.page.list.cursor == 2
    pmo.app.open_number(7)
    assert pmo.message == "This screen is not there yet."
    await pmo.press("2")
    assert isinstance(pmo.page, SamplePage)


async def test_q_at_the_first_page_quits(pmo):
    pmo.app.open_number(4)
    await pmo.press("q")
    assert pmo.app.is_running
    await pmo.pilot.press("q")
    await pmo.pilot.pause()
    assert pmo.app.return_code == 0


async def test_help_shows_every_key_of_the_page(pmo):
    await pmo.press("question_mark")
    seen = pmo.shown()
    for key in ("pagedown", "G"):
        await pmo.press(key)
        seen += pmo.shown()
    for key, told in [
        ("m", "Move the project"),
        ("j ↓", "Move to the next row."),
        ("^p", "Find any action"),
        ("2", "Board"),
    ]:
        assert any(line.startswith(f" {key} ") and told in line for line in seen.split("\n")), key
    assert " 7 " not in seen
    await pmo.press("q")
    assert pmo.dialog() is None


async def test_copying_says_honestly_what_it_does(pmo, monkeypatch):
    copied: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda self, text: copied.append(text))
    await pmo.press("y")
    assert copied[0].startswith("P-0000 ●G ERP finance 0")
    assert pmo.message == "Sent to the terminal's clipboard, if yours takes any."
    pmo.page.list.show([])
    await pmo.press("y")
    assert pmo.message == "There is nothing to copy here."


async def test_news_from_others_load_the_page_again_and_no_news_do_not(monkeypatch):
    news = [1]
    loads: list[int] = []
    usual = SamplePage.load

    async def load(page: SamplePage) -> None:
        loads.append(news[0])
        await usual(page)

    monkeypatch.setattr(SamplePage, "load", load)
    app = sample_app(poll=lambda session: news[0])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        pmo = Pmo(pilot)
        await pmo.settle()

        async def look() -> list[int]:
            app._look()
            await pmo.settle()
            return loads

        assert await look() == [1]
        news[0] = 2
        assert await look() == [1, 2]
        assert await look() == [1, 2]


@pytest.mark.parametrize("sized", [(200, 50), (120, 36), (60, 15), (40, 10), (30, 8)])
async def test_every_size_from_30_by_8_shows_the_list(pmo, sized):
    lines = pmo.shown().split("\n")
    assert lines[0].startswith(" PMO")
    assert any("P-0000" in line for line in lines)
    assert max(map(len, lines)) <= sized[0]


async def test_a_terminal_that_is_too_small_says_so_and_recovers(pmo):
    await pmo.press("j")
    await pmo.pilot.resize_terminal(20, 5)
    await pmo.settle()
    assert pmo.shown().split() == ["Terminal", "too", "small", "^q", "quits"]
    await pmo.pilot.resize_terminal(80, 24)
    await pmo.settle()
    assert "P-0001" in pmo.shown()
    assert pmo.page.list.cursor == 1
    await pmo.press("j")
    assert pmo.page.list.cursor == 2


@pytest.mark.parametrize("asking", [(), ("slash", "x"), ("d",), ("m",), ("question_mark",)])
async def test_in_too_small_a_terminal_no_key_is_obeyed_but_the_one_that_quits(pmo, asking):
    await pmo.press(*asking)
    before = pmo.shown()
    for size in ((20, 5), (1, 1), (79, 7), (29, 24)):
        await pmo.pilot.resize_terminal(*size)
        await pmo.press("space", "j", "d", "y", "enter", "escape", "q", "e", "2", "ctrl+c")
        assert len("".join(pmo.shown().split())) <= len("Terminaltoosmall^qquits")
    await pmo.pilot.resize_terminal(80, 24)
    await pmo.settle()
    assert pmo.shown() == before
    await pmo.pilot.resize_terminal(20, 5)
    await pmo.pilot.press("ctrl+q")
    await pmo.pilot.pause()
    assert pmo.app.return_code == 0


async def test_what_people_write_is_never_markup(pmo):
    for odd in ("[/]", "[x='", "[link=http://x]y", "[x] done", "\x1b[2J", "100% [/]"):
        pmo.page.say(odd)
        pmo.page.state(odd, right=[(odd, "bad")])
        pmo.app.file = odd
        pmo.page.place_changed()
        pmo.app.notify(odd)
        await pmo.pilot.pause()
        assert odd.replace("\x1b", "�") in pmo.shown()


async def test_addresses_are_shown_and_never_opened(pmo):
    pmo.app.open_url("https://example.org")
    assert pmo.message == "https://example.org"
    await pmo.press("ctrl+c")
    assert pmo.message == "Press ^q to quit."


async def test_themes_change_without_a_restart(pmo):
    before = pmo.page.list.made_strip(pmo.page.list.drawn_line(0))
    pmo.app.use_theme("light")
    await pmo.settle()
    assert pmo.page.list.made_strip(pmo.page.list.drawn_line(0)) != before


async def test_a_keymap_moves_keys_everywhere():
    app = sample_app(keymap={"sample.move": "f", "move.down": "n"})
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        pmo = Pmo(pilot)
        await pmo.settle()
        assert "f phase" in pmo.shown()
        await pmo.press("n", "m")
        assert pmo.page.list.cursor == 1
        assert pmo.dialog() is None
        await pmo.press("f")
        assert isinstance(pmo.dialog(), Choose)


async def test_words_are_chosen_when_shown(pmo):
    from pmo_tui import words

    words.use("fr")
    pmo.page.redraw()
    await pmo.settle()
    footer = pmo.shown().split("\n")[-1]
    assert "enter ouvrir" in footer
    assert "enter open" not in footer


def test_the_registry_lists_only_pages_that_exist():
    for entry in PAGES:
        assert entry.id == entry.load().ID
