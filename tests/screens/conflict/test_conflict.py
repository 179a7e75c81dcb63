"""Two people edit one project: the second is shown both values and chooses; nothing is overwritten silently."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.conflicts import Side, clashes, merged, theirs_alone
from pmo_tui.domain.fields import Value
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.projects import Project
from pmo_tui.services import gates, projects
from screens.forms.form import Form
from tests.driving.colleague import colleague_passes, colleague_saves
from tests.driving.dossier import reading
from tests.driving.person import Person, session_on


def read(path: Path) -> Project:
    """Read the project."""
    session = session_on(path)
    try:
        return projects.find(session, "P-0001")
    finally:
        session.close()


async def edited(pmo: Person, **texts: str) -> None:
    """Type into fields of the form and try to save."""
    await pmo.press("e")
    for name, text in texts.items():
        form = pmo.app.screen.query_one(Form)
        form.state.go(name)
        await pmo.press("ctrl+u")
        await pmo.types(text)
    await pmo.settle()


def test_only_what_both_have_changed_differently_is_to_be_chosen():
    base = Project(1, 1, "P-1", "ERP", "Idea", pm="A", sponsor="B", department="C")
    theirs = Project(1, 2, "P-1", "ERP", "Idea", pm="X", sponsor="B", department="Z")
    mine: dict[str, Value] = {"sponsor": "Y", "department": "W"}
    found = clashes(PROJECT_FIELDS, base, theirs, mine)
    assert [(c.field.name, c.read, c.theirs, c.mine) for c in found] == [("department", "C", "Z", "W")]
    assert [field.name for field in theirs_alone(PROJECT_FIELDS, base, theirs, mine)] == ["pm"]


def test_what_both_made_the_same_is_no_clash():
    base = Project(1, 1, "P-1", "ERP", "Idea", pm="A")
    theirs = Project(1, 2, "P-1", "ERP", "Idea", pm="X")
    assert clashes(PROJECT_FIELDS, base, theirs, {"pm": "X"}) == ()


def test_only_what_is_one_s_own_is_written_and_not_where_theirs_was_chosen():
    base, theirs = Project(1, 1, "P", "ERP", "Idea", pm="A"), Project(1, 2, "P", "ERP", "Idea", pm="X")
    mine: dict[str, Value] = {"pm": "Y", "department": "D"}
    found = clashes(PROJECT_FIELDS, base, theirs, mine)
    assert merged(found, mine, {"pm": Side.THEIRS}) == {"department": "D"}
    assert merged(found, mine, {"pm": Side.MINE}) == mine


async def test_what_does_not_overlap_is_merged_without_asking(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, score="50")
        colleague_saves(portfolio, "P-0001", priority=5, tags=("new",))
        await pmo.press("ctrl+o")
        assert pmo.sees("Saved; bob changed Priority, Tags meanwhile: both stand.")
    project = read(portfolio)
    assert (project.score, project.priority, project.tags) == (Decimal(50), 5, ("new",))


async def test_all_yours_speaks_only_of_what_both_have_changed(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia")
        colleague_saves(portfolio, "P-0001", pm="Theirs, Tom", priority=5)
        await pmo.press("ctrl+o")
        assert "Priority" not in pmo.screen[pmo.screen.index("choose what shall stand") :]
        await pmo.press("Y", "enter")
    assert (read(portfolio).pm, read(portfolio).priority) == ("Mine, Mia", 5)


async def test_both_values_are_shown_and_one_chooses(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia", department="Sales")
        colleague_saves(portfolio, "P-0001", pm="Theirs, Tom", sponsor="Petit, Rose")
        await pmo.press("ctrl+o")
        assert pmo.sees("Changed by bob while you were typing: choose what shall stand.")
        assert pmo.sees("Durand, Jean", "Theirs, Tom", "Mine, Mia")
        assert "▌" in [line for line in pmo.screen.splitlines() if "Project manager" in line][-1]
        await pmo.press("enter")
        assert pmo.sees("Both of you changed this: choose one with ← →.")
        await pmo.press("right", "ctrl+o")
        assert pmo.sees("Saved: P-0001 ERP finance.")
    project = read(portfolio)
    assert (project.pm, project.sponsor, project.department) == ("Mine, Mia", "Petit, Rose", "Sales")


async def test_the_phase_another_has_decided_on_stands(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia")
        colleague_passes(portfolio, "P-0001")
        await pmo.press("ctrl+o")
        assert pmo.sees("Saved; bob changed Phase meanwhile: both stand.")
    assert (read(portfolio).pm, read(portfolio).phase) == ("Mine, Mia", "Delivery")


async def test_theirs_may_stand(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia", department="Sales")
        colleague_saves(portfolio, "P-0001", pm="Theirs, Tom")
        await pmo.press("ctrl+o", "T", "enter")
    project = read(portfolio)
    assert (project.pm, project.department) == ("Theirs, Tom", "Sales")


async def test_escape_leads_back_to_the_form_with_all_that_was_typed(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia", department="Sales")
        colleague_saves(portfolio, "P-0001", pm="Theirs, Tom")
        await pmo.press("ctrl+o", "esc")
        assert pmo.sees("Edit P-0001", "Sales", "2 changed")
        await pmo.press("ctrl+o", "Y", "enter")
    assert read(portfolio).pm == "Mine, Mia"


async def test_a_third_change_is_asked_about_again(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia")
        colleague_saves(portfolio, "P-0001", pm="Theirs, Tom")
        await pmo.press("ctrl+o", "right")
        colleague_saves(portfolio, "P-0001", pm="Third, Tim")
        await pmo.press("enter")
        assert pmo.sees("Third, Tim", "Mine, Mia", "Theirs, Tom")
        await pmo.press("right", "enter")
    assert read(portfolio).pm == "Mine, Mia"


async def test_a_project_that_was_deleted_meanwhile_can_be_added_again(portfolio: Path):
    async with reading(portfolio) as pmo:
        await edited(pmo, pm="Mine, Mia")
        _delete(portfolio)
        await pmo.press("ctrl+o")
        assert pmo.sees("bob has deleted P-0001 ERP finance meanwhile. Add it again with what you\n typed?")
        await pmo.press("n")
        assert pmo.sees("Mine, Mia")
        await pmo.press("ctrl+o", "y")
        assert pmo.sees("Saved: P-0001 ERP finance.", "Mine, Mia")
    session = session_on(portfolio)
    project = projects.find(session, "P-0001")
    assert project.id == 1
    assert len(gates.decisions(session, project)) == 1
    session.close()


def _delete(path: Path) -> None:
    """Let bob delete the project."""
    import subprocess
    import sys

    script = (
        "from pathlib import Path; from pmo_tui.services import projects; "
        "from pmo_tui.services.session import open_session; "
        f"s = open_session(Path({str(path)!r}), who='bob'); projects.delete(s, projects.find(s, 'P-0001')); s.close()"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[3])


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 15)])
async def test_the_conflict_looks_as_it_should(portfolio: Path, size: tuple[int, int], snapshot):
    async with reading(portfolio, size) as pmo:
        await edited(pmo, pm="[red]Mia[/]", department="Sales")
        colleague_saves(portfolio, "P-0001", pm="Theirs, Tom", department="Purchasing", name="ERP " * 40)
        await pmo.press("ctrl+o")
        assert pmo.screen == snapshot


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_where_it_is_narrow_both_values_stand_under_each_other(portfolio: Path, size: tuple[int, int]):
    async with reading(portfolio, size) as pmo:
        await edited(pmo, name="Cold chain probes, North")
        colleague_saves(portfolio, "P-0001", name="Cold chain probes, South")
        await pmo.press("ctrl+o")
        assert pmo.sees(
            "Theirs     Cold chain probes, South", "Yours      Cold chain probes, North", "esc back"
        )
        await pmo.press("right", "enter")
    assert read(portfolio).name == "Cold chain probes, North"
