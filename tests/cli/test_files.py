"""`init`, `demo`, `import`, `export`, `undo` and `redo`, from the command line."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.running import run

CSV = "code;nom;phase;budget;météo\nA-1;Entrepôt;Delivery;1 200,50;rouge\nA-2;Wifi;Idea;n/a;\n"


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    """Give a file with French headers in an old encoding."""
    path = tmp_path / "projets.csv"
    path.write_bytes(CSV.encode("cp1252"))
    return path


def test_init_makes_a_database_once(here, tmp_path: Path):
    code, out, err = here("init", "--name", "IT 2026", "--currency", "gbp")
    assert (code, out) == (0, "")
    assert str(tmp_path / "pmo.db") in err
    assert stat.S_IMODE((tmp_path / "pmo.db").stat().st_mode) == 0o660
    assert here("init")[0] == 1
    assert 'currency = "GBP"' in here("export", "portfolio")[1]


@pytest.mark.parametrize(("language", "file"), [("en", "FILE.csv"), ("fr", "FICHIER.csv")])
def test_init_tells_commands_that_go_to_the_same_database(here, tmp_path: Path, language: str, file: str):
    _code, _out, err = here("--lang", language, "init")
    path = tmp_path / "pmo.db"
    assert f"`pmo-tui --db {path} import projects {file}`" in err
    assert f"`pmo-tui --db {path}`" in err


@pytest.mark.parametrize("folder", [".", "..", "/"])
def test_a_folder_is_refused_in_a_sentence(here, folder: str):
    code, out, err = here("import", "projects", folder)
    assert (code, out) == (1, "")
    assert "is a folder: name the file in it." in err


def test_init_refuses_what_is_no_currency_and_makes_nothing(here, tmp_path: Path):
    assert here("init", "--currency", "euros")[0] == 1
    assert not (tmp_path / "pmo.db").exists()


def test_ones_own_portfolio_is_made_in_its_folder(home: Path):
    assert run("init").code == 0
    assert (home / "data/pmo-tui/portfolio.db").exists()
    assert json.loads(run("list", "projects", "--json").out) == []


def test_the_first_import_makes_the_database(here, csv: Path):
    code, out, _err = here("import", "projects", csv)
    assert code == 0
    assert out.startswith("projets.csv: 2 rows\n  2 created\n")
    assert "Done" in out
    listed = json.loads(here("list", "projects", "--json")[1])
    assert [(p["code"], p["name"], p["budget"], p["health"]) for p in listed] == [
        ("A-1", "Entrepôt", 1200.5, "red"), ("A-2", "Wifi", None, "grey"),
    ]  # fmt: skip


def test_a_dry_run_shows_all_and_makes_nothing(here, csv: Path, tmp_path: Path):
    code, out, _err = here("import", "projects", csv, "--dry-run")
    assert (code, out.splitlines()[1]) == (0, "  2 created")
    assert "dry run" in out
    assert not (tmp_path / "pmo.db").exists()
    here("init")
    here("import", "projects", csv, "--dry-run")
    assert json.loads(here("list", "projects", "--json")[1]) == []


def test_the_second_run_changes_nothing_and_says_so(here, csv: Path):
    here("import", "projects", csv)
    code, out, _err = here("import", "projects", csv)
    assert code == 0
    assert "  2 unchanged" in out
    assert "Nothing to change" in out


def test_json_gives_the_figures(here, csv: Path):
    code, out, _err = here("import", "projects", csv, "--json")
    assert code == 0
    assert json.loads(out) == {
        "created": 2, "updated": 0, "unchanged": 0, "rejected": 0, "cells_emptied": {"n/a": 1}, "values_emptied": {},
        "phases_moved": 0,
    }  # fmt: skip


def test_details_name_every_field(here, csv: Path):
    here("import", "projects", csv)
    csv.write_bytes(CSV.replace("1 200,50", "1 300,00").replace("Wifi", "Wifi 6").encode("cp1252"))
    _code, out, _err = here("import", "projects", csv, "--dry-run", "--details")
    assert "    budget: 1 200.50 → 1 300\n" in out
    assert "    name: Wifi → Wifi 6\n" in out
    _code, out, _err = here("import", "projects", csv, "--dry-run", "--details", "--json")
    assert json.loads(out)["updates"][0] == {"row": 2, "code": "A-1", "fields": ["budget"]}


def test_rejected_rows_stand_in_a_file_of_their_own(here, csv: Path, tmp_path: Path):
    csv.write_bytes((CSV + "A-3;;Idea;12;\nA-4;X;Idea;many;\n").encode("cp1252"))
    code, out, _err = here("import", "projects", csv)
    assert code == 0
    assert "  2 rejected" in out
    assert "Row 4 rejected: " in out
    assert str(tmp_path / "projets.rejected.csv") in out
    assert "many" in (tmp_path / "projets.rejected.csv").read_text("utf-8-sig")


def test_corrected_rows_are_imported_by_the_map_beside_them(here, tmp_path: Path):
    file, rejected = tmp_path / "fr.csv", tmp_path / "fr.rejected.csv"
    fine = "A;a;1 250,5;31/12/2026\nD;d;;01/12/2026\n"
    file.write_text(f"code;name;budget;end\n{fine}B;b;12,34;mi-2027\nC;c;12,345;mi-2027\n")
    _code, out, _err = here("import", "projects", file)
    assert f"stands in {tmp_path / 'fr.rejected.toml'}: it is taken when" in out
    rejected.write_text(rejected.read_text("utf-8-sig").replace("mi-2027\n", "01/07/2027\n"), "utf-8-sig")
    _code, out, err = here("import", "projects", rejected)
    assert f"The file is read as {tmp_path / 'fr.rejected.toml'} says." in err
    assert "  2 created" in out
    assert "not in the file" not in out
    listed = json.loads(here("list", "projects", "--json")[1])
    assert {p["code"]: p["budget"] for p in listed} == {"A": 1250.5, "B": 12.34, "C": 12.34, "D": None}


def test_the_command_that_takes_it_back_is_told_as_it_must_be_typed(
    here, csv: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    assert f"`pmo-tui --db {tmp_path / 'pmo.db'} undo` takes" in here("import", "projects", csv)[1]
    named = {"PMO_TUI_DB": str(tmp_path / "my other.db")}
    assert f"`pmo-tui --db '{tmp_path / 'my other.db'}' undo`" in run("import", "projects", csv, **named).out
    assert "`pmo-tui undo` takes" in run("import", "projects", csv).out


def test_where_all_rows_are_rejected_it_is_said_and_the_code_tells(here, csv: Path):
    csv.write_text("code;name\nA-1;\nA-2;\n", "utf-8")
    for words in ([], ["--dry-run"]):
        code, out, _err = here("import", "projects", csv, *words)
        assert (code, out.splitlines()[-1 if words else -3]) == (
            1,
            "Nothing imported: all 2 rows were rejected.",
        )
    here("import", "projects", csv, "--json")
    csv.write_text("code;name\nA-1;x\nA-2;\n", "utf-8")
    assert here("import", "projects", csv)[0] == 0
    code, out, _err = here("import", "projects", csv)
    assert (code, "Nothing to change: the portfolio is as the rows that were not" in out) == (0, True)


def test_odd_dates_stand_under_a_heading_and_a_row_is_numbered_once(here, csv: Path):
    csv.write_text("code;name;start;end\nA;x;2026-02-01;2026-01-01\nB;y;2026-02-01\n", "utf-8")
    _code, out, _err = here("import", "projects", csv, "--dry-run")
    assert "Row 3 rejected: The row has 3 cells where the header has 4.\n" in out
    assert "Odd dates, taken all the same:\n  Row 2: The finish" in out


def test_an_import_is_undone_and_redone_as_a_whole(here, csv: Path):
    here("import", "projects", csv)
    assert here("undo") == (0, "", "Undone: Imported projets.csv\n")
    assert json.loads(here("list", "projects", "--json")[1]) == []
    assert here("redo") == (0, "", "Redone: Imported projets.csv\n")
    assert len(json.loads(here("list", "projects", "--json")[1])) == 2
    assert here("redo")[0] == 1


@pytest.mark.parametrize("words", [["import", "projects", "none.csv"], ["import", "portfolio", "none.toml"]])
def test_a_missing_file_is_a_sentence(here, words: list[str]):
    code, out, err = here(*words)
    assert (code, out) == (1, "")
    assert words[2] in err


def test_what_is_exported_comes_back_the_same(here, some, tmp_path: Path):
    for ending in ("csv", "json"):
        before = some("export", "projects", "--format", "json")[1]
        file = tmp_path / f"all.{ending}"
        assert some("export", "projects", "--out", file) == (0, "", f"Written: {file}\n")
        code, out, err = some("import", "projects", file)
        assert (code, err) == (0, "")
        assert "  4 unchanged" in out
        assert some("export", "projects", "--format", "json")[1] == before


def test_an_export_to_stdout_is_in_the_format_asked_for(some):
    assert some("export", "projects", "A-4")[1].splitlines()[0].startswith("code,name,")
    assert some("export", "projects", "A-4", "--format", "md")[1].startswith("| Code | Name |")
    assert json.loads(some("export", "projects", "A-4", "--format=json")[1])[0]["code"] == "A-4"


def test_a_whole_portfolio_travels_as_toml(here, tmp_path: Path):
    here("demo", "--no-open", "--projects", "30")
    text = here("export", "portfolio", "--format", "toml")[1]
    file = tmp_path / "all.toml"
    file.write_text(text, "utf-8")
    other = ("--db", tmp_path / "other.db")
    assert run(*other, "import", "portfolio", file).out == "30 projects imported.\n"
    assert run(*other, "export", "portfolio").out == text
    assert run(*other, "import", "portfolio", file).code == 1


def test_a_whole_portfolio_has_one_format(here):
    here("init")
    assert here("export", "portfolio", "--format", "csv")[0] == 1
    assert here("export", "portfolio", "rag:red")[0] == 1


def test_the_demo_is_made_where_it_was_asked_for(here, tmp_path: Path):
    code, out, err = here("demo", "--no-open", "--projects", "12", "--seed", "4")
    assert (code, out, err) == (0, "", f"The demo portfolio is {tmp_path / 'pmo.db'}.\n")
    assert len(json.loads(here("list", "projects", "--json")[1])) == 12
    assert here("demo", "--no-open")[0] == 0
    assert len(json.loads(here("list", "projects", "--json")[1])) == 12
    here("demo", "--no-open", "--new")
    assert len(json.loads(here("list", "projects", "--json")[1])) == 212


def test_the_usual_demo_lives_beside_ones_own_portfolio(home: Path):
    assert str(home / "data/pmo-tui/demo.db") in run("demo", "--no-open", "--projects", "3").err
    assert not (home / "data/pmo-tui/portfolio.db").exists()


def test_a_portfolio_is_never_taken_for_a_demo(some, tmp_path: Path):
    for words in (["demo", "--no-open"], ["demo", "--no-open", "--new"]):
        code, _out, err = some(*words)
        assert code == 1
        assert "no demo" in err
    assert len(json.loads(some("list", "projects", "--json")[1])) == 4


def test_the_demo_speaks_french(here):
    here("--lang", "fr", "demo", "--no-open", "--projects", "40")
    assert "Commerce" in here("export", "projects")[1]


def test_what_is_lost_and_what_moves_is_told_before_the_import(here, csv: Path):
    here("import", "projects", csv)
    csv.write_bytes(CSV.replace("Delivery;1 200,50", "Idea;").encode("cp1252"))
    _code, out, _err = here("import", "projects", csv, "--dry-run")
    assert "1 value is emptied: budget 1\n" in out
    assert "1 project changes its phase: A-1 Entrepôt (Delivery → Idea)\n" in out
    assert "1 of them goes back past a gate: A-1\n" in out
    assert "What is updated: A-1 Entrepôt\n" in out
    figures = json.loads(here("import", "projects", csv, "--dry-run", "--json")[1])
    assert (figures["values_emptied"], figures["phases_moved"]) == ({"budget": 1}, 1)


def test_rows_that_are_rejected_alike_are_told_together(here, csv: Path):
    csv.write_bytes((CSV + "A-3;;Idea;12;\nA-4;;Idea;1;\nA-5;x;Idea;lots;\n").encode("cp1252"))
    _code, out, _err = here("import", "projects", csv, "--dry-run")
    assert "Rows 4, 5 rejected: The row has no name, and a new project needs one.\n" in out
    assert "Row 6 rejected: " in out


def test_projects_that_are_not_listed_are_told_with_their_names(here, csv: Path):
    here("import", "projects", csv)
    csv.write_bytes(CSV.rpartition("A-2")[0].encode("cp1252"))
    assert "1 project is not in the file and stays as it is: A-2 Wifi\n" in here("import", "projects", csv)[1]


def test_a_file_without_rows_says_so(here, csv: Path):
    csv.write_text("code;nom\n")
    out = here("import", "projects", csv)[1]
    assert out.endswith("Nothing to import: the file has no row below its headers.\n")


def test_the_map_used_last_is_taken_for_a_file_with_the_same_columns(here, tmp_path: Path):
    first, second, the_map = (tmp_path / name for name in ("first.csv", "second.csv", "the.toml"))
    first.write_text("code;name;label\nA;a;Alpha\n")
    second.write_text("code;name;label\nA;b;Alpha\n")
    the_map.write_text("[fields]\ncode='code'\nname='label'\n")
    here("import", "projects", first, "--map", the_map)
    _code, out, err = here("import", "projects", second, "--dry-run")
    assert err.startswith(
        f"The columns are those of first.csv: its map {the_map} is used; --map none guesses"
    )
    assert "  1 unchanged" in out
    _code, out, err = here("import", "projects", second, "--dry-run", "--map", "none")
    assert (err, "  1 updated" in out) == ("", True)


def test_the_ending_of_a_file_chooses_its_format(some, tmp_path: Path):
    assert some("export", "projects", "--out", tmp_path / "a.md")[0] == 0
    assert (tmp_path / "a.md").read_text("utf-8").startswith("| Code | Name |")
    code, _out, err = some("export", "projects", "--out", tmp_path / "a.xlsx")
    assert (code, err) == (
        1, "No format ends in .xlsx: .csv, .json, .toml, .md do. Name the file so, or say --format.\n",
    )  # fmt: skip
    code, _out, err = some("export", "projects", "--out", tmp_path / "d.csv", "--format", "md")
    assert (code, err) == (1, "“d.csv” ends in .csv, and md is written: name it “d.md”.\n")
    assert some("export", "portfolio", "--out", tmp_path / "p.csv")[0] == 1
    assert sorted(path.name for path in tmp_path.glob("[adp].*")) == ["a.md"]


def test_a_file_is_replaced_only_by_force(some, tmp_path: Path):
    file = tmp_path / "a.csv"
    file.write_text("mine")
    code, _out, err = some("export", "projects", "--out", file)
    assert (code, err) == (1, f"“{file}” is there already: --force replaces it.\n")
    assert file.read_text() == "mine"
    assert some("export", "projects", "--out", file, "--force")[0] == 0
    assert file.read_text("utf-8-sig").startswith("code,")


def test_an_import_says_first_that_it_makes_the_database_and_a_dry_run_that_it_does_not(here, tmp_path: Path):
    rows = tmp_path / "rows.csv"
    rows.write_text("code,name\nA,x\n", "utf-8")
    _code, _out, err = here("import", "projects", rows, "--dry-run")
    assert err.splitlines()[0] == "pmo.db is new: the import makes it, this dry run does not."
    _code, _out, err = here("import", "projects", rows)
    assert err.splitlines()[0] == "pmo.db is new: it is made by this import."
    _code, _out, err = here("import", "projects", rows)
    assert "is new" not in err


@pytest.mark.parametrize("there", ["pmoo.db", "pm.db"])
def test_a_slip_in_the_name_of_a_database_makes_no_second_one(here, tmp_path: Path, there: str):
    (tmp_path / there).touch()
    rows = tmp_path / "rows.csv"
    rows.write_text("code,name\nA,x\n", "utf-8")
    for dry in ((), ("--dry-run",)):
        code, _out, err = here("import", "projects", rows, *dry)
        assert code == 1
        assert f"Did you mean “{there}”?" in err
        assert "init` makes a new one." in err
    assert not (tmp_path / "pmo.db").exists()


def test_a_name_of_its_own_beside_another_database_is_taken(here, tmp_path: Path):
    (tmp_path / "archive.db").touch()
    rows = tmp_path / "rows.csv"
    rows.write_text("code,name\nA,x\n", "utf-8")
    assert here("import", "projects", rows)[0] == 0
