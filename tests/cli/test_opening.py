"""Without a verb: the screens open in a terminal, on the database and with the options that were asked for."""

import sys
from pathlib import Path

import pytest

from pmo_tui.cli import parsing
from pmo_tui.cli.opening import options
from pmo_tui.settings.config import Config, load
from pmo_tui.settings.state import State
from tests.driving.terminal import Terminal

PROGRAM = (sys.executable, "-m", "pmo_tui")


@pytest.mark.slow
def test_the_demo_opens_on_the_board_and_ends_with_q(tmp_path: Path):
    command = (*PROGRAM, "--db", str(tmp_path / "demo.db"), "demo", "--projects", "30")
    with Terminal(command, columns=100, rows=30) as terminal:
        terminal.wait_for("Delivery")
        terminal.wait_for("IT 2026")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.slow
def test_ones_own_portfolio_is_made_at_the_first_start(home: Path):
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("portfolio is empty")
        terminal.press("q")
        assert terminal.ended() == 0
    assert (home / "data/pmo-tui/portfolio.db").exists()


@pytest.mark.slow
def test_keys_of_an_unknown_action_are_refused_before_anything_is_drawn(tmp_path: Path, monkeypatch):
    config = tmp_path / "config.toml"
    config.write_text('[keys]\n"board.edti" = "E"\n', "utf-8")
    monkeypatch.setenv("PMO_TUI_CONFIG", str(config))
    with Terminal(PROGRAM) as terminal:
        assert terminal.ended() == 1
        assert "Did you mean “board.edit”?" in terminal.text.replace("\n", "")
        assert "config.toml" in terminal.text.replace("\n", "")


@pytest.mark.slow
def test_a_terminal_that_cannot_place_text_gets_a_sentence():
    with Terminal(PROGRAM, term="dumb") as terminal:
        assert terminal.ended() == 1
        assert "TERM=dumb" in terminal.text


def _options(config: Config, *words: str):
    """Give the options of a command line."""
    args = parsing.for_everything().parse_args(list(words))
    return options(args, config)


def test_a_flag_comes_before_a_setting_and_a_setting_before_the_memory(tmp_path: Path):
    assert _options(Config()).theme == "dark"
    State().remember(theme="light")
    assert _options(Config()).theme == "light"
    path = tmp_path / "config.toml"
    path.write_text('theme = "dark"\nglyphs = "full"\nmouse = true', "utf-8")
    config = load(path)
    assert (_options(config).theme, _options(config).glyphs, _options(config).mouse) == ("dark", "full", True)
    asked = _options(config, "--theme", "light", "--ascii")
    assert (asked.theme, asked.glyphs) == ("light", "ascii")


def test_a_memory_that_makes_no_sense_is_not_followed():
    State().remember(theme="pink")
    assert _options(Config()).theme == "dark"
