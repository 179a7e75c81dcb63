"""The log of failures: one for the command line and the screens, for this account alone."""

import stat
from pathlib import Path

import pytest

from pmo_tui.settings import failures
from pmo_tui.settings.failures import record
from pmo_tui.settings.places import log_file
from screens.terminal import crash


def test_the_screens_and_the_command_write_into_one_log_in_one_form():
    record(ZeroDivisionError("one"))
    told = crash.sentence(ValueError("two"))
    assert str(log_file()) in told
    assert record(None) == log_file()
    heads = [line for line in log_file().read_text("utf-8").splitlines() if " pmo-tui " in line]
    assert len(heads) == 3
    assert all("Z pmo-tui " in head and ", Python 3." in head for head in heads)
    assert stat.S_IMODE(log_file().stat().st_mode) == 0o600


def test_a_long_log_is_begun_anew(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(failures, "LARGEST", 10)
    record(ValueError("first"))
    record(ValueError("second"))
    assert "first" not in log_file().read_text("utf-8")


def test_where_it_cannot_be_written_the_sentence_says_so(home: Path, tmp_path: Path):
    log_file().parent.mkdir(parents=True)
    log_file().symlink_to(tmp_path / "elsewhere")
    assert crash.sentence(ValueError()).endswith("The details could not be written.")
    assert not (tmp_path / "elsewhere").exists()
