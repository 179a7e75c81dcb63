"""The items beside the risks on the command line: listed, shown, exported, and imported again as the same."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmo_tui.cli.main import main
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.raid_kinds import BY_NOUN
from pmo_tui.services import editing, exports, portfolio_imports, projects, raid_lives, risk_actions, risks
from pmo_tui.services.raid import EDITABLES, ISSUE
from tests.keeping import opened, replayed, standing

VALUES: dict[Kind, Value] = {
    Kind.LINE: "Réseau, “x”",
    Kind.TEXT: "Deux\nlignes",
    Kind.INTEGER: -3,
    Kind.MONEY: -123_45,
    Kind.DATE: date(2027, 3, 1),
    Kind.TAGS: ("cloud", "it"),
    Kind.LINKS: ("Plan https://plan.example/a",),
}
NAMED = {"person": "Zoé", "project": "P-0001", "programme": None, "risk": "R-0001"}


def a_value(field: Field) -> Value:
    """Give a value for a field."""
    if field.of:
        return NAMED[field.of]
    return field.choices[0] if field.choices else VALUES[field.kind]


def fill(path: Path) -> None:
    """Make a portfolio with two items of every kind, a full one and an empty one, and some that are related."""
    session = opened(path)
    projects.add(session, {"name": "ERP", "programme": "Digital"})
    projects.add(session, {"name": "Wi-Fi"})
    risk = risks.add(session, {"title": "Fire"})
    risk_actions.add(session, risk, {"title": "Call"})
    for kind in EDITABLES.values():
        fields = [field for field in kind.catalogue() if field.settable and field.name != "code"]
        values = {field.name: a_value(field) for field in fields}
        values |= {"needs": "P-0002"} if "needs" in values else {}
        values |= {"project": None} if values.get("risk") else {}
        editing.add(session, kind, values)
        editing.add(session, kind, {"title": "Bare"})
    raid_lives.ask_decision(session, editing.find(session, ISSUE, "I-0001"))
    session.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make the portfolio."""
    fill(tmp_path / "pmo.db")
    return tmp_path / "pmo.db"


@pytest.mark.parametrize("noun", BY_NOUN)
def test_an_import_of_an_export_changes_nothing_and_makes_the_same_elsewhere(
    path: Path, noun: str, tmp_path: Path, capsys: Any
):
    file = tmp_path / f"{noun}.csv"
    assert main(["--db", str(path), "export", noun, "--out", str(file)]) == 0
    capsys.readouterr()
    assert main(["--db", str(path), "import", noun, str(file), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert (counts["created"], counts["updated"], counts["rejected"]) == (0, 0, 0)
    other = tmp_path / "other.db"
    session = opened(other)
    projects.add(session, {"name": "ERP", "programme": "Digital"})
    projects.add(session, {"name": "Wi-Fi"})
    risks.add(session, {"title": "Fire"})
    session.close()
    assert main(["--db", str(other), "import", noun, str(file), "--map", "none"]) == 0
    again = tmp_path / "again.csv"
    assert main(["--db", str(other), "export", noun, "--out", str(again)]) == 0
    assert again.read_text() == file.read_text()


@pytest.mark.parametrize("noun", BY_NOUN)
@pytest.mark.parametrize("form", ["csv", "json", "md", "toml"])
def test_items_are_listed_and_written_in_every_format(path: Path, noun: str, form: str, capsys: Any):
    assert main(["--db", str(path), "export", noun, "active:yes", "--format", form]) == 0
    assert "Bare" in capsys.readouterr().out
    assert main(["--db", str(path), "list", noun, "sort:-age", "group:owner"]) == 0
    assert "Bare" in capsys.readouterr().out
    assert (
        main(["--db", str(path), "list", noun, "project:erp" if noun != "dependencies" else "gives:erp"]) == 0
    )
    capsys.readouterr()


def test_an_item_is_shown_with_what_it_is_related_to(path: Path, capsys: Any):
    assert main(["--db", str(path), "show", "i-0001"]) == 0
    said = capsys.readouterr().out
    assert "Asks for" in said
    assert "DEC-0003" in said
    assert main(["--db", str(path), "show", "DEC-0003", "--json"]) == 0
    [related] = json.loads(capsys.readouterr().out)["related"]
    assert (related["tie"], related["onward"], related["code"]) == ("asks", False, "I-0001")


def test_a_portfolio_with_its_items_comes_back_to_the_byte(path: Path, tmp_path: Path):
    session = opened(path)
    text = exports.portfolio(session)
    session.close()
    file = tmp_path / "whole.toml"
    file.write_text(text, "utf-8")
    again = opened(tmp_path / "again.db")
    portfolio_imports.read_portfolio(again, file)
    assert exports.portfolio(again) == text
    assert "[[relations]]" in text
    assert replayed() == standing()
    again.close()


def test_what_is_due_and_not_done_is_overdue(path: Path, capsys: Any):
    session = opened(path)
    editing.add(session, ISSUE, {"title": "Late", "raised": date(2020, 1, 1), "due": date(2020, 2, 1)})
    session.close()
    assert main(["--db", str(path), "list", "issues", "due:overdue", "active:yes", "--json"]) == 0
    assert [issue["title"] for issue in json.loads(capsys.readouterr().out)] == ["Late"]
