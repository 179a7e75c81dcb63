"""What is written comes back as it was: CSV, JSON and TOML, with any text, amount and date."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.projects import Project
from pmo_tui.transfer.csv_reading import table_from_csv, unescape
from pmo_tui.transfer.csv_writing import escape
from pmo_tui.transfer.guessing import guess_map
from pmo_tui.transfer.json_reading import table_from_json
from pmo_tui.transfer.portfolio import dump
from pmo_tui.transfer.portfolio_reading import load
from pmo_tui.transfer.rows import RowReader
from pmo_tui.transfer.tables import Table
from pmo_tui.transfer.writing import exported, write_things
from tests.transfer.strategies import CATALOGUE, FILLED, PORTFOLIOS, projects

SOME = st.lists(projects(), min_size=1, max_size=2)


def read_back(table: Table) -> list[dict[str, object]]:
    """Read a table by the map that is guessed for it."""
    guess = guess_map(table, CATALOGUE)
    assert guess.dropped == ()
    assert table.broken == ()
    reader = RowReader(table, guess.map, CATALOGUE)
    rows = [reader.read(record) for record in table.records]
    assert [str(reason) for row in rows for reason in row.reasons] == []
    assert [row.emptied for row in rows if row.emptied] == []
    return [dict(row.values) for row in rows]


def values(project: Project) -> dict[str, object]:
    return {field.name: project.value(field.name) for field in FILLED}


@given(SOME)
@settings(max_examples=60)
def test_csv_comes_back_as_it_was(written: list[Project]) -> None:
    text = write_things(written, exported(CATALOGUE, "csv"), "csv")
    assert read_back(table_from_csv(Path("x.csv"), text)) == [values(project) for project in written]


@given(SOME)
@settings(max_examples=50)
def test_json_comes_back_as_it_was(written: list[Project]) -> None:
    text = write_things(written, exported(CATALOGUE, "json"), "json")
    assert read_back(table_from_json(Path("x.json"), text)) == [values(project) for project in written]


@given(PORTFOLIOS)
@settings(max_examples=50)
def test_a_portfolio_comes_back_as_it_was_and_to_the_byte(document) -> None:
    text = dump(document)
    again = load(text, "x.toml")
    assert again == document.ordered()
    assert dump(again) == text


@given(SOME)
@settings(max_examples=30)
def test_no_cell_of_a_csv_is_a_formula_and_every_amount_is_a_number(written: list[Project]) -> None:
    fields = exported(CATALOGUE, "csv")
    rows = list(csv.DictReader(io.StringIO(write_things(written, fields, "csv"))))
    assert (len(rows), bool(fields)) == (len(written), True)
    for row in rows:
        for field in fields:
            cell = row[field.name]
            if field.kind.value in {"money", "decimal", "integer"} and cell:
                assert Decimal(cell).is_finite()
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'tis", "'", "plain", "-", "＝1", "@x", "''"])
def test_an_escaped_text_is_safe_and_unescaped_the_same(text: str) -> None:
    assert unescape(escape(text)) == text
    assert not escape(text).startswith(("=", "+", "-", "@", "＝"))


def test_json_says_amounts_digit_by_digit() -> None:
    project = Project(1, 1, "P-1", "x", "Idea", budget=10**15 - 1, score=Decimal(100), tags=("a",))
    fields = exported(PROJECT_FIELDS, "json", ("code", "health", "budget", "score", "tags", "finish"))
    text = write_things([project], fields, "json")
    assert '"budget": 9999999999999.99' in text
    assert json.loads(text) == [
        {
            "code": "P-1",
            "health": "grey",
            "budget": 9999999999999.99,
            "score": 100,
            "tags": ["a"],
            "finish": None,
        }
    ]


def test_markdown_shows_its_own_signs_as_typed(french) -> None:
    project = Project(1, 1, "P-1", "a|b *c*\n<d>", "Idea", budget=123450)
    table = write_things([project], exported(PROJECT_FIELDS, "md", ("code", "name", "budget")), "md")
    assert table.splitlines()[2] == "| P-1 | a\\|b \\*c\\*<br>\\<d\\> | 1 234,50 |"
