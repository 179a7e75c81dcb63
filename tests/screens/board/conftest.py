"""A small portfolio to look at: one of everything the board has to show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.services import projects
from pmo_tui.services.editing import Changes
from tests.driving.person import session_on

M = 1_000_000_00


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a database with eight projects in four phases."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    several: tuple[Changes, ...] = (
        {"name": "Data lake", "phase": "Idea", "programme": "Digital"},
        {"name": "e-Invoicing", "phase": "Idea", "budget": M // 2},
        {"name": "IAM v2", "phase": "Scoping", "programme": "Digital", "health": Health.GREEN, "budget": M},
        {
            "name": "ERP finance",
            "phase": "Delivery",
            "programme": "Digital",
            "pm": "Dupont",
            "sponsor": "Martin",
            "score": Decimal(82),
            "budget": 390 * M // 100,
            "forecast": 431 * M // 100,
            "health_time": Health.GREEN,
            "health_cost": Health.AMBER,
            "health_date": date(2026, 11, 11),
            "finish": date(2027, 1, 31),
        },
        {
            "name": "Payments",
            "phase": "Delivery",
            "programme": "Digital",
            "health": Health.RED,
            "budget": 2 * M,
        },
        {"name": "Claims AI", "phase": "Delivery", "health": Health.GREEN, "score": Decimal(60)},
        {
            "name": "Zürich move",
            "phase": "Delivery",
            "health": Health.GREEN,
            "score": Decimal(70),
            "tags": ("site",),
        },
        {"name": "[red]x[/] \x1b]0;pwn\x07 شركة 🎉 " + "long " * 30, "phase": "Closed"},
    )
    for values in several:
        projects.add(session, values)
    session.close()
    return path
