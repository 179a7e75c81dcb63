"""Figures on a real database: exact, however large the amounts, by phase and by any group."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db import asking, boards, sql
from db.asking import Question
from db.queries.projects import projects
from pmo_tui.domain.lists import Figures, Heading, Sum
from pmo_tui.domain.money import LARGEST
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.queries.terms import Query
from pmo_tui.services import lists
from pmo_tui.services.boards import PROJECTS as LISTED
from tests.keeping import opened

MANY = 100_000
EVERYTHING = Question(Query(), PROJECT_FIELDS, projects(date(2026, 11, 23)))


@pytest.mark.parametrize("amount", [LARGEST, -LARGEST, LARGEST - 1, 7 - LARGEST, -1, 0])
def test_a_hundred_thousand_of_the_largest_amounts_are_summed_exactly(tmp_path: Path, amount: int):
    session = opened(tmp_path / "pmo.db")
    sql.run(
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?) "
        "INSERT INTO project (version, code, code_folded, name, folded, phase_id, budget, health, severity, "
        "health_previous, search, created_at, updated_at) "
        "SELECT 1, 'P-' || n, 'p-' || n, 'x', 'x', 1 + n % 2, ?, 'grey', 0, 'grey', '', '', '' FROM numbers",
        (MANY, amount),
    )
    whole = Figures(MANY, {"budget": Sum(amount * MANY, MANY)})
    half = Figures(MANY // 2, {"budget": Sum(amount * MANY // 2, MANY // 2)})
    assert asking.figures(EVERYTHING, ["budget"]) == whole
    assert boards.figures_by_phase(EVERYTHING) == {1: half, 2: half}
    grouped = lists.table(session, LISTED, "group:health")
    assert grouped.figures.sum("budget") == whole.sum("budget")
    session.close()


def test_amounts_of_both_signs_and_none_at_all_add_up(tmp_path: Path):
    session = opened(tmp_path / "pmo.db")
    amounts = [None, LARGEST, -LARGEST, -1, 10**9, -(10**9) - 1, 999_999_999]
    with session.writing("x") as group:
        group.create_many(
            "project",
            [{"code": f"P-{n}", "name": "x", "phase": 1, "budget": a} for n, a in enumerate(amounts)],
        )
    expected = Sum(sum(amount or 0 for amount in amounts), 6)
    assert asking.figures(EVERYTHING, ["budget"]) == Figures(7, {"budget": expected})
    session.close()


def test_each_group_stands_once_with_its_sub_totals_however_its_name_is_written(tmp_path: Path):
    session = opened(tmp_path / "pmo.db")
    with session.writing("x") as group:
        group.create_many(
            "project",
            [
                {"code": f"P-{n}", "name": "x", "phase": 1, "department": name, "budget": n, "forecast": None}
                for n, name in enumerate(["ERP", "erp", "ERP", None])
            ],
        )
    table = lists.table(session, LISTED, "group:department sort:code")
    headings = [row for row in table.rows if isinstance(row, Heading)]
    assert [(row.value, row.figures.count, row.figures.sum("budget")) for row in headings] == [
        ("ERP", 2, Sum(2, 2)),
        ("erp", 1, Sum(1, 1)),
        (None, 1, Sum(3, 1)),
    ]
    assert [row for row in table.rows if isinstance(row, int)] == [1, 3, 2, 4]
    assert table.figures.sum("forecast") == Sum(0, 0)
    session.close()


def test_a_percentage_heads_its_group_as_it_is_shown(tmp_path: Path):
    session = opened(tmp_path / "pmo.db")
    with session.writing("x") as group:
        group.create("project", {"code": "P", "name": "x", "phase": 1, "budget": 1000, "forecast": 1105})
    [heading, _key] = lists.table(session, LISTED, "group:overrun").rows
    assert isinstance(heading, Heading)
    assert str(heading.value) == "10.5"
    session.close()
