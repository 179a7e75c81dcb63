"""Money: read as people write it, exact to the cent, and never drifting in a sum."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.money import FACTORS, LARGEST, cents, parse_amount, units
from pmo_tui.domain.refusal import Refusal

amounts = st.integers(-LARGEST, LARGEST)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("1234", 123_400),
        ("1 234,50", 123_450),
        ("1,234.50", 123_450),
        ("1.234,50", 123_450),
        ("1'234.50", 123_450),
        ("1\u202f234\u00a0567", 123_456_700),
        ("1,234", 123_400),
        ("1.234", 123),
        ("0,500", 50),
        ("0.500M", 50_000_000),
        ("00,123", 12),
        ("0,125M", 12_500_000),
        ("0,123,456", None),
        ("1,250M", None),
        ("1,250.5M", 125_050_000_000),
        ("1 250,500", 125_050),
        ("12 345 678,9", 1_234_567_890),
        ("1,23", 123),
        ("1,234,567", 123_456_700),
        ("1.234.567", 123_456_700),
        ("12,34,567.89", 123_456_789),
        ("1.2M", 120_000_000),
        ("1,2 m", 120_000_000),
        ("-3 k", -300_000),
        ("−3k", -300_000),
        ("+5", 500),
        ("2 Md", 200_000_000_000),
        ("2bn", 200_000_000_000),
        (".5k", None),
        ("1.005", 100),
        ("1.015", 102),
        ("", None),
        ("twelve", None),
        ("12.05.26", None),
        ("1.2.3", None),
        ("1,2,3.4", None),
        ("1.2,3.4", None),
        ("1.234.56", None),
        ("1,234,", None),
        ("£5", None),
        ("5 5k k", None),
        ("1e5", None),
        ("1_000", None),
        ("٣", None),
        ("9" * 40, None),
    ],
)
def test_an_amount_is_read_as_a_person_writes_it_or_refused(text: str, amount: int | None):
    if amount is None:
        with pytest.raises(Refusal):
            parse_amount(text)
    else:
        assert parse_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,250", 125),
        ("1,250M", 125_000_000),
        ("1.250M", 125_000_000),
        ("1.250,50", 125_050),
        ("1 250", 125_000),
        ("1.250", None),
    ],
)
def test_a_comma_begins_the_decimals_of_those_who_write_one(text: str, amount: int | None):
    if amount is None:
        with pytest.raises(Refusal, match=r"“1.250” can be read as 1250 or as 1,250: write the one you mean"):
            parse_amount(text, ",")
    else:
        assert parse_amount(text, ",") == amount


@given(st.integers(0, 10**9), st.sampled_from(".,"), st.sampled_from(["", "k", "M"]))
def test_an_amount_with_thousandths_is_never_read_a_thousand_times_too_large(
    thousandths: int, sign: str, unit: str
):
    text = f"{thousandths // 1000}{sign}{thousandths % 1000:03d}{unit}"
    meant = cents(Decimal(thousandths) / 1000 * FACTORS[unit.lower()])
    assert parse_amount(text, sign) == meant
    with contextlib.suppress(Refusal):
        other = parse_amount(text, "," if sign == "." else ".")
        in_thousands = sign == "," and not unit and 1 <= thousandths // 1000 <= 999
        assert other == (thousandths * 100 if in_thousands else meant)


@given(amounts)
def test_what_is_written_is_read_again(amount: int):
    assert cents(units(amount)) == amount
    assert parse_amount(str(units(amount))) == amount
    assert parse_amount(f"{units(amount):,}".replace(",", " ")) == amount


@given(amounts)
def test_units_are_exact_and_as_short_as_can_be(amount: int):
    found = units(amount)
    assert Fraction(found) == Fraction(amount, 100)
    text = str(found)
    assert "E" not in text
    assert text == text.rstrip("0").rstrip(".") or "." not in text


@given(st.lists(amounts, max_size=200))
def test_sums_are_exact(found: list[int]):
    assert sum(map(units, found), Decimal(0)) == units(sum(found))


@given(st.decimals(-(10**13), 10**13, allow_nan=False, allow_infinity=False, places=6))
def test_what_is_finer_than_a_cent_goes_to_the_nearest_half_to_even(value: Decimal):
    away = abs(Fraction(cents(value), 100) - Fraction(value))
    assert away <= Fraction(1, 200)
    assert away < Fraction(1, 200) or cents(value) % 2 == 0


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", Decimal(10**13) + 1, -(10**14)])
def test_an_amount_without_end_or_measure_is_refused(value: Decimal | str | int):
    with pytest.raises(Refusal, match="too large"):
        cents(value)


@given(st.text(st.sampled_from("0123456789.,' kKmM-+−b\u00a0"), max_size=20))
def test_any_text_is_an_amount_or_a_sentence(text: str):
    with contextlib.suppress(Refusal):
        assert abs(parse_amount(text)) <= LARGEST
