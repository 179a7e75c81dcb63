"""A few projects to be listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.services import projects
from tests.driving.person import session_on


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with three projects."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    for name, programme, budget in (("Alpha", "Red", 300), ("Beta", "Blue", 100), ("Gamma", "Red", 200)):
        projects.add(session, {"name": name, "programme": programme, "budget": budget * 1_000_000_00})
    session.close()
    return path
