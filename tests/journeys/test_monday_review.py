"""A Monday: twelve reviews are overdue, and the PMO goes through them by keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from pmo_tui.domain.fields import Value
from pmo_tui.services import risks
from tests.driving.person import at_keyboard, session_on

TWELVE = 12
DAY = date(2026, 11, 20)


async def test_twelve_overdue_reviews_take_fewer_than_forty_keys(tmp_path: Path):
    session = session_on(tmp_path / "pmo.db")
    for number in range(TWELVE):
        raised = date(2026, 9, 1)
        values: dict[str, Value] = {"probability": 3, "impact": 3, "raised": raised}
        values["title"] = f"Overdue {number}"
        risks.add(session, {**values, "review": DAY - timedelta(days=number)})
    risks.add(session, {"title": "Not yet", "probability": 5, "impact": 5, "review": date(2026, 12, 24)})
    session.close()
    async with at_keyboard(tmp_path / "pmo.db") as pmo:
        keys = ["4", "O"]
        await pmo.press(*keys)
        assert pmo.sees("12 of 13")
        for number in range(TWELVE):
            reading = f"Overdue {TWELVE - 1 - number}"
            assert pmo.sees(reading)
            review = (
                ["r", "pageup", "pageup", "up", "up", "up", "4", "ctrl+o"] if number == 3 else ["r", "enter"]
            )
            await pmo.press(*review)
            keys += review
        assert pmo.sees("Nothing matches.")
        assert len(keys) < 40
    session = session_on(tmp_path / "pmo.db")
    found = [risks.find(session, f"R-{number:04}") for number in range(1, TWELVE + 1)]
    session.close()
    assert all(str(risk.value("review")) > DAY.isoformat() for risk in found)
    assert [risk.value("score") for risk in found].count(12) == 1
