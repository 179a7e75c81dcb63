"""Reports on the command line: in each format, to stdout or a file, and refused in a sentence."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from pmo_tui.services import risks
from pmo_tui.services.session import open_session


@pytest.fixture
def some(here, tmp_path: Path):
    """Give `here` on a database with two risks, one of them named to do harm."""
    session = open_session(tmp_path / "pmo.db", create=True)
    risks.add(session, {"title": "Supplier | fails", "probability": 4, "impact": 4, "cost": 100_000_00})
    risks.add(session, {"title": "=<b>1+1</b>", "probability": 1, "impact": 1})
    session.close()
    return here


def test_the_report_is_written_in_each_format(some):
    code, text, err = some("report", "risks")
    assert (code, err) == (0, "")
    assert "| Open threats | 2 | of 2 risks |" in text
    assert "| Band: critical | 1 | over 2 of 2 threats |" in text
    assert "| Exposure of threats | 60 000 | over 1 of 2 risks |" in text
    assert "Supplier \\| fails" in text
    assert "=&lt;b&gt;1+1&lt;/b&gt;" in some("report", "risks", "--format", "html")[1]
    rows = list(csv.DictReader(io.StringIO(some("report", "risks", "--format", "csv")[1])))
    assert [row["title"] for row in rows] == ["Supplier | fails", "'=<b>1+1</b>"]
    found = json.loads(some("report", "risks", "score>=15", "--format", "json")[1])
    assert found["figures"]["exposure"] == {
        "threats": {"amount": 60000, "over": 1, "of": 1},
        "opportunities": {"amount": 0, "over": 0, "of": 0},
        "net": {"amount": 60000, "over": 1, "of": 1},
    }
    assert [change["happened"] for change in found["changes"]] == [["raised"]]
    assert (found["figures"]["reviews_overdue"], found["figures"]["above_appetite"]) == (0, 1)
    assert found["changes"][0]["after"] == {"score": 16, "exposure": 60000}
    assert [each["short"] for each in found["programmes"]] == [60000]
    [cell] = [cell for cell in found["matrix"]["current"]["cells"] if cell["count"]]
    assert (cell["probability"], cell["impact"], cell["codes"]) == (4, 4, ["R-0001"])


def test_reviews_that_are_late_are_counted(some, tmp_path: Path):
    session = open_session(tmp_path / "pmo.db")
    risks.add(session, {"title": "Late", "raised": date(2020, 1, 1), "review": date(2020, 2, 1)})
    session.close()
    found = json.loads(some("report", "risks", "--format", "json")[1])
    assert found["figures"]["reviews_overdue"] == 1
    assert "| Reviews overdue | 1 | over 1 of 3 risks |" in some("report", "risks")[1]


def test_it_speaks_the_language_of_the_reader(some):
    text = some("--lang", "fr", "report", "risks", "--format", "html")[1]
    assert '<html lang="fr">' in text
    assert "Rapport sur les risques" in text


def test_an_empty_portfolio_is_told(here):
    here("init")
    code, text, _err = here("report", "risks")
    assert code == 0
    assert "There are no risks here." in text


def test_a_file_is_written_by_its_ending_and_not_replaced(some, tmp_path: Path):
    file = tmp_path / "risks.html"
    assert some("report", "risks", "--out", file)[0] == 0
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")
    code, out, err = some("report", "risks", "--out", file)
    assert (code, out) == (1, "")
    assert "is there already" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("score:many",), "many"),
        (("--since", "soon"), "is no day"),
        (("--since", "9999-01-01"), "still to come"),
        (("--out", "risks.pdf"), "No format ends in .pdf"),
        (("--out", "/nowhere/risks.md"), "can't be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(some, words: tuple[str, ...], told: str):
    code, out, err = some("report", "risks", *words)
    assert (code, out) == (1, "")
    assert told in err
    assert err.count("\n") == 1


def test_each_side_says_of_its_own_risks_on_how_many_it_stands_and_since_takes_what_queries_take(
    some, tmp_path: Path
):
    session = open_session(tmp_path / "pmo.db")
    risks.add(session, {"title": "Grant", "side": "opportunity", "chance": 10, "cost": 50_000_00})
    session.close()
    for day in ("-30d", "yesterday", "2026-10-01"):
        code, text, _err = some("report", "risks", "--since", day)
        assert code == 0
        assert "| Exposure of threats | 60 000 | over 1 of 2 risks |" in text
        assert "| Exposure of opportunities | 5 000 | over 1 of 1 risk |" in text
        assert "| Open opportunities | 1 | of 3 risks |" in text
        assert "**Current, threats (without a score: 0)**" in text
