"""state.toml: what the program remembers; losing it loses nothing that matters."""

from pathlib import Path

import pytest

from pmo_tui.settings.places import state_file
from pmo_tui.settings.state import State


def test_what_is_remembered_is_there_at_the_next_start():
    State().remember(theme="light", view="Late")
    again = State()
    assert (again.text("theme"), again.text("view")) == ("light", "Late")


def test_nothing_is_remembered_at_first():
    state = State()
    assert (state.text("theme", "dark"), state.text("view")) == ("dark", "")


def test_two_windows_do_not_forget_each_others_memory():
    first, second = State(), State()
    first.remember(theme="light")
    second.remember(view="Late")
    assert State().text("theme") == "light"
    assert State().text("view") == "Late"


def test_none_forgets():
    State().remember(theme="light")
    State().remember(theme=None)
    assert State().text("theme") == ""


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe", b"\0", b"a = " + b"[" * 3000])
def test_a_corrupt_memory_is_ignored_and_then_replaced(content: bytes):
    state_file().parent.mkdir(parents=True)
    state_file().write_bytes(content)
    state = State()
    assert state.text("theme") == ""
    state.remember(theme="light")
    assert State().text("theme") == "light"


def test_a_memory_of_another_kind_is_no_text():
    State().remember(theme=3)
    assert State().text("theme", "dark") == "dark"


def test_what_cannot_be_written_is_kept_until_the_end(tmp_path: Path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    state = State(tmp_path / "file" / "state.toml")
    state.remember(theme="light")
    assert state.text("theme") == "light"


def test_no_draft_is_left_behind():
    State().remember(theme="light")
    State().remember(view=object())
    assert [path.name for path in state_file().parent.iterdir()] == ["state.toml"]


def test_a_memory_that_is_a_link_stays_one_and_a_new_one_is_private(tmp_path: Path):
    State().remember(theme="light")
    assert state_file().stat().st_mode & 0o777 == 0o600
    real = state_file().rename(tmp_path / "real.toml")
    state_file().symlink_to(real)
    State().remember(theme="dark")
    assert state_file().is_symlink()
    assert "dark" in real.read_text("utf-8")
