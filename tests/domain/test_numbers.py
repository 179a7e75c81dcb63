"""Numbers: grouped in one way throughout, and two of them side by side are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmo_tui.domain.numbers import read_number
from pmo_tui.transfer.amounts import number_reader

SIGNS = (" ", "\u00a0", "\u2007", "\u2009", "\u202f", "'", "\u2019")
whole = st.integers(0, 10**13)


def in_groups(number: int, sign: str) -> str:
    """Give a number with its thousands parted."""
    return f"{number:,}".replace(",", sign)


def as_in_india(number: int) -> str:
    """Give a number with commas before its last three digits and before every two others."""
    first, last = divmod(number, 1000)
    if not first:
        return str(number)
    digits = str(first)
    pairs = [digits[max(0, end - 2) : end] for end in range(len(digits), 0, -2)]
    return ",".join([*reversed(pairs), f"{last:03d}"])


@given(whole, st.sampled_from(SIGNS))
def test_a_number_in_groups_of_three_is_read_as_it_is(number: int, sign: str):
    text = in_groups(number, sign)
    assert read_number(text, ".") == read_number(text, ",") == number
    assert number_reader()(text) == number_reader(",")(text) == number


@given(whole)
def test_commas_part_a_number_in_threes_or_as_in_india(number: int):
    for text in (in_groups(number, ","), as_in_india(number)):
        assert read_number(text, ".") == number_reader()(text) == number


@given(
    st.integers(1000, 10**9),
    st.integers(0, 10**9).filter(lambda number: len(f"{number:,}".split(",")[0]) < 3),
    st.sampled_from(SIGNS),
    st.sampled_from(SIGNS),
)
def test_two_numbers_side_by_side_are_none(first: int, second: int, sign: str, between: str):
    text = in_groups(first, sign) + between + in_groups(second, sign)
    for point in (".", ","):
        assert read_number(text, point) is None
        assert number_reader(point)(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("12 500 13 000", "12 50", "2026 11 23", "12 05 260", "12.05.260", "12'05'260", "1 2 3", "1 234 5"),
        *("1 234'567", "1 234,567.8", "1,23 456", "1.23.456", "0 500", "12  500", "12\t500", "12\n500"),
        *("1 25,5", "1 250 000,5 0", "1.5 2.5", "123,45,678"),
    ],
)
def test_what_is_in_no_groups_is_no_number(text: str):
    for point in (".", ","):
        assert read_number(text, point) is None
        assert number_reader(point)(text) is None


def test_a_map_names_the_sign_that_parts_its_numbers():
    read = number_reader(".", "_]")
    assert [read("1_234_567"), read("1]234")] == [1_234_567, 1234]
    assert read("1_234]567") is read("1,234") is None
