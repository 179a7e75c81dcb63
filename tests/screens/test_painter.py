"""The painter: the terminal shows what Textual drew, whatever way it took there."""

import re

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.terminal.grid import UNKNOWN, Grid, is_frame, is_narrow
from screens.terminal.painter import Painter
from screens.terminal.sgr import PLAIN, Rendition, after, change

WIDTH, HEIGHT = 24, 8
STYLES = (
    "",
    "1;38;5;75",
    "38;5;250;48;5;233",
    "48;5;237",
    "7",
    "4;31",
    "1;2;3",
    "38;2;1;2;3;48;2;4;5;6",
    "53",
    "9;27",
)
TEXTS = st.text(alphabet="abc  .│●◆é数字😀e\u0301", max_size=WIDTH)


@st.composite
def runs(draw):
    """A run of text as Textual writes it: a place, a rendition, the text, a reset."""
    y, x = draw(st.integers(0, HEIGHT - 1)), draw(st.integers(0, WIDTH - 1))
    style, text = draw(st.sampled_from(STYLES)), draw(TEXTS)
    return f"\x1b[{y + 1};{x + 1}H" + (f"\x1b[{style}m{text}\x1b[0m" if style else text)


@st.composite
def lists(draw):
    """A frame of whole rows that repeat each other, so that moving them pays."""
    top = draw(st.integers(0, 12))
    rows = [f"row {number} {'abcdef'[number % 6] * 9}".ljust(WIDTH) for number in range(top, top + HEIGHT)]
    return "".join(f"\x1b[{y + 1};1H\x1b[48;5;{233 + y % 2}m{row}\x1b[0m" for y, row in enumerate(rows))


FRAMES = st.lists(
    st.one_of(st.lists(runs(), min_size=1, max_size=6).map("".join), lists()), min_size=1, max_size=6
)


def shown(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """What a terminal shows, cell by cell."""
    return [[seen(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    """What one sees of a cell: of a blank on which nothing is drawn its background alone."""
    drawn = (cell.reverse, cell.underscore, cell.strikethrough, cell.italics)
    if cell.data == " " and not any(drawn):
        return " ", cell.bg
    return cell.data, cell.fg, cell.bg, cell.bold, *drawn


def told(grid: Grid) -> pyte.Screen:
    """A terminal to which a grid was written cell by cell, each from its own place."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l")
    for y, (chars, renditions) in enumerate(grid.rows):
        for x, char in enumerate(chars):
            if char not in ("", UNKNOWN):
                stream.feed(f"\x1b[{y + 1};{x + 1}H\x1b[m{change(PLAIN, renditions[x])}{char}")
    return screen


@given(FRAMES, st.booleans(), st.booleans())
def test_the_terminal_shows_what_the_frames_say(frames, erases, merged):
    painter, grid = Painter(WIDTH, HEIGHT, erases=erases), Grid(WIDTH, HEIGHT)
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l")
    for frame in frames:
        grid.read(frame)
        painter.read(frame)
        if not merged:
            stream.feed(painter.paint())
            assert shown(screen) == shown(told(grid))
    stream.feed(painter.paint())
    assert shown(screen) == shown(told(grid))
    assert painter.paint() == ""


@given(st.lists(runs(), min_size=1, max_size=8).map("".join))
def test_the_same_frame_again_sends_nothing(frame):
    painter = Painter(WIDTH, HEIGHT)
    painter.read(frame)
    painter.paint()
    painter.read(frame)
    assert painter.paint() == ""


@given(FRAMES)
def test_after_a_change_of_size_everything_is_sent_again(frames):
    painter = Painter(WIDTH, HEIGHT)
    for frame in frames:
        painter.read(frame)
    first = painter.paint()
    painter.resize(WIDTH, HEIGHT)
    screen, again = pyte.Screen(WIDTH, HEIGHT), pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(screen).feed("\x1b[?7l" + first)
    pyte.Stream(again).feed("\x1b[?7l" + painter.paint())
    assert shown(screen) == shown(again)


@given(st.lists(st.sampled_from(STYLES), max_size=4), st.lists(st.sampled_from(STYLES), max_size=4))
def test_a_change_of_rendition_arrives(before, wanted):
    start, end = PLAIN, PLAIN
    for codes in before:
        start = after(start, codes)
    for codes in wanted:
        end = after(end, codes)
    sequence = change(start, end)
    assert after(start, sequence[2:-1]) == end if sequence else start == end


def test_a_rendition_reads_palette_direct_and_named_colours():
    assert after(PLAIN, "1;38;5;75;48;2;1;2;3") == Rendition("38;5;75", "48;2;1;2;3", frozenset({1}))
    assert after(PLAIN, "91;102") == Rendition("91", "102")
    assert after(after(PLAIN, "1;31"), "22;39") == PLAIN


def test_only_what_changed_is_sent():
    painter = Painter(80, 24)
    painter.read("".join(f"\x1b[{y + 1};1H{'x' * 80}" for y in range(24)))
    painter.paint()
    painter.read("\x1b[4;1H" + "x" * 40 + "y" + "x" * 39)
    assert painter.paint() == "\x1b[4;41Hy"


def test_a_short_gap_is_sent_rather_than_jumped():
    painter = Painter(20, 1)
    painter.read("\x1b[1;1Habcdefghij")
    painter.paint()
    painter.read("\x1b[1;1HAbCdefghiJ")
    assert painter.paint() == "\x1b[1HAbC\x1b[6CJ"


def test_a_list_that_moves_by_one_is_moved_by_the_terminal():
    painter = Painter(80, 24)
    rows = [f"{number} " + "abcdefghij" * 7 for number in range(100)]
    painter.read("".join(f"\x1b[{y + 1};1H{row.ljust(80)}" for y, row in enumerate(rows[:24])))
    painter.paint()
    painter.read("".join(f"\x1b[{y + 1};1H{row.ljust(80)}" for y, row in enumerate(rows[1:25])))
    painted = painter.paint()
    assert painted.startswith("\x1b[1;24r\x1b[24H\n\x1b[r")
    assert len(painted) < 110


def test_nothing_that_a_person_wrote_is_obeyed():
    evil = "A\x1b]0;pwned\x07B\x1b[2JC\x9b31mD\x1b]52;c;cHduZWQ=\x1b\\E\u202eF\x1b[6nG\x1bcH"
    painter = Painter(80, 2)
    painter.read(f"\x1b[1;1H{evil}")
    painted = painter.paint()
    assert "\x1b" not in re.sub(r"\x1b\[[\d;]*[Hm]", "", painted)
    assert all(letter in painted for letter in "ABCDEFGH")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in painted.replace("\x1b", ""))


def test_a_wide_character_that_is_half_covered_becomes_a_blank():
    grid = Grid(6, 1)
    grid.read("\x1b[1;1H数字ab")
    grid.read("\x1b[1;2Hx")
    assert grid.rows[0][0] == [" ", "x", "字", "", "a", "b"]
    grid.read("\x1b[1;3Hyy")
    assert grid.rows[0][0] == [" ", "x", "y", "y", "a", "b"]


def test_what_lies_outside_the_screen_is_dropped():
    grid = Grid(4, 1)
    grid.read("\x1b[1;3Habc\x1b[9;1Hxyz\x1b[1;9Hq")
    assert grid.rows[0][0] == [UNKNOWN, UNKNOWN, "a", "b"]
    grid.read("\x1b[1;4H数")
    assert grid.rows[0][0][3] == " "


def test_a_misjudged_width_does_not_move_what_follows():
    painter = Painter(20, 1)
    painter.read("\x1b[1;1Ha😀b数c")
    assert painter.paint() == "\x1b[1H\x1b[ma😀\x1b[1;4Hb数c"


def test_a_great_frame_is_wrapped_where_the_terminal_can_hold_it_back():
    painter = Painter(80, 24)
    painter.synchronised = True
    painter.read("".join(f"\x1b[{y + 1};1H{'x' * 80}" for y in range(24)))
    assert painter.paint().startswith("\x1b[?2026h")
    painter.read("\x1b[1;1Hy")
    assert "2026" not in painter.paint()


@pytest.mark.parametrize(
    ("data", "expected"),
    [("\x1b[1;1Hx", True), ("\x1b[H", True), ("\x1b[?25l", False), ("\x07", False), ("x", False)],
)
def test_frames_are_told_from_modes(data, expected):
    assert is_frame(data) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", True), ("é●→─Żж", True), ("数", False), ("e\u0301", False)]
)
def test_narrow_text_is_known(text, expected):
    assert is_narrow(text) is expected


def test_a_reversed_blank_is_sent_again_where_its_colour_changes():
    painter = Painter(8, 1)
    painter.read("\x1b[1;1H\x1b[7;38;5;9m     \x1b[0m")
    assert "38;5;9" in painter.paint()
    painter.read("\x1b[1;1H\x1b[7;38;5;12m     \x1b[0m")
    assert "38;5;12" in painter.paint()
