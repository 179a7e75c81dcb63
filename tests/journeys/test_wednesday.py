"""Wednesday: a risk happens, and is an issue with its story at once; one key leads there and back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pmo_tui.services import raid, risk_issues, risks
from pmo_tui.services.editing import get
from tests.driving.person import session_on
from tests.driving.register import at_the_register, with_a_register


@pytest.fixture(scope="module")
def made_portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a portfolio with a register once."""
    return with_a_register(tmp_path_factory.mktemp("wednesday") / "pmo.db")


@pytest.fixture
def portfolio(made_portfolio: Path, tmp_path: Path) -> Path:
    """Give a copy of the portfolio; the risk that happens has a link to what is known of it."""
    path = Path(shutil.copy(made_portfolio, tmp_path / "pmo.db"))
    session = session_on(path)
    risks.save(session, risks.find(session, "R-0001"), {"links": ("https://pmo.example/supplier",)})
    session.close()
    return path


async def test_a_risk_that_happens_is_in_the_issues_with_its_story(portfolio: Path):
    async with at_the_register(portfolio) as pmo:
        await pmo.press("o", "y")
        assert pmo.sees("R-0001 has occurred and is now issue I-0001.")
        await pmo.press("]")
        assert "I-0001" in pmo.cursor
    session = session_on(portfolio)
    risk = risks.find(session, "R-0001")
    issue = risk_issues.issue_of(session, risk)
    session.close()
    assert issue is not None
    assert [issue.value(name) for name in ("title", "owner", "project", "links")] == [
        "Key supplier insolvent",
        "Leroy, Anne",
        "P-0001",
        ("https://pmo.example/supplier",),
    ]
    story = str(issue.value("description")).split("\n")
    assert story[:4] == [
        "It was the risk R-0001.",
        "Cause: the integrator lost its main customer",
        "Event: it may stop payments before the acceptance",
        "Effect: stop the ERP for three months",
    ]


async def test_one_key_walks_from_the_risk_to_its_issue_and_back(portfolio: Path):
    async with at_the_register(portfolio) as pmo:
        await pmo.press("enter", "o", "y", "L")
        assert pmo.sees("I-0001 Key supplier insolvent", "It was the risk R-0001.")
        await pmo.press("L")
        assert pmo.sees("R-0001 Key supplier insolvent", "Occurred")


async def test_undoing_takes_the_issue_and_the_end_of_the_risk_back(portfolio: Path):
    async with at_the_register(portfolio) as pmo:
        await pmo.press("o", "y", "u")
        assert pmo.sees("Key supplier insolvent")
    session = session_on(portfolio)
    risk = risks.find(session, "R-0001")
    assert risk.value("status") != "occurred"
    assert risk_issues.issue_of(session, risk) is None
    assert get(session, raid.ISSUE, 1) is None
    session.close()
