"""The session: who is at the keyboard, which day it is, and what is asked of the system for it."""

from __future__ import annotations

import os
import pwd
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db.engine import Store
from pmo_tui.services.session import Session, account, now, open_session


def test_the_account_is_the_system_s_not_the_environment_s(monkeypatch: pytest.MonkeyPatch):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "mallory")
    assert account() == pwd.getpwuid(os.getuid()).pw_name


def test_an_account_without_a_name_goes_by_its_number(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_001)
    assert account() == "4000000001"


def test_moments_are_kept_without_a_zone_in_utc():
    assert now().tzinfo is None


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand where the day begins nine hours earlier."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "JST-9")
        time.tzset()
        yield
    time.tzset()


def test_the_day_is_that_of_this_host(tmp_path: Path, far_east: None):
    session = open_session(
        tmp_path / "a.db", create=True, who="alice", clock=lambda: datetime.fromisoformat("2026-11-23 20:00")
    )
    assert session.today().isoformat() == "2026-11-24"
    session.close()


def test_a_session_can_be_read_only(tmp_path: Path):
    open_session(tmp_path / "a.db", create=True).close()
    session = Session(Store.open(tmp_path / "a.db", read_only=True))
    assert session.read_only
    session.close()
