"""The categories of a portfolio: seen, added, renamed, moved and deleted through the door, and taken back."""

from __future__ import annotations

import pytest

from pmo_tui.domain.fields import Value
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_categories import CategoryDraft
from pmo_tui.domain.risk_parts import Category
from pmo_tui.domain.risks import Level
from pmo_tui.services import journal, risk_categories, risks
from pmo_tui.services.risk_settings import Crossings
from pmo_tui.services.session import Session
from tests.keeping import replayed, standing, tables


def called(session: Session, name: str) -> Category:
    """Give the category of that name."""
    return next(each.category for each in risk_categories.standings(session) if each.category.name == name)


def risk(session: Session, category: str, probability: int = 3, impact: int = 4) -> str:
    """Add a risk of a category, and give its code."""
    values: dict[str, Value] = {
        "title": "x",
        "category": category,
        "probability": probability,
        "impact": impact,
    }
    return risks.add(session, values).code


def test_each_is_seen_with_what_stands_in_it(session: Session):
    risk(session, "Security")
    risk(session, "Security")
    found = {each.category.name: each for each in risk_categories.standings(session)}
    assert (found["Security"].risks, found["Technical"].risks, found["Technical"].below) == (2, 0, 4)
    assert next(iter(found)) == "Technical"


def test_one_that_was_made_in_passing_stands_last(session: Session):
    risk(session, "Weather")
    assert risk_categories.standings(session)[-1].category.name == "Weather"


def test_a_new_one_stands_last_of_those_below_the_same(session: Session):
    risk_categories.add(session, CategoryDraft("Legal", "External", {Level.PROJECT: 6}))
    below = [each for each in risk_categories.standings(session) if each.category.parent == "External"]
    assert [each.category.name for each in below] == ["Suppliers", "Regulation", "Market", "Legal"]
    assert below[-1].limits == {Level.PROJECT: 6}


def test_a_rename_tells_all_its_risks_anew_and_is_taken_back(session: Session):
    code = risk(session, "Security")
    before = tables()
    kept = risk_categories.save(
        session, called(session, "Security"), CategoryDraft("Cyber security", "Technical")
    )
    assert kept.name == "Cyber security"
    assert risks.find(session, code).value("category") == "Cyber security"
    assert replayed() == standing()
    journal.undo(session)
    assert tables() == before
    assert risks.find(session, code).value("category") == "Security"


def test_a_look_tells_the_risks_that_come_above_the_appetite_and_changes_nothing(session: Session):
    risk(session, "Security", 3, 4)
    risk(session, "Security", 1, 2)
    before = tables()
    found = risk_categories.look(
        session, called(session, "Technical"), CategoryDraft("Technical", None, {Level.PORTFOLIO: 25})
    )
    assert found == Crossings(0, 0)
    found = risk_categories.look(
        session, called(session, "Technical"), CategoryDraft("Technical", None, {Level.PORTFOLIO: 1})
    )
    assert found == Crossings(1, 0)
    assert tables() == before


def test_one_that_is_moved_takes_the_limits_of_the_one_above(session: Session):
    code = risk(session, "Security", 1, 2)
    external = called(session, "External")
    risk_categories.save(session, external, CategoryDraft("External", None, {Level.PORTFOLIO: 1}))
    draft = CategoryDraft("Security", "External")
    assert risk_categories.look(session, called(session, "Security"), draft) == Crossings(1, 0)
    moved = risk_categories.save(session, called(session, "Security"), draft)
    assert moved.parent == "External"
    assert risks.find(session, code).value("over") is True
    assert replayed() == standing()


def test_limits_are_set_changed_and_taken_away(session: Session):
    for limits in ({Level.PROJECT: 5, Level.PORTFOLIO: 3}, {Level.PROJECT: 6}, {}):
        base = called(session, "Market")
        risk_categories.save(session, base, CategoryDraft("Market", "External", limits))
        [found] = [each for each in risk_categories.standings(session) if each.category.name == "Market"]
        assert found.limits == limits
    for _each in range(3):
        journal.undo(session)
    assert replayed() == standing()


def test_one_in_which_risks_stand_stays(session: Session):
    risk(session, "Market")
    with pytest.raises(Refusal, match=r"1 risk stands in “Market”: give it another category first\."):
        risk_categories.delete(session, called(session, "Market"))
    with pytest.raises(Refusal, match=r"“Suppliers” stands below “External”: move or delete it first\."):
        risk_categories.delete(session, called(session, "External"))


def test_one_that_is_not_used_goes_with_its_limits_and_comes_back(session: Session):
    base = called(session, "Market")
    risk_categories.save(session, base, CategoryDraft("Market", "External", {Level.PROJECT: 5}))
    before = tables()
    risk_categories.delete(session, called(session, "Market"))
    assert "Market" not in [each.category.name for each in risk_categories.standings(session)]
    journal.undo(session)
    assert tables() == before


def test_one_that_somebody_else_has_changed_is_told(session: Session):
    base = called(session, "Market")
    risk_categories.save(session, base, CategoryDraft("Markets", "External"))
    with pytest.raises(Refusal, match="changed or deleted by someone else meanwhile"):
        risk_categories.save(session, base, CategoryDraft("Fairs", "External"))
    with pytest.raises(Refusal, match="changed or deleted by someone else meanwhile"):
        risk_categories.delete(session, base)
