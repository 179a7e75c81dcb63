"""Fields: found by any of their names, the nearest named where there is none."""

from __future__ import annotations

import pytest

from pmo_tui.domain.fields import Catalogue, Field, Kind
from pmo_tui.domain.health import Health
from pmo_tui.domain.refusal import Refusal
from tests.query_texts import CATALOGUE


@pytest.mark.parametrize(
    "name", ["baseline_finish", "Baseline Finish", "baseline-finish", "PLANNED END", "fin de référence"]
)
def test_a_field_is_found_by_any_of_its_names(name: str):
    assert CATALOGUE.get(name).name == "baseline_finish"


def test_an_unknown_field_names_the_nearest_or_all():
    with pytest.raises(Refusal, match="Did you mean “budget”"):
        CATALOGUE.get("budjet")
    with pytest.raises(Refusal, match=r"There is no field “zzz”\. Known: a, b"):
        Catalogue("thing", [Field("a", Kind.LINE, "A"), Field("b", Kind.LINE, "B")]).get("zzz")


def test_where_two_claim_a_name_the_first_has_it():
    first, second = Field("a", Kind.LINE, "A", ("same",)), Field("b", Kind.LINE, "B", ("same",))
    assert Catalogue("thing", [first, second]).find("same") is first
    assert [field.name for field in Catalogue("thing", [first, second])] == ["a", "b"]


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_one_value_of_its_kind(kind: Kind):
    empty = Field("it", kind, "It").empty
    assert empty in ((), None, Health.GREY)
    assert not empty or kind is Kind.HEALTH
