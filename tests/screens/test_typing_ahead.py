"""Keys that come in one packet, as they do on a slow line."""

from __future__ import annotations

from asyncio import Event
from collections.abc import AsyncIterator

import pytest
from textual import events
from textual.pilot import Pilot

from screens.shell.app import PmoApp
from tests.screens.sample import SamplePage, sample_app


class Burst:
    """Posts keys without waiting between them."""

    def __init__(self, app: PmoApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Post all keys at once, then wait."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _round in range(20):
            await self.pilot.pause()

    @property
    def page(self) -> SamplePage:
        """The page on top."""
        assert isinstance(self.app.page, SamplePage)
        return self.app.page


@pytest.fixture
async def burst() -> AsyncIterator[Burst]:
    app = sample_app()
    async with app.run_test(size=(80, 24)) as pilot:
        yield Burst(app, pilot)


async def test_what_is_typed_behind_a_key_that_asks_is_the_answer(burst: Burst):
    await burst.press("slash", "d", "e", "x", "q", "enter")
    assert burst.page.query_text == "dexq"


async def test_an_answer_and_the_next_question_keep_their_order(burst: Burst):
    await burst.press("slash", "a", "b", "escape", "slash", "c", "enter")
    assert burst.page.query_text == "c"


async def test_escape_and_a_command_in_one_breath(burst: Burst):
    await burst.press("question_mark", "escape", "j", "j")
    assert burst.page.list.cursor == 2


async def test_a_pasted_text_goes_into_the_question(burst: Burst):
    burst.app.post_message(events.Key("slash", "/"))
    burst.app.post_message(events.Paste("pay\x1b[31m"))
    await burst.press("enter")
    assert burst.page.query_text.startswith("pay")


async def test_keys_wait_for_a_task_and_ctrl_c_drops_them(burst: Burst):
    done = Event()
    burst.page.run_task(done.wait())
    await burst.press("j", "j")
    assert burst.page.list.cursor == 0
    await burst.press("ctrl+c")
    assert burst.page.message == "Press ^q to quit."
    done.set()
    await burst.press("j")
    assert burst.page.list.cursor == 1


async def test_ctrl_q_gets_out_past_keys_that_wait(burst: Burst):
    burst.page.run_task(Event().wait())
    await burst.press("j", "ctrl+q")
    assert burst.app.return_code == 0


async def test_a_load_that_is_dropped_before_it_began_keeps_no_key_waiting(burst: Burst):
    for _time in range(3):
        burst.page.reload()
    await burst.press("j", "j")
    assert burst.page.list.cursor == 2
