"""A register with a life behind it: assessed, responded to, moved, some of it overdue."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

from pmo_tui.domain.fields import Value
from pmo_tui.domain.risks import Response
from pmo_tui.services import people, projects, risk_actions, risk_lives, risks
from pmo_tui.services.session import Session
from tests.driving.dossier import Clock
from tests.driving.person import MORNING, Person, at_keyboard, session_on

K = 1_000_00

RAISED = date(2026, 9, 2)
"""When the first risk and its actions were raised."""

SUPPLIER: dict[str, Value] = {
    "title": "Key supplier insolvent",
    "project": "P-0001",
    "owner": "Leroy, Anne",
    "category": "Suppliers",
    "cause": "the integrator lost its main customer",
    "event": "it may stop payments before the acceptance",
    "effect": "stop the ERP for three months",
    "raised": RAISED,
    "review": date(2026, 11, 17),
    "probability": 5,
    "impact_cost": 4,
    "impact_time": 3,
    "inherent_probability": 5,
    "inherent_impact": 4,
    "target_probability": 2,
    "target_impact": 4,
    "cost": 780 * K,
    "cost_low": 400 * K,
    "cost_high": 1_300 * K,
    "reserve": 200 * K,
    "tags": ("vendor",),
}
"""The first risk of the register."""

OTHERS: tuple[dict[str, Value], ...] = (
    {
        "title": "Data migration fails rehearsal",
        "project": "P-0001",
        "probability": 4,
        "impact": 4,
        "cost": 900 * K,
    },
    {
        "title": "Licence audit",
        "project": "P-0002",
        "probability": 3,
        "impact": 4,
        "review": date(2026, 11, 20),
    },
    {
        "title": "Reuse of IAM connectors",
        "side": "opportunity",
        "probability": 3,
        "impact": 3,
        "cost": 375 * K,
    },
    {"title": "Cable strike", "probability": 2, "impact": 4, "review": date(2027, 1, 4)},
    {"title": "[red]x[/] 'drop' \U0001f6a7", "probability": 1, "impact": 1},
)
"""The other risks, R-0002 to R-0006."""


def with_a_register(path: Path) -> Path:
    """Make a database with two projects and the risks R-0001 to R-0006, of which the last is closed."""
    clock = Clock(MORNING - timedelta(days=80))
    session = session_on(path, clock=clock)
    people.this_is_me(session, "Martin, Paul")
    projects.add(session, {"name": "ERP finance", "programme": "Digital", "budget": 3_900 * K})
    projects.add(session, {"name": "Payments"})
    supplier = risks.add(session, {**SUPPLIER, "probability": 4})
    for values in OTHERS:
        risks.add(session, values)
    clock.at = MORNING - timedelta(days=12)
    supplier = risk_lives.review(session, supplier, date(2026, 11, 17), {"probability": 5})
    supplier = risk_lives.respond(
        session, supplier, Response.MITIGATE, {"contingency": "Step in with our own team."}
    )
    _act(session, "R-0001", "Second source contract signed", date(2026, 11, 14))
    _act(session, "R-0001", "Escrow for the source code", date(2026, 10, 12))
    done = risk_actions.actions(session, risks.find(session, "R-0001"))
    risk_actions.finish(session, next(each for each in done if each.title.startswith("Escrow")))
    risk_lives.close(session, risks.find(session, "R-0006"), "no longer possible")
    session.close()
    return path


def _act(session: Session, code: str, title: str, due: date) -> None:
    """Add an action to a risk."""
    values: dict[str, Value] = {"title": title, "owner": "Moreau, Jean", "raised": RAISED, "due": due}
    risk_actions.add(session, risks.find(session, code), values)


@asynccontextmanager
async def at_the_register(
    path: Path, size: tuple[int, int] = (80, 24), **given: object
) -> AsyncIterator[Person]:
    """Open the app and go to the register of risks."""
    async with at_keyboard(path, size, **given) as person:  # type: ignore[arg-type]
        await person.press("4")
        yield person
