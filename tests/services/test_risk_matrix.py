"""The matrix of risks: what stands in each cell by each assessment, and what has moved since a day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from db import risks as kept
from db import rollups
from pmo_tui.domain.fields import Value
from pmo_tui.domain.journal import Facts
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_values import severity
from pmo_tui.domain.risks import Side
from pmo_tui.services import journal, lists, projects, risk_lives, risks
from pmo_tui.services.boards import PROJECTS
from pmo_tui.services.risk_lists import RISKS
from pmo_tui.services.risk_matrix import SCORES, Move, matrix, movement
from pmo_tui.services.session import Session
from tests.keeping import Clock
from tests.risk_register import facts_of, some_risks, surround


@pytest.fixture
def session(timed: Session) -> Session:
    """Work in a new portfolio whose clock a test can set."""
    return timed


def test_each_cell_holds_its_risks_and_what_has_no_score_or_is_over_stands_apart(session: Session):
    first = risks.add(session, {"title": "A", "probability": 4, "impact_cost": 2, "impact_time": 5})
    second = risks.add(session, {"title": "B", "probability": 4, "impact": 5, "cost": 100})
    bare = risks.add(session, {"title": "C", "probability": 4})
    risk_lives.close(session, risks.add(session, {"title": "D", "probability": 1, "impact": 1}), "over")
    found = matrix(session)
    assert found.cells[4, 5].keys == (second.id, first.id)
    assert (found.placed, found.unscored, found.over) == (2, (bare.id,), 1)
    assert [found.cells[place].grade.letter for place in ((1, 1), (1, 5), (2, 5), (5, 5))] == list("LMHC")
    assert [cell.grade.score for cell in found.cells.values()] == [
        p * i for p in range(1, 6) for i in range(1, 6)
    ]


def test_a_query_narrows_the_matrix_and_a_bad_one_is_refused(session: Session):
    risks.add(session, {"title": "A", "probability": 4, "impact": 5})
    kept_one = risks.add(session, {"title": "B", "probability": 2, "impact": 2})
    assert matrix(session, "score<5").cells[2, 2].keys == (kept_one.id,)
    assert matrix(session, "score<5").placed == 1
    with pytest.raises(Refusal):
        matrix(session, "score:many")


def test_each_assessment_agrees_with_the_rules(session: Session):
    with session.writing("a register") as group:
        surround(group)
        keys = group.create_many("risk", [facts_of(row) for row in some_risks(200, Random(7))])
    items = [risk for risk in kept.read(keys, session.today()) if risk.value("active")]
    for which, side in product(SCORES, Side):
        found = matrix(session, which=which, side=side)
        of_side = [risk for risk in items if risk.value("side") == side.value]
        assessed = [severity(risk.value, SCORES[which]) for risk in of_side]
        places = Counter((each.probability, each.impact) for each in assessed if each.score is not None)
        assert {place: len(cell.keys) for place, cell in found.cells.items() if cell.keys} == places
        assert len(found.cells) == 25
        assert found.placed + len(found.unscored) == len(of_side)
        assert found.others == len(items) - len(of_side)


def test_threats_and_opportunities_stand_in_matrices_of_their_own(session: Session):
    threat = risks.add(session, {"title": "A", "probability": 5, "impact": 5})
    won = risks.add(session, {"title": "B", "probability": 5, "impact": 5, "side": "opportunity"})
    threats, opportunities = matrix(session), matrix(session, side=Side.OPPORTUNITY)
    assert (threats.cells[5, 5].keys, threats.others) == ((threat.id,), 1)
    assert (opportunities.cells[5, 5].keys, opportunities.others) == ((won.id,), 1)
    alone = matrix(session, "side:opportunity")
    assert (alone.side, alone.placed, alone.others) == (Side.OPPORTUNITY, 1, 0)


def test_an_opportunity_is_never_above_the_appetite_and_makes_nothing_worse(session: Session):
    project = projects.add(session, {"name": "Warehouse"})
    values: dict[str, Value] = {"project": project.code, "probability": 5, "impact": 5}
    won = risks.add(session, {"title": "B", "side": "opportunity", **values})
    assert won.value("over") is False
    assert lists.keys(session, RISKS, "over:yes") == []
    rollup = rollups.of_projects([project.id])[project.id]
    assert (rollup.risks, rollup.band) == (1, None)
    assert lists.keys(session, PROJECTS, "risk:critical") == []
    risks.add(session, {"title": "A", **values, "impact": 1})
    assert lists.keys(session, PROJECTS, "risk:moderate") == [project.id]


def test_a_risk_without_a_score_makes_nothing_worse_however_bad_it_would_be(session: Session):
    project = projects.add(session, {"name": "Warehouse"})
    risks.add(session, {"title": "A", "project": project.code, "probability": 1, "impact": 1})
    risks.add(session, {"title": "B", "project": project.code, "impact": 5})
    assert lists.keys(session, PROJECTS, "risk:low") == [project.id]
    assert lists.keys(session, PROJECTS, "risk:moderate") == []


def test_an_opportunity_that_scores_less_has_become_worse(session: Session, clock: Clock):
    won = risks.add(session, {"title": "A", "side": "opportunity", "probability": 4, "impact": 4})
    clock.now += timedelta(weeks=1)
    risk_lives.review(session, won, session.today(), {"probability": 2})
    [move] = movement(session, "", clock.now.date(), Side.OPPORTUNITY)
    assert move.worsened == 8
    assert movement(session, "", clock.now.date()) == ()


def test_a_move_is_told_from_the_cell_at_the_beginning_of_a_day(session: Session, clock: Clock):
    moved = risks.add(session, {"title": "A", "probability": 4, "impact": 4})
    still = risks.add(session, {"title": "B", "probability": 1, "impact": 1})
    ended = risks.add(session, {"title": "C", "probability": 2, "impact": 3})
    clock.now += timedelta(weeks=1)
    since = clock.now.date()
    risk_lives.review(session, moved, session.today(), {"probability": 2})
    risks.save(session, still, {"title": "B again"})
    risk_lives.close(session, ended, "over")
    new = risks.add(session, {"title": "D", "probability": 5, "impact": 5})
    risks.add(session, {"title": "E"})
    assert set(movement(session, "", since)) == {
        Move(moved.id, moved.code, "A", (4, 4), (2, 4)),
        Move(ended.id, ended.code, "C", (2, 3), None, over=True),
        Move(new.id, new.code, "D", None, (5, 5), known=False),
    }
    assert [move.title for move in movement(session, "title:D", since)] == ["D"]
    assert movement(session, "", since + timedelta(days=1)) == ()
    assert {move.then for move in movement(session, "", date(2026, 1, 1))} == {None}


def test_a_risk_deleted_and_brought_back_has_not_moved(session: Session, clock: Clock):
    risk = risks.add(session, {"title": "A", "probability": 4, "impact": 4})
    clock.now += timedelta(weeks=1)
    since = clock.now.date()
    risks.delete(session, risk)
    journal.undo(session)
    assert movement(session, "", since) == ()


def test_exposures_too_large_for_the_database_to_sum_are_still_compared(session: Session):
    project = projects.add(session, {"name": "Warehouse"})
    most = 10**15 * 100 - 1
    with session.writing("very many") as group:
        facts: Facts = {
            "title": "x",
            "project": project.id,
            "chance": 1_000_000,
            "cost": most,
            "level": "project",
        }
        group.create_many("risk", [{**facts, "code": f"X-{number}"} for number in range(100)])
    assert lists.keys(session, PROJECTS, "exposure>1M") == [project.id]
    assert lists.table(session, PROJECTS, "sort:exposure").rows == (project.id,)
