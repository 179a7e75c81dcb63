"""Figures of the board on a real database: exact, however large the amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import boards, sql
from pmo_tui.domain.boards import Figures
from pmo_tui.domain.money import LARGEST
from pmo_tui.domain.projects import PROJECT_FIELDS
from pmo_tui.domain.queries.terms import Query
from tests.keeping import opened

MANY = 100_000
EVERYTHING = Query()


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
    whole, half = Figures(MANY, amount * MANY, MANY), Figures(MANY // 2, amount * MANY // 2, MANY // 2)
    assert boards.figures(EVERYTHING, PROJECT_FIELDS) == whole
    assert boards.figures_by_phase(EVERYTHING, PROJECT_FIELDS) == {1: half, 2: half}
    by_health = boards.figures_by(EVERYTHING, PROJECT_FIELDS, PROJECT_FIELDS.get("health"))
    assert list(by_health.values()) == [whole]
    session.close()


def test_amounts_of_both_signs_and_none_at_all_add_up(tmp_path: Path):
    session = opened(tmp_path / "pmo.db")
    amounts = [None, LARGEST, -LARGEST, -1, 10**9, -(10**9) - 1, 999_999_999]
    with session.writing("x") as group:
        group.create_many(
            "project",
            [{"code": f"P-{n}", "name": "x", "phase": 1, "budget": a} for n, a in enumerate(amounts)],
        )
    expected = Figures(7, sum(amount or 0 for amount in amounts), 6)
    assert boards.figures(EVERYTHING, PROJECT_FIELDS) == expected
    session.close()
