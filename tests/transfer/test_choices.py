"""The choices a person makes about a file, as values."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Kind
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.transfer.choices import Choices
from pmo_tui.transfer.guessing import guess_rules
from pmo_tui.transfer.map_file import parse_map
from pmo_tui.transfer.map_writing import write_map
from pmo_tui.transfer.reading import read_table
from pmo_tui.transfer.tables import FileHints


@pytest.fixture
def choices(tmp_path: Path) -> Choices:
    """What is guessed of a small file."""
    path = tmp_path / "file.csv"
    path.write_text(
        "Project Name,Ref no,Cost (£m),Owner,Notes\nAlpha,A1,1.5,Ann,x\nBeta,A2,n/a,Bob,y\n", "utf-8"
    )
    table = read_table(path)
    guess = guess_rules(table, PROJECT_FIELDS)
    return Choices(table, guess.map, PROJECT_FIELDS, guess.notes)


def test_a_guess_lists_what_is_filled_and_what_is_not(choices: Choices):
    assert "name" in [field.name for field in choices.filled]
    assert "Cost (£m)" in choices.dropped
    assert choices.lacks == ""


def test_a_column_brings_its_unit_and_what_stands_for_nothing(choices: Choices):
    now = choices.with_columns("budget", ["Cost (£m)"])
    rule = now.map.rule("budget")
    assert rule is not None
    assert rule.factor == Decimal(10**6)
    assert rule.empty == ("n/a",)
    assert "Cost (£m)" not in now.dropped


def test_a_code_becomes_the_key_and_goes_again(choices: Choices):
    now = choices.with_columns("code", ["Ref no"])
    assert now.map.key == "code"
    assert now.without("code").map.key == "name"


def test_without_name_and_code_something_lacks(choices: Choices):
    assert choices.without("name").lacks == "name"


def test_a_chosen_key_stays(choices: Choices):
    now = choices.with_columns("code", ["Ref no"]).with_key("name")
    assert now.with_columns("pm", ["Owner"]).map.key == "name"


def test_adding_a_second_column_keeps_how_the_first_is_read(choices: Choices):
    now = choices.with_columns("budget", ["Cost (£m)"]).with_columns("budget", ["Cost (£m)", "Notes"])
    rule = now.map.rule("budget")
    assert rule is not None
    assert (rule.columns, rule.factor) == (("Cost (£m)", "Notes"), Decimal(10**6))


def test_no_column_at_all_takes_the_field_out(choices: Choices):
    now = choices.with_columns("pm", ["Owner"])
    assert now.with_columns("pm", []).map.rule("pm") is None


def test_a_column_becomes_a_field_of_ones_own_and_goes_again(choices: Choices):
    now = choices.with_own_field("Notes", Kind.LINE)
    assert [field.label for field in now.map.custom] == ["Notes"]
    assert now.of_declared(now.map.custom[0].name)
    assert now.without(now.map.custom[0].name).map.custom == ()


def test_the_kind_of_an_own_field_can_be_changed(choices: Choices):
    now = choices.with_own_field("Cost (£m)", Kind.LINE)
    [declared] = now.map.custom
    now = now.with_kind(declared.name, Kind.MONEY)
    rule = now.map.rule(declared.name)
    assert now.map.custom[0].kind is Kind.MONEY
    assert rule is not None
    assert rule.factor == Decimal(10**6)


def test_texts_for_nothing_hold_for_the_whole_file(choices: Choices):
    now = choices.with_columns("budget", ["Cost (£m)"]).with_empty(["n/a", "TBC"])
    rule = now.map.rule("budget")
    assert rule is not None
    assert rule.empty is None
    assert now.map.empty == ("n/a", "TBC")


def test_whatever_is_chosen_can_be_written_and_read_again(choices: Choices):
    now = (
        choices.with_columns("code", ["Ref no"])
        .with_columns("budget", ["Cost (£m)"])
        .with_own_field("Notes", Kind.TEXT)
        .with_empty(["n/a"])
        .with_unmapped("custom")
    )
    assert parse_map(write_map(now.map), "map.toml", PROJECT_FIELDS) == now.map


def test_an_own_field_is_of_the_kind_that_its_cells_are(choices: Choices):
    assert [field.kind for field in choices.with_own_field("Cost (£m)").map.custom] == [Kind.MONEY]


def test_a_file_read_anew_keeps_what_was_chosen_of_the_columns_that_stay(choices: Choices):
    chosen = choices.with_columns("code", ["Ref no"]).with_own_field("Cost (£m)").with_own_field("Notes")
    hints = FileHints(header=2)
    path = choices.table.path
    path.write_text("A title,,\nRef no,Cost (£m),Budget\nA1,3,5\n", "utf-8")
    table = read_table(path, hints)
    now = chosen.read_again(table, hints, guess_rules(table, PROJECT_FIELDS))
    assert [rule.field for rule in now.map.rules] == ["code", "cost_m", "budget"]
    assert [field.name for field in now.map.custom] == ["cost_m"]
    assert (now.map.key, now.map.file, now.table) == ("code", hints, table)
    same = chosen.read_again(chosen.table, hints, guess_rules(chosen.table, PROJECT_FIELDS))
    assert same.map.rules == chosen.map.rules
