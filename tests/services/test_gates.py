"""Gates: what one asks for, what is decided there, and the way of a project through its phases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import gates, journal, portfolio, projects
from pmo_tui.services.bulk import BulkChange
from pmo_tui.services.editing import Conflict
from pmo_tui.services.gates import Verdict
from pmo_tui.services.session import Session
from tests.keeping import groups, opened, tables


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new portfolio."""
    session = opened(tmp_path / "portfolio.db")
    yield session
    session.close()


@pytest.fixture
def project(session: Session) -> Project:
    """Add a project in the phase Scoping."""
    return projects.add(session, {"name": "ERP", "phase": "Scoping", "pm": "Zoé"})


TODAY = date(2026, 11, 23)


def test_the_next_phase_s_gate_comes_first_and_what_it_asks_for_is_named(session: Session, project: Project):
    ways = gates.gates(session, project)
    assert [way.phase.name for way in ways] == ["Planning", "Delivery", "Closing", "Closed", "Idea"]
    assert ways[0].name == "Business case"
    assert [field.name for field in ways[0].needs] == ["pm", "sponsor", "budget"]
    assert [field.name for field in ways[0].missing] == ["sponsor", "budget"]


def test_a_go_moves_the_project_and_keeps_what_was_given_for_it(session: Session, project: Project):
    gate = gates.gates(session, project)[0]
    verdict = Verdict(
        Decision.GO, TODAY, "ann", note=" well\r\ndone ", evidence={"sponsor": "Ann", "budget": 500}
    )
    moved = gates.decide(session, project, gate, verdict)
    assert (moved.phase, moved.sponsor, moved.budget) == ("Planning", "Ann", 500)
    [decision] = gates.decisions(session, moved)
    assert (decision.gate, decision.decision, decision.decided_on) == ("Business case", Decision.GO, TODAY)
    assert (decision.from_phase, decision.to_phase, decision.decided_by) == ("Scoping", "Planning", "Ann")
    assert (decision.conditions, decision.note) == (None, "well\ndone")
    assert journal.groups(session, 1)[0].label == "P-0001: go at Business case"


def test_a_decision_is_one_group_that_is_undone_in_one_go(session: Session, project: Project):
    before, made = tables(), groups()
    evidence: dict[str, Value] = {"sponsor": "Ann", "budget": 500}
    gates.decide(
        session, project, gates.gates(session, project)[0], Verdict(Decision.GO, TODAY, evidence=evidence)
    )
    assert groups() == made + 1
    journal.undo(session)
    assert tables() == before


def test_no_other_way_leads_into_another_phase(session: Session, project: Project):
    before = tables()
    for change in (
        lambda: projects.save(session, project, {"phase": "Delivery", "summary": "x"}),
        lambda: projects.preview(session, [project.id], "étape", "Delivery"),
        lambda: projects.change_many(
            session, BulkChange("phase", "Delivery", ((project, "Scoping"),), 0, ())
        ),
    ):
        with pytest.raises(Refusal, match="take the project through a gate"):
            change()
    assert tables() == before
    assert projects.save(session, project, {"phase": "scoping", "summary": "x"}).summary == "x"


@pytest.mark.parametrize("decision", [Decision.HOLD, Decision.RECYCLE])
def test_a_hold_and_a_recycle_before_a_later_phase_leave_the_project_where_it_is_and_ask_for_nothing(
    session: Session, project: Project, decision: Decision
):
    stayed = gates.decide(session, project, gates.gates(session, project)[0], Verdict(decision, TODAY))
    assert (stayed.phase, stayed.version) == ("Scoping", project.version)
    assert [each.decision for each in gates.decisions(session, stayed)] == [decision]


def test_a_kill_where_no_phase_is_closed_is_kept_and_leaves_the_project_where_it_is(
    session: Session, project: Project
):
    with session.writing("No phase is closed") as group:
        [closed] = [phase for phase in portfolio.surroundings(session).phases if phase.closed]
        group.change("phase", closed.id, closed.version, {"closed": False})
    killed = gates.decide(session, project, gates.gates(session, project)[0], Verdict(Decision.KILL, TODAY))
    assert killed.phase == project.phase
    assert [each.decision for each in gates.decisions(session, killed)] == [Decision.KILL]


def test_a_recycle_at_a_former_gate_leads_back_and_a_kill_to_the_end(session: Session, project: Project):
    back = gates.gates(session, project)[-1]
    assert back.phase.name == "Idea"
    recycled = gates.decide(session, project, back, Verdict(Decision.RECYCLE, TODAY))
    assert recycled.phase == "Idea"
    killed = gates.decide(session, recycled, gates.gates(session, recycled)[0], Verdict(Decision.KILL, TODAY))
    assert killed.phase == "Closed"
    for state in ("Idea", "Scoping"):
        journal.undo(session)
        assert projects.find(session, "P-0001").phase == state


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict(Decision.GO, TODAY), "The gate “Business case” asks for: Sponsor, Budget"),
        (Verdict(Decision.CONDITIONAL, TODAY, conditions=" \n"), "A conditional go needs its conditions"),
        (Verdict(Decision.HOLD, TODAY + timedelta(days=1)), "can't be dated in the future"),
        (
            Verdict(Decision.HOLD, TODAY, evidence={"slip": 1}),
            "Slip follows from other fields",
        ),
        (
            Verdict(Decision.HOLD, TODAY, evidence={"start": TODAY, "finish": TODAY - timedelta(days=1)}),
            "lies before the start",
        ),
    ],
)
def test_a_decision_that_lacks_something_is_refused(
    session: Session, project: Project, verdict: Verdict, sentence: str
):
    before = tables()
    with pytest.raises(Refusal, match=sentence):
        gates.decide(session, project, gates.gates(session, project)[0], verdict)
    assert tables() == before


def test_what_a_gate_asks_for_is_checked_as_any_other_change(session: Session):
    other = projects.add(session, {"name": "Wifi"})
    red = projects.add(session, {"name": "ERP", "phase": "Scoping", "health_time": Health.RED})
    gate = gates.gates(session, red)[0]
    before = tables()
    refused: list[tuple[dict[str, Value], str]] = [
        ({"health": Health.GREEN}, "follows its worst dimension"),
        ({"code": other.code}, "The code “P-0001” is taken"),
    ]
    for evidence, sentence in refused:
        with pytest.raises(Refusal, match=sentence):
            gates.decide(session, red, gate, Verdict(Decision.HOLD, TODAY, evidence=evidence))
    assert tables() == before


def test_a_health_that_a_gate_asks_for_is_declared_that_day(session: Session, project: Project):
    evidence: dict[str, Value] = {"health": Health.AMBER}
    held = gates.decide(
        session,
        project,
        gates.gates(session, project)[0],
        Verdict(Decision.HOLD, TODAY, evidence=evidence),
    )
    assert (held.health, held.health_date) == (Health.AMBER, TODAY)


@pytest.mark.parametrize("decision", [Decision.CONDITIONAL, Decision.HOLD])
def test_a_decision_on_what_another_has_changed_is_a_conflict(
    session: Session, project: Project, decision: Decision
):
    gate = gates.gates(session, project)[0]
    projects.save(session, project, {"summary": "meanwhile"})
    before = tables()
    evidence: dict[str, Value] = {"sponsor": "Ann", "budget": 1}
    with pytest.raises(Conflict) as met:
        gates.decide(session, project, gate, Verdict(decision, TODAY, conditions="if", evidence=evidence))
    assert (met.value.clashes, [field.name for field in met.value.alone]) == ((), ["summary"])
    assert tables() == before


def test_a_decision_on_a_project_that_was_deleted_is_a_conflict(session: Session, project: Project):
    gate = gates.gates(session, project)[0]
    projects.delete(session, project)
    with pytest.raises(Conflict) as met:
        gates.decide(session, project, gate, Verdict(Decision.HOLD, TODAY))
    assert met.value.theirs is None


def test_a_project_is_deleted_and_brought_back_with_its_decisions(session: Session, project: Project):
    held = gates.decide(
        session, project, gates.gates(session, project)[0], Verdict(Decision.HOLD, TODAY, "Zoé")
    )
    before = tables()
    projects.delete(session, held)
    assert tables()["gate_decision"] == []
    journal.undo(session)
    assert tables() == before
