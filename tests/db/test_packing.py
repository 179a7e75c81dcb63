"""Packing: what is kept is what comes back, for every kind of field."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import Directory, Names
from db.packing import pack, unpack
from pmo_tui.domain.checks import kept
from pmo_tui.domain.fields import Field, Value
from pmo_tui.domain.refusal import Refusal
from tests.keeping import NAMES, opened, values
from tests.query_texts import CATALOGUE

FIELDS = [field for field in CATALOGUE if field.settable]


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """Give the names of a portfolio that has all the things the tests speak of."""
    session = opened(tmp_path_factory.mktemp("packing") / "portfolio.db")
    with session.writing("names") as group:
        for entity, names in NAMES.items():
            for name in names if entity != "phase" else ():
                group.create(entity, {"name": name})
        group.create("person", {"name": "Zoe"})
    directory = Directory()
    for entity in NAMES:
        directory.of(entity)
    session.close()
    return directory


@given(case=st.sampled_from(FIELDS).flatmap(lambda field: st.tuples(st.just(field), values(field))))
def test_what_is_packed_comes_back_through_the_journal_s_text(
    directory: Directory, case: tuple[Field, Value]
):
    field, value = case
    try:
        ready = kept(field, value)
    except Refusal:
        return
    packed = pack(field, ready, directory)
    assert json.loads(json.dumps(packed)) == packed
    back = unpack(field, packed, directory)
    assert (back, type(back)) == (ready, type(ready))
    assert pack(field, back, directory) == packed


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_what_is_not_kept_is_nothing(directory: Directory, field: Field):
    assert unpack(field, None, directory) == field.empty


def test_names_are_found_by_any_spelling_where_that_is_plain(directory: Directory):
    people: Names = directory.of("person")
    assert people.called("lukasz ZOLW") == "Łukasz Żółw"
    assert (people.called("Zoé"), people.called("Zoe")) == ("Zoé", "Zoe")
    assert people.find("zoe") is None, "for there are two"
    assert people.called("zoe") == "zoe"
    assert directory.called("person", ("alice martin", "Alice Martin")) == ("Alice Martin",)


def test_two_spellings_of_one_thing_are_kept_once(directory: Directory):
    field = CATALOGUE.by_name["objectives"]
    assert len(pack(field, ("Grow", "GROW"), directory)) == 1  # type: ignore[arg-type]


def test_a_name_of_nothing_is_refused_and_a_number_of_nothing_is_shown(directory: Directory):
    with pytest.raises(Refusal, match="There is no programme “Moon”: add it first"):
        pack(CATALOGUE.by_name["programme"], "Moon", directory)
    assert unpack(CATALOGUE.by_name["pm"], 999, directory) == "#999"
