"""Projects to be changed together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.services import projects
from tests.driving.person import session_on


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with three projects."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    projects.add(session, {"name": "Alpha", "programme": "Cloud", "start": date(2026, 1, 1)})
    projects.add(session, {"name": "Beta", "programme": "Legacy", "finish": date(2026, 6, 30)})
    projects.add(session, {"name": "Gamma", "health_cost": Health.RED})
    session.close()
    return path
