"""The environment: what is decided before Textual is imported."""

import os
import subprocess
import sys

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.settings.config import Config
from screens.terminal.environment import Depth, prepare


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"TERM": "xterm-256color"}, Depth.PALETTE),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Depth.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Depth.PALETTE),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, Depth.PALETTE),
        ({"TERM": "xterm-kitty"}, Depth.PALETTE),
        ({"TERM": "xterm"}, Depth.SIXTEEN),
        ({"TERM": "linux"}, Depth.SIXTEEN),
        ({"TERM": "vt100"}, Depth.SIXTEEN),
        ({"TERM": "screen"}, Depth.SIXTEEN),
        ({"TERM": "screen-256color"}, Depth.PALETTE),
        ({}, Depth.SIXTEEN),
    ],
)
def test_the_depth_of_colour(environ, depth):
    assert prepare(environ).depth is depth


@pytest.mark.parametrize("wished", list(Depth))
def test_a_wish_stands_above_what_the_terminal_says(wished):
    environ = {"TERM": "xterm-256color", "NO_COLOR": "1"}
    assert prepare(environ, Config(colours=wished.value)).depth is wished


def test_a_dumb_terminal_is_refused_and_pointed_to_the_command_line():
    with pytest.raises(Refusal, match="pmo-tui list"):
        prepare({"TERM": "dumb"})


def test_only_our_own_variables_reach_textual():
    environ = {
        "TERM": "xterm-256color",
        "TEXTUAL_DRIVER": "evil:Driver",
        "TEXTUAL_LOG": "x",
        "TEXTUAL": "debug",
        "A": "b",
    }
    prepare(environ)
    assert environ["A"] == "b"
    assert {name for name in environ if name.startswith("TEXTUAL")} == {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FPS",
        "TEXTUAL_SMOOTH_SCROLL",
    }
    assert environ["ESCDELAY"] == "250"
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "256"


def test_kitty_keys_are_there_for_who_asks():
    environ = {"TERM": "xterm-kitty"}
    prepare(environ, Config(kitty_keys=True))
    assert "TEXTUAL_DISABLE_KITTY_KEY" not in environ


@pytest.mark.parametrize(
    ("term", "wished", "encoding", "expected"),
    [
        ("xterm-256color", "auto", "utf-8", "safe"),
        ("xterm-256color", "full", "UTF-8", "full"),
        ("xterm-256color", "ascii", "utf8", "ascii"),
        ("xterm-256color", "full", "iso-8859-1", "ascii"),
        ("xterm-256color", "auto", "no-such-encoding", "ascii"),
        ("linux", "auto", "utf-8", "ascii"),
        ("linux", "safe", "utf-8", "safe"),
    ],
)
def test_the_glyphs_fit_the_line(term, wished, encoding, expected):
    assert prepare({"TERM": term}, Config(glyphs=wished), encoding).glyphs == expected


@pytest.mark.parametrize(
    ("term", "expected"), [("xterm-256color", True), ("screen", False), ("vt100", False)]
)
def test_cells_are_erased_only_where_that_keeps_the_background(term, expected):
    assert prepare({"TERM": term}).erases is expected


def test_preparing_imports_no_textual():
    code = "import sys, screens.terminal.environment, screens.launch; print('textual' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert told.stdout.strip() == "False"
