"""Deciding at a gate: what it asks for, where the project stands then, and what is written down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmo_tui.domain.portfolio import Decision, GateDecision, default_phases, destination
from pmo_tui.services import gates, projects
from pmo_tui.services.portfolio import surroundings
from pmo_tui.words.dates import date_
from screens.forms.form import Form
from tests.driving.colleague import colleague_passes, colleague_saves
from tests.driving.dossier import reading
from tests.driving.person import Person, session_on

PHASES = [phase._replace(id=phase.position) for phase in default_phases()]


def stands(path: Path) -> tuple[str, GateDecision]:
    """Give the phase of the project and the last decision."""
    session = session_on(path)
    project = projects.find(session, "P-0001")
    decision = gates.decisions(session, project)[-1]
    session.close()
    return project.phase, decision


async def go(pmo: Person, name: str) -> None:
    """Move the cursor of the form to a field."""
    form = pmo.app.screen.query_one(Form)
    form.state.go(name)
    form.show()
    await pmo.settle()


@pytest.mark.parametrize(
    ("decision", "to", "stood"),
    [
        (Decision.GO, "Delivery", "Delivery"),
        (Decision.CONDITIONAL, "Delivery", "Delivery"),
        (Decision.HOLD, "Delivery", "Planning"),
        (Decision.RECYCLE, "Delivery", "Planning"),
        (Decision.RECYCLE, "Idea", "Idea"),
        (Decision.KILL, "Delivery", "Closed"),
        (Decision.GO, "Idea", "Idea"),
    ],
)
def test_where_a_decision_leads(decision: Decision, to: str, stood: str):
    phase = next(phase for phase in PHASES if phase.name == to)
    assert destination("Planning", phase, decision, PHASES) == stood


async def test_a_go_moves_the_project_and_is_written_down(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        assert pmo.sees("Decide at a gate, now in Planning", "Go for delivery", "What the gate asks for")
        await go(pmo, "@by")
        await pmo.types("martin")
        await pmo.press("tab", "ctrl+o")
        assert pmo.sees("P-0001: go. It stands in Delivery.")
    phase, decision = stands(portfolio)
    assert phase == "Delivery"
    assert decision.decision is Decision.GO
    assert decision.decided_by == "Martin, Paul"
    assert str(decision.decided_on) == "2026-11-23"


async def test_a_gate_asks_for_what_is_missing(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        await go(pmo, "@to")
        await pmo.press("c", "c")
        assert pmo.sees("Closure", "! Actual finish")
        await pmo.press("ctrl+o")
        assert pmo.sees("A go needs this: fill it, or decide hold or recycle.")
        assert pmo.app.screen.query_one(Form).state.at == "actual_finish"
        await pmo.types("today")
        await pmo.press("ctrl+o")
        assert pmo.sees("It stands in Closed.")


async def test_a_conditional_go_needs_its_conditions(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m", "c")
        assert pmo.sees("Conditions")
        await pmo.press("ctrl+o")
        assert pmo.sees("A conditional go needs its conditions: type them.")
        await pmo.types("Hire an architect")
        await pmo.press("ctrl+o")
    assert stands(portfolio)[1].conditions == "Hire an architect"


async def test_a_kill_closes_the_project_and_needs_nothing(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m", "k", "ctrl+o")
        assert pmo.sees("P-0001: kill. It stands in Closed.")
        await pmo.press("u")
        assert pmo.sees("Digital · Planning")


async def test_a_decision_is_not_dated_in_the_future(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        await go(pmo, "@on")
        await pmo.types("+1d")
        assert pmo.sees("A decision can't be dated in the future (2026-11-24)")


async def test_what_another_changed_meanwhile_is_looked_at_again(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        await go(pmo, "@note")
        await pmo.types("Well done")
        colleague_passes(portfolio, "P-0001")
        await pmo.press("ctrl+o")
        assert pmo.sees(
            "Someone has changed it meanwhile: look again. It stands in Delivery now.", "Well done"
        )
        await pmo.press("ctrl+o")
        assert pmo.sees("It stands in Closing.")
    assert stands(portfolio)[1].note == "Well done"


async def both_type_a_finish(pmo: Person, path: Path) -> None:
    """Type the finish that a gate asks for, while bob gives another one."""
    await pmo.press("m")
    await go(pmo, "finish")
    await pmo.types("2027-02-28")
    await go(pmo, "@note")
    await pmo.types("Well done")
    colleague_saves(path, "P-0001", finish=date(2029, 6, 30), summary="Bob's")
    await pmo.press("ctrl+o")


@pytest.mark.parametrize(
    ("key", "finish"), [("left", date(2029, 6, 30)), ("right", date(2027, 2, 28))], ids=["theirs", "mine"]
)
async def test_what_both_have_changed_is_chosen_and_never_overwritten_unseen(
    portfolio: Path, key: str, finish: date
):
    async with reading(portfolio) as pmo:
        await both_type_a_finish(pmo, portfolio)
        assert pmo.sees("Changed by bob while you were typing: choose what shall stand.")
        assert pmo.sees("31 Jan 2027", "30 Jun 2029", "28 Feb 2027", "enter take")
        assert "Summary" not in pmo.screen, "for only one has changed it"
        await pmo.press(key, "enter")
        assert pmo.sees(
            "Someone has changed it meanwhile: look again. It stands in Planning now.", "Well done"
        )
        assert pmo.sees(date_(finish))
        await pmo.press("ctrl+o")
        assert pmo.sees("P-0001: go. It stands in Delivery.")
    session = session_on(portfolio)
    project = projects.find(session, "P-0001")
    session.close()
    assert (project.finish, project.summary) == (finish, "Bob's")
    assert stands(portfolio)[1].note == "Well done"


async def test_one_goes_back_from_the_choice_to_all_that_was_typed_and_is_asked_again(portfolio: Path):
    async with reading(portfolio) as pmo:
        await both_type_a_finish(pmo, portfolio)
        await pmo.press("esc")
        assert pmo.sees("Decide at a gate, now in Planning", "28 Feb 2027", "Well done")
        await pmo.press("ctrl+o")
        assert pmo.sees("Changed by bob while you were typing: choose what shall stand.")


async def test_what_was_typed_for_another_gate_gives_way_to_what_another_has_put_there(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        await go(pmo, "finish")
        await pmo.types("2027-02-28")
        await go(pmo, "@to")
        await pmo.press("i")
        assert "28 Feb 2027" not in pmo.screen
        colleague_saves(portfolio, "P-0001", finish=date(2029, 6, 30))
        await pmo.press("ctrl+o")
        assert pmo.sees("look again")
        await go(pmo, "@to")
        await pmo.press("d")
        assert pmo.sees("30 Jun 2029")


async def test_a_draft_of_a_decision_taken_up_later_is_no_surprise_to_who_wrote_meanwhile(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        await go(pmo, "finish")
        await pmo.types("2027-02-28")
    colleague_saves(portfolio, "P-0001", finish=date(2029, 6, 30))
    async with reading(portfolio) as pmo:
        await pmo.press("m", "enter", "ctrl+o")
        assert pmo.sees("Changed by bob while you were typing", "31 Jan 2027", "30 Jun 2029", "28 Feb 2027")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_gate_form_looks_as_it_should(portfolio: Path, size: tuple[int, int], snapshot):
    async with reading(portfolio, size) as pmo:
        await pmo.press("m", "c")
        assert pmo.screen == snapshot


async def test_a_project_is_added_with_the_next_code(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("esc", "a")
        assert pmo.sees("New project")
        await pmo.types("Data lake")
        await pmo.press("ctrl+o")
        assert pmo.sees("Added: P-0003 Data lake.")


async def test_a_decision_needs_a_decider_and_proposes_oneself(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        assert "Martin, Paul" in pmo.line("Decided by")
        await go(pmo, "@by")
        await pmo.press("backspace", "ctrl+o")
        assert pmo.sees("“Decided by” is needed: type it.")


async def test_a_phase_that_is_full_warns_and_forbids_nothing(portfolio: Path):
    session = session_on(portfolio)
    with session.writing("limit") as group:
        delivery = next(phase for phase in surroundings(session).phases if phase.name == "Delivery")
        group.change("phase", delivery.id, delivery.version, {"wip_limit": 1})
    projects.add(session, {"name": "Wifi", "phase": "Delivery"})
    session.close()
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        assert pmo.sees("Delivery is full: 2 with this one, 1 at most.")
        await pmo.press("h")
        assert "is full" not in pmo.screen  # a hold leads nowhere
        await pmo.press("g", "ctrl+o")
        assert pmo.sees("It stands in Delivery.")


async def test_a_step_back_is_proposed_as_no_go_until_one_decides_otherwise(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m")
        state = pmo.app.screen.query_one(Form).state
        assert state.value("@decision") == "go"
        await go(pmo, "@to")
        await pmo.press("i")
        assert (state.value("@to"), state.value("@decision")) == ("Idea", "recycle")
        assert pmo.sees("recycle")
        await go(pmo, "@decision")
        await pmo.press("h")
        await go(pmo, "@to")
        await pmo.press("s")
        assert (state.value("@to"), state.value("@decision")) == ("Scoping", "hold")


async def test_a_killed_project_has_no_gate_ahead_and_leads_back_to_where_it_was(portfolio: Path):
    async with reading(portfolio) as pmo:
        await pmo.press("m", "k", "ctrl+o")
        await pmo.press(*("]",) * 6)
        assert pmo.sees("Closed is the end of the way: no gate lies ahead. m leads back")
        assert "Planning → Closed" in pmo.line("kill")
        assert "Next:" not in pmo.screen
        await pmo.press("m", "ctrl+o")
        assert pmo.sees("P-0001: recycle. It stands in Planning.")
