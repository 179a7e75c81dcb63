"""What belongs to things: it comes back with them, is never left behind by an undo, and keeps its codes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from db.journal import history_with_parts
from pmo_tui.domain.items import Item
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import (
    comments,
    conflicts,
    editing,
    journal,
    projects,
    relations,
    risk_actions,
    risk_lives,
    risk_matrix,
    risks,
)
from pmo_tui.services.editing import Editable
from pmo_tui.services.projects import PROJECT
from pmo_tui.services.raid import ACTION, ASSUMPTION, DECISION, ISSUE
from pmo_tui.services.risks import RISK
from pmo_tui.services.session import Session
from tests.keeping import Clock, replayed, standing, tables


def by(session: Session, who: str) -> Session:
    """Give the session to somebody."""
    session.who = who
    return session


@pytest.mark.parametrize(
    "kind", [PROJECT, RISK, ISSUE, ASSUMPTION, ACTION, DECISION], ids=lambda kind: kind.entity
)
def test_what_belonged_to_a_thing_comes_back_when_it_is_added_again(session: Session, kind: Editable[Any]):
    other = editing.add(session, ISSUE, {"title": "Other"})
    thing = editing.add(session, kind, {kind.title: "Held"})
    comments.add(session, kind.entity, thing, "one")
    relations.relate(session, (kind.entity, thing), ("issue", other))
    if kind is RISK:
        risk_actions.add(session, thing, {"title": "Do"})
        action = editing.find(session, ACTION, "ACT-0001")
        comments.add(session, "action", action, "on the action")
        relations.relate(session, ("issue", other), ("action", action))
    before = told(session, kind, thing, other)
    assert all(before)
    held = editing.get(session, kind, thing.id)
    assert held is not None
    editing.delete(by(session, "bob"), kind, held)
    assert relations.related(session, "issue", other.id) == []
    conflicts.add_again(by(session, "alice"), kind, held, {})
    assert told(session, kind, thing, other) == before
    assert replayed() == standing()


def told(session: Session, kind: Editable[Any], thing: Any, other: Item) -> tuple[list[str], list[str]]:
    """Give what is said of a thing and of its actions, and what another one has to do with."""
    said = comments.comments(session, kind.entity, thing.id)
    if kind is RISK:
        said += comments.comments(session, "action", 1)
    return [each.text for each in said], [each.code for each in relations.related(session, "issue", other.id)]


def test_a_relation_to_what_has_gone_too_does_not_come_back(session: Session):
    one, other = (editing.add(session, ISSUE, {"title": title}) for title in "AB")
    relations.relate(session, ("issue", one), ("issue", other))
    editing.delete(session, ISSUE, other)
    editing.delete(session, ISSUE, one)
    conflicts.add_again(session, ISSUE, one, {})
    assert relations.related(session, "issue", one.id) == []
    assert tables()["relation"] == []


def added(session: Session) -> tuple[str, Item]:
    """Add an issue."""
    return "issue", editing.add(session, ISSUE, {"title": "A"})


def occurred(session: Session) -> tuple[str, Item]:
    """Let a risk occur, which makes an issue."""
    risk_lives.occur(session, risks.add(session, {"title": "A"}))
    return "issue", editing.find(session, ISSUE, "I-0001")


@pytest.mark.parametrize("make", [added, occurred])
def test_what_others_have_added_since_is_never_left_behind_by_an_undo(
    session: Session, make: Callable[[Session], tuple[str, Item]]
):
    entity, made = make(by(session, "alice"))
    comments.add(by(session, "bob"), entity, made, "I have looked at it")
    before = tables()
    with pytest.raises(
        Refusal, match=r"It can't be taken back: bob has added to it since \(Comment on I-0001"
    ):
        journal.undo(by(session, "alice"))
    assert tables() == before
    journal.undo(by(session, "bob"))
    journal.undo(by(session, "alice"))
    assert tables()["comment"] == []


def test_one_can_not_relate_to_what_has_gone(session: Session):
    one, other = (editing.add(session, ISSUE, {"title": title}) for title in "AB")
    editing.delete(session, ISSUE, other)
    with pytest.raises(Refusal, match="I-0002 has been deleted meanwhile"):
        relations.relate(session, ("issue", one), ("issue", other))


def test_the_code_of_what_was_deleted_is_given_to_nothing_else(session: Session):
    first = risks.add(session, {"title": "A"})
    risks.delete(session, first)
    assert risks.add(session, {"title": "B"}).code == "R-0002"
    projects.add(session, {"name": "Slip of the pen"})
    journal.undo(session)
    assert projects.add(session, {"name": "ERP"}).code == "P-0001"


def test_what_is_done_at_midnight_is_of_the_day_that_begins(timed: Session, clock: Clock):
    clock.now = datetime(2027, 1, 5, tzinfo=UTC).replace(tzinfo=None)
    risk = risks.add(timed, {"title": "A", "probability": 4, "impact": 4})
    [move] = risk_matrix.movement(timed, "", clock.now.date())
    assert (move.key, move.then, move.now) == (risk.id, None, (4, 4))


def test_what_a_thing_has_to_do_with_stands_in_the_journal_of_both(session: Session):
    one, other = (editing.add(session, ISSUE, {"title": title}) for title in "AB")
    relations.relate(session, ("issue", one), ("issue", other))
    risk = risks.add(session, {"title": "R"})
    action = editing.add(session, ACTION, {"title": "Do"})
    editing.save(session, ACTION, action, {"risk": risk.code})
    for thing, label in ((one, "Related I-0001 to I-0002"), (other, "Related I-0001 to I-0002")):
        assert history_with_parts("issue", thing.id, 9)[0][0].label == label
    assert "Edited ACT-0001" in [group.label for group, _change in history_with_parts("risk", risk.id, 9)]
    assert [group.label for group, _change in history_with_parts("issue", 99, 9)] == []
