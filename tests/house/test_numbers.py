"""Numbers and days as they are shown, in both languages."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui import words
from pmo_tui.domain.refusal import Refusal
from pmo_tui.words import dates, numbers
from screens.lists.shown import marks_said

LANGUAGES = st.sampled_from(words.LANGUAGES)
CENTS = st.integers(-(10**15), 10**15)
M = 100_000_000  # cents in a million


def _read(text: str) -> Decimal:
    """Read a shown number back."""
    return Decimal(text.replace(numbers.MINUS, "-").replace(" ", "").replace(",", "."))


@pytest.mark.parametrize(
    ("n", "shown"),
    [(0, "0"), (999, "999"), (1234, "1 234"), (-1_234_567, "−1 234 567"), (10**30, "1" + " 000" * 10)],
)
def test_whole(n, shown):
    assert numbers.whole(n) == shown


@pytest.mark.parametrize(
    ("x", "digits", "english", "shown_in_french"),
    [
        (0.9, 2, "0.90", "0,90"),
        (2.675, 2, "2.68", "2,68"),
        (-2.5, 0, "−3", "−3"),
        (-0.04, 1, "0.0", "0,0"),
        (1234.5, 1, "1 234.5", "1 234,5"),
        (Decimal("1.005"), 2, "1.01", "1,01"),
        (float("nan"), 2, "–", "–"),
        (float("inf"), 2, "–", "–"),
        (1e300, 0, "1" + " 000" * 100, "1" + " 000" * 100),
    ],
)
def test_decimal(x, digits, english, shown_in_french):
    assert numbers.decimal(x, digits) == english
    words.use("fr")
    assert numbers.decimal(x, digits) == shown_in_french


def test_percent():
    assert numbers.percent(10.5) == "+10.5 %"
    assert numbers.percent(Decimal("-0.04")) == "0.0 %"
    assert numbers.percent(-12.25) == "−12.3 %"
    assert numbers.percent(72, 0, signed=False) == "72 %"
    assert numbers.percent(float("nan")) == "–"
    words.use("fr")
    assert numbers.percent(10.5) == "+10,5 %"


@pytest.mark.parametrize(
    ("cents", "english", "shown_in_french"),
    [
        (123_456_750, "1 234 567.50", "1 234 567,50"),
        (123_456_700, "1 234 567", "1 234 567"),
        (-5, "−0.05", "−0,05"),
        (0, "0", "0"),
    ],
)
def test_money(cents, english, shown_in_french):
    assert numbers.money(cents) == english
    words.use("fr")
    assert numbers.money(cents) == shown_in_french


@pytest.mark.parametrize(
    ("cents", "shown"),
    [
        (0, "0"),
        (-49, "0"),
        (950_050, "9 501"),
        (999_949, "9 999"),
        (999_950, "10 k"),
        (62_000_000, "620 k"),
        (99_949_999, "999 k"),
        (99_950_000, "1.0 M"),
        (-430 * M // 100, "−4.3 M"),
        (3120 * M // 100, "31.2 M"),
        (99_994 * M // 100, "999.9 M"),
        (99_995 * M // 100, "1 000 M"),
        (494_181 * M, "494 181 M"),
    ],
)
def test_money_short(cents, shown):
    assert numbers.money_short(cents) == shown


def test_numbers_in_refusals_and_counts_are_grouped():
    assert words.say(Refusal("At most {limit}, in {name}.", limit=1_000_000, name="2026")) == (
        "At most 1 000 000, in 2026."
    )
    assert marks_said(27_132, 27_132) == "27 132 marked"


def test_money_short_takes_more_digits_and_french_points():
    assert numbers.money_short(431 * M // 100, 2) == "4.31 M"
    words.use("fr")
    assert numbers.money_short(431 * M // 100, 2) == "4,31 M"


@given(CENTS, LANGUAGES)
def test_money_reads_back_exactly(cents, language):
    words.use(language)
    assert _read(numbers.money(cents)) * 100 == cents


@given(CENTS, LANGUAGES)
def test_short_money_is_short_near_and_of_the_right_sign(cents, language):
    words.use(language)
    shown = numbers.money_short(cents)
    number, _space, unit = shown.rpartition(" ") if shown[-1] in "kM" else (shown, "", "")
    scale = {"": 100, "k": 100_000, "M": M}[unit]
    assert abs(_read(number) * scale - cents) <= scale / 2
    assert shown.startswith(numbers.MINUS) <= (cents < 0)
    assert "-" not in shown
    assert unit or len(shown) <= len("−9 999")


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 4), LANGUAGES)
def test_a_shown_number_is_the_nearest_and_the_same_for_both_signs(x, digits, language):
    words.use(language)
    shown = numbers.decimal(x, digits)
    assert abs(_read(shown) - Decimal(repr(x))) <= Decimal("0.5").scaleb(-digits)
    assert numbers.decimal(-x, digits).lstrip(numbers.MINUS) == shown.lstrip(numbers.MINUS)
    assert re.fullmatch(r"−?\d{1,3}( \d{3})*([.,]\d+)?", shown)
    assert not re.fullmatch(r"−0([.,]0+)?", shown)


def test_days(today):
    day = date(2026, 12, 3)
    assert dates.date_(day) == "3 Dec 2026"
    assert dates.date_short(day, today) == "3 Dec"
    assert dates.date_short(date(2027, 1, 1), today) == "1 Jan 2027"
    assert dates.span_short(date(2026, 3, 1), day, today) == ("1 Mar", "3 Dec")
    assert dates.span_short(date(2025, 3, 1), day, today) == ("1 Mar 2025", "3 Dec 2026")
    words.use("fr")
    assert dates.date_(day) == "3 déc. 2026"
    assert dates.date_short(day, today) == "3 déc."
    assert dates.date_(date(2026, 3, 1)) == "1er mars 2026"


def test_how_far_a_day_is(today):
    assert dates.ago(today - timedelta(12), today) == "12 d ago"
    assert dates.ago(today, today) == "today"
    assert dates.ago(today + timedelta(3), today) == "in 3 d"
    words.use("fr")
    assert dates.ago(today - timedelta(12), today) == "il y a 12 j"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_month_has_a_name_of_its_own(language):
    words.use(language)
    assert len({dates.month_short(month) for month in range(1, 13)}) == 12
