"""Registers beside the risks with a life behind them: something of each kind, some of it late, some of it over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.services import editing, people, projects, raid, risks
from pmo_tui.services.session import Session
from tests.driving.dossier import Clock
from tests.driving.person import MORNING, Person, at_keyboard, session_on

REGISTERS = ("issues", "assumptions", "dependencies", "actions", "decisions", "changes")
"""The registers in the order of their tabs."""

ERP, PAYMENTS = "P-0001", "P-0002"
LATE, SOON = date(2026, 11, 14), date(2026, 12, 14)

ITEMS: tuple[tuple[str, dict[str, Value]], ...] = (
    (
        "issue",
        {
            "title": "Test environment is down",
            "severity": "critical",
            "project": ERP,
            "owner": "Leroy, Anne",
            "due": LATE,
            "description": "Nobody can rehearse the closing of the month.",
        },
    ),
    ("issue", {"title": "Two people left the team", "severity": "high", "project": ERP, "due": SOON}),
    ("issue", {"title": "[red]x[/] 'drop' \U0001f6a7", "project": PAYMENTS}),
    (
        "assumption",
        {"title": "The bank keeps its old format", "confidence": "low", "project": ERP, "review": LATE},
    ),
    ("assumption", {"title": "Staff is trained by spring", "project": PAYMENTS}),
    (
        "dependency",
        {
            "title": "Customer master",
            "needs": ERP,
            "gives": PAYMENTS,
            "due": SOON,
            "promised": date(2026, 12, 20),
        },
    ),
    ("dependency", {"title": "Ledger interface", "needs": PAYMENTS, "gives": ERP, "due": LATE}),
    ("action", {"title": "Ask for a second quote", "project": ERP, "owner": "Moreau, Jean", "due": LATE}),
    ("action", {"title": "Sign the escrow", "risk": "R-0001", "due": SOON}),
    ("raid_decision", {"title": "One ledger or two?", "project": ERP, "due": SOON}),
    ("change_request", {"title": "Add the Swiss entity", "project": ERP, "impact_time": 30, "due": SOON}),
)
"""What stands in the registers: the kind, then what is said of it."""


def with_registers(path: Path) -> Path:
    """Make a database with two projects, a risk, and the items."""
    clock = Clock(MORNING - timedelta(days=40))
    session = session_on(path, clock=clock)
    people.this_is_me(session, "Martin, Paul")
    projects.add(session, {"name": "ERP finance", "programme": "Digital"})
    projects.add(session, {"name": "Payments"})
    risks.add(session, {"title": "Key supplier insolvent", "project": ERP, "probability": 4, "impact": 4})
    for entity, values in ITEMS:
        _add(session, entity, values)
    session.close()
    return path


def _add(session: Session, entity: str, values: dict[str, Value]) -> None:
    """Add an item of a kind."""
    editing.add(session, raid.EDITABLES[entity], values)


def item(path: Path, code: str) -> Item:
    """Give an item as it is kept, by its code."""
    session = session_on(path)
    kind = next(kind for kind in raid.EDITABLES.values() if kind.key_of(code) is not None)
    found = editing.find(session, kind, code)
    session.close()
    return found


def tab_of(noun: str) -> tuple[str, ...]:
    """Give the keys that lead from the board to a register."""
    return ("4", *("]",) * (REGISTERS.index(noun) + 1))


@asynccontextmanager
async def at_registers(
    path: Path, noun: str = "issues", size: tuple[int, int] = (80, 24), **given: object
) -> AsyncIterator[Person]:
    """Open the app and go to a register."""
    async with at_keyboard(path, size, **given) as person:  # type: ignore[arg-type]
        await person.press(*tab_of(noun))
        yield person
