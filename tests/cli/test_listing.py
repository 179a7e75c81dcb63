"""`list` and `show`: data for programs on stdout, tables for the eye, totals that hide nothing."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pmo_tui.cli import talk
from pmo_tui.cli.main import main
from pmo_tui.cli.tables import Column, drawn, fitted
from pmo_tui.cli.things import put
from pmo_tui.words.cells import width


def _listed(here, *words: str) -> list[dict[str, Any]]:
    """Give what `list --json` lists."""
    code, out, err = here("list", *words, "--json")
    assert (code, err) == (0, "")
    listed: list[dict[str, Any]] = json.loads(out, parse_float=Decimal)
    return listed


def test_json_has_every_field_under_its_english_name(some):
    first = _listed(some, "projects", "A-1")[0]
    assert first["budget"] == Decimal("1200000.5")
    assert (first["health"], first["pm"], first["tags"], first["finish"]) == ("red", "Anna Li", [], None)
    assert {"code", "name", "programme", "phase", "sponsor", "forecast", "actual", "start", "slip"} <= set(
        first
    )


def test_amounts_are_exact_to_the_cent(some):
    code, out, _err = some("list", "projects", "A-3", "--json")
    assert code == 0
    assert '"budget": 9007199254740.31,' in out


def test_lists_and_days_are_as_programs_expect_them(some):
    assert _listed(some, "projects", "A-2")[0]["tags"] == ["cloud", "web"]
    assert _listed(some, "projects", "A-4")[0]["finish"] == "2026-12-31"
    assert _listed(some, "projects", "A-4")[0]["health"] == "grey"


def test_a_query_may_be_one_word_or_many_and_begin_with_a_minus(some):
    codes = [
        [project["code"] for project in _listed(some, "projects", *words)]
        for words in (
            ["phase:delivery budget>1M"],
            ["phase:delivery", "budget>1M"],
            ["-phase:delivery", "sort:code"],
        )
    ]
    assert codes == [["A-1", "A-3"], ["A-1", "A-3"], ["A-2", "A-4"]]
    assert [p["code"] for p in _listed(some, "projects", "-warehouse", "-wifi", "sort:code")] == [
        "A-2",
        "A-3",
    ]


def test_without_a_query_the_order_is_that_of_the_empty_one(some):
    usual = [p["code"] for p in _listed(some, "projects")]
    assert usual == [p["code"] for p in _listed(some, "projects", "sort:-health,-score,name")]
    assert usual[0] == "A-1"


def test_nothing_found_is_an_empty_list(some):
    assert some("list", "projects", "zzz", "--json") == (0, "[]\n", "")
    assert some("list", "projects", "zzz") == (0, "", "0 of 4 projects\n")


def test_chosen_columns_stand_in_their_order(some):
    assert _listed(some, "projects", "A-4", "--columns", "budget,code") == [{"budget": 10, "code": "A-4"}]
    code, out, _err = some("list", "projects", "A-4", "--columns", "nom,météo")
    assert (code, out.splitlines()[0].split()) == (0, ["Name", "Weather"])


def test_an_unknown_column_names_the_nearest(some):
    code, _out, err = some("list", "projects", "--columns", "bugdet")
    assert (code, err) == (1, "There is no field “bugdet”. Did you mean “budget”?\n")


def test_a_total_never_hides_what_it_leaves_out(some):
    _code, _out, err = some("list", "projects", "-A-3", "--columns", "code,budget")
    assert err == "3 of 4 projects · Budget 1.2 M over 2 of 3\n"
    _code, _out, err = some("list", "projects", "A-1", "--columns", "code,budget")
    assert err == "1 of 4 projects · Budget 1.2 M\n"


def test_into_a_file_the_table_goes_in_full_with_numbers_to_the_right(some):
    _code, out, _err = some("list", "projects", "--columns", "code,budget,name")
    lines = out.splitlines()
    assert lines[0] == "Code                Budget  Name"
    assert "A-1           1 200 000.50  Warehouse" in lines
    assert "A-4                  10.00  Wifi" in lines


def test_user_text_reaches_no_terminal_as_control(some):
    for words in (
        ["list", "projects"],
        ["list", "projects", "--json"],
        ["show", "A-2"],
        ["export", "projects"],
    ):
        _code, out, _err = some(*words)
        assert "[red]x[/]" in out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)


def test_on_a_terminal_every_line_fits(some, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(talk, "width", lambda: 80)
    _code, out, _err = some("list", "projects")
    assert max(map(width, out.splitlines())) <= 80
    assert "Budget " in out


def test_on_a_terminal_a_name_stays_readable_and_what_has_no_room_is_named(
    here, monkeypatch: pytest.MonkeyPatch
):
    here("demo", "--no-open", "--projects", "30")
    monkeypatch.setattr(talk, "width", lambda: 80)
    _code, out, err = here("list", "projects")
    head, *rows = out.splitlines()
    assert max(map(width, rows)) <= 80
    assert head.index("Phase") - head.index("Name") >= 22
    assert "Finish" not in head
    assert err.strip().endswith("no room for Slip, Finish")
    monkeypatch.setattr(talk, "width", lambda: 200)
    _code, out, err = here("list", "projects")
    assert "Finish" in out
    assert "no room" not in err
    monkeypatch.setattr(talk, "width", lambda: 40)
    _code, out, _err = here("list", "projects", "--columns", "budget,forecast,finish,name")
    assert out.splitlines()[0].endswith("Name")


def test_the_fields_are_listed_where_there_is_no_database_yet(here, home: Path, tmp_path: Path):
    code, out, err = here("list", "fields")
    assert (code, "baseline_finish" in out) == (0, True)
    assert "no database" in err
    assert json.loads(here("list", "fields", "--json")[1])[0]["name"] == "code"
    assert here("list", "fields", "code")[0] == 1
    assert not (tmp_path / "pmo.db").exists()
    assert main(["list", "fields"]) == 0


@pytest.mark.parametrize("what", ["people", "programmes", "objectives", "phases", "views", "fields"])
def test_other_things_are_listed_too(here, what: str):
    assert here("demo", "--no-open", "--projects", "30")[0] == 0
    code, out, err = here("list", what)
    assert code == 0
    assert bool(err) == (what == "programmes")  # which tells what the risks of all come to
    assert len(out.splitlines()) > 4
    assert len(json.loads(here("list", what, "--json")[1])) == len(out.splitlines()) - 1


def test_programmes_are_listed_with_what_their_risks_come_to_and_what_a_total_leaves_out(here):
    assert here("demo", "--no-open", "--projects", "30")[0] == 0
    _code, out, err = here("list", "programmes")
    assert out.splitlines()[0].split("  ")[-1].strip() == "Over"
    assert "open risks in the portfolio" in err
    rows = json.loads(here("list", "programmes", "--json")[1])
    assert {"risks", "risk", "exposure", "valued"} <= rows[0].keys()
    risks = json.loads(here("list", "risks", "active:yes", "--json")[1])
    assert sum(row["risks"] for row in rows) == len([risk for risk in risks if risk["programme"]])
    assert sum(row["valued"] for row in rows) < len(risks)
    assert "leaves out" in err


def test_what_a_gate_asks_for_is_shown_by_its_label_and_named_in_json(here):
    here("init")
    assert "Project manager, Sponsor, Budget" in here("list", "phases")[1]
    assert json.loads(here("list", "phases", "--json")[1])[2]["needs"] == ["pm", "sponsor", "budget"]


def test_only_projects_take_a_query(here):
    here("init")
    assert here("list", "people", "anna")[0] == 1


def test_show_gives_the_decisions_too(here):
    here("demo", "--no-open", "--projects", "30")
    code = json.loads(here("list", "projects", "phase:closed", "--json")[1])[0]["code"]
    shown = json.loads(here("show", code.lower(), "--json")[1])
    assert shown["code"] == code
    assert [d["to_phase"] for d in shown["decisions"] if d["decision"] == "go"][-1] == "Closed"
    text = here("show", code)[1]
    assert text.startswith(f"{code}  {shown['name']}\n")
    assert max(map(width, text.splitlines())) <= 100


def test_listing_imports_neither_textual_nor_rich(here, tmp_path: Path, root: Path):
    here("demo", "--no-open", "--projects", "3")
    code = (
        "import sys; from pmo_tui.cli.main import main; "
        f"code = main(['--db', {str(tmp_path / 'pmo.db')!r}, 'list', 'projects', '--json']); "
        "print(code, *sorted({n.partition('.')[0] for n in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    code_, *names = done.stderr.split()
    assert code_ == "0"
    assert {"peewee", "db"} <= set(names)
    heavy = {"textual", "rich", "plotext", "screens", "platformdirs", "tomllib", "tomli_w", "csv", "difflib"}
    assert not heavy & set(names)


def test_wide_letters_take_two_cells_and_marks_none():
    assert width("倉庫") == 4
    assert width("é") == 1
    assert fitted("倉庫番", 5) == "倉庫…"
    assert fitted("12", 5, right=True) == "   12"


def test_a_table_narrows_its_texts_before_it_drops_columns():
    columns = [Column("Name", ["x" * 50]), Column("Sum", ["1 000"], right=True), Column("More", ["y" * 50])]
    assert list(drawn(columns, 40))[1] == "x" * 14 + "…  1 000  " + "y" * 15 + "…"
    assert [len(line.split()) for line in drawn(columns, 18)] == [2, 3]
    assert list(drawn(columns, 18))[1] == "x" * 10 + "…  1 000"


def test_counts_stand_to_the_right_and_words_to_the_left(capsys: pytest.CaptureFixture[str]):
    limits = (None, 5, 120, 7)
    put([{"name": "Run", "wip_limit": limit, "closed": False} for limit in limits], as_json=False)
    head, *rows = capsys.readouterr().out.splitlines()
    end = head.index("Limit") + len("Limit")
    assert [row[:end].rpartition(" ")[2] for row in rows] == ["", "5", "120", "7"]
    assert {row.index("no") for row in rows} == {head.index("Closed")}


def test_groups_have_their_headings_and_sub_totals(some):
    code, out, _err = some("list", "projects", "group:phase", "--columns", "code,budget")
    assert code == 0
    assert "\n\nIdea · 1\nA-2\n\nPlanning · 1 · Budget 10\nA-4 " in out
