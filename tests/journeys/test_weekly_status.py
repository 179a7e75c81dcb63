"""The weekly status and the gate: a project manager's few minutes, and a colleague who is at the same project."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmo_tui.domain.health import Declaration, Dimension, Health
from pmo_tui.services import people, projects
from pmo_tui.services.editing import Changes
from tests.driving.colleague import colleague_saves
from tests.driving.person import at_keyboard, session_on

K = 1_000_00
TODAY = date(2026, 11, 23)


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Give a portfolio in which one project runs over its budget while its manager says amber."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    values: Changes = {
        "name": "ERP finance",
        "phase": "Planning",
        "pm": "Dupont",
        "sponsor": "Martin",
        "budget": 3_900 * K,
        "forecast": 4_310 * K,
        "start": date(2026, 3, 1),
        "health": Health.AMBER,
    }
    projects.add(session, values)
    people.this_is_me(session, "Dupont")
    projects.add(session, {"name": "Intranet", "phase": "Delivery", "health": Health.GREEN})
    session.close()
    return path


async def test_the_figures_speak_before_the_manager_does(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        assert pmo.sees("computed ▲R", "forecast 10.5 % over budget (limit 10 %)")
        await pmo.press("w")
        assert pmo.sees("Time", "Cost", "Scope", "Risk")


async def test_the_manager_declares_in_a_few_keys(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("w")
        assert pmo.sees("Declare the weather of P-0001 ERP finance")
        await pmo.press("g", "tab", "tab", "r", "tab")
        await pmo.types("Licences cost more than planned.")
        await pmo.press("ctrl+o")
        assert pmo.sees("Declared: P-0001 ERP finance.", "declared ▲R today")
    session = session_on(portfolio)
    project = projects.find(session, "P-0001")
    session.close()
    assert project.dimensions == {
        Dimension.TIME: Declaration(Health.GREEN, "", TODAY),
        Dimension.COST: Declaration(Health.RED, "Licences cost more than planned.", TODAY),
    }
    assert (project.health, project.health_date) == (Health.RED, TODAY)


async def test_a_gate_asks_for_what_is_missing_and_then_opens(portfolio: Path):
    async with at_keyboard(portfolio) as pmo:
        await pmo.press("m")
        assert pmo.sees("Go for delivery", "Finish")
        await pmo.press("ctrl+o")
        assert pmo.sees("A go needs this")
        await pmo.types("31 jan 2027")
        await pmo.press("ctrl+o")
        assert "ERP finance" in pmo.cursor
        assert pmo.sees("31 Jan 2027")
        delivery = pmo.line("Delivery")
        assert delivery[delivery.index("Delivery") :].split()[1] == "2"
        await pmo.press("u")
        delivery = pmo.line("Delivery")
        assert delivery[delivery.index("Delivery") :].split()[1] == "1"


async def test_two_people_at_one_project_never_overwrite_each_other_silently(portfolio: Path):
    async with at_keyboard(portfolio, (120, 36)) as pmo:
        await pmo.press("e")
        await pmo.types(" 2")
        colleague_saves(portfolio, "P-0001", name="ERP for finance", department="Finance")
        await pmo.press("ctrl+o")
        assert pmo.sees("bob", "ERP for finance", "ERP finance 2")
        await pmo.press("enter")
        assert pmo.sees("Both of you changed this: choose one with ← →.")
        await pmo.press("right", "enter")
        assert pmo.sees("Saved: P-0001 ERP finance 2.")
    session = session_on(portfolio)
    project = projects.find(session, "P-0001")
    session.close()
    assert (project.name, project.department) == ("ERP finance 2", "Finance"), "both of them are heard"
