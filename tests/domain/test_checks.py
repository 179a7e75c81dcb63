"""Checks of values: what may stand in a field, and what agrees with what."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain import checks
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import DIMENSION_FIELDS, Dimension, Health
from pmo_tui.domain.refusal import Refusal
from tests.keeping import values
from tests.query_texts import CATALOGUE

SETTABLE = [field for field in CATALOGUE if field.settable]
FIELD_OF = {kind: Field("it", kind, "It", choices=("Small", "Très grand")) for kind in Kind}


@given(st.sampled_from(SETTABLE).flatmap(lambda field: st.tuples(st.just(field), values(field))))
def test_what_is_kept_once_is_kept_the_same_again(case: tuple[Field, Value]):
    field, value = case
    try:
        once = checks.kept(field, value)
    except Refusal:
        return
    assert checks.kept(field, once) == once
    assert type(checks.kept(field, once)) is type(once)


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (Kind.LINE, " a\n b\t", "a b"),
        (Kind.LINE, "", None),
        (Kind.LINE, " \n ", None),
        (Kind.TEXT, "a\r\nb ", "a\nb"),
        (Kind.INTEGER, 3, 3),
        (Kind.INTEGER, Decimal("3.000"), 3),
        (Kind.DECIMAL, Decimal("1.50"), Decimal("1.5")),
        (Kind.DECIMAL, Decimal(100), Decimal(100)),
        (Kind.DECIMAL, Decimal("-0.00001"), Decimal(0)),
        (Kind.MONEY, 0, 0),
        (Kind.DATE, datetime.fromisoformat("2026-11-23 10:00"), date(2026, 11, 23)),
        (Kind.YES_NO, False, False),
        (Kind.CHOICE, "TRES GRAND", "Très grand"),
        (Kind.TAGS, ("Cloud", "cloud", "À  revoir", " ", "\u0301", "\u00b4"), ("a-revoir", "cloud")),
        (Kind.TAGS, "b, a,,", ("a", "b")),
        (Kind.REFERENCES, (" Zoé ", "Ann", "Ann"), ("Ann", "Zoé")),
        (Kind.LINKS, ("", " Plan  https://x.example "), ("Plan https://x.example",)),
        (Kind.LINKS, (), ()),
        (Kind.HEALTH, None, Health.GREY),
    ],
)
def test_kept_as(kind: Kind, value: Value, kept: Value):
    found = checks.kept(FIELD_OF[kind], value)
    assert (found, type(found)) == (kept, type(kept))
    assert str(found) == str(kept), "and no 1E+2"


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (Kind.LINE, "x" * 10_001, "too long: 10001 characters of at most 10000"),
        (Kind.TEXT, "x" * 1_000_001, "too long"),
        (Kind.INTEGER, "three", "is no whole number"),
        (Kind.INTEGER, Decimal("3.5"), "is no whole number"),
        (Kind.INTEGER, Decimal("NaN"), "is no whole number"),
        (Kind.INTEGER, 10**12 + 1, "too large a number"),
        pytest.param(Kind.INTEGER, 10**5000, "too large a number", id="longer than texts of numbers"),
        (Kind.INTEGER, True, "is no whole number"),
        (Kind.DECIMAL, "three", "is no number"),
        (Kind.DECIMAL, Decimal("Infinity"), "is no number"),
        (Kind.DECIMAL, -(10**13), "too large a number"),
        (Kind.MONEY, "5", "is no amount"),
        (Kind.MONEY, Decimal("5.5"), "is no amount"),
        (Kind.MONEY, 10**18, "too large an amount"),
        (Kind.DATE, "2026-11-23", "is no day"),
        (Kind.HEALTH, "green", "is no weather"),
        (Kind.YES_NO, 1, "is neither yes nor no"),
        (Kind.CHOICE, "Large", "none of the choices of It: Small, Très grand"),
        (Kind.LINKS, ("no address",), "is no link"),
    ],
)
def test_what_can_t_stand_is_refused_in_a_sentence(kind: Kind, value: Value, sentence: str):
    with pytest.raises(Refusal, match=sentence):
        checks.kept(FIELD_OF[kind], value)


@pytest.mark.parametrize("name", ["code", "name", "phase"])
@pytest.mark.parametrize("value", [None, "", " \t"])
def test_what_a_project_can_t_be_without(name: str, value: Value):
    with pytest.raises(Refusal, match=f"{name.capitalize()} can't be empty"):
        checks.kept(CATALOGUE.by_name[name], value)


@pytest.mark.parametrize("prefix", ["", "baseline_", "actual_"])
def test_a_finish_lies_not_before_its_start(prefix: str):
    early, late = date(2026, 4, 1), date(2026, 5, 1)
    start, finish = f"{prefix}start", f"{prefix}finish"
    checks.agreeing({start: early, finish: early})
    checks.agreeing({start: late})
    checks.agreeing({finish: early, start: None})
    with pytest.raises(Refusal, match=r"2026-04-01 lies before .*2026-05-01"):
        checks.agreeing({start: late, finish: early})


def test_dates_that_came_in_wrong_hold_up_no_change_of_something_else():
    wrong = {"start": date(2026, 5, 1), "finish": date(2026, 4, 1)}
    checks.agreeing(wrong, {"phase"})
    with pytest.raises(Refusal, match="lies before the start"):
        checks.agreeing(wrong, {"finish"})


@given(st.sampled_from(Health), st.dictionaries(st.sampled_from(Dimension), st.sampled_from(Health)))
def test_the_whole_says_no_other_than_its_worst_dimension(
    health: Health, dimensions: dict[Dimension, Health]
):
    said = {DIMENSION_FIELDS[dimension]: value for dimension, value in dimensions.items()}
    worst = max((value.severity for value in dimensions.values()), default=0)
    if worst in (0, health.severity):
        checks.following(said, health)
    else:
        with pytest.raises(Refusal, match="follows its worst dimension"):
            checks.following(said, health)
