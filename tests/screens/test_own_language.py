"""Everything is said in the language spoken, but what the portfolio itself calls its own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.cli.pages import page
from pmo_tui.cli.values import column
from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.project_fields import with_custom
from pmo_tui.domain.projects import Project
from pmo_tui.services import boards, portfolio, projects
from pmo_tui.transfer.markdown_writing import to_markdown
from screens.board.detail import detail_lines
from screens.glyphs import SAFE
from tests.driving.person import MORNING, at_keyboard, session_on

OWN = Field("own_money", Kind.LINE, "Money", custom=True, group="custom")
"""A field that a portfolio calls by a word that the program translates elsewhere."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a database with such a field and a red project."""
    path = tmp_path / "dsi.db"
    session = session_on(path)
    with session.writing("Fields declared") as group:
        portfolio.add_own_fields(group, [OWN])
    projects.add(
        session, {"name": "ERP", "health": Health.RED, "score": Decimal("3.50"), "own_money": "capex"}
    )
    session.close()
    return path


async def test_a_group_is_headed_in_words_of_the_language(path: Path, french: None):
    async with at_keyboard(path, (120, 36)) as pmo:
        await pmo.press("v", "/")
        await pmo.types("group:health")
        await pmo.press("enter")
        assert pmo.sees("▾ rouge  1")
        assert "red" not in pmo.line("▾")


def test_a_score_has_the_decimal_sign_of_the_language(path: Path, french: None):
    session = session_on(path)
    detail = boards.detail(session, 1)
    session.close()
    assert detail is not None
    assert " 3,5" in detail_lines(detail, MORNING.date(), SAFE)[-1].text


async def test_an_own_field_is_called_as_the_portfolio_calls_it(path: Path, french: None):
    async with at_keyboard(path, (120, 36)) as pmo:
        await pmo.press("v", "/")
        await pmo.types("group:own_money sort:own_money")
        await pmo.press("enter")
        assert "money" in pmo.state
        assert "argent" not in pmo.state.lower()


def test_an_own_field_is_called_so_outside_the_screens_too(french: None):
    project = Project(1, 1, "P-1", "ERP", "Idea", custom={"own_money": "capex"})
    assert column(OWN, ["capex"], short=True).heading == "Money"
    assert any("Money  " in line for line in page(project, [], with_custom((OWN,)), 80))
    assert to_markdown([project], [OWN]).startswith("| Money |")
