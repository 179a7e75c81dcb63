"""Imports: planned first, done as one, repeated without effect, and never half."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pmo_tui import words
from pmo_tui.domain.fields import Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Door
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import imports, journal, portfolio, projects
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.imports import ImportReport
from pmo_tui.services.rejected_rows import rejected_path
from pmo_tui.services.session import Session, open_session
from pmo_tui.transfer.map_file import parse_map

Plan = Callable[..., ImportPlan]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = open_session(tmp_path / "pmo.db", create=True, who="alice")
    yield session
    session.close()


@pytest.fixture
def plan(session: Session, tmp_path: Path) -> Plan:
    """Plan the import of a text, by a map or a guess."""

    def planned(text: str, the_map: str = "", name: str = "x.csv") -> ImportPlan:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        catalogue = portfolio.surroundings(session).catalogue
        mapped = parse_map(the_map, "x.toml", catalogue) if the_map else None
        table = imports.open_file(path, mapped)
        return imports.plan(session, table, mapped or imports.guess(session, table).map)

    return planned


@pytest.fixture
def load(session: Session, plan: Plan) -> Callable[..., ImportReport]:
    """Import a text."""
    return lambda text, the_map="", name="x.csv": imports.run(session, plan(text, the_map, name))


def reasons(plan: ImportPlan) -> list[tuple[int, list[str]]]:
    return [(one.record.number, [str(reason) for reason in one.reasons]) for one in plan.rejected]


def test_a_first_import_creates_a_second_changes_nothing(session: Session, plan: Plan):
    text = "code,name,programme,pm,budget,health,tags\nA-1,Café,Digital,Zoé Roy,1200.50,amber,cloud\n,B,digital,,,,\n"
    report = imports.run(session, plan(text))
    assert report.plan.counts == {
        "created": 2, "updated": 0, "unchanged": 0, "rejected": 0, "cells_emptied": {},
    }  # fmt: skip
    assert report.plan.new_things == {"programme": ("Digital",), "person": ("Zoé Roy",)}
    first, second = projects.find(session, "A-1"), projects.find(session, "P-0001")
    assert (first.budget, first.health, first.tags, first.phase) == (120050, Health.AMBER, ("cloud",), "Idea")
    assert (second.name, second.programme) == ("B", "Digital")
    mark = journal.mark(session)
    again = imports.run(session, plan(text))
    assert (again.plan.unchanged, again.plan.changes_anything, again.group) == (2, False, None)
    assert journal.mark(session) == mark


def test_a_plan_changes_nothing(session: Session, plan: Plan):
    mark = journal.mark(session)
    assert len(plan("code,name\nA,x\n").created) == 1
    assert journal.mark(session) == mark


def test_a_change_is_told_field_by_field_and_an_empty_cell_empties(session: Session, load, plan: Plan):
    load("code,name,pm,budget,finish\nA,x,Zoé,5,2026-01-31\nB,y,Zoé,5,\n")
    planned = plan("code,name,pm,budget,finish\nA,x,,7,2026-01-31\nB,y,Zoé,5,\n")
    [update] = planned.updated
    assert (update.code, planned.unchanged) == ("A", 1)
    assert [(one.field, one.before, one.after) for one in update.differences] == [
        ("pm", "Zoé", None),
        ("budget", 500, 700),
    ]
    imports.run(session, planned)
    found = projects.find(session, "A")
    assert (found.pm, found.budget, found.finish) == (None, 700, date(2026, 1, 31))


def test_fields_that_the_file_does_not_speak_of_stay(session: Session, load):
    load("code,name,pm\nA,x,Zoé\n")
    load("code,name\nA,y\n")
    assert (projects.find(session, "A").name, projects.find(session, "A").pm) == ("y", "Zoé")


def test_projects_the_file_does_not_list_are_named_and_left(session: Session, load, plan: Plan):
    load("code,name\nA,x\nB,y\nC,z\n")
    planned = plan("code,name\nb,y\n")
    assert (planned.missing, planned.unchanged, len(planned.updated)) == (("A", "C"), 0, 1)


def test_one_import_is_one_group_by_its_author_through_its_door_and_can_be_undone(session: Session, load):
    load("code,name,programme\nA,x,Digital\nB,y,Digital\n")
    group = journal.groups(session, 1)[0]
    assert (group.label, group.who, group.door) == ("Imported x.csv", "alice", Door.IMPORT)
    journal.undo(session)
    with pytest.raises(Refusal):
        projects.find(session, "A")
    assert portfolio.programmes(session) == ()


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
        (4, ["Line 4: the row has 2 cells where the header has 4."]),
        (5, ["The key “name” is empty: without it the project can't be found again."]),
    ]
    assert report.rejected_file == tmp_path / "x.rejected.csv"
    written = report.rejected_file.read_text("utf-8-sig").splitlines()
    assert written[0] == "rejected_row;rejected_reason;code;name;budget;start"
    assert written[1].startswith("3;")
    assert written[1].endswith(";B;'=y;lots;soon")
    assert written[2] == "4;Line 4: the row has 2 cells where the header has 4.;C;z"
    corrected = "\n".join(written[:2]).replace("lots", "2,5").replace("soon", "2026-01-02")
    again = load(corrected + "\n", name="x.rejected.csv")
    assert (len(again.plan.created), again.plan.rejected, again.plan.dropped) == (1, (), ())
    assert projects.find(session, "B").name == "=y"


def test_a_file_of_rejected_rows_goes_when_it_is_of_no_use_any_more(session: Session, load, tmp_path: Path):
    load("code,name\nA,\n")
    assert (tmp_path / "x.rejected.csv").exists()
    assert load("code,name\nA,x\n").rejected_file is None
    assert not (tmp_path / "x.rejected.csv").exists()


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


def test_a_code_that_is_taken_is_no_second_projects(load, plan: Plan):
    the_map = "key='no'\n[fields]\nname='name'\ncode='code'\n[custom.no]\ncolumn='no'"
    load("no,code,name\n1,A,x\n2,B,y\n", the_map)
    assert reasons(plan("no,code,name\n1,B,x\n3,B,z\n", the_map)) == [
        (2, ["Another project has the code “B”."]),
        (3, ["Another project has the code “B”."]),
    ]


def test_a_custom_field_can_be_the_key(session: Session, load, plan: Plan):
    the_map = "key='no'\n[fields]\nname='name'\n[custom.no]\nlabel='Number'\ncolumn='no'"
    load("no,name\nx1,one\nx2,two\n", the_map)
    planned = plan("no,name\nX2,deux\nx3,three\n,four\n", the_map)
    assert ([one.code for one in planned.updated], len(planned.created), planned.missing) == (
        ["P-0002"],
        1,
        ("P-0001",),
    )
    assert reasons(planned) == [(4, ["The key “no” is empty: without it the project can't be found again."])]
    imports.run(session, planned)
    assert projects.find(session, "P-0003").custom == {"no": "x3"}


def test_custom_fields_are_declared_once_with_their_kind(session: Session, load):
    the_map = (
        "unmapped='custom'\n[fields]\ncode='code'\nname='name'\n[custom.price]\nkind='money'\ncolumn='price'"
    )
    load("code,name,price,colour\nA,x,1.5,red\n", the_map)
    load("code,name,price,colour\nA,x,2.5,red\n", the_map)
    own = [(field.name, field.kind) for field in portfolio.surroundings(session).catalogue if field.custom]
    assert own == [("price", Kind.MONEY), ("colour", Kind.LINE)]
    assert projects.find(session, "A").custom == {"price": 250, "colour": "red"}


def test_what_is_filled_at_creation_only_is_not_touched_again(session: Session, load):
    the_map = "[fields]\ncode='code'\nname='name'\n[fields.phase]\nconstant='Delivery'\nonly_new=true"
    load("code,name\nA,x\n", the_map)
    project = projects.find(session, "A")
    projects.save(session, project, {"phase": "Closing"})
    assert load("code,name\nA,x\n", the_map).plan.unchanged == 1
    assert projects.find(session, "A").phase == "Closing"


def test_phases_are_known_by_their_default_names_in_every_language(tmp_path: Path, french):
    words.use("fr")
    session = open_session(tmp_path / "fr.db", create=True)
    names = [phase.name for phase in portfolio.surroundings(session).phases]
    path = tmp_path / "x.csv"
    path.write_text("code,name,phase\nA,x,Delivery\nB,y,closed\n")
    table = imports.open_file(path)
    planned = imports.plan(session, table, imports.guess(session, table).map)
    assert [one.values["phase"] for one in planned.created] == [names[3], names[5]]
    session.close()


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


def test_names_are_found_without_case_and_accents_and_made_once(session: Session, load):
    load("code,name,pm\nA,x,Zoé Roy\n")
    report = load("code,name,pm,objectives\nA,x,zoe roy,Grow;Save\nB,y,ZOÉ ROY,save\n")
    assert (report.plan.unchanged, report.plan.new_things) == (0, {"objective": ("Grow", "Save")})
    assert [person.name for person in portfolio.people(session)] == ["Zoé Roy"]
    assert projects.find(session, "B").objectives == ("Save",)


def test_cells_that_stand_for_nothing_are_counted_by_what_they_said(plan: Plan):
    the_map = "empty=['Exempt *', 'n/a']\n[fields]\ncode='code'\nname='name'\nbudget='budget'\nstart='start'"
    planned = plan("code,name,budget,start\nA,x,Exempt s. 1,Exempt s. 2\nB,y,N/A,\nC,,n/a,\n", the_map)
    assert planned.counts["cells_emptied"] == {"Exempt *": 2, "n/a": 1}
    assert planned.emptied == {("budget", "Exempt *"): 1, ("start", "Exempt *"): 1, ("budget", "n/a"): 1}


def test_a_health_that_contradicts_its_dimensions_is_refused(session: Session, load, plan: Plan):
    load("code,name,health_time\nA,x,red\n")
    assert projects.find(session, "A").health is Health.RED
    planned = plan("code,name,health\nA,x,green\n")
    assert reasons(planned)[0][1][0].startswith("The overall health follows its worst dimension")
    assert reasons(plan("code,name,health,health_cost\nB,x,green,amber\n"))[0][0] == 2


def test_dates_that_contradict_each_other_are_taken_and_said(plan: Plan):
    planned = plan("code,name,start,finish\nA,x,2026-02-01,2026-01-01\n")
    assert len(planned.created) == 1
    assert [(row, str(what)) for row, what in planned.warnings] == [
        (2, "The finish 2026-01-01 lies before the start 2026-02-01: correct one of them.")
    ]


def test_an_empty_code_or_phase_leaves_it_as_it_is(session: Session, load):
    load("code,name,phase\nA,x,Delivery\n")
    load("code,name,phase,pm\n,x,,Zoé\n")
    found = projects.find(session, "A")
    assert (found.phase, found.pm) == ("Delivery", "Zoé")


def test_a_row_without_a_name_can_only_update(load, plan: Plan):
    load("code,name\nA,x\n")
    planned = plan("code,budget\nA,5\nB,6\n")
    assert len(planned.updated) == 1
    assert reasons(planned) == [(3, ["The row has no name, and a new project needs one."])]
    assert reasons(plan("code,name\nA,\n")) == [(2, ["The name is empty, and a project needs one."])]


def test_json_says_nothing_of_the_keys_an_object_lacks(session: Session, load):
    load("code,name,pm,budget\nA,x,Zoé,5\n")
    load('[{"code": "A", "budget": 7.25}, {"code": "B", "name": "y", "pm": null}]', name="x.json")
    found = projects.find(session, "A")
    assert (found.name, found.pm, found.budget) == ("x", "Zoé", 725)


def test_what_another_has_changed_since_the_plan_is_not_overwritten(session: Session, load, plan: Plan):
    load("code,name\nA,x\nB,y\n")
    planned = plan("code,name\nA,x2\nB,y2\nC,z\n")
    projects.save(session, projects.find(session, "B"), {"name": "theirs"})
    mark = journal.mark(session)
    with pytest.raises(Refusal, match="changed by someone else meanwhile: nothing was imported"):
        imports.run(session, planned)
    assert journal.mark(session) == mark
    assert projects.find(session, "A").name == "x"


def test_an_interruption_leaves_everything_as_it_was(session: Session, plan: Plan, tmp_path: Path):
    planned = plan(
        "code,name,programme,lots\n" + "".join(f"{n},x,Digital,\n" for n in range(5000)) + "Z,,,\n"
    )
    mark = journal.mark(session)

    def interrupt(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.run(session, planned, interrupt)
    assert journal.mark(session) == mark
    assert portfolio.programmes(session) == ()
    assert sorted(path.suffix for path in tmp_path.iterdir() if "rejected" in path.name) == []


def test_progress_is_told_while_reading_and_writing(session: Session, plan: Plan, tmp_path: Path):
    table = plan("code,name\n" + "".join(f"{n},x\n" for n in range(1200))).table
    told: list[tuple[int, int]] = []
    planned = imports.plan(session, table, imports.guess(session, table).map, lambda *said: told.append(said))
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]
    told.clear()
    imports.run(session, planned, lambda *said: told.append(said))
    assert told[-1] == (1200, 1200)


def imported(session: Session, data: Path, root: Path, tmp_path: Path, file: str, the_map: str) -> ImportPlan:
    """Import one of the public data sets by its map in the documentation."""
    shutil.copy(data / file, tmp_path)
    mapped = imports.open_map(session, root / "docs" / "maps" / the_map)
    planned = imports.plan(session, imports.open_file(tmp_path / Path(file).name, mapped), mapped)
    imports.run(session, planned)
    return planned


def ask(session: Session, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(session.store.path) as database:
        return database.execute(sql).fetchall()


def test_the_uk_portfolio_of_two_years(session: Session, data: Path, root: Path, tmp_path: Path):
    first = imported(session, data, root, tmp_path, "gmpp/gmpp_2021.csv", "gmpp_2021.toml")
    assert (len(first.created), first.rejected) == (184, ())
    second = imported(session, data, root, tmp_path, "gmpp/gmpp_2022.csv", "gmpp_2022.toml")
    assert (len(second.created), len(second.updated), second.rejected) == (76, 159, ())
    assert len(second.missing) == 25
    third = imported(session, data, root, tmp_path, "gmpp/gmpp_2022.csv", "gmpp_2022.toml")
    assert (third.changes_anything, third.unchanged) == (False, 235)


def test_the_uk_portfolio_of_2022_alone(session: Session, data: Path, root: Path, tmp_path: Path):
    planned = imported(session, data, root, tmp_path, "gmpp/gmpp_2022.csv", "gmpp_2022.toml")
    assert planned.counts | {"cells_emptied": {}} == {
        "created": 235, "updated": 0, "unchanged": 0, "rejected": 0, "cells_emptied": {},
    }  # fmt: skip
    assert ask(session, "SELECT health, COUNT(*) FROM project GROUP BY 1 ORDER BY 1") == [
        ("amber", 170), ("green", 24), ("grey", 14), ("red", 27),
    ]  # fmt: skip
    assert ask(session, "SELECT COUNT(budget), SUM(budget) FROM project") == [(191, 494_181 * 10**8)]


def test_the_capital_projects_of_melbourne(session: Session, data: Path, root: Path, tmp_path: Path):
    planned = imported(session, data, root, tmp_path, "melbourne/capital_delivery.csv", "melbourne.toml")
    assert (len(planned.created), planned.rejected) == (445, ())
    project = projects.find(session, "Q05388")
    assert (project.start, project.custom["business_case"]) == (date(2016, 2, 5), date(2016, 5, 25))
    assert projects.find(session, "Q05640").forecast == 206607559


@pytest.mark.slow
def test_the_projects_of_the_world_bank(session: Session, data: Path, root: Path, tmp_path: Path):
    planned = imported(session, data, root, tmp_path, "worldbank/projects.csv", "worldbank.toml")
    assert (len(planned.created), planned.rejected) == (27_132, ())
    phases = (
        "SELECT phase.name, COUNT(*) FROM project JOIN phase ON phase.id = phase_id GROUP BY 1 ORDER BY 1"
    )
    assert ask(session, phases) == [("Closed", 24_333), ("Delivery", 2_554), ("Planning", 245)]
    assert (
        imported(session, data, root, tmp_path, "worldbank/projects.csv", "worldbank.toml").unchanged
        == 27_132
    )
