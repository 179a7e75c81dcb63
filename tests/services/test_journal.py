"""The journal: whatever is done is told, can be undone and made again, and is never undone over another's work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import sql
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import editing, gates, journal, portfolio, projects, risk_lives, risks
from pmo_tui.services.histories import history
from pmo_tui.services.raid import ISSUE
from pmo_tui.services.session import Session
from tests.keeping import (
    HEALTHS,
    NAMES,
    changes,
    copied,
    groups,
    make_portfolio,
    opened,
    replayed,
    standing,
    tables,
    values,
)
from tests.query_texts import CATALOGUE

AUTHORS = ("alice", "bob", "chloé")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the portfolio that each example starts from."""
    path = tmp_path_factory.mktemp("journal") / "template.db"
    make_portfolio(path)
    return path


@pytest.fixture
def session(template: Path, tmp_path: Path) -> Any:
    """Open a portfolio as Alice."""
    with copied(template, "one.db") as path:
        session = opened(path)
        yield session
        session.close()


# --- what people do, written as steps -------------------------------------------------------------------------

Step = Callable[[Session], object]


def every_project(session: Session) -> list[Project]:
    """Give all projects."""
    return projects.read(session, [key for (key,) in sql.ask("SELECT id FROM project ORDER BY id")])


def _nth(session: Session, number: int) -> Project | None:
    """Give some project, None where there is none."""
    found = every_project(session)
    return found[number % len(found)] if found else None


def _add(name: str, said: dict[str, Value]) -> Step:
    """Add a project."""
    return lambda session: projects.add(session, {**said, "name": name})


def _save(number: int, said: dict[str, Value]) -> Step:
    """Edit a project."""

    def step(session: Session) -> None:
        if project := _nth(session, number):
            projects.save(session, project, said)

    return step


def _delete(number: int) -> Step:
    """Delete a project."""

    def step(session: Session) -> None:
        if project := _nth(session, number):
            projects.delete(session, project)

    return step


def _bulk(name: str, value: Value) -> Step:
    """Change one field of all projects."""

    def step(session: Session) -> None:
        keys = [project.id for project in every_project(session)]
        projects.change_many(session, projects.preview(session, keys, name, value))

    return step


def _decide(number: int, place: int, decision: Decision, by: str) -> Step:
    """Decide at a gate of a project."""

    def step(session: Session) -> None:
        if project := _nth(session, number):
            ways = gates.gates(session, project)
            gate = ways[place % len(ways)]
            evidence: dict[str, Value] = {"pm": "Zoé", "sponsor": "Ann", "budget": 1, "actual": 2}
            evidence |= {
                "start": date(2020, 1, 1),
                "finish": date(2030, 1, 1),
                "actual_finish": date(2031, 1, 1),
            }
            evidence = {field.name: evidence[field.name] for field in gate.missing}
            verdict = gates.Verdict(decision, session.today(), by, "if all goes well", None, evidence)
            gates.decide(session, project, gate, verdict)

    return step


def _rename(currency: str) -> Step:
    """Change a setting of the portfolio."""

    def step(session: Session) -> None:
        version = portfolio.surroundings(session).portfolio.version
        portfolio.change_settings(session, version, currency=currency)

    return step


NUMBERS = st.integers(0, 5)
BULK_FIELDS = [field for field in CATALOGUE if field.settable and field.name != "code"]
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(_add, st.sampled_from(("ERP", "Wifi", "[red]x[/]")), changes()),
    st.builds(_add, st.just("Réseau"), changes()),
    st.builds(_save, NUMBERS, changes()),
    st.builds(_save, NUMBERS, changes(most=9)),
    st.builds(
        _save, NUMBERS, st.fixed_dictionaries({"health_time": HEALTHS}, optional={"health_risk": HEALTHS})
    ),
    st.builds(_delete, NUMBERS),
    st.sampled_from(BULK_FIELDS).flatmap(lambda field: st.builds(_bulk, st.just(field.name), values(field))),
    st.builds(_decide, NUMBERS, NUMBERS, st.sampled_from(Decision), st.sampled_from(NAMES["person"])),
    st.builds(_rename, st.sampled_from(("EUR", "CHF", "GBP"))),
)


def attempt(step: Step, session: Session) -> bool:
    """Take a step and tell whether it changed anything; what is refused has changed nothing and left no trace."""
    before, made = tables(), groups()
    try:
        step(session)
    except Refusal:
        assert (tables(), groups()) == (before, made)
        return False
    if groups() == made:
        assert step not in (journal.undo, journal.redo), "said to be undone, and nothing was"
        assert tables() == before, "changed without a word in the journal"
        return False
    assert groups() == made + 1
    return True


# --- undo is the inverse --------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(steps=st.lists(st.tuples(st.sampled_from(AUTHORS), STEPS), max_size=12), reopen=st.booleans())
def test_all_that_several_people_did_is_taken_back_and_made_again(template: Path, steps, reopen):
    with copied(template) as path:
        session = opened(path)
        states = [tables()]
        done: list[int] = []
        for who, step in steps:
            session.who = who
            if attempt(step, session):
                done.append(journal.groups(session, 1)[0].id)
                states.append(tables())
        assert replayed() == standing()

        if reopen:
            session.close()
            session = opened(path)
        session.who = "dora"
        for group, state in zip(reversed(done), reversed(states[:-1]), strict=True):
            journal.undo(session, group)
            assert tables() == state
        assert replayed() == standing()

        if reopen:
            session.close()
            session = opened(path, "dora")
        for state in states[1:]:
            assert journal.redo(session).again
            assert tables() == state
        assert replayed() == standing()
        with pytest.raises(Refusal, match="nothing of yours to redo"):
            journal.redo(session)
        session.close()


UNDO, REDO = "undo", "redo"


@settings(max_examples=60)
@given(moves=st.lists(STEPS | st.sampled_from((UNDO, UNDO, REDO)), max_size=20))
def test_undo_and_redo_walk_to_and_fro_as_in_any_editor(template: Path, moves):
    with copied(template) as path:
        session = opened(path)
        past: list[object] = []
        future: list[object] = []
        now: object = tables()
        for move in moves:
            if move is UNDO and past:
                journal.undo(session)
                future.append(now)
                now = past.pop()
            elif move is REDO and future:
                journal.redo(session)
                past.append(now)
                now = future.pop()
            elif move in (UNDO, REDO):
                with pytest.raises(Refusal, match=f"nothing of yours to {move}"):
                    getattr(journal, move)(session)
            elif attempt(move, session):
                past.append(now)
                future.clear()
                now = tables()
            assert tables() == now
        assert replayed() == standing()
        session.close()


@settings(max_examples=60)
@given(
    moves=st.lists(
        st.tuples(st.sampled_from(AUTHORS[:2]), STEPS | st.sampled_from((UNDO, REDO))), max_size=20
    )
)
def test_two_people_undoing_at_will_never_leave_the_journal_and_the_tables_apart(template: Path, moves):
    with copied(template) as path:
        session = opened(path)
        for who, move in moves:
            session.who = who
            attempt(getattr(journal, move) if isinstance(move, str) else move, session)
            assert replayed() == standing()
        assert sql.ask("PRAGMA foreign_key_check") == []
        session.close()


# --- where another has worked on the same ---------------------------------------------------------------------


def edit(session: Session, who: str, key: int, **said: Value) -> Project:
    """Edit the project as it stands, as someone."""
    session.who = who
    project = projects.get(session, key)
    assert project is not None
    return projects.save(session, project, said)


def test_undo_is_refused_where_another_has_changed_the_same_field_and_says_who_when_and_what(
    session: Session,
):
    key = projects.add(session, {"name": "ERP", "budget": 100}).id
    edit(session, "alice", key, budget=200, summary="larger")
    edit(session, "bob", key, budget=300)
    session.who = "alice"
    with pytest.raises(Refusal) as refusal:
        journal.undo(session)
    sentence = str(refusal.value)
    assert "bob has changed the same since: Budget (Edited P-0001, 2026-11-23 09:00)" in sentence
    assert projects.find(session, "P-0001").summary == "larger", "and nothing of it was undone"


def test_a_refused_undo_calls_oneself_you_and_names_three_fields_at_most(session: Session):
    key = projects.add(session, {"name": "ERP"}).id
    edit(session, "alice", key, budget=200, forecast=300, pm="Zoé", sponsor="Paul", summary="larger")
    first = journal.groups(session, 1)[0].id
    edit(session, "alice", key, budget=1, forecast=2, pm="Ann", sponsor="Ann", summary="smaller")
    with pytest.raises(Refusal, match=r"you have changed the same since: [A-Z][^(_]+, .+, .+ and 2 more \("):
        journal.undo(session, first)


def test_what_was_changed_together_is_known_by_number_and_first_names(session: Session):
    several = [projects.add(session, {"name": f"Site {number}"}) for number in range(5)]
    bulk = projects.preview(session, [each.id for each in several], "sponsor", "Zoé")
    projects.change_many(session, bulk)
    reach = journal.reach(session, journal.groups(session, 1)[0].id)
    assert reach.counts == {"project": 5}
    assert [name.partition(" ")[2] for name in reach.first] == ["Site 0", "Site 1", "Site 2"]


def test_what_was_done_to_risks_and_items_is_told_as_such_and_not_as_their_project(session: Session):
    projects.add(session, {"name": "ERP"})
    risk = risks.add(session, {"title": "Supplier fails", "project": "P-0001"})
    risk_lives.occur(session, risk)
    reach = journal.reach(session, journal.groups(session, 1)[0].id)
    assert reach.counts == {"risk": 1, "issue": 1}
    assert reach.first == ("R-0001 Supplier fails", "I-0001 Supplier fails")


def test_undo_is_allowed_where_another_has_changed_other_fields_and_leaves_these(session: Session):
    key = projects.add(session, {"name": "ERP", "budget": 100}).id
    edit(session, "alice", key, budget=200)
    edit(session, "bob", key, forecast=300, tags=("cloud",))
    session.who = "alice"
    journal.undo(session)
    project = projects.find(session, "P-0001")
    assert (project.budget, project.forecast, project.tags) == (100, 300, ("cloud",))


def test_undo_is_allowed_where_another_has_put_the_field_back_to_the_same(session: Session):
    key = projects.add(session, {"name": "ERP", "budget": 100}).id
    edit(session, "alice", key, budget=200)
    edit(session, "bob", key, budget=300)
    edit(session, "bob", key, budget=200)
    session.who = "alice"
    journal.undo(session)
    assert projects.find(session, "P-0001").budget == 100


def test_undo_of_an_addition_is_refused_where_another_has_worked_on_it(session: Session):
    key = projects.add(session, {"name": "ERP"}).id
    edit(session, "bob", key, summary="Bob's words")
    session.who = "alice"
    with pytest.raises(Refusal, match=r"bob has changed the same since: Summary \(Edited P-0001"):
        journal.undo(session)


def test_undo_of_an_edit_is_refused_where_another_has_deleted_the_project(session: Session):
    key = projects.add(session, {"name": "ERP"}).id
    edited = edit(session, "alice", key, budget=200)
    session.who = "bob"
    projects.delete(session, edited)
    session.who = "alice"
    with pytest.raises(Refusal, match=r"bob has deleted it since \(Deleted P-0001 ERP"):
        journal.undo(session)


def test_undo_of_a_deletion_is_refused_where_another_has_undone_it(session: Session):
    project = projects.add(session, {"name": "ERP"})
    projects.delete(session, project)
    deletion = journal.groups(session, 1)[0].id
    session.who = "bob"
    journal.undo(session, deletion)
    session.who = "alice"
    with pytest.raises(Refusal, match="is undone already"):
        journal.undo(session, deletion)


def test_undo_of_a_deletion_is_refused_where_the_code_is_taken_now(session: Session):
    projects.delete(session, projects.add(session, {"name": "ERP"}))
    deletion = journal.groups(session, 1)[0].id
    projects.add(session, {"code": "P-0001", "name": "Wifi"})
    with pytest.raises(Refusal, match="another one with the same code"):
        journal.undo(session, deletion)


def test_undo_of_a_name_that_another_uses_now_says_which(session: Session):
    projects.add(session, {"name": "ERP", "pm": "Zoé"})
    session.who = "bob"
    projects.add(session, {"name": "Wifi", "pm": "Zoé"})
    session.who = "alice"
    with pytest.raises(Refusal, match="“Zoé” is still used by others"):
        journal.undo(session)


def test_undo_over_another_dimension_keeps_the_worst(session: Session):
    key = projects.add(session, {"name": "ERP", "health": Health.GREEN}).id
    edit(session, "alice", key, health_time=Health.RED)
    edit(session, "bob", key, health_cost=Health.AMBER)
    session.who = "alice"
    journal.undo(session)
    project = projects.find(session, "P-0001")
    assert (project.value("health_time"), project.health) == (Health.GREY, Health.AMBER)
    assert replayed() == standing()


def test_undo_of_a_health_that_another_s_dimension_holds_now_is_refused_and_says_who_and_what(
    session: Session,
):
    key = projects.add(session, {"name": "ERP", "health": Health.GREEN}).id
    edit(session, "alice", key, health=Health.RED)
    edit(session, "bob", key, health_time=Health.RED)
    session.who = "alice"
    before = tables()
    for _time in range(2):
        with pytest.raises(Refusal, match=r"bob has changed the same since: Time \(Edited P-0001"):
            journal.undo(session)
    assert tables() == before
    edit(session, "bob", key, health_time=Health.GREY, health=Health.RED)
    session.who = "alice"
    journal.undo(session)
    assert projects.find(session, "P-0001").health is Health.GREEN


def test_undo_of_a_dimension_is_allowed_where_another_dimension_keeps_the_whole_as_it_is(session: Session):
    key = projects.add(session, {"name": "ERP"}).id
    edit(session, "alice", key, health_time=Health.RED)
    edit(session, "bob", key, health_cost=Health.RED)
    session.who = "alice"
    journal.undo(session)
    project = projects.find(session, "P-0001")
    assert (project.value("health_time"), project.health) == (Health.GREY, Health.RED)


def test_undo_is_refused_where_a_field_is_no_longer_declared(session: Session):
    key = projects.add(session, {"name": "ERP", "sites": 5}).id
    edit(session, "alice", key, sites=None)
    with session.writing("field dropped") as group:
        group.delete(
            "custom_field", next(k for e, k in standing() if e == "custom_field" and _is(k, "sites")), None
        )
    clearing = journal.groups(session, 2)[1].id
    with pytest.raises(Refusal, match="“sites” is not declared any more"):
        journal.undo(session, clearing)


@pytest.mark.parametrize(
    ("kind", "value", "other"),
    [
        (Kind.DECIMAL, Decimal("1.5"), Kind.MONEY),
        (Kind.LINE, "abc", Kind.INTEGER),
        (Kind.LINE, "abc", Kind.DATE),
    ],
)
def test_undo_is_refused_where_a_field_is_declared_again_as_another_kind_and_history_leaves_it_out(
    session: Session, kind: Kind, value: Value, other: Kind
):
    declared = _declare(session, kind)
    key = projects.add(session, {"name": "ERP"}).id
    edit(session, "alice", key, x=value)
    edit(session, "alice", key, x=None, summary="cleared")
    cleared = journal.groups(session, 1)[0].id
    journal.undo(session, declared)
    declared = _declare(session, other)
    before = tables()
    with pytest.raises(Refusal, match="“x” is not declared any more"):
        journal.undo(session, cleared)
    assert tables() == before
    catalogue = portfolio.surroundings(session).catalogue
    told = [[each.field.name for each in entry.differences] for entry in history(session, key, catalogue)]
    assert told == [["summary"], [], ["code", "name", "phase"]]
    journal.undo(session, declared)
    with pytest.raises(Refusal, match="“x” is not declared any more"):
        journal.undo(session, cleared)


def test_a_field_whose_declaration_is_taken_back_and_made_again_is_the_same(session: Session):
    declared = _declare(session, Kind.DECIMAL)
    key = projects.add(session, {"name": "ERP", "x": Decimal("1.5")}).id
    edit(session, "alice", key, x=None)
    cleared = journal.groups(session, 1)[0].id
    journal.undo(session, declared)
    journal.redo(session)
    journal.undo(session, cleared)
    assert projects.find(session, "P-0001").value("x") == Decimal("1.5")


def _declare(session: Session, kind: Kind) -> int:
    """Declare the own field x, and give the group that did."""
    with session.writing("declared") as group:
        portfolio.add_own_fields(group, [Field("x", kind, "X")])
    assert group.group is not None
    return group.group


def _is(key: int, name: str) -> bool:
    """Tell whether the own field with this key is called so."""
    return bool(standing()["custom_field", key]["key"] == name)


def test_the_set_up_is_nobody_s_to_undo(session: Session):
    first = journal.groups(session, 99)[-1]
    assert first.who == portfolio.PROGRAM
    with pytest.raises(Refusal, match="can't be undone"):
        journal.undo(session, first.id)


def test_undo_of_an_undoing_makes_it_again(session: Session):
    projects.add(session, {"name": "ERP"})
    journal.undo(session)
    undoing = journal.groups(session, 1)[0].id
    journal.undo(session, undoing)
    assert projects.find(session, "P-0001").name == "ERP"
    journal.undo(session)
    with pytest.raises(Refusal):
        projects.find(session, "P-0001")


def test_what_comes_back_is_as_old_as_it_was_and_newer_than_it_ever_was(session: Session):
    made = projects.add(session, {"name": "ERP"})
    edited = edit(session, "alice", made.id, name="ERP 2")
    projects.delete(session, edited)
    journal.undo(session)
    back = projects.find(session, "P-0001")
    assert back.created_at == made.created_at
    assert back.version > edited.version, "nobody who has read it before may save over it"


# --- what the journal tells -----------------------------------------------------------------------------------


def test_nothing_changed_is_no_group(session: Session):
    project = projects.add(session, {"name": "ERP", "tags": ("b", "a"), "pm": "Zoé"})
    before = journal.mark(session), groups()
    projects.save(session, project, {"name": " ERP ", "tags": ("A", "b"), "pm": "zoe", "budget": None})
    assert (journal.mark(session), groups()) == before


def test_the_mark_differs_when_anything_was_changed(session: Session):
    first = projects.add(session, {"name": "ERP"})
    marks = [journal.mark(session), journal.mark(session)]
    projects.save(session, first, {"budget": 1})
    marks.append(journal.mark(session))
    assert marks[0] == marks[1] < marks[2]


def test_groups_come_newest_first_with_their_size_page_by_page(session: Session):
    for name in ("One", "Two", "Three"):
        projects.add(session, {"name": name, "pm": "Zoé"})
    newest = journal.groups(session, 2)
    assert [(group.label, group.size) for group in newest] == [
        ("Added P-0003 Three", 1),
        ("Added P-0002 Two", 1),
    ]
    [older] = journal.groups(session, 1, before=newest[-1].id)
    assert (older.label, older.size) == ("Added P-0001 One", 2)


def test_history_tells_each_change_of_a_thing_newest_first(session: Session):
    key = projects.add(session, {"name": "ERP"}).id
    edit(session, "bob", key, budget=5)
    told = [
        (group.who, change.before, change.after) for group, change in journal.history(session, "project", key)
    ]
    assert told[0] == ("bob", {"budget": None}, {"budget": 5})
    assert told[1][:2] == ("alice", None)


def test_moments_rise_with_the_numbers_of_groups_since_the_clock_is_read_under_the_lock(session: Session):
    under_lock = []

    def clock() -> datetime:
        under_lock.append(session.store.database.in_transaction())
        return datetime.fromisoformat("2026-11-23 10:00")

    session.clock = clock
    projects.add(session, {"name": "ERP"})
    assert under_lock[0], "afterwards one asks which day it is, to read what was added"


def test_a_refused_undo_names_the_fields_of_a_risk_as_the_risk_calls_them(session: Session):
    session.who = "alice"
    risk = risks.add(session, {"title": "Supplier"})
    risk = risks.save(session, risk, {"probability": 2})
    session.who = "bob"
    risks.save(session, risk, {"probability": 4})
    session.who = "alice"
    with pytest.raises(Refusal, match=r"bob has changed the same since: Probability \("):
        journal.undo(session)


def test_a_refused_undo_names_the_fields_of_an_item_as_its_kind_calls_them(session: Session):
    session.who = "alice"
    issue = editing.add(session, ISSUE, {"title": "Late", "description": "once"})
    issue = editing.save(session, ISSUE, issue, {"description": "twice"})
    session.who = "bob"
    editing.save(session, ISSUE, issue, {"description": "thrice"})
    session.who = "alice"
    with pytest.raises(Refusal, match=r"bob has changed the same since: Description \("):
        journal.undo(session)
