"""Typed values: what one types is understood, what can't be is told, and nothing changes on the way there and back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.checks import kept
from pmo_tui.domain.days import read_day
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.domain.health import Health
from pmo_tui.domain.money import cents
from pmo_tui.domain.queries.periods import period
from pmo_tui.domain.queries.values import Asked, value
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.text import fold
from pmo_tui.domain.typed import last_item, quoted, read, written

TODAY = date(2026, 11, 23)


def field(kind: Kind, *choices: str) -> Field:
    """Make a field of a kind."""
    return Field("some", kind, "Some", choices=choices)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-01", date(2026, 10, 1)),
        ("01/10/2026", date(2026, 10, 1)),
        ("1.10.26", date(2026, 10, 1)),
        ("3/12", date(2026, 12, 3)),
        ("30 sep", date(2026, 9, 30)),
        ("30 Sept.", date(2026, 9, 30)),
        ("15 jan", date(2027, 1, 15)),
        ("1er août 2027", date(2027, 8, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("today", TODAY),
        ("Aujourd’hui", TODAY),
        ("+30d", date(2026, 12, 23)),
        ("+30j", date(2026, 12, 23)),
        ("-2w", date(2026, 11, 9)),
        ("−1m", date(2026, 10, 23)),
    ],
)
def test_a_day_is_understood_as_people_write_it(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["2026-10", "2026", "31/02/2026", "10/31/2026", "5 jui", "soon", "+99999999d", "0/0", "30"]
)
def test_what_is_no_day_is_told(text):
    with pytest.raises(Refusal, match="is no day"):
        read(field(Kind.DATE), text, TODAY)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.MONEY, "1.2M", 120_000_000),
        (Kind.MONEY, "1 200 000", 120_000_000),
        (Kind.MONEY, "1 234,50", 123_450),
        (Kind.INTEGER, "1 234", 1234),
        (Kind.INTEGER, "1,000", 1000),
        (Kind.INTEGER, "1.234.567", 1_234_567),
        (Kind.DECIMAL, "0,500", Decimal("0.5")),
        (Kind.DECIMAL, "3,5", Decimal("3.5")),
        (Kind.HEALTH, "a", Health.AMBER),
        (Kind.HEALTH, "-", Health.GREY),
        (Kind.HEALTH, "Vert", Health.GREEN),
        (Kind.YES_NO, "oui", True),
        (Kind.YES_NO, "n", False),
        (Kind.TAGS, "Cloud; ERP finance, cloud", ("cloud", "erp-finance")),
        (Kind.TAGS, '"a,b", c', ("a,b", "c")),
        (Kind.REFERENCES, "Grow; Be green", ("Be green", "Grow")),
        (Kind.LINKS, "the plan https://example.org/plan\n", ("the plan https://example.org/plan",)),
        (Kind.LINE, "  ERP \t finance ", "ERP finance"),
        (Kind.TEXT, "one\r\ntwo\n", "one\ntwo"),
        (Kind.DATE, "   ", None),
        (Kind.HEALTH, "", Health.GREY),
        (Kind.TAGS, " ", ()),
    ],
)
def test_a_value_is_understood_as_people_write_it(kind, text, value):
    assert read(field(kind), text, TODAY) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.MONEY, "much"),
        (Kind.MONEY, "10000000000000000"),
        (Kind.INTEGER, "3.5"),
        (Kind.INTEGER, "1.000"),
        (Kind.INTEGER, "0,500"),
        (Kind.INTEGER, "x"),
        (Kind.DECIMAL, "1.2.3"),
        (Kind.HEALTH, "blue"),
        (Kind.YES_NO, "maybe"),
        (Kind.LINKS, "no address"),
        (Kind.CHOICE, "third"),
    ],
)
def test_what_has_no_meaning_in_a_field_is_refused(kind, text):
    with pytest.raises(Refusal):
        read(field(kind, "first", "second"), text, TODAY)


def test_a_choice_is_found_whatever_its_case():
    assert read(field(Kind.CHOICE, "First", "Second"), "first", TODAY) == "First"


def test_the_last_item_of_a_list_is_the_one_being_typed():
    assert last_item(field(Kind.TAGS), "cloud, er") == ("cloud, ", "er")
    assert last_item(field(Kind.REFERENCES), "a, b; c") == ("a, b; ", "c")
    assert last_item(field(Kind.REFERENCE), "a; b") == ("", "a; b")
    assert quoted(field(Kind.REFERENCES), "a; b") == '"a; b"'


TEXTS = st.text(max_size=60) | st.text(alphabet='ab ",;\n\t[]/', max_size=30)
RAW = {
    Kind.LINE: TEXTS,
    Kind.TEXT: TEXTS,
    Kind.INTEGER: st.integers(-(10**12), 10**12),
    Kind.DECIMAL: st.decimals(-(10**12), 10**12, places=4, allow_nan=False),
    Kind.MONEY: st.integers(-(10**15), 10**15),
    Kind.DATE: st.none() | st.dates(),
    Kind.HEALTH: st.sampled_from(Health),
    Kind.CHOICE: st.none() | st.sampled_from(["First", "Second one"]),
    Kind.YES_NO: st.none() | st.booleans(),
    Kind.REFERENCE: TEXTS,
    Kind.REFERENCES: st.lists(TEXTS, max_size=4).map(tuple),
    Kind.TAGS: st.lists(TEXTS, max_size=4).map(tuple),
    Kind.LINKS: st.lists(TEXTS.map(lambda words: f"{words} https://example.org"), max_size=3).map(tuple),
}


@given(st.data(), st.sampled_from(sorted(RAW, key=lambda kind: kind.value)), st.sampled_from(".,"))
def test_what_is_kept_comes_back_from_the_text_one_edits(data, kind, point):
    here = field(kind, "First", "Second one")
    value = kept(here, data.draw(RAW[kind]))
    assert read(here, written(here, value, point), TODAY, point) == value


@given(st.sampled_from(sorted(RAW, key=lambda kind: kind.value)), TEXTS)
def test_no_text_breaks_the_reading(kind, text):
    here = field(kind, "First")
    try:
        value = read(here, text, TODAY)
    except Refusal:
        return
    assert read(here, written(here, value), TODAY) == value


@pytest.mark.parametrize("text", ["03/04/2026", "3.4.26", "31/12/2026", "2026-10-01", "-30d", "yesterday"])
def test_a_day_means_the_same_in_a_form_and_in_a_query(text: str):
    assert period(text, TODAY)[:2] == (read_day(text, TODAY),) * 2


@pytest.mark.parametrize(
    "text", ["1’234", "1'234", "1 234", "1\u00a0234", "1\u202f234", "-1 234", "−1’234,5"]
)
@pytest.mark.parametrize("kind", [Kind.MONEY, Kind.DECIMAL])
def test_a_number_means_the_same_in_a_form_and_in_a_query(kind: Kind, text: str):
    asked = value(fold(text), kind, Asked(TODAY))
    assert asked.low == asked.high == read(field(kind), text, TODAY)


@given(st.integers(-(10**9), 10**9), st.sampled_from(" ,.'"))
def test_a_number_in_groups_is_the_same_in_every_kind_or_is_told(number: int, sign: str):
    text = f"{number:,}".replace(",", sign)

    def found(kind: Kind, point: str) -> Value:
        try:
            return read(field(kind), text, TODAY, point)
        except Refusal:
            return None

    for point in ".,":
        whole, exact, amount = (found(kind, point) for kind in (Kind.INTEGER, Kind.DECIMAL, Kind.MONEY))
        assert whole in (None, number)
        assert whole is None or exact == number
        assert amount == (cents(exact) if isinstance(exact, Decimal) else None)
