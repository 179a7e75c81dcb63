"""The items beside the risks: added, changed, led through their lives, related; and what is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmo_tui.domain.fields import Value
from pmo_tui.domain.items import Item
from pmo_tui.domain.raid import dated
from pmo_tui.domain.raid_kinds import BY_NOUN, BY_THING
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.relations import Tie
from pmo_tui.services import (
    bulk,
    comments,
    editing,
    journal,
    kinds,
    listing,
    projects,
    raid_lives,
    relations,
    risk_actions,
    risk_issues,
    risk_lives,
    risks,
)
from pmo_tui.services.editing import Conflict
from pmo_tui.services.raid import (
    ACTION,
    ASSUMPTION,
    CHANGE_REQUEST,
    DECISION,
    DEPENDENCY,
    EDITABLES,
    ISSUE,
)
from pmo_tui.services.session import Session
from tests.keeping import copied, groups, opened, replayed, standing, tables, values

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a portfolio with two projects, one of them in a programme."""
    session = opened(tmp_path / "pmo.db")
    projects.add(session, {"name": "ERP", "programme": "Digital"})
    projects.add(session, {"name": "Wi-Fi"})
    yield session
    session.close()


@pytest.fixture
def issue(session: Session) -> Item:
    """Add an issue of the project."""
    return editing.add(
        session,
        ISSUE,
        {"title": "Servers down", "project": "P-0001", "owner": "Zoé", "tags": ("it",), "due": TODAY},
    )


def test_the_nouns_that_are_listed_are_those_of_the_kinds():
    assert tuple(BY_NOUN) == kinds.ITEMS
    assert list(EDITABLES) == list(BY_THING)


@pytest.mark.parametrize("kind", EDITABLES.values(), ids=list(EDITABLES))
def test_an_item_needs_only_a_title(session: Session, kind: Any):
    found = editing.add(session, kind, {"title": "  Servers down "})
    rules = BY_THING[kind.entity]
    assert found.code == f"{rules.prefix}-0001"
    assert found.value("title") == "Servers down"
    assert found.value(rules.state) == rules.first
    assert found.value("raised") == TODAY
    assert found.value("age") == 0
    assert found.value("active") is True


@pytest.mark.parametrize("kind", EDITABLES.values(), ids=list(EDITABLES))
def test_an_item_goes_with_what_belongs_to_it_and_all_of_it_comes_back(
    session: Session, kind: Any, issue: Item
):
    item = editing.add(session, kind, {"title": "x", "tags": ("a",), "links": ("https://a.example",)})
    relations.relate(session, (kind.entity, item), ("issue", issue))
    with session.writing("comment") as group:
        group.create("comment", {"entity": kind.entity, "key": item.id, "text": "hm"})
    before, number = tables(), groups()
    editing.delete(session, kind, item)
    assert groups() == number + 1
    assert relations.related(session, "issue", issue.id) == []
    journal.undo(session)
    assert tables() == before
    assert replayed() == standing()


def test_a_project_goes_with_all_its_items(session: Session, issue: Item):
    risk = risks.add(session, {"title": "Fire", "project": "P-0001"})
    risk_actions.add(session, risk, {"title": "Call"})
    editing.add(session, DEPENDENCY, {"title": "API", "gives": "P-0001", "needs": "P-0002"})
    relations.relate(session, ("issue", issue), ("risk", risk))
    relations.relate(session, ("issue", issue), ("project", projects.find(session, "P-0001")))
    before = tables()
    projects.delete(session, projects.find(session, "P-0001"))
    for name in ("issue", "risk", "action", "dependency", "relation", "issue_tag"):
        assert tables()[name] == []
    journal.undo(session)
    assert tables() == before


def test_an_issue_is_resolved_by_saying_how(session: Session, issue: Item):
    with pytest.raises(Refusal, match="“Resolved” needs words: fill “Resolution”"):
        raid_lives.go_on(session, ISSUE, issue, "resolved", {"resolution": " "})
    found = raid_lives.go_on(session, ISSUE, issue, "resolved", {"resolution": "Restarted"})
    assert (found.value("resolved_on"), found.value("active")) == (TODAY, False)
    assert raid_lives.go_on(session, ISSUE, found, "closed").value("resolved_on") == TODAY
    again = editing.save(session, ISSUE, editing.find(session, ISSUE, "I-0001"), {"status": "open"})
    assert again.value("resolved_on") is None


@pytest.mark.parametrize(("into", "code"), [("issue", "I-0001"), ("risk", "R-0001")])
def test_an_assumption_that_fails_becomes_an_issue_or_a_risk(session: Session, into: str, code: str):
    base = editing.add(
        session,
        ASSUMPTION,
        {
            "title": "The hall is free",
            "description": "Until June",
            "project": "P-0001",
            "owner": "Zoé",
            "tags": ("it",),
            "links": ("https://a.example",),
        },
    )
    number, before = groups(), tables()
    made = raid_lives.fail(session, base, into)
    assert groups() == number + 1
    assert made.code == code
    for name in ("title", "project", "owner", "tags", "links", "level"):
        assert made.value(name) == ("project" if name == "level" else base.value(name))
    assert made.value("event" if into == "risk" else "description") == "Until June"
    [back] = relations.related(session, into, made.id)
    assert (back.tie, back.onward, back.code, back.status) == (Tie.BECAME, False, "A-0001", "failed")
    with pytest.raises(Refusal, match="A-0001 is at “Failed”, which is final"):
        raid_lives.go_on(session, ASSUMPTION, editing.find(session, ASSUMPTION, "A-0001"), "confirmed")
    journal.undo(session)
    assert tables() == before


def test_an_assumption_does_not_fail_without_becoming_anything(session: Session):
    base = editing.add(session, ASSUMPTION, {"title": "The hall is free"})
    with pytest.raises(Refusal, match="A-0001 becomes another thing when it fails: say which"):
        raid_lives.go_on(session, ASSUMPTION, base, "failed")
    raid_lives.go_on(session, ASSUMPTION, base, "confirmed")
    assert journal.groups(session, 1)[0].label == "Confirmed A-0001"


def test_what_an_issue_asks_for_is_asked_of_the_issue_as_it_was_read(session: Session, issue: Item):
    editing.save(session, ISSUE, issue, {"title": "Servers are up again"})
    before = tables()
    with pytest.raises(Conflict):
        raid_lives.ask_decision(session, issue)
    assert tables() == before


def test_the_day_of_a_decision_stays_while_what_was_decided_is_done():
    kind, later = BY_THING["change_request"], TODAY + timedelta(days=9)
    decided: dict[str, Value] = {"status": "approved", "decided_on": TODAY}
    assert dated(kind, {"status": "implemented"}, decided.get, later) == {"status": "implemented"}
    missing: dict[str, Value] = {"status": "approved", "decided_on": None}
    assert dated(kind, {"status": "implemented"}, missing.get, later)["decided_on"] == later
    assert dated(kind, {"status": "submitted"}, decided.get, later)["decided_on"] is None


def test_an_issue_asks_for_a_decision_and_for_a_change(session: Session, issue: Item):
    asked = raid_lives.ask_decision(session, issue, {"title": "Who pays?"})
    change = raid_lives.ask_change(session, issue)
    assert (asked.code, asked.value("title"), asked.value("project")) == ("DEC-0001", "Who pays?", "P-0001")
    assert change.value("title") == "Servers down"
    told = [(each.tie, each.onward, each.code) for each in relations.related(session, "issue", issue.id)]
    assert told == [(Tie.ASKS, True, "DEC-0001"), (Tie.ASKS, True, "CR-0001")]


def test_a_decision_is_decided_with_its_outcome_and_remembers_how_long_that_took(session: Session):
    asked = editing.add(session, DECISION, {"title": "Who pays?", "raised": date(2026, 11, 1)})
    assert asked.value("latency") == 22
    with pytest.raises(Refusal, match="“Decided” needs words: fill “Outcome”"):
        raid_lives.go_on(session, DECISION, asked, "decided", {"outcome": ""})
    with pytest.raises(Refusal, match="lies before it was asked for"):
        raid_lives.go_on(
            session, DECISION, asked, "decided", {"outcome": "We do", "decided_on": date(2026, 10, 1)}
        )
    found = raid_lives.go_on(
        session, DECISION, asked, "decided", {"outcome": "We do", "decided_on": date(2026, 11, 5)}
    )
    assert (found.value("latency"), found.value("active")) == (4, False)


def test_a_change_request_is_submitted_decided_and_implemented(session: Session):
    base = editing.add(session, CHANGE_REQUEST, {"title": "Wider", "impact_cost": -5_00, "impact_time": -2})
    with pytest.raises(Refusal, match="CR-0001 is at “Draft”, from where it can go on to: Submitted"):
        raid_lives.go_on(session, CHANGE_REQUEST, base, "approved")
    found = raid_lives.go_on(
        session, CHANGE_REQUEST, raid_lives.go_on(session, CHANGE_REQUEST, base, "submitted"), "deferred"
    )
    assert (found.value("decided_on"), found.value("active")) == (TODAY, True)
    found = raid_lives.go_on(
        session,
        CHANGE_REQUEST,
        raid_lives.go_on(session, CHANGE_REQUEST, found, "submitted"),
        "approved",
        {"decided_by": "Zoé"},
    )
    found = raid_lives.go_on(session, CHANGE_REQUEST, found, "implemented")
    assert (found.value("decided_on"), found.value("active")) == (TODAY, False)
    other = raid_lives.go_on(
        session, CHANGE_REQUEST, editing.add(session, CHANGE_REQUEST, {"title": "Narrower"}), "submitted"
    )
    assert raid_lives.go_on(session, CHANGE_REQUEST, other, "rejected").value("status") == "rejected"


def test_a_dependency_is_agreed_delivered_and_has_slack(session: Session):
    base = editing.add(
        session,
        DEPENDENCY,
        {"title": "API", "gives": "P-0001", "needs": "P-0002", "due": date(2027, 1, 31)},
    )
    found = raid_lives.go_on(session, DEPENDENCY, base, "agreed", {"promised": date(2027, 2, 3)})
    assert (found.value("slack"), found.value("agreed_on")) == (-3, TODAY)
    found = raid_lives.go_on(session, DEPENDENCY, found, "delivered")
    assert (found.value("agreed_on"), found.value("delivered_on")) == (TODAY, TODAY)
    with pytest.raises(Refusal, match="P-0001 can't depend on itself"):
        editing.save(session, DEPENDENCY, found, {"needs": "P-0001"})


def test_an_action_of_a_risk_is_one_among_all_actions(session: Session):
    risk = risks.add(session, {"title": "Fire", "project": "P-0001"})
    of_risk = risk_actions.add(session, risk, {"title": "Call"})
    own = editing.add(session, ACTION, {"title": "Order", "project": "P-0002"})
    assert [of_risk.code, own.code] == ["ACT-0001", "ACT-0002"]
    found = editing.find(session, ACTION, "ACT-0001")
    assert [found.value(name) for name in ("risk", "project", "programme")] == ["R-0001", "P-0001", "Digital"]
    raid_lives.go_on(session, ACTION, found, "done")
    assert risk_actions.actions(session, risk)[0].done_on == TODAY
    with pytest.raises(Refusal, match="The project is that of the risk R-0001"):
        editing.save(session, ACTION, editing.find(session, ACTION, "ACT-0001"), {"project": "P-0002"})


def test_a_risk_of_a_programme_happens_also_when_its_project_has_left_that(session: Session):
    risk = risks.add(session, {"title": "Fire", "project": "P-0001", "level": "programme"})
    projects.save(session, projects.find(session, "P-0001"), {"programme": None})
    risk_lives.occur(session, risks.find(session, risk.code))
    assert editing.find(session, ISSUE, "I-0001").value("level") == "project"


def test_a_risk_that_happens_is_in_the_issues_with_its_story_and_one_undo_takes_both_back(session: Session):
    risk = risks.add(
        session,
        {
            "title": "Supplier fails",
            "cause": "Two have left",
            "effect": "A month late",
            "project": "P-0001",
            "owner": "Zoé",
            "tags": ("it",),
            "links": ("https://a.example",),
            "probability": 4,
            "impact": 4,
            "proximity_to": date(2027, 1, 1),
        },
    )
    number, before = groups(), tables()
    risk = risk_lives.occur(session, risk)
    assert groups() == number + 1
    issue = risk_issues.issue_of(session, risk)
    assert issue is not None
    for name in ("title", "project", "programme", "level", "owner", "tags", "links"):
        assert issue.value(name) == risk.value(name)
    assert (issue.value("severity"), issue.value("due")) == ("critical", date(2027, 1, 1))
    assert issue.value("impact") == "A month late"
    assert str(issue.value("description")).splitlines() == [
        "It was the risk R-0001.",
        "Cause: Two have left",
        "Effect: A month late",
    ]
    journal.undo(session)
    assert tables() == before
    assert risk_issues.issue_of(session, risk) is None


def test_a_risk_whose_owner_has_left_happens_all_the_same(session: Session):
    risk = risks.add(session, {"title": "Fire", "owner": "Zoé"})
    with session.writing("left") as group:
        group.change("person", 1, None, {"active": False})
    issue = risk_issues.issue_of(session, risk_lives.occur(session, risk))
    assert issue is not None
    assert issue.value("owner") is None


def test_an_opportunity_that_comes_about_is_no_issue(session: Session):
    chance = risks.add(session, {"title": "Grant", "side": "opportunity"})
    done = risk_lives.occur(session, chance)
    assert done.value("status") == "occurred"
    assert risk_issues.issue_of(session, done) is None
    assert not list(listing.walked(session, listing.listing(session, "issues", "")))


def test_comments_tell_who_wrote_them_and_only_their_author_deletes_them(session: Session, issue: Item):
    project = projects.find(session, "P-0001")
    first = comments.add(session, "issue", issue, " Called\nthem ")
    comments.add(session, "project", project, "Well")
    assert (first.who, first.text) == ("alice", "Called\nthem")
    assert [comment.text for comment in comments.comments(session, "project", project.id)] == ["Well"]
    with pytest.raises(Refusal, match="The comment is empty"):
        comments.add(session, "issue", issue, " \n ")
    session.who = "bob"
    with pytest.raises(Refusal, match="The comment is by alice"):
        comments.delete(session, issue, first)
    session.who = "alice"
    comments.delete(session, issue, first)
    assert comments.comments(session, "issue", issue.id) == []
    with pytest.raises(Refusal, match="deleted meanwhile"):
        comments.delete(session, issue, first)
    journal.undo(session)
    [again] = comments.comments(session, "issue", issue.id)
    assert (again.who, again.text, again.at) == (first.who, first.text, first.at)
    editing.delete(session, ISSUE, issue)
    with pytest.raises(Refusal, match="I-0001 has been deleted meanwhile"):
        comments.add(session, "issue", issue, "x")


def test_many_items_are_changed_at_once(session: Session, issue: Item):
    other = editing.add(session, ISSUE, {"title": "Printer"})
    change = bulk.preview(session, ISSUE, [issue.id, other.id], "severity", "high")
    assert bulk.change_many(session, ISSUE, change) == 2
    assert journal.groups(session, 1)[0].label == "Set Severity of 2 issues"


def test_things_are_related_once_and_no_thing_to_itself(session: Session, issue: Item):
    other = editing.add(session, ISSUE, {"title": "Printer"})
    relations.relate(session, ("issue", issue), ("issue", other))
    with pytest.raises(Refusal, match="I-0002 is related to I-0001 already"):
        relations.relate(session, ("issue", other), ("issue", issue))
    with pytest.raises(Refusal, match="I-0001 can't be related to itself"):
        relations.relate(session, ("issue", issue), ("issue", issue))
    [there] = relations.related(session, "issue", other.id)
    relations.unrelate(session, other, there)
    assert relations.related(session, "issue", issue.id) == []
    with pytest.raises(Refusal, match="changed or deleted by someone else"):
        relations.unrelate(session, other, there)


def test_what_came_of_what_is_not_taken_away(session: Session, issue: Item):
    raid_lives.ask_decision(session, issue)
    [there] = relations.related(session, "issue", issue.id)
    with pytest.raises(Refusal, match="It tells what came of what, so it stays: I-0001 and DEC-0001"):
        relations.unrelate(session, issue, there)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"due": date(2020, 1, 1)}, "It is due 2020-01-01, before it was raised"),
        ({"level": "programme", "project": None}, "needs to be of one: name the Programme"),
        ({"programme": "Other"}, "The programme is that of the project P-0001"),
        ({"severity": "huge"}, "“huge” is none of the choices of Severity"),
        ({"title": " "}, "Title can't be empty"),
    ],
)
def test_what_can_t_stand_is_refused(session: Session, issue: Item, changes: dict[str, Any], sentence: str):
    with pytest.raises(Refusal, match=sentence):
        editing.save(session, ISSUE, issue, changes)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_undo_of_whatever_is_done_to_an_item_is_its_inverse(data: st.DataObject, tmp_path: Path):
    template = tmp_path / "template.db"
    if not template.exists():
        made = opened(template)
        projects.add(made, {"name": "ERP"})
        made.close()
    kind = EDITABLES[data.draw(st.sampled_from(sorted(EDITABLES)))]
    fields = [field for field in kind.catalogue() if field.settable and not field.of and field.name != "code"]
    with copied(template) as path:
        session = opened(path)
        item = editing.add(session, kind, {"title": "x"})
        before = tables()
        chosen = data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=4, unique_by=str))
        changes = {field.name: data.draw(values(field)) for field in chosen}
        number = groups()
        try:
            editing.save(session, kind, item, changes)
        except Refusal:
            assert (tables(), groups()) == (before, number)
        after = tables()
        if groups() > number:
            journal.undo(session)
            assert tables() == before
            journal.redo(session)
            assert tables() == after
        assert replayed() == standing()
        session.close()
