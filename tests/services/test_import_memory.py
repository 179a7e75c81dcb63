"""The map of an import, remembered for the next file with the same columns."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmo_tui.services import imports
from pmo_tui.services.import_plans import ImportPlan
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
