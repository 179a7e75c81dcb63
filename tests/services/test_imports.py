"""Imports: planned first, done as one, repeated without effect, and never half."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from pmo_tui import words
from pmo_tui.domain.fields import Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.journal import Door
from pmo_tui.domain.portfolio import Decision
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import gates, imports, journal, portfolio, projects
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.session import Session, open_session

Plan = Callable[..., ImportPlan]


def reasons(plan: ImportPlan) -> list[tuple[int, list[str]]]:
    return [(one.record.number, [str(reason) for reason in one.reasons]) for one in plan.rejected]


def test_a_first_import_creates_a_second_changes_nothing(session: Session, plan: Plan):
    text = "code,name,programme,pm,budget,health,tags\nA-1,Café,Digital,Zoé Roy,1200.50,amber,cloud\n,B,digital,,,,\n"
    report = imports.run(session, plan(text))
    assert report.plan.counts == {
        "created": 2, "updated": 0, "unchanged": 0, "rejected": 0, "cells_emptied": {}, "values_emptied": {},
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


def test_a_custom_field_can_be_the_key(session: Session, load, plan: Plan):
    the_map = "key='no'\n[fields]\nname='name'\n[custom.no]\nlabel='Number'\ncolumn='no'"
    load("no,name\nx1,one\nx2,two\n", the_map)
    planned = plan("no,name\nX2,deux\nx3,three\n,four\n", the_map)
    assert ([one.code for one in planned.updated], len(planned.created), planned.missing) == (
        ["P-0002"],
        1,
        ("P-0001",),
    )
    assert reasons(planned) == [(4, ["The key “no” is empty: without it the row can't be found again."])]
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


UNMAPPED = "unmapped='custom'\n[fields]\ncode='code'\nname='name'"


def test_unmapped_columns_are_of_the_kind_that_their_cells_are(session: Session, load, plan: Plan):
    text = "code,name,Licence,Renewal,Site\nA,x,£5,2026-01-31,n/a\nB,y,n/a,,Paris\n"
    load(text, UNMAPPED)
    own = [(field.name, field.kind) for field in portfolio.surroundings(session).catalogue if field.custom]
    assert own == [("licence", Kind.MONEY), ("renewal", Kind.DATE), ("site", Kind.LINE)]
    assert projects.find(session, "A").custom == {"licence": 500, "renewal": date(2026, 1, 31), "site": "n/a"}
    assert plan(text, UNMAPPED).unchanged == 2


def test_a_file_whose_columns_were_kept_as_text_before_changes_nothing(session: Session, load, plan: Plan):
    text = "code,name,Licence,Renewal\nA,x,£5,2026-01-31\n"
    load(text, UNMAPPED + "\n[custom.licence]\ncolumn='Licence'\n[custom.renewal]\ncolumn='Renewal'")
    assert plan(text, UNMAPPED).unchanged == 1


def test_an_unmapped_column_that_no_longer_fits_its_field_is_left_out_and_named(
    session: Session, load, plan: Plan
):
    load("code,name,Licence\nA,x,£5\n", UNMAPPED)
    planned = plan("code,name,Licence\nA,x,free\n", UNMAPPED)
    assert [str(note) for note in planned.notes] == [
        "“Licence” would be Licence, but does not hold such values (“free”): it is left out."
    ]
    assert (planned.dropped, planned.unchanged) == (("Licence",), 1)


def test_what_is_filled_at_creation_only_is_not_touched_again(session: Session, load):
    the_map = "[fields]\ncode='code'\nname='name'\n[fields.phase]\nconstant='Delivery'\nonly_new=true"
    load("code,name\nA,x\n", the_map)
    project = projects.find(session, "A")
    closing = next(gate for gate in gates.gates(session, project) if gate.phase.name == "Closing")
    gates.decide(
        session, project, closing, gates.Verdict(Decision.GO, session.today(), evidence={"actual": 1})
    )
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


def test_names_are_found_without_case_and_accents_and_made_once(session: Session, load):
    load("code,name,pm\nA,x,Zoé Roy\n")
    report = load("code,name,pm,objectives\nA,x,zoe roy,Grow;Save\nB,y,ZOÉ ROY,save\n")
    assert (report.plan.unchanged, report.plan.new_things) == (0, {"objective": ("Grow", "Save")})
    assert [person.name for person in portfolio.people(session)] == ["Zoé Roy"]
    assert projects.find(session, "B").objectives == ("Save",)


def test_an_empty_code_or_phase_leaves_it_as_it_is(session: Session, load):
    load("code,name,phase\nA,x,Delivery\n")
    load("code,name,phase,pm\n,x,,Zoé\n")
    found = projects.find(session, "A")
    assert (found.phase, found.pm) == ("Delivery", "Zoé")


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


def test_a_guess_leaves_phases_to_the_gates_and_a_map_that_goes_back_is_told(
    session: Session, load, plan: Plan
):
    load("code,name,phase\nA,x,Scoping\nB,y,Delivery\n")
    assert [one.code for one in plan("code,phase\nA,Idea\n").updated] == ["A"]
    project = projects.find(session, "A")
    evidence: dict[str, Value] = {"sponsor": "Ann", "pm": "Bo", "budget": 5}
    verdict = gates.Verdict(Decision.GO, date(2026, 11, 23), evidence=evidence)
    gates.decide(session, project, gates.gates(session, project)[0], verdict)
    text = "code,name,phase\nA,x,Scoping\nB,y,Delivery\nC,z,Planning\n"
    guess = imports.guess(session, plan(text).table)
    assert str(guess.notes[-1]).startswith(
        "“phase” gives new projects their phase; those that are there keep"
    )
    planned = plan(text)
    assert (planned.updated, planned.moves) == ((), ())
    assert [made.values["phase"] for made in planned.created] == ["Planning"]
    planned = plan(text, "[fields]\ncode='code'\nname='name'\nphase='phase'")
    assert [move.code for move in planned.moved_back] == ["A"]


def test_codes_are_the_same_as_everywhere_case_and_accents_ignored(session: Session, load, plan: Plan):
    load("code,name\nÉ1,x\n")
    assert [update.code for update in plan("code,name\ne1,y\n").updated] == ["É1"]
    by_name = "key = 'name'\n[fields]\ncode = 'code'\nname = 'name'\n"
    assert [str(one.reasons[0]) for one in plan("code,name\nE1,y\n", by_name).rejected]
    planned = plan("code,name\né2,a\nE2,b\n", by_name)
    assert (len(planned.created), len(planned.rejected)) == (1, 1)


# --- the day of a health --------------------------------------------------------------------------------------


def test_a_health_that_a_file_changes_without_its_day_is_declared_on_the_day_of_the_import(
    session: Session, plan: Plan, today: date
):
    session.clock = lambda: datetime.combine(today, time(9))
    imports.run(session, plan("code,name,health,health_date\nA,One,green,2020-01-01\nB,Two,red,2020-01-01\n"))
    text = "code,name,health\nA,One,amber\nB,Two,red\nC,Three,red\n"
    report = imports.run(session, plan(text))
    assert [one.field for one in report.plan.updated[0].differences] == ["health", "health_date"]
    stood = {code: projects.find(session, code) for code in "ABC"}
    assert (stood["A"].health_date, stood["A"].health_previous) == (today, Health.GREEN)
    assert stood["B"].health_date == date(2020, 1, 1), "for it says nothing new"
    assert stood["C"].health_date is None, "for nothing says how old the file is"
    assert plan(text).unchanged == 3


def test_a_health_with_its_day_keeps_it(session: Session, plan: Plan):
    imports.run(session, plan("code,name,health,health_date\nA,One,green,2020-01-01\n"))
    imports.run(session, plan("code,name,health,health_date\nA,One,amber,2020-01-01\n"))
    project = projects.find(session, "A")
    assert (project.health, project.health_date) == (Health.AMBER, date(2020, 1, 1))


def test_a_code_that_an_update_brings_is_given_to_no_new_project(session: Session, load, plan: Plan):
    the_map = "key='no'\n[fields]\nname='name'\ncode='code'\n[custom.no]\ncolumn='no'"
    load("no,name,code\nx1,one,OLD\n", the_map)
    load("no,name,code\nx1,one,P-0001\nx2,two,\n", the_map)
    assert projects.find(session, "P-0001").name == "one"
    assert projects.find(session, "P-0002").name == "two"


@pytest.mark.parametrize("text", ["name\nERP\n", "code,name\nA-1,x\n", "code,name\n,erp\n"])
def test_what_a_colleague_has_added_since_the_plan_is_not_doubled(session: Session, plan: Plan, text: str):
    planned = plan(text)
    projects.add(session, {"code": "A-1", "name": "ERP"})
    mark = journal.mark(session)
    with pytest.raises(Refusal, match="changed by someone else meanwhile: nothing was imported"):
        imports.run(session, planned)
    assert journal.mark(session) == mark


@pytest.mark.parametrize("nothing", ["", "n/a"])
def test_an_overall_health_of_which_nothing_is_said_follows_the_dimensions(
    session: Session, load, plan: Plan, nothing: str
):
    text = f"code,name,health,time\nA,x,{nothing},red\nB,y,{nothing},\n"
    load(text)
    assert [projects.find(session, code).health for code in "AB"] == [Health.RED, Health.GREY]
    assert plan(text).unchanged == 2
    load(f"code,health\nA,{nothing}\n")
    assert projects.find(session, "A").health is Health.RED
    load(f"code,health,time\nA,{nothing},amber\n")
    assert projects.find(session, "A").health is Health.AMBER
    load(f"code,health,time\nA,{nothing},\n")
    assert projects.find(session, "A").health is Health.GREY


def test_an_overall_health_without_dimensions_is_emptied_by_an_empty_cell(session: Session, load):
    load("code,name,health\nA,x,red\n")
    load("code,health\nA,\n")
    assert projects.find(session, "A").health is Health.GREY


@pytest.mark.parametrize("row", ["A,grey,red", "A,green,red", "A,red,green"])
def test_an_overall_health_that_contradicts_the_dimensions_is_told(
    session: Session, load, plan: Plan, row: str
):
    load("code,name,health,time\nA,x,red,red\n")
    [(number, [why])] = reasons(plan(f"code,health,time\n{row}\n"))
    assert number == 2
    assert why.startswith("The overall weather follows its worst dimension (Time is")


POUNDS = "currency='GBP'\n[fields]\ncode='code'\nname='name'\nbudget='budget'"


def test_an_empty_portfolio_takes_on_the_currency_of_a_file_with_its_projects(session: Session, plan: Plan):
    planned = plan("code,name,budget\nA,x,5\n", POUNDS)
    told = "The portfolio has no projects yet: it counts in GBP from now on, as the amounts of the file do."
    assert [str(note) for note in planned.notes] == [told]
    assert portfolio.surroundings(session).portfolio.currency == "EUR"
    imports.run(session, planned)
    assert portfolio.surroundings(session).portfolio.currency == "GBP"
    assert plan("code,name,budget\nB,y,5\n", POUNDS).notes == ()
    journal.undo(session)
    assert portfolio.surroundings(session).portfolio.currency == "EUR"


def test_a_portfolio_that_counts_in_another_currency_keeps_it_and_that_is_told(
    session: Session, load, plan: Plan
):
    load("code,name\nA,x\n")
    planned = plan("code,name,budget\nB,y,5\n", POUNDS)
    imports.run(session, planned)
    [told] = map(str, planned.notes)
    assert told.startswith(
        "The amounts of the file are in GBP and the portfolio counts in EUR: they are taken as"
    )
    assert (portfolio.surroundings(session).portfolio.currency, projects.find(session, "B").budget) == (
        "EUR",
        500,
    )


def test_a_portfolio_that_is_no_longer_empty_does_not_take_on_a_currency(session: Session, plan: Plan):
    planned = plan("code,name,budget\nA,x,5\n", POUNDS)
    projects.add(session, {"name": "theirs"})
    with pytest.raises(Refusal, match="changed by someone else meanwhile"):
        imports.run(session, planned)


# --- what is lost, what moves, what is missing ---------------------------------------------------------------


def test_values_that_are_emptied_are_counted_by_field_whatever_emptied_them(load, plan: Plan):
    load("code,name,budget,finish,health\nA,x,5,2026-01-31,red\nB,y,6,2026-01-31,\n")
    planned = plan("code,name,budget,finish,health\nA,x,,,\nB,y,n/a,2026-01-31,\n")
    assert {name: planned.values_emptied[name] for name in ("budget", "finish", "health")} == {
        "budget": 2, "finish": 1, "health": 1,
    }  # fmt: skip
    assert plan("code,name,budget\nC,z,\n").values_emptied == {}


def test_projects_that_move_are_told_with_the_gates_they_pass(load, plan: Plan):
    load("code,name,phase\nA,x,Idea\nB,y,Delivery\nC,z,Idea\n")
    planned = plan("code,name,phase\nA,x,Delivery\nB,y,Idea\nC,z,Idea\n")
    assert [(one.code, one.name, one.before, one.after, one.gates) for one in planned.moves] == [
        ("A", "x", "Idea", "Delivery", 1),
        ("B", "y", "Delivery", "Idea", -1),
    ]
    assert [one.code for one in planned.moved_on] == ["A"]


def test_projects_the_file_does_not_list_are_told_with_their_names(load, plan: Plan):
    load("code,name\nA,x\nB,y\n")
    assert plan("code,name\nA,x\n").names == {"B": "y"}


def test_without_a_column_for_the_name_the_cause_is_told_once(load, plan: Plan):
    text = "code,Désignation,budget\nA,Archive,5\nB,Pay,6\n"
    with pytest.raises(
        Refusal,
        match=r"No column is the name, and new projects need one\. Is it “Désignation”\? A map then says name",
    ):
        plan(text)
    load("code,name\nA,x\n")
    planned = plan(text)
    assert ([one.code for one in planned.updated], len(planned.rejected)) == (["A"], 1)
    assert str(planned.notes[0]).startswith("No column is the name")


# --- what a map says by itself --------------------------------------------------------------------------------


def test_a_word_that_a_field_cannot_hold_is_told_once_with_the_nearest(plan: Plan):
    the_map = "[fields]\ncode='code'\nname='name'\n[fields.phase]\ncolumn='end'\nvalues={'20*'='Delivrey'}"
    with pytest.raises(Refusal, match=r"fills phase with “Delivrey”.*Did you mean “Delivery”"):
        plan("code,name,end\nA,x,2026\nB,y,2027\n", the_map)
    assert len(plan("code,name,end\nA,x,\n", the_map).created) == 1
    health = "[fields]\ncode='code'\nname='name'\n[fields.health]\ncolumn='state'\nvalues={'ok'='gren'}"
    with pytest.raises(Refusal, match="Did you mean “green”"):
        plan("code,name,state\nA,x,OK\n", health)


def test_an_empty_cell_can_have_a_meaning_of_its_own(plan: Plan):
    the_map = (
        "[fields]\ncode='code'\nname='name'\n"
        "[fields.phase]\ncolumn='end'\nvalues={''='Closed', '*'='Delivery'}"
    )
    planned = plan("code,name,end\nA,x,\nB,y,2027\n", the_map)
    assert [made.values["phase"] for made in planned.created] == ["Closed", "Delivery"]
