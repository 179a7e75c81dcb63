"""Risks on the command line: listed, shown and exported."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pmo_tui.cli import talk
from pmo_tui.domain.fields import Value
from pmo_tui.services import projects, risk_actions, risks
from pmo_tui.services.session import open_session


@pytest.fixture
def some(here, tmp_path: Path):
    """Give `here` on a database with two risks."""
    session = open_session(tmp_path / "pmo.db", create=True)
    projects.add(session, {"name": "Warehouse"})
    values: dict[str, Value] = {
        "title": "Supplier fails",
        "project": "P-0001",
        "probability": 4,
        "impact": 4,
        "cost": 100_000_00,
    }
    risk = risks.add(session, {**values, "strategy": "mitigate", "cause": "They owe\nmoney"})
    risk_actions.add(session, risk, {"title": "Call them", "owner": "Zoé", "due": date(2026, 12, 1)})
    risks.add(session, {"title": "Grant", "side": "opportunity", "chance": 10, "cost": 50_000_00})
    session.close()
    return here


def test_risks_are_listed_by_a_query_with_their_sums(some):
    code, out, err = some("list", "risks", "score>=15")
    assert code == 0
    assert "R-0001" in out
    assert "Supplier fails" in out
    assert "Grant" not in out
    assert "1 of 2 risks · Exposure 60 k" in err


def test_json_has_every_field_with_canonical_words(some):
    listed = json.loads(some("--lang", "fr", "list", "risks", "nature:menace", "--json")[1])
    assert [(risk["code"], risk["side"], risk["strategy"], risk["band"]) for risk in listed] == [
        ("R-0001", "threat", "mitigate", "critical")
    ]
    assert {"inherent", "target", "exposure", "net", "over", "trend", "age", "actions_done"} <= set(listed[0])


def test_a_risk_is_shown_with_its_actions_by_its_code(some):
    code, out, _err = some("show", "r-0001")
    assert code == 0
    assert out.startswith("R-0001  Supplier fails")
    for told in (
        "Response actions",
        "2026-12-01",
        "Call them: Planned (Zoé)",
        "Mitigate",
        "critical",
        "They owe",
    ):
        assert told in out
    shown = json.loads(some("show", "R-0001", "--json")[1])
    assert shown["response_actions"][0]["title"] == "Call them"


def test_a_project_is_shown_with_its_open_risks_and_the_worst_of_them(some):
    lines = [line.split() for line in some("show", "P-0001")[1].splitlines()]
    assert ["Open", "risks", "1"] in lines
    assert ["Worst", "risk", "critical"] in lines
    assert ["Exposure", "to", "risks", "60", "000"] in lines


def test_what_no_risk_has_is_told_of_a_project(some):
    assert "Nothing has the code “R-0009”" in some("show", "R-0009")[2]


def test_the_fields_of_risks_are_listed_before_there_is_a_portfolio(here):
    listed = json.loads(here("list", "risk-fields", "--json")[1])
    assert {"name": "title", "kind": "line"}.items() <= listed[1].items()


def test_risks_are_exported_to_a_file_by_its_ending(some, tmp_path: Path):
    file = tmp_path / "risks.md"
    assert some("export", "risks", "--out", str(file))[0] == 0
    assert "Supplier fails" in file.read_text("utf-8")


def test_score_exposure_review_and_owner_stay_where_there_is_little_room(
    some, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(talk, "width", lambda: 80)
    heading = some("list", "risks")[1].splitlines()[0]
    assert all(column in heading for column in ("Title", "Cur", "Exposure", "Next review", "Owner"))


def test_risks_that_are_not_in_the_file_are_named_after_the_rejected_rows_and_only_a_few_of_them(
    some, tmp_path: Path
):
    session = open_session(tmp_path / "pmo.db")
    for number in range(8):
        risks.add(session, {"title": f"Risk {number}"})
    session.close()
    file = tmp_path / "risks.csv"
    file.write_text('code,title\nR-0001,Supplier fails\n,""\nR-0001,Twice\n', "utf-8")
    told = some("import", "risks", str(file), "--dry-run")
    lines = "\n".join(told[1:3])
    assert lines.index("rejected: ") < lines.index("are not in the file and stay as they are")
    assert "more (--details names them)" in lines
    assert "Risk 7" not in lines
