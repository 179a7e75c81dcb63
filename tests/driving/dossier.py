"""A project with a life behind it: decided at a gate, declared, over its budget, edited once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.services import gates, people, projects
from pmo_tui.services.gates import Verdict
from tests.driving.person import MORNING, Person, at_keyboard, session_on

M = 1_000_000_00


class Clock:
    """A clock that a test sets."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Tell the moment."""
        return self.at


def with_a_life(path: Path) -> Path:
    """Make a database with the project P-0001, and P-0002 beside it."""
    clock = Clock(MORNING - timedelta(days=40))
    session = session_on(path, clock=clock)
    people.this_is_me(session, "Martin, Paul")
    base = projects.add(
        session,
        {
            "name": "ERP finance",
            "summary": "Replace the ledger of 1998 before its last developer retires.\nOne chart of accounts.",
            "programme": "Digital",
            "phase": "Scoping",
            "pm": "Dupont, Marie",
            "sponsor": "Martin, Paul",
            "department": "Finance",
            "priority": 2,
            "score": Decimal("71.5"),
            "tags": ("sap", "ledger"),
            "objectives": ("Close the books in three days",),
            "budget": 390 * M // 100,
            "start": date(2026, 3, 2),
            "finish": date(2027, 1, 31),
            "baseline_finish": date(2026, 12, 18),
            "links": ("charter https://example.org/erp", "https://example.org/plan"),
        },
    )
    clock.at = MORNING - timedelta(days=30)
    gate = gates.gates(session, base)[0]
    verdict = Verdict(
        Decision.CONDITIONAL,
        date(2026, 10, 24),
        "Martin, Paul",
        "Sign the licence first.",
        "By the committee.",
    )
    base = gates.decide(session, base, gate, verdict)
    clock.at = MORNING - timedelta(days=12)
    projects.save(
        session,
        base,
        {
            "forecast": 431 * M // 100,
            "actual": 120 * M // 100,
            "pm": "Durand, Jean",
            "health_time": Health.GREEN,
            "health_time_date": date(2026, 11, 11),
            "health_cost": Health.AMBER,
            "health_cost_comment": "Licences cost more than planned.",
            "health_cost_date": date(2026, 11, 11),
            "health_date": date(2026, 11, 11),
        },
    )
    projects.add(session, {"name": "Payments", "pm": "Dupuis, Anne", "tags": ("cloud",)})
    session.close()
    return path


@asynccontextmanager
async def reading(
    path: Path, size: tuple[int, int] = (80, 24), code: str = "P-0001", **given: object
) -> AsyncIterator[Person]:
    """Open the app and a project's page in it."""
    async with at_keyboard(path, size, **given) as person:  # type: ignore[arg-type]
        person.app.open("project", code=code)
        await person.settle()
        yield person
