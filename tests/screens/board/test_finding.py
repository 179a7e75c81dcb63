"""Going to a project by a few letters of its name, from anywhere."""

from __future__ import annotations

from pathlib import Path

from pmo_tui.domain.portfolio import View
from pmo_tui.services import views
from screens.board.finding import found_projects, found_views
from tests.driving.person import at_keyboard, session_on


def test_letters_find_projects_accents_and_case_ignored(portfolio: Path):
    session = session_on(portfolio)
    assert [thing.text for thing in found_projects(session, "ZUR")] == ["Zürich move"]
    assert [thing.text for thing in found_projects(session, "site")] == ["Zürich move"]  # its tag
    assert [thing.note for thing in found_projects(session, "p-0004")] == ["P-0004"]


def test_what_begins_with_the_letters_comes_first(portfolio: Path):
    session = session_on(portfolio)
    assert next(iter(found_projects(session, "i"))).text == "IAM v2"


def test_signs_of_a_query_are_letters_here(portfolio: Path):
    session = session_on(portfolio)
    assert not found_projects(session, "%_'; drop")
    session.close()


async def test_a_saved_view_is_gone_to_by_its_name(portfolio: Path):
    session = session_on(portfolio)
    views.save(session, View(0, 1, "Late and red", "rag:red", "table"))
    [thing] = found_views(session, "late")
    session.close()
    async with at_keyboard(portfolio) as pmo:
        pmo.app.open(thing.page, **thing.given)
        await pmo.settle()
        assert pmo.state.startswith(" Late and red / rag:red ")
        assert "Code" in pmo.screen, "as a table, as it was saved"
