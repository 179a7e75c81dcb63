"""Risks: added, changed, reviewed, responded to, escalated, closed; and what is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import sql
from pmo_tui.domain.fields import Kind, Value, Values
from pmo_tui.domain.items import Item
from pmo_tui.domain.list_changes import ListChange
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.risk_parts import State
from pmo_tui.domain.risks import Band, Level, Response
from pmo_tui.services import editing, journal, projects, risk_actions, risk_lives, risk_settings, risks
from pmo_tui.services.editing import Conflict
from pmo_tui.services.raid import ACTION, ISSUE
from pmo_tui.services.session import Session
from tests.keeping import copied, groups, opened, replayed, standing, tables

TODAY = date(2026, 11, 23)
LATER = date(2027, 1, 15)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a portfolio with a project in a programme."""
    session = opened(tmp_path / "pmo.db")
    projects.add(session, {"name": "ERP", "programme": "Digital"})
    yield session
    session.close()


@pytest.fixture
def risk(session: Session) -> Item:
    """Add a risk of the project."""
    return risks.add(
        session,
        {
            "title": "Supplier fails",
            "project": "P-0001",
            "owner": "Zoé",
            "probability": 4,
            "impact_cost": 4,
            "impact_time": 2,
            "cost": 100_000_00,
            "review": LATER,
        },
    )


def test_a_risk_needs_only_a_title(session: Session):
    found = risks.add(session, {"title": "  Strike "})
    assert (found.code, found.value("title"), found.value("side")) == ("R-0001", "Strike", "threat")
    assert (found.value("status"), found.value("level"), found.value("raised")) == (
        "open",
        "portfolio",
        TODAY,
    )


def test_what_follows_is_known_when_it_is_added(risk: Item):
    assert (risk.value("impact"), risk.value("score"), risk.value("band")) == (4, 16, "critical")
    assert (risk.value("exposure"), risk.value("net"), risk.value("over")) == (60_000_00, 60_000_00, True)
    assert (risk.value("programme"), risk.value("level"), risk.value("age")) == ("Digital", "project", 0)


def test_an_opportunity_is_netted_with_the_other_sign(session: Session):
    found = risks.add(
        session, {"title": "Grant", "side": "opportunity", "chance": Decimal("2.5"), "cost": 1000_00}
    )
    assert (found.value("exposure"), found.value("net")) == (25_00, -25_00)


def test_an_impact_follows_the_worst_one_and_is_nothing_once_none_is_assessed(session: Session, risk: Item):
    worse = risks.save(session, risk, {"impact_quality": 5})
    assert (worse.value("impact"), worse.value("score")) == (5, 20)
    with pytest.raises(Refusal, match="Impact on quality is 5"):
        risks.save(session, worse, {"impact": 2})
    none = risks.save(session, worse, dict.fromkeys(("impact_quality", "impact_cost", "impact_time")))
    assert (none.value("impact"), none.value("score"), none.value("exposure")) == (None, None, 60_000_00)
    assert risks.save(session, none, {"impact": 3}).value("score") == 12


REFUSED: tuple[tuple[dict[str, Value], str], ...] = (
    ({"probability": 6}, "Probability takes 1 to 5, not 6"),
    ({"impact_cost": 0}, "Impact on cost takes 1 to 5, not 0"),
    ({"chance": Decimal(101)}, "takes 0 to 100, not 101"),
    ({"review": date(2026, 1, 1)}, "review 2026-01-01 lies before the risk was raised, 2026-11-23"),
    ({"proximity_from": LATER, "proximity_to": TODAY}, "lies before"),
    ({"project": "P-0009"}, "There is no project “P-0009”: it may have been deleted"),
    ({"owner": "Left Long Ago"}, "Left Long Ago has left: choose somebody else"),
    ({"strategy": "exploit"}, "“Exploit” is no response to this side \\(Threat\\)"),
    ({"strategy": "pray"}, "none of the choices of Response: Avoid, Transfer"),
    ({"cost_low": 200_000_00}, "must rise from low over likely to high"),
    ({"cost": None, "cost_high": 1}, "needs the likely one"),
    ({"cost": -1}, "not negative"),
    ({"reserve": -1}, "Reserve can't be below 0"),
    ({"project": None}, "needs to be of one: name the Project"),
    ({"programme": "Other"}, "The programme is that of the project P-0001"),
    ({"status": "closed"}, "closed with a reason"),
    ({"status": "occurred"}, "let it occur"),
    ({"strategy": "accept"}, "say who accepts it, and why"),
    ({"score": 3}, "Score follows from other fields"),
    ({"title": " "}, "Title can't be empty"),
)


@pytest.mark.parametrize(("changes", "said"), REFUSED, ids=[str(changes) for changes, _said in REFUSED])
def test_what_can_t_stand_is_refused_in_a_sentence(
    session: Session, risk: Item, changes: dict[str, Value], said: str
):
    with session.writing("gone") as group:
        group.create("person", {"name": "Left Long Ago", "active": False})
    before = tables()
    with pytest.raises(Refusal, match=said):
        risks.save(session, risk, changes)
    assert tables() == before


def test_a_scale_of_probability_weighs_the_risks_that_have_no_chance_of_their_own(
    session: Session, risk: Item
):
    own = risks.save(session, risks.add(session, {"title": "Own", "cost": 100_00}), {"chance": Decimal(10)})
    [(key,)] = sql.ask("SELECT id FROM risk_step WHERE axis = 'probability' AND rank = 4")
    with session.writing("scale") as group:
        group.change("risk_step", key, None, {"most": 100_0000})
    assert risks.find(session, risk.code).value("exposure") == 75_000_00
    assert risks.find(session, own.code).value("exposure") == 10_00
    journal.undo(session)
    assert risks.find(session, risk.code).value("exposure") == 60_000_00


# --- its life -------------------------------------------------------------------------------------------------


def test_a_review_keeps_the_score_before_and_says_when_to_look_again(session: Session, risk: Item):
    found = risk_lives.review(session, risk, date(2027, 3, 1), {"probability": 2})
    assert (found.value("score"), found.value("score_before"), found.value("trend")) == (8, 16, -8)
    assert (found.value("review"), found.value("reviewed")) == (date(2027, 3, 1), TODAY)
    with pytest.raises(Refusal, match="is past"):
        risk_lives.review(session, found, date(2026, 1, 1))


def test_who_accepts_above_the_appetite_says_who_and_why(session: Session, risk: Item):
    with pytest.raises(Refusal, match="say who accepts it, and why"):
        risk_lives.respond(session, risk, Response.ACCEPT, {"accepted_by": "Zoé"})
    said = {"accepted_by": "Zoé", "accepted_why": "no other way"}
    found = risk_lives.respond(session, risk, Response.ACCEPT, said)
    assert (found.value("strategy"), found.value("status"), found.value("accepted_on")) == (
        "accept",
        "open",
        TODAY,
    )
    lower = risks.add(session, {"title": "Small", "probability": 1, "impact": 1})
    assert risk_lives.respond(session, lower, Response.ACCEPT).value("accepted_by") is None


def test_an_accepted_risk_that_is_reviewed_above_the_appetite_asks_too(session: Session):
    small = risks.add(session, {"title": "Small", "probability": 1, "impact": 1, "strategy": "accept"})
    with pytest.raises(Refusal, match="say who accepts it, and why"):
        risk_lives.review(session, small, LATER, {"probability": 5, "impact": 5})


def test_what_is_responded_to_is_responding(session: Session, risk: Item):
    found = risk_lives.respond(session, risk, Response.MITIGATE, {"contingency": "second source"})
    assert (found.value("status"), found.value("strategy")) == ("responding", "mitigate")


def test_the_share_of_actions_done_leaves_out_what_was_dropped(session: Session, risk: Item):
    first = risk_actions.add(session, risk, {"title": "Call them", "owner": "New Name", "due": LATER})
    risk_actions.add(session, risk, {"title": "Visit them"})
    risk_actions.add(session, risk, {"title": "Sue them", "cost": 1000_00})
    editing.save(session, ACTION, editing.find(session, ACTION, "ACT-0003"), {"state": "dropped"})
    risk_actions.finish(session, first)
    found = risks.find(session, risk.code)
    assert (found.value("actions"), found.value("actions_done")) == (2, Decimal(50))
    done, *_others = risk_actions.actions(session, risk)
    assert (done.title, done.owner, done.state, done.done_on) == ("Call them", "New Name", State.DONE, TODAY)
    with pytest.raises(Refusal, match="changed or deleted by someone else"):
        risk_actions.finish(session, first)


STEPS = st.lists(
    st.one_of(st.sampled_from([Level.PROGRAMME, Level.PORTFOLIO]), st.sampled_from(["back", "undo", "redo"])),
    max_size=8,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_a_handed_back_escalation_leaves_what_was(session: Session, steps: list[Level | str]):
    """After any chain each level is handed back to the one below it, as the risk stood there."""
    code = projects.add(session, {"name": "ERP", "programme": "Digital"}).code
    found = risks.add(session, {"title": "Supplier fails", "project": code})
    stood = [found.values]
    undone: list[tuple[list[Values], list[Values]]] = []
    done: list[tuple[list[Values], list[Values]]] = []
    for number, step in enumerate(steps):
        if step == "undo" and done:
            journal.undo(session)
            undone.append(done.pop())
            stood = undone[-1][0]
        elif step == "redo" and undone:
            journal.redo(session)
            done.append(undone.pop())
            stood = done[-1][1]
        elif step == "back" and len(stood) > 1:
            assert risk_lives.hand_back(session, found).values == stood[-2]
            done.append((stood, stood[:-1]))
            stood, undone = stood[:-1], []
        elif (
            isinstance(step, Level)
            and len(stood) < 3
            and found.value("level") not in {step.value, "portfolio"}
        ):
            values = risk_lives.escalate(session, found, step, f"too large {number}").values
            done.append((stood, [*stood, values]))
            stood, undone = [*stood, values], []
        found = risks.find(session, found.code)
        assert found.values == stood[-1]
    while len(stood) > 1:
        found = risk_lives.hand_back(session, found)
        stood = stood[:-1]
        assert found.values == stood[-1]
    with pytest.raises(Refusal, match="was not escalated"):
        risk_lives.hand_back(session, found)


def test_a_risk_is_escalated_upwards_for_a_reason_and_handed_back_only_then(session: Session, risk: Item):
    with pytest.raises(Refusal, match="say why"):
        risk_lives.escalate(session, risk, Level.PORTFOLIO, " ")
    with pytest.raises(Refusal, match="to a higher level"):
        risk_lives.escalate(session, risk, Level.PROJECT, "x")
    with pytest.raises(Refusal, match="was not escalated"):
        risk_lives.hand_back(session, risk)
    alone = risks.add(session, {"title": "x", "project": projects.add(session, {"name": "Alone"}).code})
    with pytest.raises(Refusal, match="name the Programme"):
        risk_lives.escalate(session, alone, Level.PROGRAMME, "x")


ENDS: tuple[Callable[[Session, Item], Item], ...] = (
    risk_lives.occur,
    lambda session, risk: risk_lives.close(session, risk, "no longer possible", "ask earlier"),
)


@pytest.mark.parametrize("end", ENDS, ids=["occur", "close"])
def test_to_occur_and_to_be_closed_is_final(
    session: Session, risk: Item, end: Callable[[Session, Item], Item]
):
    over = end(session, risk)
    assert (over.value("review"), over.value("exposure")) == (None, None)
    acts: tuple[Callable[[], Any], ...] = (
        lambda: risks.save(session, over, {"status": "open"}),
        lambda: risk_lives.close(session, over, "again"),
        lambda: risk_lives.occur(session, over),
        lambda: risk_lives.review(session, over, LATER),
        lambda: risk_lives.respond(session, over, Response.AVOID),
        lambda: risk_lives.escalate(session, over, Level.PORTFOLIO, "x"),
        lambda: risks.preview(session, [over.id], "status", "open"),
    )
    for act in acts:
        with pytest.raises(Refusal, match="which is final"):
            act()
    assert risks.save(session, over, {"lesson": "Ask!"}).value("lesson") == "Ask!"
    journal.undo(session)
    journal.undo(session)
    assert risks.find(session, risk.code).value("review") == LATER


def test_a_risk_is_closed_for_a_reason(session: Session, risk: Item):
    with pytest.raises(Refusal, match="say why"):
        risk_lives.close(session, risk, "  ")


# --- deleting, undoing, conflicts -----------------------------------------------------------------------------


def test_a_deleted_project_takes_its_risks_along_in_one_group_and_brings_them_back(
    session: Session, risk: Item
):
    risk_actions.add(session, risk, {"title": "Call them"})
    with session.writing("comment") as group:
        group.create("comment", {"entity": "risk", "key": risk.id, "text": "hm"})
        group.create("comment", {"entity": "project", "key": 1, "text": "hm"})
    before, number = tables(), groups()
    projects.delete(session, projects.find(session, "P-0001"))
    assert groups() == number + 1
    assert [sql.ask(f'SELECT COUNT(*) FROM "{name}"') for name in ("risk", "action", "comment")] == [
        [(0,)]
    ] * 3
    journal.undo(session)
    assert tables() == before
    assert replayed() == standing()


def test_the_journal_tells_a_project_s_risks_actions_and_comments_of_it(session: Session, risk: Item):
    risk_actions.add(session, risk, {"title": "Call them"})
    with session.writing("comment") as group:
        group.create("comment", {"entity": "risk", "key": risk.id, "text": "hm"})
    about = sql.ask("SELECT DISTINCT entity, about FROM journal WHERE about IS NOT NULL ORDER BY entity")
    assert about == [("action", 1), ("comment", 1), ("project", 1), ("risk", 1)]


def test_a_risk_that_someone_else_has_changed_is_a_conflict(session: Session, risk: Item):
    risks.save(session, risk, {"title": "Theirs"})
    with pytest.raises(Conflict) as met:
        risks.save(session, risk, {"title": "Mine"})
    assert [(clash.field.name, clash.theirs, clash.mine) for clash in met.value.clashes] == [
        ("title", "Theirs", "Mine")
    ]


def test_many_risks_are_changed_in_one_go(session: Session, risk: Item):
    other = risks.add(session, {"title": "Other", "tags": ("b",)})
    field = RISK_FIELDS.by_name["tags"]
    bulk = risks.preview(session, [risk.id, other.id], "tags", ListChange(field, ("a",), ()))
    assert risks.change_many(session, bulk) == 2
    assert [risks.find(session, code).value("tags") for code in (risk.code, other.code)] == [
        ("a",),
        ("a", "b"),
    ]
    assert journal.groups(session, 1)[0].label == "Set Tags of 2 risks"
    refused = risks.preview(session, [risk.id, other.id], "level", "programme").refused
    assert [(found.code, str(why)) for found, why in refused] == [
        (other.code, "A risk at this level (Programme) needs to be of one: name the Programme.")
    ]


TYPED = [
    field for field in RISK_FIELDS if field.settable and not field.of and field.name not in {"code", "title"}
]
SOME: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.INTEGER: st.integers(0, 6),
    Kind.SHARE: st.decimals(0, 101, places=1),
    Kind.MONEY: st.integers(-1, 10**9),
    Kind.DATE: st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    Kind.TAGS: st.lists(st.sampled_from(("a", "B")), max_size=2).map(tuple),
    Kind.LINKS: st.just(("Plan https://a.example",)),
    Kind.TEXT: st.sampled_from(("x", "Deux\nlignes", " ")),
}
changes = st.lists(
    st.sampled_from(TYPED).flatmap(
        lambda field: st.tuples(
            st.just(field.name),
            st.none() | (st.sampled_from(field.choices) if field.choices else SOME[field.kind]),
        )
    ),
    min_size=1,
    max_size=6,
).map(dict)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a portfolio to be copied."""
    path = tmp_path_factory.mktemp("risks") / "template.db"
    session = opened(path)
    projects.add(session, {"name": "ERP"})
    risks.add(session, {"title": "R", "project": "P-0001", "probability": 3, "impact": 3, "cost": 100_00})
    session.close()
    return path


@given(st.lists(changes, min_size=1, max_size=4))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_kept_or_refused_and_undone_to_what_was(
    template: Path, many: list[dict[str, Value]]
):
    with copied(template) as path:
        session = opened(path)
        states = [tables()]
        for each in many:
            try:
                number = groups()
                risks.save(session, risks.find(session, "R-0001"), each)
                if groups() > number:
                    states.append(tables())
            except Refusal:
                assert tables() == states[-1]
        assert replayed() == standing()
        while len(states) > 1:
            states.pop()
            journal.undo(session)
            assert tables() == states[-1]
        session.close()


def test_many_are_reviewed_as_one_group_or_none_of_them_is(session: Session):
    first = risks.add(session, {"title": "A", "project": "P-0001", "probability": 5, "impact": 5})
    second = risks.add(session, {"title": "B", "probability": 1, "impact": 1})
    assert risk_lives.review_many(session, [first, second]) == 2
    read = risks.read(session, [first.id, second.id])
    assert [risk.value("review") for risk in read] == [date(2026, 12, 7), date(2027, 2, 15)]
    assert [risk.value("score_before") for risk in read] == [25, 1]
    risks.save(session, read[1], {"title": "B again"})
    with pytest.raises(Refusal, match="changed by someone else meanwhile: nothing was changed"):
        risk_lives.review_many(session, read, LATER)
    assert risks.find(session, first.code).value("review") == date(2026, 12, 7)
    journal.undo(session)
    journal.undo(session)
    assert risks.find(session, first.code).value("review") is None


def test_one_that_is_set_to_another_level_by_hand_is_escalated_no_longer(session: Session):
    risk = risks.add(session, {"title": "A", "project": "P-0001"})
    risk = risk_lives.escalate(session, risk, Level.PORTFOLIO, "too large")
    risk = risks.save(session, risk, {"level": "project"})
    assert risk.value("escalated_from") is None
    with pytest.raises(Refusal, match="was not escalated"):
        risk_lives.hand_back(session, risk)


def test_what_is_over_keeps_what_was_judged_and_why_it_was_closed(session: Session, risk: Item):
    over = risk_lives.close(session, risk, "no longer possible")
    for changes in ({"probability": 5}, {"cost": 100}, {"review": LATER}, {"strategy": "avoid"}):
        with pytest.raises(Refusal, match="which is final"):
            risks.save(session, over, changes)
    with pytest.raises(Refusal, match="A closed risk keeps its reason"):
        risks.save(session, over, {"reason": None})
    over = risks.save(
        session, over, {"reason": "withdrawn", "tags": ("late",), "probability": over.value("probability")}
    )
    assert over.value("reason") == "withdrawn"


@pytest.mark.parametrize(
    ("status", "told"), [("closed", "closed with a reason"), ("occurred", "let it occur")]
)
def test_no_risk_is_over_from_the_start(session: Session, status: str, told: str):
    with pytest.raises(Refusal, match=told):
        risks.add(session, {"title": "A", "status": status})


def test_one_that_is_over_does_not_hold_up_the_others_that_are_marked(session: Session, risk: Item):
    over = risk_lives.close(session, risk, "no longer possible")
    other = risks.add(session, {"title": "B"})
    found = risks.preview(session, [over.id, other.id], "probability", 5)
    assert [thing.code for thing, _before in found.differing] == [other.code]
    assert [thing.code for thing, _why in found.refused] == [over.code]


def test_a_response_that_is_given_up_to_accept_the_risk_leaves_it_open(session: Session):
    risk = risks.add(session, {"title": "A", "probability": 1, "impact": 1})
    risk = risk_lives.respond(session, risk, Response.MITIGATE)
    assert risk.value("status") == "responding"
    assert risk_lives.respond(session, risk, Response.ACCEPT).value("status") == "open"


@pytest.mark.parametrize(("score", "severity"), [((2, 4), "critical"), ((1, 3), "moderate"), ((1, 1), "low")])
def test_an_issue_is_as_bad_as_the_band_of_its_risk_in_this_portfolio(
    session: Session, score: tuple[int, int], severity: str
):
    risk_settings.set_bands(session, (Band("green", 1), Band("amber", 3), Band("orange", 6), Band("red", 8)))
    risk_lives.occur(session, risks.add(session, {"title": "A", "probability": score[0], "impact": score[1]}))
    issue = editing.find(session, ISSUE, "I-0001")
    assert issue.value("severity") == severity


def test_an_issue_is_never_overdue_from_the_start(session: Session):
    risk = risks.add(session, {"title": "A", "proximity_to": session.today() - timedelta(days=1)})
    risk_lives.occur(session, risk)
    assert editing.find(session, ISSUE, "I-0001").value("due") is None


def test_who_has_left_finishes_nothing_new_and_is_asked_for_by_name_alone(session: Session):
    risk = risks.add(session, {"title": "A"})
    action = risk_actions.add(session, risk, {"title": "Call", "owner": "Zoé"})
    with session.writing("Zoé leaves") as group:
        [(key,)] = sql.ask("SELECT id FROM person WHERE name = 'Zoé'")
        group.change("person", key, None, {"active": False})
    item = editing.find(session, ACTION, "ACT-0001")
    with pytest.raises(Refusal, match="Zoé has left: choose somebody else"):
        editing.save(session, ACTION, editing.add(session, ACTION, {"title": "B"}), {"owner": "Zoé"})
    risk_actions.finish(session, action)
    assert editing.find(session, ACTION, "ACT-0001").version == item.version + 1
