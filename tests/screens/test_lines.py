"""Lines and panes on a page: where the cursor stands and what is painted again."""

import pytest

from screens.cells import line
from screens.widgets.lines import Lines
from tests.screens.sample import Row, SamplePage, sample_app


@pytest.fixture
def count(monkeypatch):
    """How many rows the sample has."""
    monkeypatch.setattr(SamplePage, "count", 1_000_000)


async def opened(pilot) -> SamplePage:
    """The sample page, loaded."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.page, SamplePage)
    return pilot.app.page


async def test_the_cursor_goes_where_the_keys_say(count):
    async with sample_app().run_test(size=(120, 36), notifications=True) as pilot:
        page = await opened(pilot)
        height = page.list.size.height
        for key, expected in [
            ("j", 1), ("down", 2), ("k", 1), ("G", 999_999), ("g", 0), ("end", 999_999), ("home", 0), ("up", 0),
            ("pagedown", height), ("ctrl+d", height + height // 2), ("ctrl+u", height), ("pageup", 0),
        ]:  # fmt: skip
            await pilot.press(key)
            assert page.list.cursor == expected, key
        assert page.list.row == Row(0)


async def test_a_step_paints_two_lines_and_a_page_all(count, monkeypatch):
    async with sample_app().run_test(size=(120, 36), notifications=True) as pilot:
        page = await opened(pilot)
        painted: list[tuple[int, ...]] = []
        monkeypatch.setattr(page.list, "changed", lambda *lines: painted.append(lines))
        await pilot.press("j", "j")
        assert painted == [(0, 1), (1, 2)]
        await pilot.press("pagedown")
        assert painted[2:] == [()]


async def test_the_cursor_stays_on_its_row_when_others_come_and_go():
    async with sample_app().run_test(size=(80, 24), notifications=True) as pilot:
        page = await opened(pilot)
        page.list.show([Row(number) for number in (5, 6, 7, 8)], at=7)
        page.list.show([Row(number) for number in (1, 2, 3, 5, 6, 7)])
        assert (page.list.cursor, page.list.key) == (5, 7)
        page.list.show([Row(number) for number in (1, 2, 3)])
        assert page.list.row == Row(3)
        page.list.show([])
        assert page.list.cursor == -1
        page.list.show([Row(9)], at=9)
        assert page.list.row == Row(9)


async def test_headings_hold_no_cursor_and_the_first_one_is_seen_again():
    async with sample_app().run_test(size=(80, 24), notifications=True) as pilot:
        page = await opened(pilot)
        lines = Lines[str](lambda row, cells: line(row), lambda row: None if row.isupper() else row)
        await page.mount(lines, before=page.list)
        page.list.display = False
        lines.focus()
        await pilot.pause()
        lines.show(["FIRST", "a", "SECOND", *[f"b{number}" for number in range(40)]])
        await pilot.press("j")
        assert [lines.key] == ["b0"]
        await pilot.press("G", "g")
        assert [lines.key] == ["a"]
        assert lines.drawn_line(0).text == " FIRST"


async def test_rows_are_marked_one_by_one_and_all_at_once():
    async with sample_app().run_test(size=(80, 24), notifications=True) as pilot:
        page = await opened(pilot)
        page.list.show([Row(number) for number in range(4)])
        await pilot.press("space", "space")
        assert page.list.marks == {0, 1}
        assert page.list.drawn_line(0).spans[0] == ("✓", "marked")
        assert page.list.drawn_line(2).spans[0] == ("▌", "accent")
        await pilot.press("k")
        assert page.list.drawn_line(1).spans[0] == ("✓", "marked"), "so that one sees which way space goes"
        assert page.list.drawn_line(1).ground == "selected"
        await pilot.press("*")
        assert page.list.marks == {0, 1, 2, 3}
        await pilot.press("*")
        assert page.list.marks == set()


async def test_a_pane_paints_only_the_lines_that_differ(monkeypatch):
    async with sample_app().run_test(size=(80, 24), notifications=True) as pilot:
        page = await opened(pilot)
        painted: list[tuple[int, ...]] = []
        page.detail.show([line("one"), line("two"), line("three")])
        monkeypatch.setattr(page.detail, "changed", lambda *lines: painted.append(lines))
        page.detail.show([line("one"), line("TWO"), line("three")])
        page.detail.show([line("one"), line("TWO"), line("three")])
        page.detail.show([line("one")])
        assert painted == [(1,), (1, 2)]
        page.detail.show([line(str(number)) for number in range(10)])
        assert page.detail.drawn_line(7).text == "7"
        assert page.detail.text.startswith("0\n1\n")


async def test_the_wheel_and_clicks_move_too():
    async with sample_app().run_test(size=(80, 24), notifications=True) as pilot:
        page = await opened(pilot)
        await pilot.click(page.list, offset=(5, 4))
        assert page.list.cursor == 4
        page.list.on_mouse_scroll_down()
        assert page.list.cursor == 7
        page.list.on_mouse_scroll_up()
        assert page.list.cursor == 4
