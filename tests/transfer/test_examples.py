"""What the cells of a file say under a rule, counted."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.fields import Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.transfer.examples import columns_of, distinct, example, sample
from pmo_tui.transfer.maps import ImportMap, Rule
from pmo_tui.transfer.own_kinds import own_kind
from pmo_tui.transfer.reading import read_table

NO_MAP = ImportMap((), empty=("n/a",))


def table(tmp_path: Path, text: str):
    path = tmp_path / "file.csv"
    path.write_text(text, "utf-8")
    return read_table(path)


def test_filled_emptied_and_unreadable_cells_are_counted(tmp_path: Path):
    read = table(tmp_path, "code,Cost\nA,1.5\nB,n/a\nC,lots\nD,\nE,2\nF,lots\n")
    found = example(read, Rule("budget", ("Cost",), factor=Decimal(10**6)), NO_MAP, PROJECT_FIELDS)
    assert (found.filled, found.cell, found.value) == (2, "1.5", 150_000_000)
    assert found.emptied == {"n/a": 1}
    assert found.unreadable == {"lots": 2}


def test_the_first_column_that_says_something_counts(tmp_path: Path):
    read = table(tmp_path, "code,One,Two\nA,Green,Red\nB,n/a,Amber\nC,,\n")
    found = example(read, Rule("health", ("One", "Two")), NO_MAP, PROJECT_FIELDS)
    assert (found.filled, found.value) == (2, Health.GREEN)
    assert found.emptied == {"n/a": 1}


def test_a_constant_fills_every_row(tmp_path: Path):
    read = table(tmp_path, "code\nA\nB\n")
    found = example(read, Rule("priority", constant="3"), NO_MAP, PROJECT_FIELDS)
    assert (found.filled, found.value) == (2, 3)


def test_a_column_that_is_not_there_is_named(tmp_path: Path):
    read = table(tmp_path, "code,name\nA,B\n")
    found = example(read, Rule("budget", ("Cost",)), NO_MAP, PROJECT_FIELDS)
    assert found.missing == ("Cost",)
    assert found.filled == 0


def test_columns_are_found_by_their_beginning(tmp_path: Path):
    read = table(tmp_path, '"Rating\n(a long explanation)",x\nGreen,1\n')
    assert columns_of(read, Rule("health", ("Rating*",))) == (read.headers[0],)


def test_different_cells_are_counted_once_however_they_are_written(tmp_path: Path):
    read = table(tmp_path, "code,Status\nA,Open\nB, open \nC,OPEN\nD,Shut\nE,\n")
    assert distinct(read, ["Status"]) == {"Open": 3, "Shut": 1}


def test_the_sample_is_the_first_cell_that_holds_something(tmp_path: Path):
    read = table(tmp_path, "code,x,y\nA,,\nB, seen ,\n")
    assert sample(read, "x") == "seen"
    assert sample(read, "y") == ""


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("1", "2.5", "1,000"), Kind.DECIMAL),
        (("£1", "£2,000"), Kind.MONEY),
        (("001", "002"), Kind.LINE),
        (("48.856614",), Kind.LINE),  # a number with so many decimals would not be kept as it stands
        (("9" * 13,), Kind.LINE),
        ((*map(str, range(600)), "six hundred"), Kind.LINE),
        ((*(f"2026-01-{1 + day % 28:02d} {day}" for day in range(600)),), Kind.LINE),
        (("2026-01-31", "2026-02-28"), Kind.DATE),
        (("31/01/2026", "2026-02-28"), Kind.DATE),
        (("01/02/2026",), Kind.LINE),  # day and month can't be told apart
        (("yes", "1"), Kind.LINE),
        (("x" * 300,), Kind.TEXT),
        ((), Kind.LINE),
    ],
)
def test_the_kind_of_an_own_field_is_told_by_its_cells(tmp_path: Path, cells: tuple[str, ...], kind: Kind):
    rows = "".join(f'A{number},"{cell}"\n' for number, cell in enumerate(cells))
    assert own_kind(table(tmp_path, "code,Own\n" + (rows or "A,\n")), "Own", NO_MAP) is kind


def test_what_stands_for_nothing_does_not_count(tmp_path: Path):
    read = table(tmp_path, "code,Own\nA,1\nB,tbc\nC,Exempt under 5\n")
    assert own_kind(read, "Own", NO_MAP) is Kind.LINE
    assert own_kind(read, "Own", ImportMap((), empty=("Exempt *",))) is Kind.DECIMAL
    assert own_kind(read, "Own", ImportMap((Rule("pm", empty=("Exempt *",)),))) is Kind.DECIMAL
