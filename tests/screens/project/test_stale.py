"""A declaration that is too old is marked, on the board and on the project's page."""

from datetime import date
from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.services import projects
from tests.driving.person import at_keyboard, session_on


@pytest.mark.parametrize(("day", "told"), [(date(2026, 10, 9), False), (date(2026, 10, 8), True)])
async def test_an_old_declaration_is_marked_as_stale(tmp_path: Path, day: date, told: bool):
    path = tmp_path / "dsi.db"
    session = session_on(path)
    projects.add(session, {"name": "ERP", "phase": "Delivery", "health": Health.AMBER, "health_date": day})
    session.close()
    async with at_keyboard(path, (120, 36)) as pmo:
        assert pmo.sees("declared ◆A")
        assert ("d ago stale" in pmo.screen) is told
        await pmo.press("enter")
        assert pmo.sees("declared ◆A", "Weather")
        assert pmo.screen.count("d ago stale") == (2 if told else 0)
