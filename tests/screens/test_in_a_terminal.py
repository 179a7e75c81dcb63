"""The sample in a real terminal: what it sends, what it costs, and how it leaves."""

import os
import re
import signal
import stat
import sys
from pathlib import Path

import pytest

from tests.driving.terminal import Terminal

SAMPLE = [sys.executable, "-m", "tests.screens.run_sample"]
STEP_BYTES = 600  # two rows and what changes in the detail; the list alone takes fewer than 440
PAGE_BYTES = 3_500
START_BYTES = 6_000


def sample(count: int = 1000, **given) -> Terminal:
    """Open the sample and wait until it shows its rows and their detail."""
    terminal = Terminal([*SAMPLE, str(count)], **given)
    terminal.wait_for("ERP finance 0").wait_for(lambda: "Why" in terminal.text).settle()
    return terminal


def test_a_step_in_a_long_list_costs_two_lines():
    with sample(100_000, columns=120, rows=36) as terminal:
        assert len(terminal.data) < START_BYTES
        for _ in range(5):
            assert 0 < terminal.press("j").size < STEP_BYTES
        assert 0 < terminal.press("pagedown").size < PAGE_BYTES
        terminal.press("G")
        assert "P-99999" in terminal.text


def test_one_step_further_than_the_screen_moves_the_rows_in_the_terminal():
    with sample(1000, columns=120, rows=36) as terminal:
        terminal.press(*["j"] * 23)
        frame = terminal.press("j")
        assert b"\x1b[r" in frame.data
        assert frame.size < 900


def test_an_idle_screen_sends_nothing():
    with sample() as terminal:
        terminal.press("j")
        before = len(terminal.data)
        terminal.settle(quiet=2.0)
        assert len(terminal.data) == before


def test_colours_are_of_the_palette_even_where_the_terminal_has_more():
    with sample(environ={"COLORTERM": "truecolor"}) as terminal:
        assert b"38;5;" in terminal.data
        assert b"38;2;" not in terminal.data
        assert terminal.cell(0, 1).fg == "5fafff"


def test_the_mouse_is_left_to_the_terminal_unless_wanted():
    with sample() as terminal:
        assert not re.search(rb"\x1b\[\?100[0-9]h", bytes(terminal.data).replace(b"\x1b[?1004h", b""))
    with sample(environ={"PMO_SAMPLE_MOUSE": "1"}) as terminal:
        assert b"\x1b[?1000h\x1b[?1002h\x1b[?1006h" in terminal.data
        assert b"\x1b[?1003h" not in terminal.data
        terminal.press("\x1b[<0;10;8M\x1b[<0;10;8m")
        assert terminal.row(7).startswith("▌")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(number):
    with sample() as terminal:
        assert terminal.modes() == (False, False)
        terminal.signal(number)
        assert terminal.ended() == 128 + number
        assert b"\x1b[m\x1b[?1049l\x1b[?25h" in terminal.data


def test_quitting_gives_the_terminal_back_and_ends_well():
    with sample() as terminal:
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert b"\x1b[?1049l\x1b[?25h" in terminal.data


def test_the_terminal_echoes_again_after_a_signal(tmp_path):
    script = f"cd {Path.cwd()} && {sys.executable} -m tests.screens.run_sample; stty -a; echo left"
    with Terminal(["/bin/sh", "-c", script]) as terminal:
        terminal.wait_for("ERP finance 0").settle()
        child = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()[0]
        os.kill(int(child), signal.SIGTERM)
        terminal.wait_for(lambda: b"left" in terminal.data)
        told = bytes(terminal.data).decode(errors="replace")
        assert re.search(r"(?<!-)\bicanon\b", told)
        assert re.search(r"(?<!-)\becho\b", told)


def test_a_terminal_that_is_gone_ends_the_app_even_where_hangups_are_ignored():
    command = ["/bin/sh", "-c", f"trap '' HUP; exec {' '.join(SAMPLE)}"]
    with Terminal(command) as terminal:
        terminal.wait_for("ERP finance 0").settle()
        terminal.hang_up()
        assert os.waitpid(terminal.pid, 0)[0] == terminal.pid
        terminal.status = 0


def test_a_defect_shows_one_sentence_and_keeps_the_traceback_for_the_log(home):
    with sample() as terminal:
        terminal.press("v")
        assert terminal.ended() == 1
        told = re.sub(r"\s+", " ", bytes(terminal.data).decode().rpartition("\x1b[?1004l")[2])
        log = home / "state" / "pmo-tui" / "failures.log"
        assert "pmo-tui has a defect" in told
        assert "Traceback" not in told
        assert "hunter2" not in told
        assert "RuntimeError: no view 7" in log.read_text()
        assert "hunter2" not in log.read_text().replace('password = "hunter2"', "")
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_defect_on_the_thread_that_listens_has_its_cause_in_the_log(home):
    with sample(environ={"PMO_SAMPLE_DEAF": "1"}) as terminal:
        terminal.press("j")
        assert terminal.ended() == 1
        assert "RuntimeError: a deaf keyboard" in (home / "state/pmo-tui/failures.log").read_text()


@pytest.mark.parametrize("odd", [b"\xe9t\xe9", b"\xff\xfe", b"\x80\x9b31m", b"\xf0\x9f"])
def test_bytes_of_another_encoding_are_letters(odd):
    with sample() as terminal:
        terminal.press(odd[:1], "j", "j", "e", "ctrl+u", odd, quiet=0.5)
        terminal.press("enter")
        assert f"Name: {odd.decode('cp1252')}" in terminal.row(-1)


def test_a_pasted_text_arrives_as_one_text_whatever_it_holds():
    with sample() as terminal:
        terminal.press("e", "ctrl+u")
        terminal.press(b"\x1b[200~AAA \x1b[31mBBB \x1b[0m\tCCC\r\nDDD\x1b", b"[201~", "enter")
        assert "Name: AAA �[31mBBB �[0m CCC DDD" in terminal.row(-1)


def test_without_colours_nothing_but_attributes_is_sent():
    with sample(environ={"NO_COLOR": "1"}) as terminal:
        codes = {
            code
            for found in re.findall(rb"\x1b\[([\d;]*)m", terminal.data)
            for code in found.split(b";")
            if code
        }
        assert codes <= {b"0", b"1", b"2", b"4", b"7", b"22", b"24", b"27"}
        assert terminal.cell(3, 10).reverse
        assert "▲R" in terminal.text


@pytest.mark.parametrize("term", ["linux", "vt100", "xterm"])
def test_sixteen_colours_are_enough(term):
    with sample(term=term) as terminal:
        assert b"38;5" not in terminal.data
        assert b";48" not in terminal.data
        assert terminal.cell(3, 10).reverse
        red = next(y for y in range(24) if "R Core" in terminal.row(y))
        assert terminal.cell(red, 9).fg == "red"


def test_ascii_needs_nothing_else():
    with sample(environ={"PMO_SAMPLE_GLYPHS": "ascii"}) as terminal:
        assert terminal.text.replace("数据迁移", "").isascii()
        assert "!R Core insurance 3" in terminal.text


def test_another_encoding_gets_ascii_shapes_and_its_own_letters():
    with Terminal([*SAMPLE], environ={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}) as terminal:
        terminal.wait_for("oG ERP finance 0").settle()
        assert b"\xe2\x97\x8f" not in terminal.data
        assert "DSI 2026 . alice" in terminal.text


def test_a_change_of_size_is_followed():
    with sample() as terminal:
        terminal.resize(20, 5)
        terminal.wait_for("Terminal too small")
        terminal.resize(100, 30)
        terminal.wait_for("ERP finance 0").settle()
        assert terminal.row(-1).endswith("^p palette")
        assert len(terminal.row(0)) == 99


def test_a_disturbed_screen_is_painted_again_on_demand():
    with sample() as terminal:
        terminal.screen.reset()
        terminal.press("ctrl+l")
        terminal.wait_for("ERP finance 0").wait_for("? help")


def test_a_stalled_line_holds_back_no_signal():
    with sample(100_000, columns=120, rows=36) as terminal:
        for _ in range(10):
            terminal.send(*["pagedown"] * 20)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended_unread() in (128 + signal.SIGTERM, -signal.SIGALRM)


def test_the_clipboard_is_sent_as_osc_52():
    with sample() as terminal:
        terminal.press("y")
        assert b"\x1b]52;c;" in terminal.data
        assert "Sent to the terminal's clipboard" in terminal.row(-1)


def test_a_dumb_terminal_is_refused_before_anything_is_drawn():
    with Terminal([*SAMPLE], term="dumb") as terminal:
        assert terminal.ended() == 1
        assert b"\x1b" not in terminal.data
        assert b"pmo-tui list" in terminal.data
