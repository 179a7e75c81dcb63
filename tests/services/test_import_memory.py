"""The map of an import, remembered for the next file with the same columns."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_tui.services import imports
from pmo_tui.services.import_plans import ImportPlan
from pmo_tui.services.risk_imports import RISKS
from pmo_tui.services.session import Session
from pmo_tui.settings.maps import MOST, keep_map, kept_maps

Plan = Callable[..., ImportPlan]

MAP = "key='code'\n[file]\nheader=2\n[fields]\ncode='Ref'\nname='Subject'"
OCTOBER = "Sheet of October\nRef,Subject\nA,One\n"


def found(session: Session, path: Path) -> imports.Remembered | None:
    """Look for the map of a file."""
    return imports.remembered(session, imports.open_file(path))


def of(session: Session, path: Path) -> imports.Remembered:
    """Give the map of a file, which is there."""
    remembered = found(session, path)
    assert remembered is not None
    return remembered


def test_the_map_of_a_file_is_found_for_the_next_with_these_columns(session: Session, load, tmp_path: Path):
    load(OCTOBER, MAP, "october.csv")
    november = tmp_path / "november.csv"
    november.write_text("Sheet of November\nSubject;REF\nOne;A\n")
    remembered = of(session, november)
    assert (remembered.file, remembered.map_file) == ("october.csv", None)
    assert [rule.columns for rule in remembered.map.rules] == [("Ref",), ("Subject",)]
    assert [record.cells for record in remembered.table.records] == [["One", "A"]]
    november.write_text("Sheet of November\nSubject;Ref;Budget\nOne;A;5\n")
    assert found(session, november) is None


def test_a_map_that_has_a_file_is_taken_as_that_says_now(session: Session, plan: Plan, tmp_path: Path):
    planned = plan("Ref,Subject\nA,One\n", "[fields]\ncode='Ref'\nname='Subject'")
    file = tmp_path / "mine.toml"
    file.write_text("key='name'\n[fields]\nname='Subject'")
    imports.run(session, planned, map_file=file)
    remembered = of(session, tmp_path / "x.csv")
    assert (remembered.map_file, remembered.map.key) == (file, "name")
    file.unlink()
    remembered = of(session, tmp_path / "x.csv")
    assert (remembered.map_file, remembered.map.key) == (None, "code")


def test_a_map_is_remembered_for_its_kind_alone(session: Session, load, tmp_path: Path):
    load("Ref,Subject\nA,One\n", "[fields]\ncode='Ref'\nname='Subject'")
    table = imports.open_file(tmp_path / "x.csv")
    assert imports.remembered(session, table, RISKS) is None
    the_map = tmp_path / "risks.toml"
    the_map.write_text("[fields]\ncode='Ref'\ntitle='Subject'")
    mapped = imports.open_map(session, the_map, RISKS)
    imports.run(session, imports.plan(session, table, mapped, kind=RISKS))
    of_risks = imports.remembered(session, table, RISKS)
    assert of_risks is not None
    assert [rule.field for rule in of_risks.map.rules] == ["code", "title"]
    assert [rule.field for rule in of(session, tmp_path / "x.csv").map.rules] == ["code", "name"]


def test_a_map_that_was_kept_before_kinds_were_told_apart_is_one_of_projects(
    session: Session, load, home: Path
):
    load("Ref,Subject\nA,One\n", "[fields]\ncode='Ref'\nname='Subject'")
    file = home / "state/pmo-tui/maps.json"
    file.write_text(json.dumps([each[:6] for each in json.loads(file.read_text())]))
    assert [kept.thing for kept in kept_maps(str(session.store.path))] == ["project"]


def test_a_guess_is_made_anew_each_time(session: Session, load, tmp_path: Path):
    load("code,name\nA,x\n")
    assert found(session, tmp_path / "x.csv") is None


def test_what_no_longer_fits_the_portfolio_is_passed_over(session: Session, load, tmp_path: Path):
    load("code,name,n\nA,x,5\n", "[fields]\ncode='code'\nname='name'\n[custom.n]\ncolumn='n'\nkind='money'")
    [kept] = kept_maps(str(session.store.path))
    place = tmp_path / "x.csv"
    assert found(session, place) is not None
    keep_map(kept._replace(text=kept.text.replace('"money"', '"date"')))
    assert found(session, place) is None


@pytest.mark.parametrize("text", ["", "[]", "nonsense", '[["a"]]', '{"a": 1}', '[["a","b","c","d",1,"e"]]'])
def test_a_memory_that_is_no_memory_is_done_without(session: Session, home: Path, text: str):
    (home / "state/pmo-tui").mkdir(parents=True, exist_ok=True)
    (home / "state/pmo-tui/maps.json").write_text(text)
    assert kept_maps(str(session.store.path)) == []


def test_so_many_maps_are_kept_and_no_more(session: Session, load):
    for number in range(MOST + 2):
        load(f"Ref,Subject{number}\nA,One\n", f"[fields]\ncode='Ref'\nname='Subject{number}'")
    assert len(kept_maps(str(session.store.path))) == MOST
