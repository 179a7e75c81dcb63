"""A few projects to be seen in several ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.services import projects
from tests.driving.person import session_on


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with two projects, one of them red."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    projects.add(session, {"name": "Payments", "health": Health.RED})
    projects.add(session, {"name": "Claims", "health": Health.GREEN})
    session.close()
    return path
