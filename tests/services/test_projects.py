"""Projects: added, edited, changed in bulk and deleted; what is typed is what is read, or a sentence says why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.projects import Project
from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import boards, journal, lists, projects
from pmo_tui.services.boards import PROJECTS
from pmo_tui.services.session import Session
from pmo_tui.words import say
from tests.keeping import changes, copied, groups, make_portfolio, opened, tables, values
from tests.query_texts import CATALOGUE, CUSTOM


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the portfolio that each test starts from."""
    path = tmp_path_factory.mktemp("projects") / "template.db"
    make_portfolio(path)
    return path


@pytest.fixture
def session(template: Path) -> Iterator[Session]:
    """Open a portfolio with an own field of each kind."""
    with copied(template, "one.db") as path:
        session = opened(path)
        yield session
        session.close()


# --- adding ---------------------------------------------------------------------------------------------------


def test_a_project_needs_only_a_name(session: Session):
    project = projects.add(session, {"name": "  ERP   finance "})
    assert (project.code, project.name, project.phase, project.health) == (
        "P-0001",
        "ERP finance",
        "Idea",
        Health.GREY,
    )
    assert project.created_at == project.updated_at
    with pytest.raises(Refusal, match="Name can't be empty"):
        projects.add(session, {"name": " \t "})


def test_a_refusal_calls_a_field_as_the_reader_does(session: Session, french: None):
    with pytest.raises(Refusal) as refused:
        projects.add(session, {"name": ""})
    assert say(refused.value) == "« Nom » est obligatoire : saisissez-le."


def test_codes_go_on_after_the_highest(session: Session):
    projects.add(session, {"name": "One", "code": "P-0041"})
    projects.add(session, {"name": "Two", "code": "X-99"})
    assert projects.add(session, {"name": "Three"}).code == "P-0042"


@pytest.mark.parametrize("code", ["É-1", "é-1", " E-1 ", "e-1"])
def test_a_code_is_given_once_case_and_accents_ignored(session: Session, code: str):
    one = projects.add(session, {"name": "One", "code": "É-1"})
    two = projects.add(session, {"name": "Two"})
    with pytest.raises(Refusal, match=r"The code “[EeÉé]-1” is taken"):
        projects.add(session, {"name": "Three", "code": code})
    with pytest.raises(Refusal, match=r"The code “[EeÉé]-1” is taken"):
        projects.save(session, two, {"code": code})
    assert projects.find(session, code).id == one.id


def test_the_table_itself_takes_a_code_once(session: Session):
    one = projects.add(session, {"name": "One", "code": "É-1"})
    projects.delete(session, one)
    projects.add(session, {"name": "Two", "code": "e-1"})
    deleted = journal.groups(session, 2)[1]
    with pytest.raises(Refusal, match="another one with the same code"):
        journal.undo(session, deleted.id)


def test_the_next_code_passes_those_written_otherwise(session: Session):
    projects.add(session, {"name": "One", "code": "p-0007"})
    assert projects.add(session, {"name": "Two"}).code == "P-0008"


def test_a_code_can_be_written_otherwise_by_its_own_project(session: Session):
    project = projects.add(session, {"name": "One", "code": "a-1"})
    assert projects.save(session, project, {"code": "A-1"}).code == "A-1"
    assert projects.find(session, "a-1").id == project.id


def test_people_and_programmes_are_made_when_they_are_first_named_and_found_again_by_any_spelling(
    session: Session,
):
    projects.add(
        session, {"name": "One", "pm": "Łukasz Żółw", "programme": "Hôpital 2030", "objectives": ("Grow",)}
    )
    two = projects.add(session, {"name": "Two", "pm": "lukasz zolw", "objectives": ("GROW", "grow")})
    assert (two.pm, two.objectives) == ("Łukasz Żółw", ("Grow",))
    assert [row[:2] for row in tables()["person"]] == [(1, "Łukasz Żółw")]
    with pytest.raises(Refusal, match="There is no phase “Moon”: choose one of Idea, Scoping"):
        projects.add(session, {"name": "Three", "phase": "Moon"})


# --- every field keeps what is typed --------------------------------------------------------------------------

SETTABLE = [field for field in CATALOGUE if field.settable and field.name not in {"code", "phase"}]


def settled(name: str, value: Value) -> Value:
    """Give a value as it is kept, names as they are first written."""
    return kept(CATALOGUE.by_name[name], value)


@settings(max_examples=80)
@given(said=changes(most=8))
def test_what_is_typed_is_what_is_read(template: Path, said: dict[str, Value]):
    said = {name: value for name, value in said.items() if not name.startswith("health")}
    with copied(template) as path:
        session = opened(path)
        try:
            expected = {name: settled(name, value) for name, value in said.items()}
            added = projects.add(session, {**said, "name": "ERP"})
        except Refusal:
            session.close()
            return
        session.close()
        session = opened(path)
        [read] = projects.read(session, [added.id])
        assert read == added
        assert {name: read.value(name) for name in said} == expected
        session.close()


@pytest.mark.parametrize("own", CUSTOM, ids=lambda field: field.kind.value)
def test_an_own_field_of_each_kind_is_kept_asked_for_and_undone(session: Session, own):
    example: dict[Kind, tuple[Value, str]] = {
        Kind.LINE: ("CC-1", "CC-1"),
        Kind.TEXT: ("two\nlines", "lines"),
        Kind.INTEGER: (-40, "-40"),
        Kind.DECIMAL: (Decimal("1.2345"), "1.2345"),
        Kind.MONEY: (123_456_789_01, "123456789.01"),
        Kind.DATE: (date(2028, 2, 29), "2028-02-29"),
        Kind.CHOICE: ("Très grand", '"tres grand"'),
        Kind.YES_NO: (False, "no"),
    }
    value, asked = example[own.kind]
    project = projects.save(session, projects.add(session, {"name": "ERP"}), {own.name: value})
    assert project.value(own.name) == value
    assert lists.table(session, PROJECTS, f"{own.name}:{asked}").rows == (project.id,)
    journal.undo(session)
    assert projects.find(session, "P-0001").value(own.name) is None
    journal.redo(session)
    assert projects.find(session, "P-0001").value(own.name) == value


def test_zero_no_and_nothing_are_three_things(session: Session):
    project = projects.add(session, {"name": "ERP", "budget": 0, "sites": 0, "secret": False})
    assert (project.budget, project.value("sites"), project.value("secret")) == (0, 0, False)
    emptied = projects.save(session, project, {"budget": None, "sites": None, "secret": None})
    assert (emptied.budget, emptied.value("sites"), emptied.value("secret")) == (None, None, None)


def test_what_follows_from_others_is_kept_in_step_and_can_t_be_set(session: Session):
    project = projects.add(
        session, {"name": "ERP", "budget": 100, "forecast": 112, "finish": date(2026, 5, 1)}
    )
    assert (project.value("overrun"), project.value("slip")) == (Decimal("12.0"), None)
    project = projects.save(session, project, {"baseline_finish": date(2026, 4, 1)})
    assert project.value("slip") == 30
    for act in (
        lambda: projects.save(session, project, {"slip": 3}),
        lambda: projects.preview(session, [project.id], "slip", 3),
    ):
        with pytest.raises(Refusal, match="Slip follows from other fields"):
            act()


# --- health ---------------------------------------------------------------------------------------------------


def test_the_health_is_the_worst_dimension_and_nothing_once_none_is_declared(session: Session):
    project = projects.add(session, {"name": "ERP", "health": Health.GREEN})
    project = projects.save(session, project, {"health_time": Health.RED, "health_cost": Health.AMBER})
    assert project.health is Health.RED
    with pytest.raises(Refusal, match="follows its worst dimension"):
        projects.save(session, project, {"health": Health.GREEN})
    project = projects.save(session, project, {"health_time": Health.GREY})
    assert project.health is Health.AMBER
    project = projects.save(session, project, {"health_cost": Health.GREY})
    assert project.health is Health.GREY, "for nobody stands behind a colour any more"


def test_the_whole_and_its_dimensions_can_change_in_one_go(session: Session):
    project = projects.add(session, {"name": "ERP", "health_time": Health.RED})
    project = projects.save(session, project, {"health_time": Health.GREY, "health": Health.GREEN})
    assert project.health is Health.GREEN


TODAY = date(2026, 11, 23)
LONG_AGO = date(2020, 1, 1)


def test_a_declaration_has_its_day_however_it_is_made(session: Session):
    project = projects.add(session, {"name": "ERP", "health": Health.GREEN})
    assert project.health_date == TODAY
    given = projects.add(session, {"name": "Wifi", "health": Health.GREEN, "health_date": LONG_AGO})
    assert given.health_date == LONG_AGO
    saved = projects.save(session, given, {"health_cost": Health.AMBER})
    assert (saved.health_date, saved.value("health_cost_date")) == (TODAY, TODAY)
    assert projects.add(session, {"name": "HR", "health": Health.GREY}).health_date is None


def test_a_health_set_for_many_is_declared_that_day_and_not_stale_at_once(session: Session):
    old: dict[str, Value] = {"health": Health.GREEN, "health_date": LONG_AGO}
    keys = [projects.add(session, {"name": name, **old}).id for name in ("One", "Two")]
    keys.append(projects.add(session, {"name": "Red already", **old, "health": Health.RED}).id)
    before = tables()
    assert projects.change_many(session, projects.preview(session, keys, "health", Health.RED)) == 2
    assert [each.health_date for each in projects.read(session, keys)] == [TODAY, TODAY, LONG_AGO]
    assert projects.read(session, keys)[0].health_previous is Health.GREEN
    detail = boards.detail(session, keys[0])
    assert detail is not None
    assert not detail.stale
    journal.undo(session)
    assert tables() == before


# --- deleting and bulk ----------------------------------------------------------------------------------------


def three(session: Session) -> list[Project]:
    """Add three projects."""
    return [projects.add(session, {"name": name}) for name in ("One", "Two", "Three")]


def test_a_deleted_project_is_gone_and_comes_back_whole(session: Session):
    project = projects.add(
        session, {"name": "ERP", "tags": ("a",), "links": ("https://x.example",), "sites": 4}
    )
    before = tables()
    projects.delete(session, project)
    assert projects.get(session, project.id) is None
    with pytest.raises(Refusal, match="no project with the code “P-0001”"):
        projects.find(session, "P-0001")
    journal.undo(session)
    assert tables() == before


def test_a_bulk_change_is_previewed_made_in_one_group_and_undone_in_one_go(session: Session):
    one, two, gone = three(session)
    projects.save(session, one, {"department": "IT"})
    projects.delete(session, gone)
    bulk = projects.preview(session, [one.id, two.id, gone.id], "department", " IT ")
    assert (bulk.value, [project.code for project, _ in bulk.differing], bulk.same) == ("IT", ["P-0002"], 1)
    before = groups()
    assert projects.change_many(session, bulk) == 1
    assert groups() == before + 1
    assert journal.groups(session, 1)[0].label == "Set Department of 1 project"
    journal.undo(session)
    assert [each.department for each in projects.read(session, [one.id, two.id])] == ["IT", None]


def test_a_bulk_change_knows_a_person_by_any_spelling(session: Session):
    keys = [each.id for each in three(session)]
    projects.change_many(session, projects.preview(session, keys[:1], "pm", "Łukasz Żółw"))
    bulk = projects.preview(session, keys, "pm", "lukasz zolw")
    assert (bulk.same, len(bulk.differing)) == (1, 2)
    assert projects.change_many(session, bulk) == 2


def test_a_bulk_change_of_thousands_is_labelled_with_a_number_one_can_read(session: Session):
    with session.writing("many") as group:
        keys = group.create_many(
            "project", [{"code": f"X-{number}", "name": "X", "phase": 1} for number in range(1000)]
        )
    projects.change_many(session, projects.preview(session, keys, "department", "IT"))
    assert journal.undo(session).group.label == "Set Department of 1 000 projects"


def test_a_bulk_change_leaves_out_where_it_can_t_stand_and_says_why(session: Session):
    one, two, _ = three(session)
    projects.save(session, one, {"start": date(2026, 6, 1)})
    bulk = projects.preview(session, [one.id, two.id], "finish", date(2026, 5, 1))
    assert [project.code for project, _ in bulk.differing] == ["P-0002"]
    [(refused, why)] = bulk.refused
    assert refused.code == "P-0001"
    assert "lies before the start" in str(why)


def test_a_bulk_change_over_another_s_work_changes_nothing_and_names_the_project(session: Session):
    one, two, three_ = three(session)
    bulk = projects.preview(session, [one.id, two.id, three_.id], "department", "IT")
    projects.save(session, two, {"summary": "meanwhile"})
    before = tables()
    with pytest.raises(Refusal, match="P-0002 was changed by someone else meanwhile: nothing was changed"):
        projects.change_many(session, bulk)
    assert tables() == before


@given(st.data())
@settings(max_examples=30)
def test_a_bulk_change_is_the_same_change_one_by_one(template: Path, data: st.DataObject):
    field = data.draw(
        st.sampled_from([f for f in SETTABLE if f.name != "name" and f.kind is not Kind.HEALTH])
    )
    value = data.draw(values(field))
    results = []
    for in_bulk in (True, False):
        with copied(template) as path:
            session = opened(path)
            keys = [each.id for each in three(session)]
            try:
                if in_bulk:
                    projects.change_many(session, projects.preview(session, keys, field.name, value))
                else:
                    for key in keys:
                        project = projects.get(session, key)
                        assert project is not None
                        projects.save(session, project, {field.name: value})
            except Refusal as refusal:
                results.append(str(refusal))
            else:
                results.append(str(tables()))
            session.close()
    assert results[0] == results[1]


# --- reading --------------------------------------------------------------------------------------------------


def test_projects_are_read_in_the_order_asked_for_without_those_that_have_gone(session: Session):
    one, two, gone = three(session)
    projects.delete(session, gone)
    assert [each.code for each in projects.read(session, [two.id, gone.id, 999, one.id])] == [
        "P-0002",
        "P-0001",
    ]
    assert projects.read(session, []) == []
    assert projects.read(session, [one.id] * 2) == [projects.find(session, "p-0001")] * 2


def test_more_projects_than_one_question_can_name(session: Session):
    with session.writing("many") as group:
        keys = group.create_many(
            "project", [{"code": f"N-{n}", "name": f"{n}", "phase": 1} for n in range(1203)]
        )
    assert [each.name for each in projects.read(session, keys)] == [str(n) for n in range(1203)]
    bulk = projects.preview(session, keys, "tags", ("all",))
    assert projects.change_many(session, bulk) == 1203
    journal.undo(session)
    journal.undo(session)
    assert projects.read(session, keys) == []
