"""Projects to be written to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.services import projects
from tests.driving.person import session_on


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a database with three projects, and stand in a folder beside it."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    projects.add(session, {"name": "Alpha", "health": Health.RED, "budget": 1_000_000_00})
    projects.add(session, {"name": "=Beta | x", "tags": ("cloud",)})
    projects.add(session, {"name": "Gamma [red]x[/]", "summary": "two\nlines"})
    session.close()
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    return path
