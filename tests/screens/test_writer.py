"""The writer: what goes out, in which order, and what a line that stalls gets."""

import os
import select

import pyte
import pytest

from screens.terminal.painter import Painter
from screens.terminal.writer import Writer

WIDTH, HEIGHT = 80, 24
PIPE = 1 << 16


@pytest.fixture
def pipe():
    """A line: what is read, what is written."""
    reads, writes = os.pipe()
    yield reads, writes
    os.close(reads)
    os.close(writes)


def frame(number: int) -> str:
    """A whole screen that differs from every other one."""
    return "".join(
        f"\x1b[{y + 1};1H\x1b[38;5;{number % 256}m{number:04} {y:04}".ljust(WIDTH, "x") for y in range(HEIGHT)
    )


def received(reads: int) -> bytes:
    """All that comes until nothing has come for a while."""
    data = b""
    while select.select([reads], [], [], 0.2)[0]:
        data += os.read(reads, PIPE)
    return data


def test_a_stalled_line_gets_the_newest_frame_and_never_holds_back_who_writes(pipe):
    reads, writes = pipe
    writer = Writer(writes, Painter(WIDTH, HEIGHT))
    writer.start()
    for number in range(500):
        writer.write(frame(number))
    data = received(reads)
    writer.stop()
    assert not writer.is_alive()
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.ByteStream(screen).feed(b"\x1b[?7l" + data)
    assert [line[:9] for line in screen.display] == [f"0499 {y:04}" for y in range(HEIGHT)]
    assert len(data) < PIPE + 4 * WIDTH * HEIGHT


def test_modes_and_frames_go_out_in_their_order(pipe):
    reads, writes = pipe
    writer = Writer(writes, Painter(WIDTH, HEIGHT))
    writer.write("\x1b[?1049h")
    writer.write("\x1b[1;1H\x1b[1mone\x1b[0m")
    writer.write("\x07")
    writer.write("\x1b[2;1Htwo")
    writer.write("\x1b[?1049l")
    writer.start()
    writer.stop()
    assert os.read(reads, PIPE) == b"\x1b[?1049h\x1b[1H\x1b[m\x1b[1mone\x07\x1b[2H\x1b[mtwo\x1b[?1049l"


def test_synchronised_frames_are_wrapped_only_where_something_is_sent(pipe):
    reads, writes = pipe
    writer = Writer(writes, Painter(WIDTH, HEIGHT))
    for _ in range(2):
        for part in ("\x1b[?2026h", frame(1), "\x1b[?2026l"):
            writer.write(part)
    writer.start()
    writer.stop()
    data = os.read(reads, PIPE)
    assert data.count(b"\x1b[?2026h") == data.count(b"\x1b[?2026l") == 1


def test_letters_that_a_line_cannot_carry_become_question_marks(pipe):
    reads, writes = pipe
    writer = Writer(writes, Painter(WIDTH, HEIGHT), "latin-1")
    writer.write("\x1b[1;1Hé数!")
    writer.start()
    writer.stop()
    assert os.read(reads, PIPE) == b"\x1b[1H\x1b[m\xe9??!"


def test_a_line_that_is_gone_ends_the_writer():
    reads, writes = os.pipe()
    os.close(reads)
    writer = Writer(writes, Painter(WIDTH, HEIGHT))
    writer.start()
    writer.write(frame(1))
    writer.join(5)
    assert not writer.is_alive()
    writer.stop()
    os.close(writes)


def test_after_a_change_of_size_the_next_frame_is_sent_in_full(pipe):
    reads, writes = pipe
    writer = Writer(writes, Painter(WIDTH, HEIGHT))
    writer.write("\x1b[1;1Hone")
    writer.resized(40, 10)
    writer.write("\x1b[1;1Hone")
    writer.start()
    writer.stop()
    assert os.read(reads, PIPE).count(b"one") == 1
