"""Registers from files: a real one's words turned by its map, what is wrong told by row, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from db import sql
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risks import Level
from pmo_tui.services import exports, imports, journal, projects, risk_lives, risks
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.importables import importable
from pmo_tui.services.risk_imports import RISKS
from pmo_tui.services.session import Session
from pmo_tui.words import say
from tests.keeping import opened
from tests.risk_register import agreed, facts_of, some_risks, surround

HEADER = "Ref,Risk,Project,Owner,Status,Likelihood,Impact,Treatment,Cost if occurs,Raised,Next review,Notes\n"
REGISTER = HEADER + (
    "R01,Supplier fails,Warehouse,Anna Li,Live,4 - Likely,3 - Medium,Treat,£1.2m,03/02/2026,15/12/2026,call monthly\n"
    "R02,Strike,p-0001,TBC,In treatment,2 - Unlikely,5 - Severe,Tolerate,n/a,04/02/2026,15/12/2026,\n"
    "R03,Old one,Warehouse,Anna Li,Retired,1 - Rare,1 - Minor,Terminate,£10k,05/02/2025,,\n"
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a portfolio with a project."""
    session = opened(tmp_path / "pmo.db")
    projects.add(session, {"name": "Warehouse", "programme": "Digital"})
    yield session
    session.close()


def planned(session: Session, folder: Path, text: str, the_map: Path | None = None) -> ImportPlan:
    """Plan the import of a text."""
    file = folder / "register.csv"
    file.write_text(text, "utf-8")
    mapped = imports.open_map(session, the_map, RISKS) if the_map else None
    table = imports.open_file(file, mapped)
    return imports.plan(session, table, mapped or imports.guess(session, table, RISKS).map, kind=RISKS)


def reasons(plan: ImportPlan) -> list[str]:
    """Give why rows are rejected."""
    return [say(reason) for rejection in plan.rejected for reason in rejection.reasons]


@pytest.fixture
def the_map(root: Path) -> Path:
    """Give the worked map of the documents."""
    return root / "docs/maps/risk_register.toml"


def test_the_words_of_a_real_register_are_turned_by_its_map(session: Session, tmp_path: Path, the_map: Path):
    plan = planned(session, tmp_path, REGISTER, the_map)
    assert (len(plan.created), reasons(plan)) == (3, [])
    imports.run(session, plan)
    told = [
        [
            risks.find(session, code).value(name)
            for name in ("project", "status", "score", "strategy", "cost", "raised")
        ]
        for code in ("R01", "R02", "R03")
    ]
    assert told == [
        ["P-0001", "open", 12, "mitigate", 120_000_000, date(2026, 2, 3)],
        ["P-0001", "responding", 10, "accept", None, date(2026, 2, 4)],
        ["P-0001", "closed", 1, "avoid", 1_000_000, date(2025, 2, 5)],
    ]
    again = planned(session, tmp_path, REGISTER, the_map)
    assert (again.unchanged, again.changes_anything) == (3, False)
    journal.undo(session)
    assert sql.ask("SELECT COUNT(*) FROM risk") == [(0,)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("R04,x,Warehouse,,Live,6,3 - Medium,,,,,", "Probability takes 1 to 5, not 6."),
        ("R04,x,Nowhere,,Live,,,,,,,", "There is no project with the code or the name “Nowhere”"),
        ("R04,x,Warehouse,Gone,Live,,,,,,,", "Gone has left: choose somebody else."),
        (
            "R04,x,Warehouse,,Live,,,,,03/02/2026,03/02/2025,",
            "The next review 2025-02-03 lies before the risk was",
        ),
        ("R04,x,Warehouse,,Live,,,Pray,,,,", "“Pray” can't be chosen: Avoid, Transfer, Mitigate"),
        ("R04,,Warehouse,,Live,,,,,,,", "The row has no title, and a new risk needs one."),
    ],
)
def test_a_row_that_can_t_stand_is_rejected_in_a_sentence(
    session: Session, tmp_path: Path, the_map: Path, row: str, said: str
):
    with session.writing("gone") as group:
        group.create("person", {"name": "Gone", "active": False})
    plan = planned(session, tmp_path, REGISTER + row + "\n", the_map)
    assert len(plan.created) == 3
    [reason] = reasons(plan)
    assert said in reason


def test_what_is_over_stays_over_and_the_rest_is_updated(session: Session, tmp_path: Path, the_map: Path):
    imports.run(session, planned(session, tmp_path, REGISTER, the_map))
    risk_lives.close(session, risks.find(session, "R02"), "over")
    plan = planned(session, tmp_path, REGISTER.replace("4 - Likely", "1 - Rare"), the_map)
    assert [(one.code, [change.field for change in one.differences]) for one in plan.updated] == [
        ("R01", ["probability"])
    ]
    assert reasons(plan) == [
        "R02 has occurred or was closed, which is final: undo that, or add another risk."
    ]


def test_known_headers_are_taken_without_a_map_and_codes_are_given(session: Session, tmp_path: Path):
    headers = "Titre,Projet,Probabilité,Gravité,Statut,Réponse,Catégorie,Réserve\n"
    text = headers + "Panne,Warehouse,4,5,Ouvert,Réduire,Neuve,10\n"
    plan = planned(session, tmp_path, text)
    assert plan.new_things == {"risk_category": ("Neuve",)}
    imports.run(session, plan)
    found = risks.find(session, "R-0001")
    assert [found.value(name) for name in ("score", "status", "strategy", "category", "reserve")] == [
        *(20, "open", "mitigate", "Neuve", 1000)
    ]


def test_a_register_declares_no_fields_of_its_own(session: Session, tmp_path: Path):
    the_map = tmp_path / "own.toml"
    the_map.write_text("unmapped = 'custom'\n[fields]\ncode = 'Ref'\ntitle = 'Risk'\n")
    with pytest.raises(Refusal, match="only projects have fields of their own"):
        planned(session, tmp_path, REGISTER, the_map)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_was_exported_is_imported_as_the_same(tmp_path: Path, seed: int, form: str):
    session = opened(tmp_path / "first.db")
    with session.writing("around") as group:
        surround(group)
        for values in some_risks(40, Random(seed)):
            group.create("risk", facts_of(agreed(values)))
    text = exports.things(session, "risks", "", form)
    session.close()
    file = tmp_path / f"risks.{form}"
    exports.save(text, file, form)
    again = opened(tmp_path / "again.db")
    with again.writing("around") as group:
        surround(group)
    table = imports.open_file(file)
    plan = imports.plan(again, table, imports.guess(again, table, RISKS).map, kind=RISKS)
    assert reasons(plan) == []
    imports.run(again, plan)
    assert exports.things(again, "risks", "", form) == text
    unchanged = imports.plan(again, table, imports.guess(again, table, RISKS).map, kind=RISKS)
    assert (unchanged.unchanged, unchanged.changes_anything) == (40, False)
    again.close()


def scored(steps: list[tuple[int, int]]) -> str:
    """Give a register that says no more of its risks than their probabilities and impacts."""
    rows = (f"R{number},x,{one},{other}\n" for number, (one, other) in enumerate(steps, 1))
    return "code,title,probability,impact\n" + "".join(rows)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([(4, 3), (2, 4)] * 4, "No probability and no impact is above 4: if the register counts in 4 × 4"),
        ([(3, 3)] * 8, "No probability and no impact is above 3: if the register counts in 3 × 3"),
        ([(4, 3), (2, 4)] * 8 + [(6, 1)], "No probability and no impact is above 4"),
        ([(7, 3), (5, 5), (10, 1), (1, 1)], "“probability” goes up to 10, and here a scale has 5 steps"),
    ],
)
def test_a_matrix_of_another_size_is_told(
    session: Session, tmp_path: Path, steps: list[tuple[int, int]], said: str
):
    [doubt] = planned(session, tmp_path, scored(steps)).doubts
    assert say(doubt).startswith(said)


@pytest.mark.parametrize(
    "steps", [[(4, 3), (2, 4)], [(4, 5), (2, 4)] * 8, [(2, 2)] * 9, [(6, 1)] + [(5, 5)] * 10]
)
def test_a_matrix_that_may_be_ours_is_not_doubted(
    session: Session, tmp_path: Path, steps: list[tuple[int, int]]
):
    assert planned(session, tmp_path, scored(steps)).doubts == ()


def test_a_map_that_names_the_highest_step_leaves_no_doubt(session: Session, tmp_path: Path):
    the_map = tmp_path / "five.toml"
    the_map.write_text(
        "[fields]\ncode = 'code'\ntitle = 'title'\nprobability = 'probability'\n"
        "[fields.impact]\ncolumn = 'impact'\nvalues = { '5 *' = '5' }\n"
    )
    assert planned(session, tmp_path, scored([(4, 4)] * 9), the_map).doubts == ()


def test_an_action_of_a_risk_that_is_not_there_is_rejected_in_a_sentence(session: Session, tmp_path: Path):
    file = tmp_path / "actions.csv"
    file.write_text("title,risk\nSign,R-0099\n")
    table = imports.open_file(file)
    kind = importable("actions")
    plan = imports.plan(session, table, imports.guess(session, table, kind).map, kind=kind)
    assert reasons(plan) == [
        "There is no risk with the code or the title “R-0099”: import it first, or correct it."
    ]


def test_a_level_that_a_file_changes_ends_an_escalation(session: Session, tmp_path: Path):
    risk = risks.add(session, {"title": "A", "project": "P-0001"})
    risk_lives.escalate(session, risk, Level.PROGRAMME, "too large")
    imports.run(session, planned(session, tmp_path, "Code,Title,Level\nR-0001,A,project\n"))
    assert risks.find(session, "R-0001").value("escalated_from") is None


def test_what_a_file_takes_for_granted_is_taken_and_told(session: Session, tmp_path: Path):
    text = (
        "Code,Title,Status,Response,Probability,Impact\n"
        "R-0011,A,open,accept,5,5\nR-0012,B,closed,,1,1\nR-0013,C,occurred,,1,1\nR-0014,D,open,accept,1,1\n"
    )
    plan = planned(session, tmp_path, text)
    told = [(number, say(refused)) for number, refused in plan.warnings]
    assert [number for number, _said in told] == [2, 3, 4]
    assert [said.split(",")[0] for _number, said in told] == [
        "It is above the appetite",
        "It is closed",
        "It has happened",
    ]
    imports.run(session, plan)
    over = planned(session, tmp_path, "Code,Title,Probability\nR-0012,B,5\n")
    assert [say(why) for why in over.rejected[0].reasons] == [
        "R-0012 has occurred or was closed, which is final: undo that, or add another risk."
    ]
