"""Messages longer than their line are shown whole, until the next key."""

from __future__ import annotations

import pytest

from screens.shell.sentence import needs_more_lines
from tests.screens.sample import SamplePage, sample_app

LONG = (
    "The folder “/srv/shared/portfolio/committee” can't be written by this account: name another one, or ask."
)


@pytest.mark.parametrize("size", [(80, 24), (60, 15), (40, 10)])
async def test_a_long_message_is_shown_whole_and_goes_with_the_next_key(size):
    async with sample_app().run_test(size=size) as pilot:
        page = pilot.app.screen
        assert isinstance(page, SamplePage)
        page.say(LONG, role="warn")
        await pilot.pause()
        shown = "\n".join(strip.text.rstrip() for strip in page._compositor.render_strips())
        assert " ".join(LONG.split()) in " ".join(shown.split())
        await pilot.press("j")
        await pilot.pause()
        shown = "\n".join(strip.text.rstrip() for strip in page._compositor.render_strips())
        assert "committee" not in shown
        assert "enter open" in shown


async def test_a_short_message_takes_the_place_of_the_keys_alone():
    async with sample_app().run_test(size=(80, 24)) as pilot:
        page = pilot.app.screen
        assert isinstance(page, SamplePage)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        before = [strip.text for strip in page._compositor.render_strips()]
        page.say("Done.")
        await pilot.pause()
        after = [strip.text for strip in page._compositor.render_strips()]
        assert after[:-1] == before[:-1]
        assert after[-1].strip() == "Done."


def test_what_fits_needs_no_more_lines():
    assert not needs_more_lines("short", 80)
    assert needs_more_lines(LONG, 80)
    assert not needs_more_lines(LONG, 120)
