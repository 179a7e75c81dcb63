"""config.toml: read, never written, and every mistake in it named with its place."""

import os
from pathlib import Path

import platformdirs
import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.settings import places
from pmo_tui.settings.config import Config, load
from pmo_tui.settings.declared import SETTINGS


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give a function that writes a config.toml and reads it as the program does."""

    def read(text: str) -> Config:
        path = tmp_path / "config.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv("PMO_TUI_CONFIG", str(path))
        return load()

    return read


def _refused(config, text: str) -> str:
    """Give the sentence by which a text is refused."""
    with pytest.raises(Refusal) as refused:
        config(text)
    return str(refused.value)


def test_without_a_file_everything_is_as_declared():
    usual = load()
    assert usual.path is None
    assert {s.name: getattr(usual, s.name) for s in SETTINGS} == {s.name: s.default for s in SETTINGS}


def test_what_a_person_sets_is_taken(config, tmp_path: Path):
    found = config(
        'lang = "fr"\nmouse = true\ndb = "work/pmo.db"\n[keys]\n"board.edit" = "e  E"\nboard.add = "a"\n'
    )
    assert (found.lang, found.mouse, found.theme) == ("fr", True, "dark")
    assert found.db == str(tmp_path / "work/pmo.db")
    assert found.keys == {"board.edit": "e E", "board.add": "a"}
    assert found.given == {"lang", "mouse", "db", "keys"}


def test_the_home_is_understood_in_the_database(config, home: Path):
    assert config('db = "~/pmo.db"').db == str(home / "pmo.db")


def test_an_address_stays_an_address(config):
    assert config('db = "postgresql://host/pmo"').db == "postgresql://host/pmo"


def test_an_unknown_key_names_the_file_and_the_nearest(config, tmp_path: Path):
    sentence = _refused(config, 'tehme = "light"')
    assert sentence == f"{tmp_path / 'config.toml'}: there is no setting “tehme”. Did you mean “theme”?"


def test_a_key_like_no_other_names_all(config):
    assert "Known: db, lang, theme" in _refused(config, "xyzzyplugh = 1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theme = "lihgt"', '“theme” takes "dark" | "light", not \'lihgt\'. Did you mean “light”?'),
        ("theme = 3", '“theme” takes "dark" | "light", not 3.'),
        ('mouse = "yes"', "“mouse” takes true | false, not 'yes'."),
        ("keys = 3", "“keys” is a table"),
        ('[keys]\n"board.edit" = 5', "the action “board.edit” in [keys] takes its keys as text"),
        ("theme = ", "is no TOML"),
    ],
)
def test_a_mistake_names_the_key_and_what_it_takes(config, text: str, told: str):
    assert told in _refused(config, text)


def test_a_file_that_is_no_text_is_refused(config, tmp_path: Path):
    (tmp_path / "config.toml").write_bytes(b'lang = "\xff"')
    with pytest.raises(Refusal, match="UTF-8"):
        load(tmp_path / "config.toml")


def test_a_file_that_was_named_must_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PMO_TUI_CONFIG", str(tmp_path / "none.toml"))
    with pytest.raises(Refusal, match="PMO_TUI_CONFIG"):
        load()


@pytest.mark.parametrize("set_", [True, False])
def test_the_places_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch, set_: bool):
    if not set_:
        for name in [name for name in os.environ if name.startswith("XDG_")]:
            monkeypatch.delenv(name)
    known = platformdirs.PlatformDirs("pmo-tui", appauthor=False)
    assert places.config_file() == known.user_config_path / "config.toml"
    assert places.database_file() == known.user_data_path / "portfolio.db"
    assert places.demo_file() == known.user_data_path / "demo.db"
    assert places.state_file() == known.user_state_path / "state.toml"
