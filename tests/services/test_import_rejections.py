"""Rejected rows: what an import does not take, why, and how it comes back."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.text import clean_line
from pmo_tui.services import imports, journal, portfolio, projects
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.rejected_rows import rejected_path
from pmo_tui.services.session import Session

Plan = Callable[..., ImportPlan]


def reasons(plan: ImportPlan) -> list[tuple[int, list[str]]]:
    return [(one.record.number, [str(reason) for reason in one.reasons]) for one in plan.rejected]


def test_rejected_rows_come_back_with_number_and_reasons_and_can_be_corrected(
    session: Session, load, tmp_path: Path
):
    report = load("code;name;budget;start\nA;x;1,5;2026-01-01\nB;=y;lots;soon\nC;z\n;;3,5;\n")
    assert reasons(report.plan) == [
        (
            3,
            [
                "Column “budget”: “lots” is no amount of the form 1 234,50.",
                "Column “start”: “soon” is no date of the form YYYY-MM-DD.",
            ],
        ),
        (4, ["The row has 2 cells where the header has 4."]),
        (5, ["The key “name” is empty: without it the row can't be found again."]),
    ]
    assert report.rejected_file == tmp_path / "x.rejected.csv"
    written = report.rejected_file.read_text("utf-8-sig").splitlines()
    assert written[0] == "rejected_row;rejected_reason;rejected_repeat;code;name;budget;start"
    assert written[1].startswith("3;")
    assert written[1].endswith(";;B;'=y;lots;soon")
    assert written[2] == "4;The row has 2 cells where the header has 4.;;C;z"
    corrected = "\n".join(written[:2]).replace("lots", "2,5").replace("soon", "2026-01-02")
    again = load(corrected + "\n", name="x.rejected.csv")
    assert (len(again.plan.created), again.plan.rejected, again.plan.dropped) == (1, (), ())
    assert projects.find(session, "B").name == "=y"


def test_corrected_rows_are_read_as_the_whole_file_was(session: Session, load, tmp_path: Path):
    load("code;name;budget;end\nA;a;1 250,5;31/12/2026\nB;b;12,345;mi-2027\n", name="fr.csv")
    rejected = tmp_path / "fr.rejected.csv"
    assert imports.map_beside(tmp_path / "fr.csv") is None
    beside = imports.map_beside(rejected)
    assert beside == tmp_path / "fr.rejected.toml"

    def again(text: str) -> imports.ImportReport:
        rejected.write_text(text, encoding="utf-8-sig")
        the_map = imports.open_map(session, beside)
        return imports.run(session, imports.plan(session, imports.open_file(rejected, the_map), the_map))

    still = again(rejected.read_text("utf-8-sig").replace("mi-2027", "2027"))
    assert (still.rejected_file, still.plan.missing) == (rejected, ())
    assert not (tmp_path / "fr.rejected.rejected.csv").exists()
    written = rejected.read_text("utf-8-sig")
    assert written.splitlines()[0] == "rejected_row;rejected_reason;rejected_repeat;code;name;budget;end"
    assert written.splitlines()[1].startswith("3;")
    assert still.done_with is None
    taken = again(written.replace(";2027\n", ";01/07/2027\n"))
    assert (taken.rejected_file, taken.done_with) == (None, rejected)
    assert projects.find(session, "B").budget == 1234
    assert rejected.exists()
    load("code;name;budget;end\nA;a;1 250,5;31/12/2026\n", name="fr.csv")
    assert not rejected.exists()
    assert not beside.exists()


def test_a_file_of_rejected_rows_goes_when_it_is_of_no_use_any_more(session: Session, load, tmp_path: Path):
    load("code,name\nA,\n")
    assert (tmp_path / "x.rejected.csv").exists()
    assert load("code,name\nA,x\n").rejected_file is None
    assert not (tmp_path / "x.rejected.csv").exists()


def test_rejected_rows_follow_a_link_and_leave_it_when_they_are_of_no_use(load, tmp_path: Path):
    real, link = tmp_path / "real", tmp_path / "x.rejected.csv"
    real.touch(mode=0o600)
    link.symlink_to(real)
    assert load("code,name\nA,\n").rejected_file == link
    assert link.is_symlink()
    assert real.read_text("utf-8-sig").startswith("rejected_row,")
    assert real.stat().st_mode & 0o777 == 0o600
    load("code,name\nA,x\n")
    assert link.is_symlink()


def test_rejected_rows_that_cannot_be_moved_are_told_where_they_are(
    load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_given: object) -> None:
        raise OSError

    monkeypatch.setattr("os.replace", fail)
    kept = load("code,name\nA,\n").rejected_file
    assert kept.name.startswith(".pmo-tui-")
    assert kept.read_text("utf-8-sig").startswith("rejected_row,")


def test_where_rejected_rows_cannot_be_written_nothing_is_imported(session: Session, plan: Plan):
    planned = plan("code,name\nA,x\nB,\n")
    rejected_path(planned.table).mkdir()
    with pytest.raises(Refusal, match="Nothing was imported"):
        imports.run(session, planned)
    with pytest.raises(Refusal, match="no project with the code"):
        projects.find(session, "A")


def test_a_key_that_comes_twice_is_taken_once(plan: Plan):
    assert reasons(plan("code,name\nA,x\nB,y\na,z\n")) == [
        (4, ["“a” as code stands in row 2 already: only that row is taken."])
    ]


def test_a_row_that_came_twice_stays_rejected_until_a_person_says_that_it_counts(
    session: Session, load, tmp_path: Path
):
    load("code,name,budget\nIT-2,Archive,250000\nIT-3,Pay,much\nIT-2,Archive (copy),1\n")
    rejected = tmp_path / "x.rejected.csv"
    corrected = rejected.read_text("utf-8-sig").replace("much\n", "5\n")
    again = load(corrected, name="x.rejected.csv")
    assert (len(again.plan.created), again.plan.updated) == (1, ())
    [(row, [why])] = reasons(again.plan)
    assert row == 3
    assert why.startswith("“IT-2” as code came twice in the file this row was rejected from: give it another")
    assert projects.find(session, "IT-2").name == "Archive"
    left = rejected.read_text("utf-8-sig")
    assert left.splitlines()[1].startswith("4,")
    assert left.splitlines()[1].endswith(",IT-2,IT-2,Archive (copy),1")
    renamed = load(left.replace(",IT-2,IT-2,", ",IT-2,IT-4,"), name="x.rejected.csv")
    assert [made.values["code"] for made in renamed.plan.created] == ["IT-4"]
    taken = load(left.replace(",IT-2,IT-2,", ",,IT-2,"), name="x.rejected.csv")
    assert [one.code for one in taken.plan.updated] == ["IT-2"]


def test_a_rejected_row_is_told_that_a_later_one_was_taken_for_its_project(load, tmp_path: Path):
    planned = load("code,name,budget\nA,x,much\nA,y,2\n").plan
    assert reasons(planned)[0][1][1] == "“A” as code stands in row 3 already: only that row is taken."
    corrected = (tmp_path / "x.rejected.csv").read_text("utf-8-sig").replace("x,much", "x,3")
    assert load(corrected, name="x.rejected.csv").plan.updated == ()


def test_a_rejected_row_leaves_its_project_to_a_later_one(load, plan: Plan):
    text = "code,name,budget\nA,x,much\nA,y,2\na,z,3\n"
    planned = plan(text)
    assert [made.row for made in planned.created] == [3]
    assert [number for number, _why in reasons(planned)] == [2, 4]
    assert reasons(planned)[1][1] == ["“a” as code stands in row 3 already: only that row is taken."]
    load("code,name\nA,first\n")
    planned = plan(text)
    assert ([one.row for one in planned.updated], planned.missing) == ([3], ())
    by_name = "key='name'\n[fields]\nname='name'\ncode='code'\nbudget='budget'"
    assert [made.row for made in plan("code,name,budget\nC,x,much\nC,y,2\n", by_name).created] == [3]


def test_a_code_that_is_taken_is_no_second_projects(load, plan: Plan):
    the_map = "key='no'\n[fields]\nname='name'\ncode='code'\n[custom.no]\ncolumn='no'"
    load("no,code,name\n1,A,x\n2,B,y\n", the_map)
    assert reasons(plan("no,code,name\n1,B,x\n3,b,z\n", the_map)) == [
        (2, ["Another one has the code “B”."]),
        (3, ["Another one has the code “b”."]),
    ]


def test_a_phase_that_is_not_there_is_refused_unless_the_map_lets_it_be_made(
    session: Session, load, plan: Plan
):
    planned = plan("code,name,phase\nA,x,Somewhere\n")
    assert reasons(planned)[0][1][0].startswith("There is no phase “Somewhere”. Known: Idea, Scoping,")
    the_map = "create=['phase']\n[fields]\ncode='code'\nname='name'\nphase='phase'\npm='pm'"
    assert reasons(plan("code,name,phase,pm\nA,x,Somewhere,Zoé\n", the_map)) == [
        (2, ["There is nobody called “Zoé”, and the map lets no person be added."])
    ]
    load("code,name,phase,pm\nA,x,Somewhere,\n", the_map)
    assert portfolio.surroundings(session).phases[-1].name == "Somewhere"


def test_cells_that_stand_for_nothing_are_counted_by_what_they_said(plan: Plan):
    the_map = "empty=['Exempt *', 'n/a']\n[fields]\ncode='code'\nname='name'\nbudget='budget'\nstart='start'"
    planned = plan("code,name,budget,start\nA,x,Exempt s. 1,Exempt s. 2\nB,y,N/A,\nC,,n/a,\n", the_map)
    assert planned.counts["cells_emptied"] == {"Exempt *": 2, "n/a": 1}
    assert planned.emptied == {("budget", "Exempt *"): 1, ("start", "Exempt *"): 1, ("budget", "n/a"): 1}


def test_a_health_that_contradicts_its_dimensions_is_refused(session: Session, load, plan: Plan):
    load("code,name,health_time\nA,x,red\n")
    assert projects.find(session, "A").health is Health.RED
    planned = plan("code,name,health\nA,x,green\n")
    assert reasons(planned)[0][1][0].startswith("The overall weather follows its worst dimension")
    assert reasons(plan("code,name,health,health_cost\nB,x,green,amber\n"))[0][0] == 2


def test_dates_that_contradict_each_other_are_taken_and_said(plan: Plan):
    planned = plan("code,name,start,finish\nA,x,2026-02-01,2026-01-01\n")
    assert len(planned.created) == 1
    assert [(row, str(what)) for row, what in planned.warnings] == [
        (2, "The finish 2026-01-01 lies before the start 2026-02-01: correct one of them.")
    ]


def test_a_row_without_a_name_can_only_update(load, plan: Plan):
    load("code,name\nA,x\n")
    planned = plan("code,budget\nA,5\nB,6\n")
    assert len(planned.updated) == 1
    assert reasons(planned) == [(3, ["The row has no name, and a new project needs one."])]
    assert reasons(plan("code,name\nA,\n")) == [(2, ["The name is empty, and a project needs one."])]


@pytest.mark.parametrize("raw", [b"n\x1b[31m.csv", b"n\xff.csv"])
def test_a_file_whose_name_is_no_text_is_imported_with_its_rejected_rows(
    session: Session, load, tmp_path: Path, raw: bytes
):
    report = load("code;name;budget\nA;x;1\nB;y;lots\n", name=os.fsdecode(raw))
    assert len(report.plan.created) == 1
    assert report.rejected_file is not None
    assert report.rejected_file.read_text("utf-8-sig").count("lots") == 2
    label = journal.groups(session, 1)[0].label
    assert label.startswith("Imported n�")
    assert label == clean_line(label)
